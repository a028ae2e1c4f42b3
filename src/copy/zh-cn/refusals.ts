/** How the bot says no: one line of cause, one line that helps. A refusal without wording does not compile. */

import type { PlanFault } from '../../domain/course/plan-fault.js';
import { displayName } from '../../domain/display-name.js';
import { formatLocalMinute } from '../../domain/local-time.js';
import type { Choice, Refusal, RefusalCode, RefusalOf } from '../../domain/refusal.js';
import { DEFAULT_SETTINGS } from '../../domain/room.js';
import type { TemplateFault } from '../../domain/template/template-fault.js';
import { gapReversed, notUnderstood, outOfRange } from './accounts.js';
import { formatMoment } from './calendar.js';
import { sayPlanFault } from './course-plan.js';
import { roomWord } from './name-list.js';
import { roleName } from './roles.js';
import { saySkipReason } from './skip-reasons.js';
import { sayTemplateFault } from './template-variables.js';

type Wordings = { readonly [Code in RefusalCode]: (refusal: RefusalOf<Code>) => string };

const wordings: Wordings = {
  'command.forbidden': ({ needed }) =>
    `这个指令需要${roleName(needed)}身份。\n可以请群主发送：/授权 @你 ${roleName(needed)}`,
  'command.unknown': ({ given, suggestion }) =>
    suggestion === undefined
      ? `没有「${given}」这个指令。\n发送 /帮助 看全部指令`
      : `没有「${given}」这个指令，是不是想用：\n/${suggestion}`,
  'command.not_available': () => '这个功能还没有开放，开放后会在群里告诉大家。\n现在可以发送：帮助',
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
    `「${displayName(name)}」已经认回来了，不会再给第二个人。\n认错了，请运营先发送：/认人 撤回`,
  'identity.unknown': ({ number }) => `没有编号 ${number} 的新面孔。\n发送 /认人 看名单`,
  'identity.needs_code': ({ name }) =>
    `${displayName(name)} 的身份不低于你，要由本人来认。\n请对方私聊我发送：绑定 8 位绑定码`,
  'identity.no_room': ({ number }) => `没有编号 ${number} 的群。\n发送 /认群 看名单`,
  'identity.which_room': ({ number }) =>
    `同名的老群不是正好一个，要说明是哪一个。\n私聊我发送：/认群 ${number} 是 老群编号`,
  'identity.not_in_public': () => '这份名单只在员工群和私聊里给。\n请私聊我再发一次',
  'identity.no_undo': ({ number }) => `编号 ${number} 不能撤回：已经撤回过，或者超过 24 小时了。`,
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
