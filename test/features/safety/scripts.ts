/**
 * What is said to every command, for `every-command.test.ts`. A new command needs an entry here, by its name: lines that
 * make it do each thing that it can do. A script is looked at one by one, each in a community of its own.
 */

import { markStopped } from '../../../src/storage/account-sending.js';
import { findOrAddAccount } from '../../../src/storage/accounts.js';
import type { Dialect } from '../../support/dialects.js';
import type { TestBot } from '../../support/test-bot.js';
import { logInAgain, NAMES, numberOf } from '../identities/log-in-again.js';
import { type Scene, tellIn } from './scene.js';

export interface Script {
  /** Another community than the usual one. */
  readonly scene?: (dialect: Dialect) => Promise<Scene>;
  /** What has to be there first, and is no part of what is looked at. */
  readonly given?: (scene: Scene) => Promise<unknown>;
  /** The line, said in the room by the owner; or whatever it takes to say it. */
  readonly says: string | ((scene: Scene) => Promise<string>);
}

export const SCRIPTS: Readonly<Record<string, readonly Script[]>> = {
  'badges.badge': [
    { says: '/徽章' },
    { says: '/徽章 给 @小林 最佳笔记' },
    { given: ({ says }) => says('/徽章 给 @小林 最佳笔记'), says: '/徽章 收 @小林 最佳笔记 给错了' },
  ],
  'codes.codes': [
    { says: '/券码' },
    { says: '/券码 生成 早鸟券 3' },
    { says: ({ says, owner }) => says('/券码 导入 早鸟券\nAAA-1\nAAA-2', owner, 'private') },
    { given: ({ says }) => says('/券码 生成 早鸟券 3'), says: '/券码 生成 早鸟券 2' },
  ],
  'codes.hand-out': [{ given: ({ says }) => says('/券码 生成 早鸟券 3'), says: '/发券 早鸟券 @小林 @小周' }],
  'codes.own-codes': [
    {
      given: async ({ says }) => {
        await says('/券码 生成 早鸟券 3');
        await says('/发券 早鸟券 @小林');
      },
      says: ({ lin }) => lin.whispers('领券'),
    },
  ],
  'gifts.gift': [
    { says: '/礼品' },
    { says: '/礼品 加 水杯 20 库存 5 限 1 要地址' },
    { given: ({ says }) => says('/礼品 加 水杯 20 库存 5'), says: '/礼品 改 水杯 价格 15 库存 9 改名 大水杯' },
    { given: ({ says }) => says('/礼品 加 水杯 20'), says: '/礼品 下架 水杯' },
  ],
  'gifts.fulfil': [
    { given: redeemMug, says: '/发放' },
    { given: redeemMug, says: '/发放 1 顺丰 SF123' },
    { given: redeemMug, says: '/发放 1 取消 断货了' },
  ],
  'gifts.call-off': [{ given: redeemMug, says: ({ lin, room }) => lin.says('取消兑换', room) }],
  'gifts.own-redemptions': [{ given: redeemMug, says: ({ lin, room }) => lin.says('我的兑换', room) }],
  'gifts.address': [{ given: redeemMug, says: ({ lin }) => lin.whispers('地址 小林 上海市静安区 1 号') }],
  'tags.tag': [
    { says: ({ says, owner }) => says('/英语1群 标签', owner, 'private') },
    { says: '/标签 @小林 @小周 +英语 30天' },
    { given: ({ says }) => says('/标签 @小林 +英语'), says: '/标签 @小林 -英语 +晨读' },
    { says: '/标签 可选 晨读 夜猫' },
    { says: ({ says, owner }) => says('/英语1群 标签 规则 加 来过 打卡>=2', owner, 'private') },
    {
      given: ({ says, owner }) => says('/英语1群 标签 规则 加 来过 打卡>=2', owner, 'private'),
      says: ({ says, owner }) => says('/英语1群 标签 规则 删 1', owner, 'private'),
    },
  ],
  'segments.segment': [
    { says: '/圈人 打卡>=2' },
    { says: '/圈人 存 老同学 打卡>=2 -段:衰退' },
    { given: ({ says }) => says('/圈人 存 老同学 打卡>=2'), says: '/圈人 删 老同学' },
  ],
  'tiers.ladder': [
    { says: '/等级' },
    { says: '/等级 加 铂金 打卡120 积分1500 补卡+1 抽奖x2' },
    { given: ({ says }) => says('/等级 加 铂金 打卡120 积分1500'), says: '/等级 改 铂金 打卡100 早知道' },
    { says: '/等级 删 钻石' },
  ],
  'tiers.promote': [
    { says: '/升级 @小林 黄金 带读一个月' },
    {
      given: ({ says, owner }) => says('/英语1群 升级 @小林 黄金', owner, 'private'),
      says: ({ says, owner }) => says('/英语1群 升级 @小林 白银', owner, 'private'),
    },
  ],
  'classes.classes': [
    { says: ({ says, owner }) => says('/英语1群 分类', owner, 'private') },
    { says: ({ says, owner }) => says('/英语1群 分类 @小林 重点', owner, 'private') },
    {
      given: ({ says, owner }) => says('/英语1群 分类 @小林 重点', owner, 'private'),
      says: ({ says, owner }) => says('/英语1群 分类 @小林 自动', owner, 'private'),
    },
  ],
  'accounts.account': [{ says: '/账号' }, { says: '/账号 每天 100' }],
  'camps.camp': [
    { given: openCamp, says: '/训练营' },
    { given: openCamp, says: ({ lin, room }) => lin.says('训练营', room) },
  ],
  'camps.open': [{ says: '/开营 早读营 3-5 3-25 要求 18' }],
  'camps.change': [{ given: openCamp, says: '/改营 3-6 3-26 要求 15' }],
  'camps.close': [{ given: openCamp, says: '/结营' }],
  'graphics.certificate': [{ says: '/证书 @小林' }],
  'graphics.week': [{ says: '/周报' }],
  'cards.order': [
    { says: ({ says, owner }) => says('/英语1群 订单', owner, 'private') },
    { says: '/订单 @小林 季卡 199' },
    { says: '/订单 待付 @小林 季卡 199' },
    { given: ({ says }) => says('/订单 @小林 月卡 69'), says: '/订单 升级 @小林 季卡 199' },
    { given: ({ says }) => says('/订单 @小林 季卡 199'), says: '/订单 退款 1' },
    {
      says: ({ says, owner }) =>
        says('/订单 导入\n成员,课程,会员卡,金额,付款日期,订单号\n小林,英语,季卡,199,2026-03-01,A1', owner, 'private'),
    },
  ],
  'cards.card': [
    { given: ({ says }) => says('/订单 @小林 季卡 199'), says: '/会员 @小林 冻结' },
    {
      given: async ({ says }) => {
        await says('/订单 @小林 季卡 199');
        await says('/会员 @小林 冻结');
      },
      says: '/会员 @小林 解冻',
    },
    { given: ({ says }) => says('/订单 @小林 季卡 199'), says: '/会员 @小林 补 7天' },
    { says: ({ says, owner }) => says('/英语1群 会员 @小林', owner, 'private') },
  ],
  'cards.own-card': [{ says: ({ lin }) => lin.whispers('我的会员') }],
  'cards.entitlement': [
    { says: '/权益' },
    { says: '/权益 季卡 一对一 2次' },
    { given: ({ says }) => says('/权益 季卡 一对一 2次'), says: '/权益 删 季卡 一对一' },
    {
      given: async ({ says }) => {
        await says('/权益 季卡 一对一 2次');
        await says('/订单 @小林 季卡 199');
      },
      says: '/权益 用 @小林 一对一 讲语法',
    },
  ],
  'cards.codes': [
    { says: '/兑换码' },
    { says: '/兑换码 生成 季卡 3' },
    { given: ({ says }) => says('/兑换码 生成 季卡 3'), says: '/兑换码 作废 1' },
  ],
  'cards.activate': [{ says: ({ lin }) => lin.whispers('激活 ABCD-EFGH-JKMN-PQRS') }],
  'chain-lists.chain-list': [
    { says: '/接龙' },
    { says: '/接龙 打卡 晨跑' },
    { given: leaveUnclaimed, says: async (scene) => scene.says(`/接龙 认 ${await findUnclaimed(scene)} @小周`) },
    { given: leaveUnclaimed, says: async (scene) => scene.says(`/接龙 不认 ${await findUnclaimed(scene)}`) },
  ],
  'check-ins.check-in-for': [{ says: '/代打卡 @小周 今天' }, { says: '/代打卡 @吴老师 昨天' }],
  'check-ins.correct': [{ says: '/更正 @小周 3-3 无' }, { says: '/更正 @小周 3-4 有' }],
  'check-ins.leave-for': [{ says: '/代请假 @小周 3-5 到 3-6' }],
  'check-ins.protect-day': [{ says: '/保护 3-5 停电' }],
  'check-ins.points-day': [{ says: '/双倍 3-5' }],
  'check-ins.count-for-yesterday': [{ says: ({ zhou, room }) => zhou.says('记到昨天', room) }],
  'courses.course': [
    { says: '/课程' },
    { says: '/课程 导出 英语' },
    { says: '/课程 使用 唐诗 明天' },
    { says: '/课程 导入 晨读\n# 晨读\n\n## 第 1 天 开始\n读第一段。' },
    {
      given: async ({ says }) => {
        await says('/课程 导入 晨读\n# 晨读\n\n## 第 1 天 开始\n读第一段。\n\n## 第 2 天 接着读\n读第二段。');
        await says('/课程 使用 晨读 今天');
      },
      says: '/课程 导入 晨读 覆盖\n# 夜读\n\n## 第 1 天 换了\n读别的。',
    },
  ],
  'courses.task': [
    { says: '/任务 明天' },
    { says: '/任务 明天 读两遍' },
    { says: ({ says, teacher }) => says('/任务 今天 读', teacher) },
  ],
  'draws.draw': [
    { says: '/抽奖' },
    { says: '/抽奖 开 开学礼 保温杯 2份 截止 19:00' },
    {
      given: async ({ says, lin }) => {
        await says('/抽奖 开 开学礼 保温杯 2份 截止 19:00');
        await says('抽奖', lin);
      },
      says: '/抽奖 取消',
    },
  ],
  'draws.proof': [{ says: ({ says, lin }) => says('抽奖公示', lin) }],
  'flash-sales.flash-sale': [
    { says: '/秒杀' },
    { says: '/秒杀 开 保温杯 5份 20:00' },
    { given: ({ says }) => says('/秒杀 开 保温杯 5份 20:00'), says: '/秒杀 取消' },
    { given: ({ says }) => says('/秒杀 开 保温杯 5份'), says: '/秒杀 取消' },
  ],
  'quizzes.quiz': [
    { says: ({ says, owner }) => says('/英语1群 答题', owner, 'private') },
    { says: ({ says, owner }) => says('/英语1群 答题 开 1+1 | 1 | 2 | 答案 B', owner, 'private') },
    { given: ({ says, owner }) => says('/英语1群 答题 开 1+1 | 1 | 2 | 答案 B', owner, 'private'), says: '/答题 取消' },
  ],
  'identities.recognise': [
    { scene: startAfterLogin, given: recogniseRoom, says: async (scene) => recogniseLin(scene, '是 小林') },
    { scene: startAfterLogin, given: recogniseRoom, says: async (scene) => recogniseLin(scene, '新') },
  ],
  'identities.recognise-room': [{ scene: startAfterLogin, says: '/认群' }],
  'identities.bind': [{ says: ({ lin }) => lin.whispers('绑定') }],
  'moderation.warn': [{ says: '/警告 @小林 请看群公告' }],
  'moderation.hide': [{ says: '/隐藏 @小林' }, { given: breakRule, says: '/隐藏 1' }],
  'moderation.offences': [{ given: breakRule, says: ({ says, owner, staff }) => says('/英语1群 违规', owner, staff) }],
  'moderation.rules': [{ says: '/规则' }, { says: '/规则 广告 开' }],
  'moderation.words': [
    { says: ({ says, owner, staff }) => says('/词库 加 代写', owner, staff) },
    {
      given: ({ says, owner, staff }) => says('/词库 加 代写', owner, staff),
      says: ({ says, owner, staff }) => says('/词库 减 代写', owner, staff),
    },
  ],
  'moderation.allow': [
    { says: '/白名单 加 @小林' },
    { says: ({ says, owner, staff }) => says('/白名单 加 example.com 特价周', owner, staff) },
  ],
  'trust.trust': [{ says: ({ says, owner, staff }) => says('/英语1群 信任 小林', owner, staff) }],
  'members.help': [{ says: '/帮助' }, { says: '/帮助 建群' }],
  'moves.move': [
    { given: beginMove, says: '/流程' },
    ...['', '重试', '跳过', '停止'].map((action) => ({
      given: beginMove,
      says: ({ says, owner, staff }: Scene) => says(`/流程 @小林 ${action}`, owner, staff),
    })),
  ],
  'points.grant': [
    { says: '/积分 @小林' },
    { says: '/积分 @小林 @小周 +20 分享笔记' },
    { says: '/积分 -5 @小林 记错了' },
  ],
  'points.statement': [{ says: ({ lin, room }) => lin.says('积分明细', room) }],
  'red-packets.red-packet': [
    { says: '/红包' },
    { says: '/红包 预算 500元' },
    { given: setBudget, says: '/红包 记 @小林 6.66元 早起冠军' },
    {
      given: async (scene) => {
        await setBudget(scene);
        await scene.says('/红包 记 @小林 6.66元 早起冠军');
      },
      says: '/红包 作废 1 记错人了',
    },
  ],
  'moderators.moderator': [
    { says: '/版主' },
    { says: '/版主 加 @小林 30天 提醒' },
    { given: lendToLin, says: '/版主 加 @小林 隐藏' },
    { given: lendToLin, says: '/版主 加 @小林 7天' },
    { given: lendToLin, says: '/版主 收 @小林' },
  ],
  'core-users.core': [
    { says: ({ says, owner, staff }) => says('/核心', owner, staff) },
    { says: ({ says, owner, staff }) => says('/核心 @小林', owner, staff) },
    { given: gatherCrowd, says: ({ says, owner, staff }) => says('/核心 邀请 @小林', owner, staff) },
    { given: makeLinCore, says: ({ says, owner, staff }) => says('/核心 移出 @小林 想休息一阵', owner, staff) },
  ],
  'core-users.consent': [{ given: inviteLin, says: ({ lin, room }) => lin.says('愿意', room) }],
  'core-users.decline': [{ given: inviteLin, says: ({ lin, room }) => lin.says('暂不加入', room) }],
  'core-users.leave': [{ given: makeLinCore, says: ({ lin, room }) => lin.says('退出核心', room) }],
  'core-users.own-score': [{ says: ({ lin, room }) => lin.says('我的核心分', room) }],
  'posts.preview': [{ says: '/预览 明早' }, { says: '/预览 今晚' }],
  'posts.repost': [{ given: oversleepTomorrow, says: '/补发 任务' }],
  'posts.status': [
    { says: '/状态' },
    { given: stopInTheMorning, says: async ({ bot, owner }) => owner.whispers(`/状态 ${await findTask(bot)}`) },
    { given: stopInTheMorning, says: async ({ bot, owner }) => owner.whispers(`/状态 ${await findTask(bot)} 已发`) },
  ],
  'posts.roll': [{ says: ({ says, owner }) => says('/英语1群 名单', owner, 'private') }],
  'roles.claim': [{ says: ({ lin }) => lin.whispers('认领 ABCD2345') }],
  'roles.grant': [{ says: '/授权 @小林 老师' }, { says: '/授权 @吴老师 运营' }, { says: '/授权 @小林 运营 全部' }],
  'roles.revoke': [{ says: '/撤权 @吴老师' }, { says: '/撤权 @阿陈 全部' }],
  'rooms.pause': [{ says: '/暂停 3天' }, { given: ({ says }) => says('/暂停 3天'), says: '/暂停 1周' }],
  'rooms.register': [
    {
      given: ({ owner, bot }) => owner.says('大家好', bot.room('新群')),
      says: ({ owner, bot }) => owner.says('/建群 体验 英语', bot.room('新群')),
    },
    { says: '/建群 体验 唐诗 明天' },
    { given: ({ says }) => says('/暂停 3天'), says: '/建群 核心' },
  ],
  'rooms.resume': [{ given: ({ says }) => says('/暂停 3天'), says: '/恢复' }],
  'rooms.settings': [
    { says: '/设置' },
    { says: '/设置 任务时间 11:30' },
    { says: '/设置 时区 Asia/Tokyo' },
    {
      given: async ({ owner, bot }) => {
        await owner.says('/建群 付费 英语', bot.room('别的群'));
        await owner.says('/设置 点评时间 21:00', bot.room('别的群'));
      },
      says: '/设置 复制 别的群',
    },
  ],
  'reasons.why': [
    { says: ({ says, owner, staff }) => says('/英语1群 为什么 小林 积分', owner, staff) },
    { says: ({ says, owner, staff }) => says('/英语1群 为什么 推送 任务', owner, staff) },
  ],
  'safety.log': [
    { says: ({ says, owner }) => says('/记录', owner, 'private') },
    { says: ({ says, owner }) => says('/记录 1', owner, 'private') },
    { says: ({ says, owner, staff }) => says('/英语1群 记录 今天', owner, staff) },
  ],
  'todos.todo': [
    { given: endTrial, says: ({ says, owner, staff }) => says('/待办', owner, staff) },
    { given: endTrial, says: ({ says, owner, staff }) => says('/待办 1', owner, staff) },
    { given: endTrial, says: ({ says, owner, staff }) => says('/待办 1 延长', owner, staff) },
    { given: tellTeam, says: ({ says, owner, staff }) => says('/待办 1 采纳 下周就改', owner, staff) },
    { given: tellTeam, says: ({ says, owner, staff }) => says('/待办 1 暂不处理 再看一个月', owner, staff) },
  ],
  'questions.box': [{ given: askSomething, says: ({ lin, room }) => lin.says('问题箱', room) }],
  'questions.vote': [{ given: askSomething, says: ({ zhou, room }) => zhou.says('同问 1', room) }],
  'questions.take-back': [{ given: askSomething, says: ({ lin, room }) => lin.says('撤问 1', room) }],
  'questions.answer': [
    { given: askSomething, says: '/答疑 1 早晚各读一遍' },
    { given: askSomething, says: ({ says, owner, staff }) => says('/英语1群 答疑 1 早晚各读一遍', owner, staff) },
  ],
  'questions.drop': [{ given: askSomething, says: '/删问题 1' }],
  'tickets.own': [{ given: ({ lin }) => lin.whispers('你好'), says: ({ lin }) => lin.whispers('我的反馈') }],
  'trials.trial': [
    { given: tryOut, says: ({ says, owner, staff }) => says('/体验', owner, staff) },
    { given: tryOut, says: ({ says, owner, staff }) => says('/体验 延长 小雨 3', owner, staff) },
    { given: tryOut, says: ({ says, owner, staff }) => says('/体验 结束 小雨', owner, staff) },
    { given: tryOut, says: ({ says, owner, staff }) => says('/体验 重来 小雨', owner, staff) },
    {
      given: endTrial,
      says: ({ says, owner, staff }) => says('/体验 延长 小雨 3', owner, staff),
    },
    { given: tryOut, says: ({ says, owner, staff }) => says('/英语体验群 体验 文案 5', owner, staff) },
    { given: tryOut, says: ({ says, owner, staff }) => says('/英语体验群 体验 文案 5 接着学吧', owner, staff) },
    {
      given: async (scene) => {
        await tryOut(scene);
        await scene.says('/英语体验群 体验 文案 5 接着学吧', scene.owner, scene.staff);
      },
      says: ({ says, owner, staff }) => says('/英语体验群 体验 文案 5 默认', owner, staff),
    },
  ],
  'sources.source': [
    { given: tryOut, says: ({ says, owner, staff }) => says('/来源', owner, staff) },
    { given: tryOut, says: ({ says, owner, staff }) => says('/来源 小雨', owner, staff) },
    { given: tryOut, says: ({ says, owner, staff }) => says('/来源 小雨 抖音', owner, staff) },
    { says: '/来源 群 抖音' },
  ],
  'conversion.conversion': [{ says: ({ says, owner, staff }) => says('/转化', owner, staff) }, { says: '/转化 公式' }],
  'referrals.codes': [
    { says: ({ says, owner, staff }) => says('/邀请码', owner, staff) },
    { says: ({ says, owner, staff }) => says('/邀请码 小林', owner, staff) },
  ],
  'safety.undo': [{ given: ({ says }) => says('/暂停 3天'), says: '/撤销' }],
};

