/** Whom a room message mentions, the bot included: by the ids the platform tells, else by the names typed. */

import type { payloads } from 'wechaty-puppet';
import type { BotView } from './bot-view.js';
import { mentionsIn, type NamedPerson } from './mentions.js';

/** `notify@all` and the like stand for everybody, not for a person. */
const EVERYBODY = /@all$/;

/** Most messages mention nobody, and are told apart without looking anything up. */
export function mayMention(payload: payloads.Message, text: string): boolean {
  return idsOf(payload).length > 0 || text.includes('@');
}

/** The ids of room members, the bot's among them. */
export async function mentionedIn(view: BotView, payload: payloads.Message, text: string): Promise<readonly string[]> {
  const ids = idsOf(payload);
  if (ids.length > 0) return [...new Set(ids)].filter((id) => !EVERYBODY.test(id));
  return payload.roomId ? mentionsIn(text, await peopleKnownIn(view, payload.roomId)) : [];
}

function idsOf(payload: payloads.Message): readonly string[] {
  return ('mentionIdList' in payload && payload.mentionIdList) || [];
}

/** People are mentioned by their name in the room; the bot answers to its own name as well. */
async function peopleKnownIn({ names, selfId }: BotView, roomId: string): Promise<readonly NamedPerson[]> {
  const bot = { id: selfId, names: [await names.inRoom(roomId, selfId), await names.ofPerson(selfId)] };
  const others = [...names.everybodyKnownIn(roomId)].filter(([id]) => id !== selfId);
  return [bot, ...others.map(([id, name]) => ({ id, names: [name] }))];
}
