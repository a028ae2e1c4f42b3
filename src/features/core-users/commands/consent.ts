/**
 * Consent: the word of whoever was asked makes them a core user, within seven days, under the cap as it is then. From
 * anybody else the same words are talk. Whoever has just left comes back by it.
 */

import * as copy from '../../../copy/zh-cn/core-users.js';
import { decideConsent } from '../../../domain/core-user.js';
import type { RoomId } from '../../../domain/ids.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { orRefuse } from '../../../kit/refused-error.js';
import { tagMember } from '../../../kit/tags.js';
import { closeTodo } from '../../../kit/todo.js';
import { findCoreUser, lockCoreSeats, saveCoreStanding } from '../../../storage/core-users.js';
import { enterCoreRoom } from '../core-room.js';
import { ASK, refOf } from '../kinds.js';

/** In private the day alone says which words are due. */
const NO_ROOM = 0 as RoomId;

type ConsentWork = CommandWork<Record<never, never>, 'anywhere'>;

export const consent = defineCommand({
  name: 'core-users.consent',
  triggers: copy.triggers.consent,
  summary: copy.summaries.consent,
  example: copy.examples.consent,
  allow: 'member',
  bare: true,
  scope: 'anywhere',
  effect: 'own',
  args: {},

  async run(work) {
    const { tx, now, account, speaker, chatRoom, message } = work;
    const isExplicit = copy.isExplicit(message.text);
    const standing = await findCoreUser(tx, account.id, speaker.id);
    const nothing = isExplicit && chatRoom === undefined ? copy.notAsked() : undefined;
    if (standing === undefined || (standing.state === 'left' && !isExplicit)) return nothing;
    const seats = await lockCoreSeats(tx, account.id);
    const decided = decideConsent(await findCoreUser(tx, account.id, speaker.id), { ...seats, now });
    if (decided === undefined) return nothing;
    orRefuse(decided);
    return join(work);
  },
});

async function join(work: ConsentWork): Promise<string> {
  const { tx, now, account, speaker, chatRoom, today } = work;
  await saveCoreStanding(tx, account.id, speaker.id, { state: 'active', at: now, since: now });
  await closeTodo(work, ASK, refOf(speaker.id));
  await tagMember(work, speaker.id, copy.TAG, { source: 'self', by: speaker.id });
  const entersRoom = await enterCoreRoom(work, speaker.id);
  return copy.joined(speaker.name, { roomId: chatRoom?.id ?? NO_ROOM, day: today }, entersRoom);
}