async function breakRule({ zhou, room }: Scene): Promise<void> {
  await zhou.says('兼职刷单，日结300，加微信 abc12345', room);
}

/** A second room, of trials, into which somebody has come. */
async function tryOut({ bot, owner }: Scene): Promise<void> {
  const room = bot.room('英语体验群');
  await owner.says('/建群 体验 英语', room);
  await bot.person('小雨').joins(room);
}

function askSomething({ lin, room }: Scene): Promise<string> {
  return lin.says('提问 单词总是记不住怎么办', room);
}

function tellTeam({ lin, room }: Scene): Promise<string> {
  return lin.says('反馈 早上的任务能不能早半小时发', room);
}

/** Its days are over, and a person has to say what comes next. */
async function endTrial(scene: Scene): Promise<void> {
  await tryOut(scene);
  await scene.bot.passTo('2026-03-12T10:00:00+08:00');
}

async function redeemMug({ says, lin, room }: Scene): Promise<void> {
  await says('/礼品 加 水杯 20 库存 5 要地址');
  await lin.says('兑换 水杯', room);
}

/** Money, which a second manager confirms. */
async function setBudget({ says, manager }: Scene): Promise<void> {
  const code = /确认 (\d{4})/u.exec(await says('/红包 预算 500元'))?.[1] ?? '';
  await says(`确认 ${code}`);
  await says(`确认 ${code}`, manager);
}

