/** How the bot says no: one line of cause, one line that helps. A refusal without wording does not compile. */

import type { PlanFault } from '../../domain/course/plan-fault.js';
import { displayName } from '../../domain/display-name.js';
import type { Gift } from '../../domain/gift.js';
import { formatLocalMinute } from '../../domain/local-time.js';
import type { Choice, Refusal, RefusalCode, RefusalOf } from '../../domain/refusal.js';
import { DEFAULT_SETTINGS } from '../../domain/room.js';
import type { TemplateFault } from '../../domain/template/template-fault.js';
import { gapReversed, notUnderstood, outOfRange } from './accounts.js';
import { attendanceWordings } from './attendance-refusals.js';
import { formatMoment } from './calendar.js';
import { campWordings } from './camp-refusals.js';
import { cardWordings } from './card-refusals.js';
import { coreWordings } from './core-refusals.js';
import { sayPlanFault } from './course-plan.js';
import { stateName } from './gifts.js';
import { moderationWordings } from './moderation-refusals.js';
import { formatYuan } from './money.js';
import { moveWordings } from './move-refusals.js';
import { roomWord } from './name-list.js';
import { questionWordings } from './question-refusals.js';
import { roleName } from './roles.js';
import { saySkipReason } from './skip-reasons.js';
import { tagWordings } from './tag-refusals.js';
import { sayTemplateFault } from './template-variables.js';
import { todoWordings } from './todo-refusals.js';
import { trialWordings } from './trial-refusals.js';

type Wordings = { readonly [Code in RefusalCode]: (refusal: RefusalOf<Code>) => string };

