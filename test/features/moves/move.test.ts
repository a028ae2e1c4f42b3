/** From the paid order to the record that is carried over, and everything that may come in between. */

import { expect, test } from 'vitest';
import { SendError } from '../../../src/ports/chat-gateway.js';
import { describeDialects } from '../../support/dialects.js';
import { INVITED, PLAYED_FIRST, startMoveScene } from './move-scene.js';

describeDialects('the move', (dialect) => {
  test('tags, invites, welcomes, bids farewell and carries the record over', PLAYED_FIRST, async () => {
    const { bot, buys, done, flow, lin, minutes, owner, paid, staff, trial } = await startMoveScene(dialect);

    expect(await owner.says('/流程', staff)).toContain('没有进行中的流程');
    await buys();
    await minutes(2);

    expect(done()).toEqual([INVITED]);
    expect(await flow()).toBe(
      [
        '小林 · 英语：进「英语付费1群」，进行中（订单 1）',
        '标签：完成 3月4日 周三 10:00',
        '邀请：完成 3月4日 周三 10:00',
        '进群：等对方进群 3月4日 周三 10:00',
        '欢迎：还没到',
        '送别：还没到',
        '记录：还没到',
      ].join('\n'),
    );
    expect(await owner.says('/流程', staff)).toBe(
      '【流程】进行中 1 个，等人来办 0 个\n小林 · 英语 · 进群：等对方进群\n看一个：/流程 @小林',
    );
    expect(await lin.whispers('为什么没进群')).toContain('你的进群流程进行中。');

    expect(await lin.joins(paid)).toContain('小林（连续 3 天）带着之前的打卡记录来，天数接着算。');
    await minutes(2);

    expect(bot.said(trial).at(-1)).toBe('🎓 送送 小林：从这里起步，去下一个群接着学');
    expect(bot.said(staff).at(-1)).toContain('小林 已进英语付费群，还在「英语体验群」，移出还是留下（移出／留下）');
    const shown = await flow();
    expect(shown).toContain('小林 · 英语：进「英语付费1群」，已完成（订单 1）');
    expect(shown).toContain('记录：带过去 3 天、35 分 3月4日 周三 10:02\n体验群：等人来办');
    expect(shown.split('\n')).toHaveLength(8);
    expect(await owner.says('/为什么 @小林 流程', staff, { mentions: [lin] })).toContain('小林的进群流程已完成。');
    expect(await owner.says('/标签 @小林', staff, { mentions: [lin] })).toContain('英语付费');
    expect(await owner.says('/流程', trial)).toContain('不在这里说');
  });

  test('greets once and bids farewell once, whoever joins again, leaves, or is told of twice', async () => {
    const { bot, buys, done, flow, lin, minutes, paid, staff, trial, owner } = await startMoveScene(dialect);
    await buys();
    await minutes(2);

    await lin.joins(paid);
    await lin.joins(paid);
    await bot.bot.receive({ type: 'room.roster', room: paid, people: [owner, lin], at: bot.clock.now() });
    await minutes(2);
    await lin.leaves(paid);
    await lin.joins(paid);
    await bot.bot.receive({ type: 'room.roster', room: paid, people: [owner, lin], at: bot.clock.now() });
    await minutes(2);

    expect(bot.said(paid).filter((line) => line.startsWith('👋'))).toHaveLength(1);
    expect(bot.said(trial).filter((line) => line.includes('🎓'))).toHaveLength(1);
    expect(bot.said(staff).filter((line) => line.includes('移出还是留下'))).toHaveLength(1);
    expect(await lin.says('我的', paid)).toContain('积分 35');
    await buys('年卡 199');
    await minutes(2);
    expect(done()).toEqual([INVITED]);
    expect(await flow()).toContain('已完成（订单 1）');
  });

  test('who pays twice on the way is invited once', async () => {
    const { buys, done, flow, minutes } = await startMoveScene(dialect);

    await buys();
    await buys('月卡 69');
    await minutes(2);
    await buys('月卡 69');
    await minutes(60);

    expect(done()).toEqual([INVITED]);
    expect(await flow()).toContain('进行中（订单 1）');
  });

  test('who cannot be invited by the bot is invited by a person', async () => {
    const { bot, buys, decides, done, flow, lin, minutes, owner, paid, staff } = await startMoveScene(dialect, {
      capabilities: { invite: false },
    });
    await buys();
    await minutes(2);

    expect(bot.said(staff).at(-1)).toContain(
      '小林 要进英语付费群：这个微信接口不能代劳，请人来邀请（已邀请／不用邀请）',
    );
    expect(await flow()).toContain('邀请：等人来办（这个微信接口不能代劳）');
    expect(await decides('已邀请')).toBe('好，等 小林 进群。');
    expect(await owner.says('/撤销', staff)).toContain('已撤销');
    expect(await flow()).toContain('邀请：等人来办（这个微信接口不能代劳）');
    await decides('已邀请');
    await minutes(2);
    await lin.joins(paid);
    await minutes(2);

    expect(done()).toEqual([]);
    expect(await flow()).toContain('已完成');
    expect(bot.said(staff).filter((line) => line.startsWith('【待办】1 件事等人来定\n1. 小林 要进'))).toHaveLength(1);
  });

  test('an invitation whose end nobody knows is not given again by itself, but by a person', async () => {
    const { bot, buys, done, flow, minutes, owner, staff, lin } = await startMoveScene(dialect);
    bot.gateway.beforePerform = ({ do: what }) => {
      if (what === 'invite') throw new SendError('unknown', 'unreachable', 'The connection was lost.');
    };
    await buys();
    await minutes(120);

    expect(await flow()).toContain('邀请：等人来办（不确定对方收到没有）');
    bot.gateway.beforePerform = () => {};
    await minutes(60 * 48);
    expect(done()).toEqual([]);

    expect(await owner.says('/流程 @小林 重试', staff, { mentions: [lin] })).toContain('「邀请」再来一次');
    await minutes(2);
    expect(done()).toEqual([INVITED]);
    expect(await owner.says('/待办', staff)).toContain('没有待办');
  });

  test('without a paid room, or with two of them, a person says what to do', async () => {
    const scene = await startMoveScene(dialect, { paidRooms: [] });
    const { bot, buys, decides, done, flow, minutes, owner, staff, paid, lin } = scene;
    await buys();
    await minutes(2);
    expect(await flow()).toContain('邀请：等人来办（还没有登记这门课的付费群）');

    for (const room of [paid, bot.room('英语付费2群')]) await owner.says('/建群 付费 英语', room);
    await owner.says('/流程 @小林 重试', staff, { mentions: [lin] });
    await minutes(2);
    expect(bot.said(staff).at(-1)).toContain(
      '小林 进哪个英语付费群：1「英语付费1群」 2「英语付费2群」（1群／2群／不用邀请）',
    );

    expect(await decides('2群')).toBe('好，邀请 小林 进「英语付费2群」。');
    await minutes(2);
    expect(done()).toEqual(['invite wx-小林 英语付费2群@chatroom']);
    await lin.joins(paid);
    await minutes(2);
    expect(await flow()).toContain('进「英语付费1群」，已完成');
  });

  test('who is there already is neither invited nor welcomed, and keeps the record all the same', async () => {
    const { bot, buys, done, flow, lin, minutes, paid } = await startMoveScene(dialect);
    await lin.joins(paid);
    await lin.says('打卡 第一次', paid);
    await minutes(5);

    await buys();
    await minutes(2);

    expect(done()).toEqual([]);
    const shown = await flow();
    expect(shown).toContain('邀请：跳过（已经在群里）');
    expect(shown).toContain('欢迎：跳过（已经在群里）');
    expect(bot.said(paid).filter((line) => line.startsWith('👋'))).toHaveLength(1);
    // The own check-in of today counts, two came along, and so a bonus for three in a row is due here.
    expect(await lin.says('我的', paid)).toContain('连续 3 天（最长 3 天），累计 3 天\n积分 50');
  });

  test('who does not come is reminded once in private, and then is a matter for staff', async () => {
    const { bot, buys, decides, done, flow, lin, minutes, staff } = await startMoveScene(dialect);
    await lin.whispers('你好');
    await buys();
    const reminded = () => bot.said(lin).filter((said) => said.includes('邀请昨天发给你')).length;
    const asked = () =>
      bot.said(staff).filter((said) => said.startsWith('【待办】1 件') && said.includes('还没进群')).length;

    await minutes(60 * 23);
    expect(reminded()).toBe(0);
    await minutes(60 * 2);
    expect(reminded()).toBe(1);
    // Overdue at ten in the evening, so that staff hear of it in the morning.
    await bot.passTo('2026-03-06T08:00:00+08:00');
    expect(asked()).toBe(1);
    await decides('再等等');
    await bot.passTo('2026-03-08T08:00:00+08:00');
    expect(asked()).toBe(2);
    expect(reminded()).toBe(1);
    await decides('再邀请');
    await minutes(5);
    expect(done()).toEqual([INVITED, INVITED]);
    await bot.passTo('2026-03-10T08:00:00+08:00');
    expect(await decides('不用邀请')).toBe('好，不邀请 小林，流程到这里结束。');
    await minutes(2);
    expect(await flow()).toContain('已完成');
  });

  test('a room may do without farewells, and who has left the board is not shown with figures', async () => {
    const { bot, buys, lin, minutes, owner, paid, trial } = await startMoveScene(dialect);
    expect(await owner.says('/设置 送别 关', trial)).toContain('送别：关');
    await lin.says('退出排行', trial);
    await buys();
    await minutes(2);

    expect(await lin.joins(paid)).not.toContain('带着之前的打卡记录来');
    await minutes(2);

    expect(bot.said(trial).filter((line) => line.includes('🎓'))).toHaveLength(0);
    expect(await lin.says('排行榜', paid)).not.toContain('小林');
  });

  test('a person retries, skips and stops, and takes each of it back', async () => {
    const { buys, done, flow, lin, minutes, owner, staff } = await startMoveScene(dialect);
    const orders = (line: string) => owner.says(`/流程 @小林 ${line}`, staff, { mentions: [lin] });
    expect(await orders('停止')).toContain('还没有进群的流程');
    await buys();
    await minutes(2);
    const before = await flow();

    expect(await orders('停止')).toContain('小林 的流程停了');
    expect(await flow()).toContain('已停止');
    expect(await orders('重试')).toContain('已经结束了');
    expect(await owner.says('/撤销', staff)).toContain('已撤销');
    expect(await flow()).toBe(before);
    expect(await orders('跳过')).toContain('跳过「进群」');
    expect(await owner.says('/撤销', staff)).toContain('已撤销');
    expect(await flow()).toBe(before);
    expect(await orders('重试')).toContain('「邀请」再来一次');
    await minutes(2);
    expect(done()).toEqual([INVITED, INVITED]);
    await orders('跳过');
    await minutes(2);
    const shown = await flow();
    expect(shown).toContain('进群：跳过（人工）');
    expect(shown).toContain('记录：跳过（不用）');
    expect(await orders('乱来')).toContain('重试、跳过、停止');
  });

  test('two courses are two moves', async () => {
    const { bot, buys, done, minutes, owner, staff, lin } = await startMoveScene(dialect);
    await owner.says('/建群 付费 唐诗', bot.room('唐诗付费群'));
    await buys();
    await owner.says('/订单 @小林 唐诗 月卡 69', staff, { mentions: [lin] });
    await minutes(2);

    expect(done()).toEqual([INVITED, 'invite wx-小林 唐诗付费群@chatroom']);
    expect(await owner.says('/流程 @小林', staff, { mentions: [lin] })).toContain('有 2 门课的流程');
    expect(await owner.says('/流程 @小林 唐诗', staff, { mentions: [lin] })).toContain('小林 · 唐诗：进「唐诗付费群」');
  });
});
