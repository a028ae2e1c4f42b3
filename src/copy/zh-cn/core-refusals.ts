/** How the bot says no about moderators and core users. Part of `refusals.ts`. */

import type { CoreRefusals } from '../../domain/core-refusals.js';
import { displayName } from '../../domain/display-name.js';
import { roleName } from './roles.js';

type Wordings = { readonly [Code in keyof CoreRefusals]: (refusal: CoreRefusals[Code]) => string };

export const coreWordings: Wordings = {
  'moderator.has_more': ({ name, role }) =>
    `${displayName(name)} 在这里是${roleName(role)}，版主能做的都能做，不用再借。\n看现有的版主，发送：/版主`,
  'moderator.too_long': ({ name, max }) =>
    `版主最长借到 ${max} 天以后，到时可以再续。\n例如：/版主 加 @${displayName(name)} 30天`,
  'moderator.not_one': ({ name, topic }) =>
    `${displayName(name)} 现在不是「${topic}」的版主。\n看现有的版主，发送：/版主`,
  'core.has_more': ({ name }) => `${displayName(name)} 是工作人员，核心用户留给成员。\n看候选，发送：/核心`,
  'core.is_one': ({ name }) => `${displayName(name)} 已经是核心用户了。\n看全部，发送：/核心`,
  'core.not_one': ({ name }) => `${displayName(name)} 现在不是核心用户。\n看全部，发送：/核心`,
  'core.is_asked': ({ name }) => `已经邀请过 ${displayName(name)} 了，正在等回复。\n看全部，发送：/核心`,
  'core.declined_lately': ({ name, days }) =>
    `${displayName(name)} 最近婉拒过，${days} 天后再问更合适。\n看别的候选，发送：/核心`,
  'core.not_present': ({ name }) => `${displayName(name)} 现在不在有课程的群里。\n看候选，发送：/核心`,
  'core.full': ({ most, present }) =>
    `核心用户最多占在群成员的两成（${present} 人里 ${most} 位），名额满了。\n看全部，发送：/核心`,
  'core.full_now': () => '名额刚好满了，空出来的时候我们再来请你。谢谢你愿意！\n想看自己的，发送：我的核心分',
  'core.not_in_public': () => '候选和分数不在群里说。\n请到员工群或私聊里发送：/核心',
};