const wordings: Wordings = {
  ...attendanceWordings,
  ...tagWordings,
  ...campWordings,
  ...cardWordings,
  ...coreWordings,
  ...moderationWordings,
  ...questionWordings,
  ...todoWordings,
  ...moveWordings,
  ...trialWordings,
  'command.forbidden': ({ needed }) =>
    `这个指令需要${roleName(needed)}身份。\n可以请群主发送：/授权 @你 ${roleName(needed)}`,
  'command.unknown': ({ given, suggestion }) =>
    suggestion === undefined
      ? `没有「${given}」这个指令。\n发送 /帮助 看全部指令`
      : `没有「${given}」这个指令，是不是想用：\n/${suggestion}`,
  'command.not_available': () => '这个功能还没有开放，开放后会在群里告诉大家。\n现在可以发送：帮助',
  'confirm.unknown': () => '没有等着这个确认码的操作，可能已经用过了。\n要做的话，把原来的指令再发一次',
  'confirm.expired': () => '这个确认码过时了，什么都没有改。\n要做的话，把原来的指令再发一次',
  'confirm.not_yours': () => '这个确认码不是给你的，要由发指令的人来确认。',
  'confirm.elsewhere': () => '请回到发指令的那个聊天里，再发一次确认码。',
  'confirm.needs_other': () => '你已经确认过了，还要另一位运营来确认。\n请对方在员工群或私聊我发送同样的确认码',
  'undo.nothing': () => '这里最近 24 小时没有你能撤销的操作。\n要撤别的，先看编号：/记录',
  'undo.unknown': ({ number }) => `没有编号 ${number} 的操作。\n看最近的操作：/记录`,
  'undo.too_old': ({ number }) => `#${number} 过了 24 小时，不能撤销了。\n看当时改了什么：/记录 ${number}`,
  'undo.undone': ({ number }) => `#${number} 已经撤销过了。\n看是谁撤的：/记录 ${number}`,
  'undo.final': ({ number, earlier }) =>
    earlier === undefined
      ? `#${number} 做了就撤不回来。\n看当时做了什么：/记录 ${number}`
      : `上一步 #${number} 做了就撤不回来。\n要撤更早的一步，发送：/撤销 ${earlier}`,
  'undo.not_yours': ({ number }) => `#${number} 要由当时的人，或身份更高的人来撤销。\n看是谁做的：/记录 ${number}`,
  'undo.changed': ({ number, later }) =>
    later === undefined
      ? `#${number} 改的地方后来又变了，不能直接撤销。\n看当时改了什么：/记录 ${number}`
      : `#${number} 之后又改过：#${later}。\n先撤销它：/撤销 ${later}`,
  'undo.in_use': ({ number }) => `#${number} 加的东西还有地方在用，不能撤销。\n先把用它的地方改掉，看记录：/记录`,
  'log.not_in_public': () => '操作记录只在员工群和私聊里给。\n请私聊我再发一次，把群名写在前面',
  'why.not_in_public': () => '这些只在员工群和私聊里说。\n请私聊我再发一次，把群名写在前面',
  'why.about_what': ({ example }) => `要问谁、问什么？\n例如：${example}`,
  'why.unknown': ({ given, known }) => `「${given}」我还说不清楚。\n可以问：${known.join('、')}`,
  'why.no_room': ({ name }) => `${displayName(name)} 不在有课程的群里，没有可以说的。`,
  'argument.missing': ({ name, example }) => `还缺少「${name}」。\n例如：${example}`,
  'argument.surplus': ({ given, example }) => `后面的「${given}」没看懂。\n例如：${example}`,
  'argument.not_a_number': ({ name, given }) => `「${name}」要填数字，收到的是「${given}」。`,
  'argument.out_of_range': ({ name, min, max }) => `「${name}」要在 ${min} 到 ${max} 之间。`,
  'argument.not_a_choice': ({ name, given, choices }) =>
    `「${name}」没有「${given}」这一项。\n可以填：${choices.join('、')}`,
  'argument.not_a_day': ({ name, given }) => `「${name}」没看懂「${given}」。\n可以写：今天、明天、11-20、周五`,
  'argument.not_a_duration': ({ name, given }) => `「${name}」没看懂「${given}」。\n可以写：3天、1周`,
  'argument.too_long': ({ name, max }) => `「${name}」最多 ${max} 个字，请删短一些再发。`,
  'member.unknown': ({ name }) => `没有找到叫「${name}」的成员。\n可以直接 @ 对方，或写完整的群昵称`,
  'member.ambiguous': ({ name, choices }) =>
    listChoices(`有 ${choices.length} 位「${name}」，请带上编号再发一次：`, choices),
  'certificate.no_check_ins': ({ name }) =>
    `${displayName(name)} 在本群还没有打卡，发不了证书。\n换一位试试：/证书 @小满`,
  'room.unknown': ({ name, suggestion }) =>
    suggestion === undefined
      ? `没有找到群「${name}」。\n发送 /状态 看所有群`
      : `没有找到群「${name}」，是不是「${suggestion}」？`,
  'room.ambiguous': ({ name, choices }) =>
    choices.length === 0
      ? `叫「${name}」的群不止一个，这里不列出来。\n私聊我再发一次，我告诉你编号`
      : listChoices(`有 ${choices.length} 个群叫「${name}」，请带上编号再发一次：`, choices),
  'room.not_named': ({ choices, example }) => whichRoom(choices, example),
  'room.only_here': ({ example }) => `这个指令要到那个群里发，前面不用写群名。\n在群里发送：${example}`,
  'room.not_registered': () => '这个群还没有登记。\n先发送：/建群 体验 英语',
  'room.not_here': ({ rooms }) =>
    rooms.length === 0
      ? '这个要在学习群里发，你还没有加入。\n进群后发送：打卡'
      : `请到「${rooms.slice(0, 3).join('」「')}」里发，我在群里等你。`,
  'room.seems_lost': ({ topic }) =>
    `登录前就有一个「${topic}」，接着用它，发送：/认群\n真是另一个群，先把群名改得不一样`,
  'room.has_no_course': ({ topic, example }) => `「${topic}」还没有课程。\n先发送：${example}`,
  'role.too_high': ({ name }) => `${name} 的身份不低于你，这个操作要由更高的身份来做。`,
  'role.beyond_own': () => '不能授予自己没有的身份。',
  'role.not_held': ({ name }) => `${name} 在这里没有被授予过身份。`,
  'claim.wrong': () => '认领码不对，请核对启动日志或网页上显示的认领码。',
  'claim.taken': () => '已经有群主了，认领码不再有效。',
  'claim.not_private': () => '认领要私聊我来完成，别在群里发认领码。',
  'identity.not_new': ({ name }) =>
    `「${displayName(name)}」本来就是老成员，两个人的记录不会合成一份。\n请运营看一下：/认人`,
  'identity.present': ({ name }) =>
    `「${displayName(name)}」已经认回来了，不会再给第二个人。\n认错了，请运营先看编号再撤销：/记录`,
  'identity.unknown': ({ number }) => `没有编号 ${number} 的新面孔。\n发送 /认人 看名单`,
  'identity.needs_code': ({ name }) =>
    `${displayName(name)} 的身份不低于你，要由本人来认。\n请对方私聊我发送：绑定 8 位绑定码`,
  'identity.no_room': ({ number }) => `没有编号 ${number} 的群。\n发送 /认群 看名单`,
  'identity.which_room': ({ number }) =>
    `同名的老群不是正好一个，要说明是哪一个。\n私聊我发送：/认群 ${number} 是 老群编号`,
  'identity.not_in_public': () => '这份名单只在员工群和私聊里给。\n请私聊我再发一次',
  'course.unknown': ({ name, known }) => `没有叫「${name}」的课程。\n现有课程：${known.join('、') || '还没有'}`,
  'course.invalid': ({ faults }) => listFaults('课程没有保存，请改好这几处：', faults.map(sayFaultInText)),
  'course.builtin': ({ name }) => `「${name}」是自带课程，请换一个名字导入。`,
  'course.name_taken': ({ name }) => `「${name}」是指令里的词，请给课程换一个名字。`,
  'course.would_lose': ({ name, days, rooms }) =>
    [
      `「${name}」有 ${rooms} 个群在用，这份里没有第 ${days.slice(0, MOST_LISTED).join('、')} 天${days.length > MOST_LISTED ? `等 ${days.length} 课` : ''}，所以没有保存。`,
      `想留一份原来的，先发送：/课程 导出 ${name}`,
      `确定要换，第一行改成：/课程 导入 ${name} 覆盖`,
    ].join('\n'),
  'lesson.none': ({ day }) => `课程里没有第 ${day} 天。`,
  'template.invalid': ({ faults }) => listFaults('内容没有保存，请改好这几处：', faults.map(sayTemplateFault)),
  'settings.unknown': ({ given, known }) => `没有「${given}」这个设置。\n可以设置：${known.join('、')}`,
  'settings.invalid': ({ name, given, expected }) => `「${name}」不能设为「${given}」。\n${expected}`,
  'check_in.nothing_to_move': () => '没有可以记到昨天的打卡：只有凌晨打的卡能记到昨天。',
  'check_in.yesterday_taken': () => '昨天已经打过卡了，今天这次照常算今天的。',
  'points.too_few': ({ balance, needed }) =>
    `积分不够：差 ${needed - balance} 分（要 ${needed} 分，现在有 ${balance} 分）。\n看看怎么来的，发送：积分明细`,
  'activity.not_for_staff': () => '活动是给成员准备的，工作人员不参加。',
  'activity.past': ({ example }) => `这个时间已经过了。\n例如：${example}`,
  'activity.too_far': ({ days }) => `时间太远了，最多提前 ${days} 天。`,
  'activity.quiet_hours': () => '这个时间我不打扰大家，请改到 07:30 到 21:29 之间。',
  'draw.none': () => '本群现在没有进行中的抽奖。',
  'draw.running': ({ name }) => `「${displayName(name)}」还没开奖，一次只开一个。\n看进度，发送：/抽奖`,
  'draw.not_open': ({ name }) => `「${displayName(name)}」的报名已经截止。`,
  'draw.not_drawn': ({ name }) => `「${displayName(name)}」还没有开奖，开奖以后再补抽。`,
  'draw.not_sealed': ({ name }) => `「${displayName(name)}」还在报名，截止以后再填公开数。`,
  'draw.no_rank': ({ rank }) => `没有第 ${rank} 位中奖人。\n看名单，发送：/抽奖`,
  'draw.nobody_left': ({ name }) => `「${displayName(name)}」的名单已经抽完，没有人可以补了。`,
  'draw.no_public_source': ({ name }) => `「${displayName(name)}」没有约定公开数，到时间会自动开奖。`,
  'draw.over': ({ name }) => `「${displayName(name)}」已经开奖，不能再取消。\n换中奖人，发送：/抽奖 补抽 1`,
  'draw.no_page': ({ pages }) => `公示一共 ${pages} 页。\n例如：/抽奖 公示 ${pages}`,
  'flash_sale.none': () => '本群现在没有秒杀。',
  'flash_sale.running': ({ name }) => `「${displayName(name)}」还没结束，一次只开一个。\n看进度，发送：/秒杀`,
  'flash_sale.not_yet': ({ at }) => `还没开始，${formatMoment(at, DEFAULT_SETTINGS.zone)} 开抢。`,
  'flash_sale.over': () => '这次秒杀已经结束了。',
  'flash_sale.sold_out': () => '已经抢完了，下次再来。',
  'flash_sale.bought': () => '你已经抢到一份了，一人一份。',
  'flash_sale.has_sold': ({ name, sold }) =>
    `「${displayName(name)}」已经有 ${sold} 人抢到，不能撤销。\n提前结束，发送：/秒杀 取消`,
  'quiz.none': () => '本群现在没有进行中的题目。',
  'quiz.running': () => '上一题还没结束，一次一题。\n看进度，发送：/答题',
  'quiz.no_options': ({ example }) => `要有 2 个以上的选项，各占一行或用 | 隔开。\n例如：\n${example}`,
  'quiz.too_many_options': ({ max }) => `选项最多 ${max} 个。`,
  'quiz.no_answer': ({ example }) => `还没写答案。\n例如：\n${example}`,
  'quiz.answer_unknown': ({ given, last }) => `答案「${given}」不在选项里，要在 A 到 ${last} 之间。`,
  'quiz.in_public': ({ topic }) =>
    `在群里发，大家就看到答案了。\n请到员工群或私聊我发送：/${roomWord(topic)} 答题 开 …`,
  'quiz.over': () => '这一题已经公布答案了，不能再取消。',
  'gift.unknown': ({ name }) => `没有叫「${displayName(name)}」的礼品。\n看看有什么，发送：兑换`,
  'gift.ambiguous': ({ name, gifts }) => listGifts(name, gifts),
  'gift.sold_out': ({ name }) => `「${name}」已经换完了，积分没有动。\n看看别的，发送：兑换`,
  'gift.few_left': ({ name, left }) => `「${name}」只剩 ${left} 份了，积分没有动。\n例如：兑换 ${name} ${left}`,
  'gift.limit_reached': ({ name, limit, taken }) =>
    `「${name}」每人限换 ${limit} 份，你已经换了 ${taken} 份。\n看看别的，发送：兑换`,
  'gift.too_many': ({ name, most }) => `「${name}」一次可以换 1 到 ${most} 份。\n例如：兑换 ${name}`,
  'gift.name_taken': ({ name }) => `已经有「${name}」了，换个名字，或改原来那份。\n例如：/礼品 改 ${name} 库存 50`,
  'gift.of_all_rooms': ({ name }) => `「${name}」是所有群共用的，要在员工群里改。\n例如：/礼品 改 ${name} 库存 50`,
  'redemption.unknown': ({ id }) => `没有编号 ${id} 的兑换。\n看编号，成员发送「我的兑换」，运营发送：/发放`,
  'redemption.not_pending': ({ id, state }) =>
    `编号 ${id} 现在是「${stateName(state)}」，不能再这样改。\n看清单，运营发送：/发放`,
  'redemption.too_late': ({ id }) =>
    `编号 ${id} 换了超过 24 小时，不能自己取消了。\n可以请运营发送：/发放 ${id} 取消 原因`,
  'redemption.code_seen': ({ id }) => `编号 ${id} 的券码已经看过，不能取消。\n再看一次券码，私聊我发送：领券`,
  'redemption.none_open': () => '没有可以取消的兑换。\n看自己的兑换，发送：我的兑换',
  'redemption.none_to_send': () => '你现在没有等着寄的礼品，地址没有留下。\n看自己的兑换，发送：我的兑换',
  'codes.unknown_batch': ({ name, known }) =>
    known.length === 0
      ? `还没有叫「${displayName(name)}」的券码。\n例如：/券码 生成 ${displayName(name)} 50`
      : `没有叫「${displayName(name)}」的券码。\n现有：${known.slice(0, MOST_LISTED).join('、')}`,
  'codes.none_left': ({ name, left, needed }) =>
    `「${name}」要 ${needed} 张，只剩 ${left} 张，一张也没有发。\n先补上：/券码 生成 ${name} ${needed}`,
  'codes.expired': ({ name }) => `「${name}」已经过期，不能再发。\n换一批，例如：/券码 生成 新券 50`,
  'codes.too_many': ({ most }) => `一条消息最多 ${most} 个券码，请分几次发。\n例如：/券码 生成 名称 ${most}`,
  'codes.batch_taken': ({ name }) => `「${name}」已经有期限了，要不同的期限就换个名称。\n例如：/券码 生成 ${name}2 50`,
  'codes.seen': ({ name }) => `${displayName(name)} 已经看过这张券，收不回来了。`,
  'red_packet.no_budget': ({ example }) => `本群还没有红包预算。\n先发送：${example}`,
  'red_packet.over_budget': ({ left }) => `超出预算：还剩 ${formatYuan(left)} 元，这笔没有记。\n看预算，发送：/红包`,
  'red_packet.below_spent': ({ spent }) =>
    `已经记了 ${formatYuan(spent)} 元，预算不能比它少。\n例如：/红包 预算 ${formatYuan(spent)}元`,
  'red_packet.not_an_amount': ({ given }) =>
    `「${displayName(given)}」不是金额，最多两位小数。\n例如：/红包 记 @小林 6.66元 早起冠军`,
  'red_packet.unknown': ({ id }) => `没有编号 ${id} 的红包记录。\n看最近的，发送：/红包`,
  'red_packet.void': ({ id }) => `编号 ${id} 已经作废过了。\n看最近的，发送：/红包`,
  'badge.held': ({ name, badge }) => `${displayName(name)} 已经有「${badge}」了，一枚就够。`,
  'badge.not_held': ({ name, badge }) => `${displayName(name)} 没有「${badge}」这枚徽章。`,
  'badge.by_rule': ({ badge }) =>
    `「${badge}」由打卡记录自动颁发，不能手动给或收。\n换个名称，例如：/徽章 给 @小林 最佳笔记`,
  'pause.not_paused': () => '这个群没有暂停，推送照常。',
  'post.none_for_day': () => '这一天没有要推送的内容。',
  'post.already_sent': ({ id }) => `这条已经发过了（编号 ${id}），不会再发一次。`,
  'post.unknown': ({ id }) => `没有编号 ${id} 的消息。\n发送 /状态 看需要处理的消息`,
  'post.too_late': () => '现在补发已经太晚了，不再打扰大家。',
  'post.not_due': ({ minute }) => `还没到时间，${formatLocalMinute(minute)} 会自动推送。`,
  'post.waiting': ({ id }) => `这条已经在排队了（编号 ${id}），马上就发。`,
  'post.uncertain': ({ id }) => `这条可能已经发出去了（编号 ${id}），先到群里看一眼。\n确实没有，再发送：/补发 ${id}`,
  'post.empty': ({ id }) => `编号 ${id} 当时没有内容可发。\n要补发今天的：/补发 任务`,
  'post.nothing_to_send': ({ reason }) => `今天没有可以补发的：${saySkipReason(reason)}。`,
  'post.not_in_public': ({ id }) => `全文只在员工群和私聊里给，不会在这里提前发出来。\n请私聊我发送：/状态 ${id}`,
  'pacing.out_of_range': ({ setting, min, max }) => outOfRange(setting, min, max),
  'pacing.gap_reversed': () => gapReversed(),
  'pacing.not_understood': ({ given }) => notUnderstood(given),
  'sending.stopped': ({ until }) =>
    `账号正在保护性停发，到 ${formatMoment(until, DEFAULT_SETTINGS.zone)} 为止。\n到时再发一次这个指令`,
};

