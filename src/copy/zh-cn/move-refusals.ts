/** How the bot says no about moves. Part of `refusals.ts`. */

import { displayName } from '../../domain/display-name.js';
import type { MoveRefusals } from '../../domain/move-refusals.js';

type Wordings = { readonly [Code in keyof MoveRefusals]: (refusal: MoveRefusals[Code]) => string };

export const moveWordings: Wordings = {
  'move.none': ({ name }) =>
    `${displayName(name)} 还没有进群的流程，付费以后才会开始。\n记一笔订单：/订单 @${displayName(name)} 季卡 199`,
  'move.not_running': ({ name }) =>
    `${displayName(name)} 的流程已经结束了，没有要办的。\n看经过：/流程 @${displayName(name)}`,
  'move.which_course': ({ name, courses }) =>
    `${displayName(name)} 有 ${courses.length} 门课的流程：${courses.join('、')}。\n写上课程：/流程 @${displayName(name)} ${courses[0] ?? ''}`,
  'move.under_way': ({ name }) =>
    `${displayName(name)} 的这一步正在办，等它有了结果再说。\n要停就发送：/流程 @${displayName(name)} 停止`,
  'move.not_in_public': () => '流程里有付费的情况，不在这里说。\n请到员工群或私聊里发送：/流程',
};
