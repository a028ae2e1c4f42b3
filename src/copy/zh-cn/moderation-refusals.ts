/** How the bot says no to orders about rules, words and offences. Part of `refusals.ts`. */

import { displayName } from '../../domain/display-name.js';
import type { ModerationRefusals } from '../../domain/moderation-refusals.js';
import { sayCause } from './moderation-causes.js';

type Wordings = { readonly [Code in keyof ModerationRefusals]: (refusal: ModerationRefusals[Code]) => string };

export const moderationWordings: Wordings = {
  'rule.reminded': (told) => `刚才提醒你，是因为那条${sayCause(told)}。\n觉得是误会，发送：申诉 加一句说明`,
  'offence.unknown': ({ number }) => `没有编号 ${number} 的违规记录。\n看最近的：/违规`,
  'offence.voided': ({ number }) => `#${number} 已经判为误会，不算数了。\n看最近的：/违规`,
  'offence.hidden': ({ number }) => `#${number} 已经隐藏了，不用再来一次。\n看最近的：/违规`,
  'offence.needs_reason': ({ example }) => `还缺少理由，本人会看到。\n例如：${example}`,
  'hide.nothing': ({ name }) => `${displayName(name)} 今天没有打卡内容，也没有违规记录可以隐藏。\n按编号隐藏：/隐藏 12`,
  'appeal.nothing': () => '最近没有提醒过你，没有要申诉的。\n有别的想说，发送：反馈 加内容',
  'appeal.pending': ({ number }) => `#${number} 的申诉已经交给运营了，有结果会告诉你。`,
  'appeal.denied': ({ number }) => `#${number} 的申诉运营看过了，维持原来的提醒。\n还有话说，可以直接找群里的老师。`,
  'words.invalid': ({ given }) =>
    `「${given}」不能加进来：词要有 2 到 40 个字，域名要像 example.com。\n例如：/词库 加 代写`,
  'words.full': ({ max }) => `最多能放 ${max} 个，已经满了。\n先减掉不用的：/词库 减 代写`,
  'words.listed': ({ word }) => `「${word}」已经在里面了。\n看全部：/词库 列`,
  'words.not_listed': ({ word }) => `里面没有「${word}」。\n看全部：/词库 列`,
  'words.not_in_public': () => '词库只在员工群和私聊里看。\n请私聊我再发一次，把群名写在前面',
  'offences.not_in_public': () => '违规记录只在员工群和私聊里看。\n请私聊我再发一次，把群名写在前面',
};