export function sayRefusal<Code extends RefusalCode>(refusal: RefusalOf<Code>): string {
  const wording: (refusal: never) => string = wordings[refusal.code as Refusal['code']];
  return wording(refusal as never);
}

export function sayFault(incident: string): string {
  return `出了点小问题，已经记下来了（编号 ${incident}）。请稍后再试一次`;
}

/** A plan may hold faults of both kinds. */
function sayFaultInText(fault: PlanFault | TemplateFault): string {
  return isTemplateFault(fault) ? sayTemplateFault(fault) : sayPlanFault(fault);
}

function isTemplateFault(fault: PlanFault | TemplateFault): fault is TemplateFault {
  return fault.code.startsWith('template.');
}

const MOST_LISTED = 8;

function listChoices(lead: string, choices: readonly Choice[]): string {
  const lines = choices
    .slice(0, MOST_LISTED)
    .map(({ id, name, detail }, index) => `${index + 1}. ${name}#${id}（${detail}）`);
  return [lead, ...lines].join('\n');
}

/** Nothing is picked for the member: points would be gone. */
function listGifts(name: string, gifts: readonly Gift[]): string {
  const lines = gifts.slice(0, MOST_LISTED).map((gift) => `${gift.id}. ${gift.name}　${gift.price} 分`);
  return [`「${displayName(name)}」是哪一样？`, ...lines, `带上编号，例如：兑换 ${gifts[0]?.id ?? ''}`].join('\n');
}

