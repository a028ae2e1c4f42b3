/** A day on which check-ins earn a multiple; its bonuses stay as they are. Known before anybody checks in on it. */

import * as copy from '../../../copy/zh-cn/attendance.js';
import { decidePointsDay } from '../../../domain/day-reach.js';
import { accept } from '../../../domain/decision.js';
import type { LocalDay } from '../../../domain/local-day.js';
import { type Argument, day, integer, optional } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { recountRoom } from '../../../kit/recount-room.js';
import { orRefuse, present, RefusedError } from '../../../kit/refused-error.js';
import { deletePointsDay, findPointsFactor, savePointsDay } from '../../../storage/room-calendar.js';
import { readCheckInCount } from '../../../storage/room-days.js';

const DOUBLE = 2;
const plainFactor = integer(copy.labels.factor, { min: DOUBLE, max: 5 });

/** Undefined to call it off. */
const factor: Argument<number | undefined> = {
  label: copy.labels.factor,
  async parse(context) {
    if (context.words.peek() !== copy.callOffWord) return plainFactor.parse(context);
    context.words.next();
    return accept(undefined);
  },
};

export const pointsDay = defineCommand({
  name: 'check-ins.points-day',
  triggers: copy.triggers.pointsDay,
  summary: copy.summaries.pointsDay,
  example: copy.examples.pointsDay,
  allow: 'manager',
  scope: 'room',
  effect: 'undoable',
  args: { day: day(copy.labels.day), factor: optional(factor, DOUBLE) },

  async run({ tx, room, today, args, changes }) {
    const hasBegun = (await readCheckInCount(tx, room.id, today)) > 0;
    const which = orRefuse(decidePointsDay(args.day, { today, hasBegun }));
    const known = await findPointsFactor(tx, room.id, which);
    if (known === args.factor)
      throw new RefusedError(
        known === undefined
          ? { code: 'points_day.none', day: which }
          : { code: 'points_day.already', day: which, factor: known },
      );
    await changes.watch('points_day', { room_id: room.id, day: which });
    changes.note({ day: which });
    if (args.factor === undefined) {
      await deletePointsDay(tx, room.id, which);
      return copy.pointsDayCalledOff(room.topic, which);
    }
    await savePointsDay(tx, room.id, { day: which, factor: args.factor });
    return copy.pointsDaySet(room.topic, which, args.factor);
  },

  /** Who has checked in on it meanwhile gets what a day like any other pays. */
  async undo(work, noted) {
    const room = present(work.room, { code: 'room.not_registered' });
    await recountRoom(work, room, (noted as { readonly day: LocalDay }).day);
  },
});