async function startAfterLogin(dialect: Dialect): Promise<Scene> {
  const { bot, newOwner, newRoom, fresh, seeRoster } = await logInAgain(dialect);
  await seeRoster(newRoom, [newOwner, ...NAMES.map(fresh)]);
  const [lin, manager, zhou, teacher] = NAMES.map(fresh) as [Scene['lin'], Scene['lin'], Scene['lin'], Scene['lin']];
  const people = { owner: newOwner, manager, teacher, lin, zhou };
  return { bot, ...people, room: newRoom, staff: bot.room('员工群'), says: tellIn(newRoom, newOwner, people) };
}

async function recogniseRoom({ bot, owner, room, lin, zhou }: Scene): Promise<void> {
  await owner.says('/认群', room);
  await bot.bot.receive({ type: 'room.roster', room, people: [owner, lin, zhou], at: bot.clock.now() });
}

async function recogniseLin({ owner }: Scene, as: string): Promise<string> {
  return owner.whispers(`/认人 ${numberOf('小林', await owner.whispers('/认人'))} ${as}`);
}

/** Back at one o'clock, when it is too late for the task to be posted by itself. */
async function oversleepTomorrow({ bot }: Scene): Promise<void> {
  bot.clock.moveTo(Date.parse('2026-03-05T13:00:00+08:00'));
  await bot.bot.plan();
  await bot.bot.sender.drain();
}

