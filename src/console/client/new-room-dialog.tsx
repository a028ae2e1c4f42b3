/** Asks for a new room's topic and members. The played person is in from the start, the bot always. */

import { useState } from 'preact/hooks';
import { chats as copy } from '../../copy/zh-cn/simulator-page.js';
import { api, ask } from './api.js';
import { LineField } from './line-field.js';
import { Modal } from './modal.js';
import { openChat, player } from './view.js';
import { players } from './world.js';

export function NewRoomDialog() {
  const [topic, setTopic] = useState<string>(copy.topicDefault);
  const [memberIds, setMemberIds] = useState<readonly string[]>(players.value.map(({ id }) => id));
  return (
    <Modal title={copy.newRoom} confirm={copy.create} finish={() => createRoom(topic, memberIds)}>
      <LineField label={copy.topic} value={topic} change={setTopic} />
      <MemberChoices chosen={memberIds} change={setMemberIds} />
    </Modal>
  );
}

interface MemberChoicesProps {
  readonly chosen: readonly string[];
  readonly change: (chosen: readonly string[]) => void;
}

function MemberChoices({ chosen, change }: MemberChoicesProps) {
  const without = (id: string) => chosen.filter((other) => other !== id);
  return (
    <fieldset class="choices">
      <legend>{copy.members}</legend>
      {players.value.map(({ id, name }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ currentTarget }) => change(currentTarget.checked ? [...chosen, id] : without(id))}
          />
          <bdi class="clip">{name}</bdi>
        </label>
      ))}
    </fieldset>
  );
}

async function createRoom(topic: string, memberIds: readonly string[]): Promise<boolean> {
  const answer = await ask(api.rooms.$post({ json: { topic, memberIds: [...memberIds] } }));
  const room = answer && (await answer.json());
  if (!room || !('id' in room)) return false;
  if (memberIds.includes(player.value?.id ?? '')) openChat(room.id);
  return true;
}
