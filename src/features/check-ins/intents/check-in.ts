/** Check in: records the day's check-in, or holds it until the content that the room asks for has come. */

import * as copy from '../../../copy/zh-cn/check-ins.js';
import { yesterdayWithinReach } from '../../../domain/check-in-day.js';
import { HOLD_MS, satisfies } from '../../../domain/check-in.js';
import type { MembershipKey } from '../../../domain/ids.js';
import type { LocalDay } from '../../../domain/local-day.js';
import { type LocalMoment, localMomentOf } from '../../../domain/local-time.js';
import { acknowledge, type Done, startAcknowledging } from '../../../kit/acknowledge.js';
import { defineIntent } from '../../../kit/feature.js';
import { recordCheckIn } from '../../../kit/standing.js';
import type { ChatWork } from '../../../kit/work.js';
import { andThen, type Awaitable } from '../../../storage/awaitable.js';
import { isBrought } from '../../../storage/brought-days.js';
import { findCheckIn } from '../../../storage/check-ins.js';
import type { Tx } from '../../../storage/database.js';
import { savePending, takePending } from '../../../storage/evidence.js';
import type { Room } from '../../../storage/rooms.js';
import { gatherEvidence } from '../gather-evidence.js';

export const checkIn = defineIntent({
  name: 'check-ins.check-in',
  intent: 'check-in',
  scope: 'room',
  help: copy.help.checkIn,

  async run(work) {
    const { tx, now, room, speaker, sentAt, understood } = work;
    const key = { roomId: room.id, memberId: speaker.id };
    const moment = localMomentOf(sentAt, room.settings.zone);
    const { day } = moment;
    const gathered = gatherEvidence(work, room, understood.content);
    const evidence = gathered instanceof Promise ? await gathered : gathered;
    if (!satisfies(room.settings.requiredContent, evidence) && !(await findCheckIn(tx, key, day))) {
      await savePending(tx, key, { day, at: sentAt, expiresAt: sentAt + HOLD_MS });
      return { mention: copy.needsContent(room.settings.requiredContent) };
    }
    if (room.settings.requiredContent !== 'nothing') await takePending(tx, key, now);
    const made = { day, at: sentAt, evidence, content: understood.content };
    const recorded = recordCheckIn(tx, key, made, now);
    startAcknowledging(tx);
    const told = andThen(recorded, (done) => tell(work, room, { key, moment, recorded: done }));
    if (told instanceof Promise) await told;
    return undefined;
  },
});

interface Made extends Pick<Done, 'recorded'> {
  readonly key: MembershipKey;
  readonly moment: LocalMoment;
}

function tell(work: ChatWork, room: Room, { key, moment, recorded }: Made): Awaitable<void> {
  const { tx, speaker } = work;
  const { day } = moment;
  const yesterday = yesterdayWithinReach(moment, room.settings.cutoff);
  const mayMove = recorded.added && yesterday !== undefined && missed(tx, key, yesterday);
  return andThen(mayMove, (may) =>
    acknowledge(work, room, { memberId: speaker.id, name: speaker.name, day, recorded, mayMove: may }),
  );
}

/** In the small hours a check-in may be meant for the day before, unless that day was brought along from another room. */
async function missed(tx: Tx, key: MembershipKey, yesterday: LocalDay): Promise<boolean> {
  return (await findCheckIn(tx, key, yesterday)) === undefined && !(await isBrought(tx, key, yesterday));
}
