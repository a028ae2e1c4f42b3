/** Somebody came back whose trial was over: whether it begins anew is a person's word. */

import * as copy from '../../../copy/zh-cn/trials.js';
import { defineTodo } from '../../../kit/todo.js';
import { TRIAL_RETURN } from '../../../kit/trials.js';
import { readMember } from '../../../storage/members.js';
import { readRoom } from '../../../storage/rooms.js';
import { lockTrial } from '../../../storage/trials.js';
import { restartTrial } from '../orders/restart.js';
import { readData, type ReturnData } from '../todo-data.js';

export const trialReturn = defineTodo({
  kind: TRIAL_RETURN,
  describe: ({ todo, name, topic }) => copy.returnTodo(name, topic, readData<ReturnData>(todo).beganDay),
  options: [
    {
      word: copy.choices.restart,
      effect: 'undoable',
      async run(work) {
        const { tx, todo } = work;
        const trial = await lockTrial(tx, readData<ReturnData>(todo).trial);
        const { name } = await readMember(tx, trial.memberId);
        return restartTrial(work, { trial, room: await readRoom(tx, trial.roomId) }, name);
      },
    },
    { word: copy.choices.leaveIt, effect: 'undoable', run: leaveIt },
  ],
});

async function leaveIt({ tx, todo }: Parameters<(typeof trialReturn.options)[number]['run']>[0]): Promise<string> {
  const trial = await lockTrial(tx, readData<ReturnData>(todo).trial);
  return copy.leftAsItIs((await readMember(tx, trial.memberId)).name);
}
