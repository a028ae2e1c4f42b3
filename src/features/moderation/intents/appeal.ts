/** Somebody says that a reminder was a mistake: a person looks. Heard in private too. */

import * as copy from '../../../copy/zh-cn/moderation.js';
import { oneLine } from '../../../domain/display-name.js';
import { defineIntent } from '../../../kit/feature.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import { openTodo } from '../../../kit/todo.js';
import { markAppealed } from '../../../storage/offence-states.js';
import { findAppealable } from '../../../storage/offences.js';
import { readRoom } from '../../../storage/rooms.js';
import { APPEAL } from '../todos/appeal.js';

const WITHIN_MS = 30 * 86_400_000;
const LONGEST = 200;

export const appeal = defineIntent({
  name: 'moderation.appeal',
  intent: 'appeal',
  scope: 'anywhere',

  async run(work) {
    const { tx, now, account, speaker, understood } = work;
    const whose = { accountId: account.id, memberId: speaker.id };
    const offence = present(await findAppealable(tx, whose, now - WITHIN_MS), { code: 'appeal.nothing' });
    const { id } = offence;
    if (offence.appealDeniedAt !== null) throw new RefusedError({ code: 'appeal.denied', number: id });
    if (offence.appealedAt !== null) throw new RefusedError({ code: 'appeal.pending', number: id });
    const said = [...oneLine(understood.content)].slice(0, LONGEST).join('');
    await markAppealed(tx, id, said, now);
    const room = await readRoom(tx, offence.roomId);
    const data = { offenceId: id, appeal: said, content: offence.content ?? '' };
    await openTodo(work, { kind: APPEAL, ref: `offence:${id}`, room, memberId: speaker.id, data });
    return copy.appealTaken(id);
  },
});
