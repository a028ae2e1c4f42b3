/**
 * What is said to every command, for `every-command.test.ts`. A new command needs an entry here, by its name: lines that
 * make it do each thing that it can do. A script is looked at one by one, each in a community of its own.
 */

import { findOrAddAccount, markStopped } from '../../../src/storage/accounts.js';
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
  'members.help': [{ says: '/帮助' }, { says: '/帮助 建群' }],
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
  'safety.undo': [{ given: ({ says }) => says('/暂停 3天'), says: '/撤销' }],
};

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
