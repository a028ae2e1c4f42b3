/** How the bot says no about trials, sources and invitations. Part of `refusals.ts`. */

import { displayName } from '../../domain/display-name.js';
import type { TrialRefusals } from '../../domain/trial-refusals.js';

type Wordings = { readonly [Code in keyof TrialRefusals]: (refusal: TrialRefusals[Code]) => string };

export const trialWordings: Wordings = {
  'trial.not_in_public': () => '谁体验到第几天，不在这里说。\n请到员工群或私聊里发送：/体验',
  'trial.not_a_trial_room': ({ topic }) => `「${topic}」不是体验群，没有体验期。\n先登记：/建群 体验 英语`,
  'trial.no_room': () => '文案按课程写，要说明是哪个群的课。\n请把群名写在前面：/群名 体验 文案 5',
  'trial.none': ({ name }) => `${displayName(name)} 没有体验期。\n要开始一次，发送：/体验 重来 @${displayName(name)}`,
  'trial.over': ({ name }) =>
    `${displayName(name)} 的体验已经结束了。\n要再来一次，发送：/体验 重来 @${displayName(name)}`,
  'trial.is_staff': ({ name }) => `${displayName(name)} 是工作人员，没有体验期。`,
  'trial.has_paid': ({ name }) =>
    `${displayName(name)} 已经是会员了，不用再办体验的事。\n看会员卡：/会员 @${displayName(name)}`,
  'trial.absent': ({ name }) => `${displayName(name)} 现在不在体验群里。\n等人回来了再发一次`,
  'trial.too_long': ({ name, most }) => `${displayName(name)} 的体验最长 ${most} 天。\n例如：/体验 延长 @小林 3`,
  'trial.usual_copy': ({ day }) => `第 ${day} 天用的就是默认文案，没有什么要恢复。\n看一眼：/体验 文案 ${day}`,
  'source.not_in_public': () => '谁从哪里来，不在这里说。\n请到员工群或私聊里发送：/来源',
  'source.no_member': ({ name }) => `${displayName(name)} 还没有进过学习群，没有来源可记。`,
  'source.no_room': () => '要说明是哪个群的来源。\n请把群名写在前面：/群名 来源 群 抖音',
  'conversion.not_in_public': () => '转化数据不在这里说。\n请到员工群或私聊里发送：/转化',
  'invitation.own': () => '这是你自己的邀请码，要请新朋友来说。\n看自己的邀请码，发送：我的邀请码',
  'invitation.said': () => '你已经说过邀请码了，一个人只记一次。\n接着来就好，发送：打卡',
  'invitation.not_new': () => '邀请码要在进群 7 天内说，现在记不上了。\n接着来就好，发送：打卡',
  'invitation.not_in_public': () => '谁带来了谁，不在这里说。\n请到员工群或私聊里发送：/邀请码',
};