/** With a check-in, so that the day is counted already. */
async function stopInTheMorning({ bot, lin, room }: Scene): Promise<void> {
  await bot.passTo('2026-03-05T07:50:00+08:00');
  await bot.database.transaction(async (tx) => {
    const { id } = await findOrAddAccount(tx, 'test', 0);
    await markStopped(tx, id, Date.parse('2026-03-05T09:50:00+08:00'), 'logout');
  });
  await bot.passTo('2026-03-05T08:30:00+08:00');
  await lin.says('打卡 读完了', room);
}

async function findTask(bot: TestBot): Promise<number> {
  const { id } = await bot.database.transaction((tx) =>
    tx
      .selectFrom('outbox')
      .select('id')
      .where('kind', '=', 'task')
      .where('state', '=', 'planned')
      .executeTakeFirstOrThrow(),
  );
  return id;
}

/** To a course without a paid room, so that a person is waited for. */
async function beginMove({ bot, says, owner, staff }: Scene): Promise<void> {
  await says('/订单 @小林 唐诗 月卡 69', owner, staff);
  await bot.passTo('2026-03-04T10:05:00+08:00');
}

async function openCamp({ says }: Scene): Promise<void> {
  await says('/开营 早读营 3-2 3-22 要求 18');
}

/** A line of somebody whom the room does not know. */
async function leaveUnclaimed({ teacher, room }: Scene): Promise<void> {
  await teacher.says('#接龙\n早读打卡\n\n1. 小林 已读3页\n2. 周周 读完了', room);
}

async function findUnclaimed({ bot }: Scene): Promise<number> {
  const { id } = await bot.database.transaction((tx) =>
    tx.selectFrom('chain_question').select('id').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow(),
  );
  return id;
}

async function lendToLin({ says }: Scene): Promise<void> {
  await says('/版主 加 @小林 30天');
}

/** Enough of them for one core user. */
async function gatherCrowd({ bot, room }: Scene): Promise<void> {
  for (const name of ['阿明', '阿芳', '小满']) await bot.person(name).says('大家好', room);
}

async function inviteLin(scene: Scene): Promise<void> {
  await gatherCrowd(scene);
  await scene.says('/核心 邀请 @小林', scene.owner, scene.staff);
}

async function makeLinCore(scene: Scene): Promise<void> {
  await inviteLin(scene);
  await scene.lin.says('同意加入核心', scene.room);
}