function listFaults(lead: string, faults: readonly string[]): string {
  const more = faults.length > MOST_LISTED ? [`还有 ${faults.length - MOST_LISTED} 处`] : [];
  return [lead, ...faults.slice(0, MOST_LISTED), ...more].join('\n');
}

/** Longer lines, a whole course for instance, are not repeated. */
const LONGEST_EXAMPLE = 40;

function whichRoom(choices: readonly string[], example: string): string {
  const [first, second] = choices;
  const line = withRoom(first ?? '群名', example);
  if (first === undefined) return `这个指令要说明是哪个群。\n在那个群里发，或把群名写在前面：${line}`;
  if (second === undefined) return `这个指令要说明是哪个群。\n发送：${line}`;
  const shown = choices.slice(0, MOST_LISTED).map((name) => `「${name}」`);
  const more = choices.length > MOST_LISTED ? `等 ${choices.length} 个` : '';
  return `这个指令要说明是哪个群：${shown.join('')}${more}。\n把群名写在前面，例如：${line}`;
}

function withRoom(name: string, example: string): string {
  const line = example.replace(/^\//u, '');
  const short = line.includes('\n') || line.length > LONGEST_EXAMPLE ? `${/^\S+/u.exec(line)?.[0] ?? ''} …` : line;
  return `/${roomWord(name)} ${short}`;
}
