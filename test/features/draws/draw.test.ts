import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { recompute } from './recompute.js';
import { startDrawScene, winnersIn } from './scene.js';

const OPEN = '/抽奖 开 开学礼 保温杯 2份 截止 19:00';
const AFTER = '2026-03-02T19:05:00+08:00';

describeDialects('a draw', (dialect) => {
  test('is opened with the hash of its seed, entered, sealed, drawn, and worked out again by anybody', async () => {
    const { bot, owner, room, enter } = await startDrawScene(dialect);

    const opening = await owner.says(OPEN, room);
    expect(opening).toContain('「开学礼」开始报名\n奖品：保温杯，2 份\n3月2日 周一 19:00 截止并开奖');
    const commitment = /种子指纹：([0-9a-f]{64})/.exec(opening)?.[1];

    expect(await enter('小林')).toContain('小林 1号（');
    expect(await bot.person('小王').says('我要抽奖', room)).toContain('小王 2号（');
    expect(await bot.person('小林').says('抽奖！', room)).toContain('已经在名单里：小林 1号');
    await enter('阿陈', '老周', '小美');
    expect(await owner.says('/抽奖', room)).toContain('「开学礼」报名中：5 人');

    const said = (await bot.passTo(AFTER))(room);
    expect(said).toContain('「开学礼」报名截止，名单 5 人\n名单指纹：');
    expect(said).toContain('「开学礼」开奖：保温杯\n1. ');
    expect(said.indexOf('名单指纹')).toBeLessThan(said.indexOf('种子：'));

    const proof = await bot.person('小林').says('抽奖公示', room);
    const { order, places, faults } = recompute(proof);
    expect(faults).toEqual([]);
    expect(proof).toContain(`commitment ${commitment}`);
    expect(said).toContain(`名单指纹：${/^list (.*)$/m.exec(proof)?.[1]}`);
    expect(winnersIn(said)).toEqual(order.slice(0, places));
  });

  test('what was published before the end does not tell the seed', async () => {
    const { bot, owner, room, enter } = await startDrawScene(dialect);
    await owner.says(OPEN, room);
    await enter('小林');

    expect(await bot.person('小林').says('抽奖公示', room)).toContain('还没有开过奖');
    expect(bot.said(room).join('\n')).not.toContain('种子：');
  });

  test('leavers and staff are not in the sealed list, and those who left and came back are', async () => {
    const { bot, owner, room, enter } = await startDrawScene(dialect);
    await owner.says(OPEN, room);
    await enter('小林', '小王', '阿陈', '老周');
    await bot.person('小王').leaves(room);
    await bot.person('阿陈').leaves(room);
    await bot.person('阿陈').joins(room);
    await owner.says('/授权 老周 老师', room);

    expect((await bot.passTo(AFTER))(room)).toContain('名单 2 人（退群或工作人员 2 人不计）');

    const { order, faults } = recompute(await owner.says('/抽奖 公示', room));
    expect({ order: order.toSorted((a, b) => a - b), faults }).toEqual({ order: [1, 3], faults: [] });
  });

  test('staff hear why somebody did not win, in a place of their own', async () => {
    const { bot, owner, room, staff, enter } = await startDrawScene(dialect);
    await owner.says('/抽奖 开 开学礼 保温杯 1份 截止 19:00', room);
    const names = ['小林', '小王', '阿陈'];
    await enter(...names);
    await bot.person('阿陈').leaves(room);
    await bot.passTo(AFTER);
    const { order } = recompute(await owner.says('/抽奖 公示', room));
    const [winner = '', loser = ''] = order.map((number) => names[number - 1] ?? '');

    expect(await owner.says(`/英语1群 为什么 抽奖 ${loser}`, staff)).toBe(
      `「开学礼」3月2日 周一 19:00 截止，名单 2 人（退群 1 人、工作人员 0 人不计），按种子和名单指纹排出先后，取前 1 位\n` +
        `${loser}（${order[1]} 号）：排在第 2 位，只取前 1 位`,
    );
    expect(await owner.says(`/英语1群 为什么 抽奖 ${winner}`, staff)).toContain('排在第 1 位，中奖');
    expect(await owner.says('/英语1群 为什么 抽奖 3', staff)).toContain('阿陈（3 号）：封存名单时已退群，不在名单里');
    expect(await owner.says('/英语1群 为什么 抽奖 小美', staff)).toContain('小美：没有报名这次抽奖');
  });

  test('staff are turned away kindly, and so are those who come too late', async () => {
    const { bot, owner, room } = await startDrawScene(dialect);
    expect(await bot.person('小林').says('抽奖', room)).toBe('本群现在没有进行中的抽奖。');
    await owner.says(OPEN, room);

    expect(await owner.says('抽奖', room)).toBe('活动是给成员准备的，工作人员不参加。');
    const late = { sentAt: Date.parse('2026-03-02T19:00:00+08:00') };
    bot.clock.moveTo(late.sentAt);
    expect(await bot.person('小王').says('抽奖', room, late)).toBe('「开学礼」的报名已经截止。');
  });

  test('who does not meet the condition hears what is missing', async () => {
    const { bot, owner, room, enter } = await startDrawScene(dialect);
    await owner.says(`${OPEN} 条件 本周打卡≥2 条件 连续2天`, room);
    await bot.person('小林').says('打卡', room);

    expect(await enter('小林')).toBe('小林 还差一点：本周打卡满 2 天，现在 1 天、连续打卡满 2 天，现在 1 天');
  });

  test('points are booked once, whatever is done again', async () => {
    const { bot, owner, room, enter } = await startDrawScene(dialect);
    await owner.says('/抽奖 开 开学礼 50分 1份 截止 19:00', room);
    await enter('小林');
    expect((await bot.passTo(AFTER))(room)).toContain('开奖：50 分\n1. 小林（1 号）\n积分已经到账');
    await bot.passTo('2026-03-03T19:05:00+08:00');

    const entries = await bot.database.transaction((tx) =>
      tx.selectFrom('points_entry').select(['reason', 'ref', 'amount', 'balance']).execute(),
    );
    expect(entries).toEqual([{ reason: 'draw', ref: 'draw:1:1', amount: 50, balance: 50 }]);
  });

  test('the next one of the same order takes the place of a winner who is gone, and what was booked goes back', async () => {
    const { bot, owner, room, enter } = await startDrawScene(dialect);
    await owner.says('/抽奖 开 开学礼 50分 2份 截止 19:00', room);
    const names = ['小林', '小王', '阿陈', '老周', '小美'];
    await enter(...names);
    await bot.passTo(AFTER);
    const { order } = recompute(await owner.says('/抽奖 公示', room));
    const nameOf = (place: number): string => names[(order[place] ?? 0) - 1] ?? '';
    await bot.person(nameOf(2)).leaves(room);

    const said = await owner.says('/抽奖 补抽 2 没有来领', room);

    expect(said).toContain(`补抽：${nameOf(1)} 的名额给下一位\n原因：没有来领\n4. ${nameOf(3)}（${order[3]} 号）`);
    expect(await owner.says('/抽奖 补抽 2', room)).toBe('没有第 2 位中奖人。\n看名单，发送：/抽奖');
    expect(await owner.says('/抽奖', room)).toContain(`1. ${nameOf(0)}（${order[0]} 号）\n4. ${nameOf(3)}`);
    expect(await bot.person(nameOf(1)).says('我的', room)).not.toContain('积分 50');
    const proof = recompute(await owner.says('/抽奖 公示', room));
    expect(proof).toEqual({ order, places: 2, faults: [] });
  });

  test('with a public number nobody knows the winners before it is known', async () => {
    const { bot, owner, room, enter } = await startDrawScene(dialect);
    expect(await owner.says(`${OPEN} 公开数 福彩3D第61期`, room)).toContain('19:00 截止，等福彩3D第61期公布后开奖');
    await enter('小林', '小王', '阿陈');
    expect(await owner.says('/抽奖 公开数 293', room)).toContain('还在报名');
    const sealed = (await bot.passTo(AFTER))(room);
    expect(sealed).toContain('等福彩3D第61期公布后开奖');
    expect(sealed).not.toContain('种子：');

    const said = await owner.says('/抽奖 公开数 293', room);

    const proof = await owner.says('/抽奖 公示', room);
    const { order, faults } = recompute(proof);
    expect(faults).toEqual([]);
    expect(said).toContain('公开数：293');
    expect(winnersIn(said)).toEqual(order.slice(0, 2));
    expect(winnersIn(said)).not.toEqual(recompute(proof.replace('value 293', 'value 294')).order);
  });

  test('ends once, as soon as the bot is there again, and is told when it may speak', async () => {
    const { bot, owner, room } = await startDrawScene(dialect);
    await owner.says(OPEN, room);
    await bot.person('小林').says('抽奖', room);
    bot.clock.moveTo(Date.parse('2026-03-02T23:00:00+08:00'));
    await Promise.all([bot.bot.plan(), bot.bot.plan()]);
    await bot.bot.sender.drain();
    expect(bot.said(room).join('\n')).not.toContain('开奖：保温杯');

    const said = (await bot.passTo('2026-03-03T07:45:00+08:00'))(room);

    expect(said.match(/开奖：保温杯/g)).toHaveLength(1);
    expect(winnersIn(said)).toEqual([1]);
  });

  test('a pause holds the result, for as long as it lasts, and no draw', async () => {
    const { bot, owner, room, staff } = await startDrawScene(dialect);
    await owner.says(OPEN, room);
    await bot.person('小林').says('抽奖', room);
    await owner.says('/暂停 3天', room);

    const said = await bot.passTo('2026-03-03T12:00:00+08:00');

    expect(said(room)).toBe('');
    expect(said(staff)).toContain('「开学礼」已经有结果，群里现在不能发');
    expect(await owner.says('/英语1群 抽奖', staff)).toContain('1. 小林（1 号）');
    await owner.says('/恢复', room);
    expect((await bot.passTo('2026-03-04T07:45:00+08:00'))(room)).toContain('开奖：保温杯\n1. 小林');
  });

  test('a result that finds the day spent waits behind the posts, and staff are told', async () => {
    const { bot, owner, room, staff } = await startDrawScene(dialect);
    await owner.says('/抽奖 开 早鸟 水杯 截止 3-3 10:00', room);
    await bot.person('小林').says('抽奖', room);
    await bot.passTo('2026-03-03T10:10:00+08:00');
    expect(await owner.says('/英语1群 抽奖 开 开学礼 保温杯 截止 今天 19:00', staff)).toBe(
      '好，马上发到「英语1群」。\n「英语1群」那天的推送已满 3 条，「开学礼」的公告可能顺延，最晚到第二天早上 07:30 以后。',
    );
    await bot.person('小王').says('抽奖', room);

    const said = await bot.passTo('2026-03-03T21:00:00+08:00');

    expect(said(staff)).toContain('「英语1群」的「开学礼」已经有结果，群里现在不能发，3月3日 周二 20:02 起会自动发出');
    expect(said(room)).toContain('【今日点评】');
    expect(said(room)).not.toContain('开奖：');
    expect((await bot.passTo('2026-03-04T07:45:00+08:00'))(room)).toContain('开奖：保温杯\n1. 小王');
  });

  test('of an opening for a day that is spoken for staff are warned', async () => {
    const { bot, owner, room, staff } = await startDrawScene(dialect);
    await owner.says('/秒杀 开 水杯 5份 3-3 10:00', room);

    expect(await owner.says('/抽奖 开 开学礼 保温杯 截止 3-3 20:30', room)).not.toContain('顺延');
    await bot.passTo('2026-03-02T09:05:00+08:00');
    expect(bot.said(staff).at(-1)).toContain('「英语1群」那天的推送已满 3 条，「开学礼」的公告可能顺延');
  });

  test('nobody entered: the room hears so, and nothing is drawn', async () => {
    const { bot, owner, room } = await startDrawScene(dialect);
    await owner.says(OPEN, room);

    expect((await bot.passTo(AFTER))(room)).toContain('这次没有人在名单里');
  });

  test('one runs at a time, and a cancelled one ends without a word more', async () => {
    const { bot, owner, room } = await startDrawScene(dialect);
    await owner.says(OPEN, room);
    await bot.person('小林').says('抽奖', room);
    expect(await owner.says('/抽奖 开 第二个 水杯 截止 20:00', room)).toContain('「开学礼」还没开奖');

    expect(await owner.says('/抽奖 取消', room)).toBe('「开学礼」取消了，已经报名的不用再做什么。');
    expect((await bot.passTo(AFTER))(room)).toBe('');
  });

  test.each([
    ['/抽奖 开', '还缺少「名称」'],
    ['/抽奖 开 开学礼 截止 20:00', '还缺少「奖品」'],
    ['/抽奖 开 开学礼 保温杯', '还缺少「截止时间」'],
    ['/抽奖 开 开学礼 保温杯 截止 8:00', '这个时间已经过了'],
    ['/抽奖 开 开学礼 保温杯 截止 22:00', '请改到 07:30 到 21:29 之间'],
    ['/抽奖 开 开学礼 保温杯 截止 2026-05-20 20:00', '最多提前 31 天'],
    ['/抽奖 开 开学礼 保温杯 200份 截止 20:00', '「份数」要在 1 到 100 之间'],
    ['/抽奖 开 开学礼 保温杯 截止 20:00 条件 心情≥3', '「条件」没有「心情≥3」这一项'],
    ['/抽奖 补抽 1', '本群现在没有进行中的抽奖'],
    ['/抽奖 送', '没有「送」这一项'],
  ])('%s is refused: %s', async (line, why) => {
    const { owner, room } = await startDrawScene(dialect);

    expect(await owner.says(line, room)).toContain(why);
  });

  test('a hundred who enter in ten minutes are answered by three messages at most, each with number and code', async () => {
    const { CAREFUL_PACING } = await import('../../../src/domain/pacing.js');
    const { startTestBot } = await import('../../support/test-bot.js');
    const pacing = { ...CAREFUL_PACING, minGap: 0, maxGap: 0, newPercent: 100 };
    const bot = await startTestBot({ dialect, pacing });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 体验 英语', room);
    await owner.says(OPEN, room);
    const before = bot.said(room).length;

    for (let index = 0; index < 100; index++) {
      await bot.person(`成员${index}`).says('抽奖', room);
      await bot.passTo(new Date(Date.parse('2026-03-02T09:00:06+08:00') + index * 6_000).toISOString());
    }
    await bot.passTo('2026-03-02T09:30:00+08:00');

    const answers = bot.said(room).slice(before);
    expect(answers.length).toBeLessThanOrEqual(3);
    for (let index = 0; index < 100; index++) expect(answers.join('\n')).toContain(`成员${index} ${index + 1}号（`);
  });
});
