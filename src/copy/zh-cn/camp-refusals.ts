/** How the bot says no about camps and chain lists. Part of `refusals.ts`. */

import type { CampRefusals } from '../../domain/camp-refusals.js';
import { displayName } from '../../domain/display-name.js';
import { formatDay } from './calendar.js';

type Wordings = { readonly [Code in keyof CampRefusals]: (refusal: CampRefusals[Code]) => string };

export const campWordings: Wordings = {
  'camp.none': ({ topic }) => `「${topic}」现在没有训练营。\n开一期，发送：/开营 早读营 11-01 11-21 要求 18`,
  'camp.overlaps': ({ name, lastDay }) =>
    `「${displayName(name)}」到 ${formatDay(lastDay)} 才结束，两期不能重叠。\n要提前结束，发送：/结营`,
  'camp.bad_span': ({ max }) => `训练营要 2 到 ${max} 天，先写开始、再写结束。\n例如：/开营 早读营 11-01 11-21 要求 18`,
  'camp.over': () => '结束的日子已经过去了。\n例如：/开营 早读营 明天 11-21 要求 18',
  'camp.bad_required': ({ days }) =>
    `一共 ${days} 天，「要求」要在 1 到 ${days} 之间。\n例如：要求 ${Math.ceil(days * 0.8)}`,
  'chain_list.no_question': ({ number }) =>
    `没有编号 ${number} 的接龙，或已经处理过、过了 48 小时。\n发送 /接龙 看还有哪些`,
};
