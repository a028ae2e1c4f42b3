/** Points by a manager's word, with a reason; without an amount it shows whose points came from where. */

import * as copy from '../../../copy/zh-cn/points.js';
import { oneLine } from '../../../domain/display-name.js';
import type { PointsGrantId } from '../../../domain/ids.js';
import { dayFor } from '../../../kit/day-for.js';
import { defineCommand } from '../../../kit/feature.js';
import { bookPoints, reversePoints } from '../../../kit/points.js';
import { refuseAbsent } from '../../../kit/refuse-absent.js';
import { RefusedError } from '../../../kit/refused-error.js';
import type { ChatWork, Speaker } from '../../../kit/work.js';
import type { Member } from '../../../storage/members.js';
import { appendGrant, readGrant } from '../../../storage/points-grants.js';
import { readRoom, type Room } from '../../../storage/rooms.js';
import { granting } from '../granting.js';
import { sayStatement } from '../say-statement.js';

const LONGEST_REASON = 40;

export const grant = defineCommand({
  name: 'points.grant',
  triggers: copy.triggers.grant,
  summary: copy.summaries.grant,
  example: copy.examples.grant,
  allow: 'manager',
  scope: 'room',
  effect: 'undoable',
  args: { granting },

  async run(work) {
    const { room, speaker, changes, confirm, inRoom } = work;
    const { people, amount, reason: typed } = work.args.granting;
    if (!amount) return sayStatement(work, room, people[0] ?? speaker);
    const reason = oneLine(typed);
    if (people.length === 0 || reason === '') {
      const name = people.length === 0 ? copy.labels.member : copy.labels.reason;
      throw new RefusedError({ code: 'argument.missing', name, example: inRoom(copy.examples.grant) });
    }
    if ([...reason].length > LONGEST_REASON) {
      throw new RefusedError({ code: 'argument.too_long', name: copy.labels.reason, max: LONGEST_REASON });
    }
    await refuseAbsent(work, room, people);
    const names = people.map(({ name }) => name);
    await confirm({ what: copy.granting(amount, reason), people: people.length, names });
    const grants = await grantAll(work, { room, people, amount, reason });
    changes.note({ grants: grants.map(({ id }) => id) });
    return copy.granted(names, amount, reason, grants.length === 1 ? grants[0]?.balance : undefined);
  },

  async undo({ tx, now }, noted) {
    const { grants = [] } = (noted ?? {}) as { readonly grants?: readonly PointsGrantId[] };
    for (const id of grants) {
      const given = await readGrant(tx, id);
      const day = dayFor(await readRoom(tx, given.roomId), now);
      await reversePoints(tx, given, { reason: 'grant', ref: grantRef(id), day }, now);
    }
  },
});

interface Gift {
  readonly room: Room;
  readonly people: readonly Member[];
  readonly amount: number;
  readonly reason: string;
}

async function grantAll(work: ChatWork & { readonly speaker: Speaker }, { room, people, amount, reason }: Gift) {
  const { tx, now, speaker } = work;
  const grants: { readonly id: PointsGrantId; readonly balance: number }[] = [];
  // Always in this order, so that two who give to the same people never wait for each other.
  for (const { id: memberId } of people.toSorted((a, b) => a.id - b.id)) {
    const key = { roomId: room.id, memberId };
    const id = await appendGrant(tx, { ...key, amount, reason, by: speaker.id, at: now });
    const entry = { reason: 'grant', ref: grantRef(id), amount, day: dayFor(room, now) } as const;
    grants.push({ id, balance: (await bookPoints(tx, key, entry, now)).balance });
  }
  return grants;
}

function grantRef(id: PointsGrantId): string {
  return `grant:${id}`;
}
