/** Who is in the opened room, and who could be. */

import { chats, room as copy } from '../../copy/zh-cn/simulator-page.js';
import type { SimulatedPerson, SimulatedRoom } from '../../ports/simulated-wechat.js';
import { api, ask } from './api.js';
import { Avatar } from './avatar.js';
import { openedChat } from './chats.js';
import { showDialog } from './dialogs.js';
import { Icon } from './icon.js';
import { isolate } from './isolate.js';
import { player } from './view.js';
import { bot, findPerson, players } from './world.js';

export function RoomPanel() {
  const chat = openedChat.value;
  if (!chat) return null;
  return (
    <section class="card room" aria-labelledby="room-title">
      <header class="card-head">
        <h2 id="room-title" class="clip">
          <bdi>{chat.room?.topic ?? chats.privateHint}</bdi>
        </h2>
        {chat.room && <RenameButton room={chat.room} />}
      </header>
      {chat.room ? (
        <Members room={chat.room} />
      ) : (
        <p class="hint">{copy.privateChat(isolate(player.value?.name ?? ''), isolate(bot.value?.name ?? ''))}</p>
      )}
    </section>
  );
}

function RenameButton({ room }: { readonly room: SimulatedRoom }) {
  return (
    <button class="quiet" onClick={() => showDialog({ kind: 'rename-room', room })}>
      <Icon name="pencil" />
      {copy.rename}
    </button>
  );
}

function Members({ room }: { readonly room: SimulatedRoom }) {
  const members = room.memberIds.map(findPerson).filter((person) => person !== undefined);
  const outside = players.value.filter(({ id }) => !room.memberIds.includes(id));
  return (
    <>
      <h3>{copy.members(members.length)}</h3>
      <ul class="rows small">
        {members.map((person) => (
          <Member key={person.id} person={person} act={person.isBot ? undefined : () => leave(room.id, person.id)} />
        ))}
      </ul>
      {outside.length > 0 && <h3>{copy.outside}</h3>}
      <ul class="rows small">
        {outside.map((person) => (
          <Member key={person.id} person={person} joins act={() => join(room.id, person.id)} />
        ))}
      </ul>
    </>
  );
}

interface MemberProps {
  readonly person: SimulatedPerson;
  readonly joins?: boolean;
  readonly act: (() => void) | undefined;
}

function Member({ person, joins = false, act }: MemberProps) {
  const label = (joins ? copy.joinFor : copy.leaveFor)(person.name);
  return (
    <li class="row">
      <span class="row-main">
        <Avatar person={person} />
        <bdi class="clip">{person.name}</bdi>
      </span>
      {act && (
        <button class={`quiet row-extra ${joins ? '' : 'away'}`} aria-label={label} onClick={act}>
          {joins ? copy.join : copy.leave}
        </button>
      )}
    </li>
  );
}

function join(roomId: string, personId: string): void {
  void ask(api.rooms[':roomId'].members[':personId'].$put({ param: { roomId, personId } }));
}

function leave(roomId: string, personId: string): void {
  void ask(api.rooms[':roomId'].members[':personId'].$delete({ param: { roomId, personId } }));
}
