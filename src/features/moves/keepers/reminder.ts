/** Who was invited a day ago and has not come hears of it once more, in private, where the bot may. */

import * as copy from '../../../copy/zh-cn/moves.js';
import type { MoveId } from '../../../domain/ids.js';
import type { AppointmentKeeper } from '../../../kit/appointment.js';
import { MOVE_REMINDER } from '../../../kit/move-flow.js';
import { tellPrivately } from '../../../kit/private-message.js';
import { saveStep } from '../../../storage/move-steps.js';
import { lockMove } from '../../../storage/moves.js';
import { readRoom } from '../../../storage/rooms.js';
import { isAwaited } from '../is-awaited.js';

export const reminder: AppointmentKeeper = {
  kind: MOVE_REMINDER,

  async keep(work, id) {
    const move = await lockMove(work.tx, id as MoveId);
    if (!move || !(await isAwaited(work, move))) return;
    const topic = move.toRoomId === null ? undefined : (await readRoom(work.tx, move.toRoomId)).topic;
    const told = await tellPrivately(work, move.memberId, { kind: MOVE_REMINDER, body: copy.reminder(topic) });
    const arrival = { moveId: move.id, step: 'arrival', at: work.now } as const;
    if (told !== undefined) await saveStep(work.tx, arrival, { state: 'under-way', detail: { told } });
  },
};
