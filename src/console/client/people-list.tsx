/** Whom one can play. Choosing somebody shows that person's chats. */

import { people as copy } from '../../copy/zh-cn/simulator-page.js';
import type { SimulatedPerson } from '../../ports/simulated-wechat.js';
import { Avatar } from './avatar.js';
import { personsWithNews } from './chats.js';
import { showDialog } from './dialogs.js';
import { Icon } from './icon.js';
import { play, player } from './view.js';
import { players } from './world.js';

export function PeopleList() {
  return (
    <section class="card people" aria-labelledby="people-title">
      <header class="card-head">
        <h2 id="people-title">{copy.title}</h2>
        <button class="quiet" onClick={() => showDialog({ kind: 'add-person' })}>
          <Icon name="plus" />
          {copy.add}
        </button>
      </header>
      <p class="hint">{players.value.length === 0 ? copy.none : copy.hint}</p>
      <ul class="rows">
        {players.value.map((person) => (
          <Player key={person.id} person={person} />
        ))}
      </ul>
    </section>
  );
}

function Player({ person }: { readonly person: SimulatedPerson }) {
  const playing = person.id === player.value?.id;
  return (
    <li class={`row ${playing ? 'chosen' : ''}`}>
      <button class="row-main" aria-pressed={playing} onClick={() => play(person.id)}>
        <Avatar person={person} />
        <bdi class="clip">{person.name}</bdi>
        {playing && <span class="badge">{copy.playing}</span>}
        {!playing && personsWithNews.value.has(person.id) && <span class="dot" role="img" aria-label={copy.news} />}
      </button>
      <button
        class="icon-button row-extra"
        aria-label={copy.rename(person.name)}
        onClick={() => showDialog({ kind: 'rename-person', person })}
      >
        <Icon name="pencil" />
      </button>
    </li>
  );
}
