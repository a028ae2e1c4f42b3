/** Codes of invitation: who may say one, what it pays, and all that it does not pay for. */

import { expect, test } from 'vitest';
import type { LocalDay } from '../../../src/domain/local-day.js';
import { findMemberId } from '../../../src/storage/members.js';
import { countReferrals } from '../../../src/storage/referrals.js';
import { describeDialects, type Dialect } from '../../support/dialects.js';
import { startTestBot, type TestPerson } from '../../support/test-bot.js';

const at = (day: number, time: string) => `2026-03-${String(day).padStart(2, '0')}T${time}:00+08:00`;

async function startScene(dialect: Dialect) {
  const bot = await startTestBot({ dialect, now: '2026-02-20T07:00:00+08:00' });
  const owner = await bot.owner();
  const [room, staff] = [bot.room('英语体验群'), bot.room('员工群')];
  await owner.says('/建群 员工', staff);
  await owner.says('/建群 体验 英语', room);
  const [lin, zhou, yu] = ['小林', '小周', '小雨'].map((name) => bot.person(name)) as [
    TestPerson,
    TestPerson,
    TestPerson,
  ];
  // An old hand, who joined long ago.
  await lin.joins(room);
  await bot.passTo(at(2, '10:00'));
  const tells = (line: string) => owner.says(line, staff);
  const codeOf = async (person: TestPerson) =>
    /邀请码：(\w{8})/u.exec(await person.says('我的邀请码', room))?.[1] ?? '';
  const checksIn = async (person: TestPerson, ...days: readonly number[]) => {
    for (const day of days) {
      await bot.passTo(at(day, '10:00'));
      await person.says('打卡', room);
    }
  };
  const pointsOf = async (name: string) => {
    const rows = await bot.database.transaction((tx) =>
      tx.selectFrom('membership').select('points').where('name', '=', name).execute(),
    );
    return rows.reduce((sum, { points }) => sum + points, 0);
  };
  return { bot, owner, room, staff, lin, zhou, yu, tells, codeOf, checksIn, pointsOf };
}

describeDialects('a referral', (dialect) => {
  test('pays once, on the morning after the newcomer’s own third day', async () => {
    const { bot, room, lin, zhou, tells, codeOf, checksIn, pointsOf } = await startScene(dialect);
    const code = await codeOf(lin);
    expect(await lin.whispers('查看我的邀请码')).toContain(code);
    await zhou.joins(room);
    expect(await zhou.says(`邀请码 ${code}`, room)).toBe(
      '小周，记下了，是 小林 带你来的。\n从今天的第一步开始，发送：打卡',
    );
    expect(await zhou.says(`邀请码：${code}`, room)).toContain('你已经说过邀请码了');
    expect(await tells('/来源 小周')).toContain('小林 的邀请码（本人说的邀请码）');

    await checksIn(zhou, 2, 3, 4);
    expect(await pointsOf('小林')).toBe(0);
    await bot.passTo(at(5, '10:00'));
    expect(await pointsOf('小林')).toBe(50);
    await bot.passTo(at(20, '10:00'));

    expect(await pointsOf('小林')).toBe(50);
    expect(await lin.says('积分明细', room)).toContain('邀请新成员');
    expect(await lin.says('我的邀请码', room)).toContain('你带来了 1 位，其中 1 位打卡满 3 天');
    expect(await tells('/邀请码 小林')).toContain('小周：算成了，50 分');
    expect(await tells('/邀请码')).toContain('小林：带来 1 位，算成 1 位');
    const counts = await bot.database.transaction(async (tx) => {
      const id = await findMemberId(
        tx,
        (await tx.selectFrom('account').select('id').executeTakeFirstOrThrow()).id,
        'wx-小林',
      );
      if (id === undefined) throw new Error('小林 is nobody.');
      const since = (day: string) => countReferrals(tx, id, (Date.parse(day) / 86_400_000) as LocalDay);
      return [await since('2026-03-05'), await since('2026-03-06')];
    });
    expect(counts).toEqual([1, 0]);
  });

  test('does not pay for what was made up, or entered by staff', async () => {
    const { bot, owner, room, lin, zhou, codeOf, checksIn, pointsOf } = await startScene(dialect);
    await zhou.joins(room);
    await zhou.whispers(`我的邀请码是 ${await codeOf(lin)}`);
    await checksIn(zhou, 4, 5);
    await zhou.says('补卡 昨天', room);
    await bot.passTo(at(6, '10:00'));
    await owner.says('/代打卡 @小周 今天', room, { mentions: [zhou] });
    await bot.passTo(at(8, '10:00'));
    expect(await pointsOf('小林')).toBe(0);

    await checksIn(zhou, 8);
    await bot.passTo(at(9, '10:00'));
    expect(await pointsOf('小林')).toBe(50);
  });

  test('is taken back when a check-in is withdrawn within a week', async () => {
    const { bot, room, lin, zhou, tells, codeOf, checksIn, pointsOf } = await startScene(dialect);
    await zhou.joins(room);
    await zhou.says(`邀请码 ${await codeOf(lin)}`, room);
    await checksIn(zhou, 3, 4, 5);
    await bot.passTo(at(6, '10:00'));
    expect(await pointsOf('小林')).toBe(50);

    await tells('/英语体验群 更正 小周 3-4 无');
    await bot.passTo(at(7, '10:00'));

    expect(await pointsOf('小林')).toBe(0);
    expect(await tells('/邀请码 小林')).toContain('小周：打卡撤回了，50 分收回');
    await bot.passTo(at(9, '10:00'));
    expect(await pointsOf('小林')).toBe(0);
  });

  test('pays nothing for oneself, for those who are known, and for those gone within a day', async () => {
    const { bot, owner, room, lin, zhou, yu, tells, codeOf, checksIn, pointsOf } = await startScene(dialect);
    const code = await codeOf(lin);
    expect(await lin.whispers(`邀请码 ${code}`)).toContain('这是你自己的邀请码');
    expect(await lin.says(`我的邀请码是 ${code}`, room)).toBe('');
    await zhou.joins(room);
    const zhousCode = await codeOf(zhou);
    expect(await lin.says(`邀请码 ${zhousCode}`, room)).toContain('要在进群 7 天内说');
    expect(await owner.says(`邀请码 ${code}`, room)).toContain('要在进群 7 天内说');
    expect(await zhou.says('邀请码 AAAAAAAA', room)).toContain('没有找到这个邀请码');
    await yu.joins(room);
    await yu.says(`邀请码 ${code}`, room);
    await bot.passTo(at(3, '09:00'));
    await yu.leaves(room);
    await yu.joins(room);
    await checksIn(yu, 3, 4, 5);
    await bot.passTo(at(12, '10:00'));

    expect(await pointsOf('小林')).toBe(0);
    expect(await tells('/邀请码 小林')).toContain('小雨：进群不满 24 小时就走了，不算');
    // Leaving and coming back makes nobody new.
    await zhou.leaves(room);
    await zhou.joins(room);
    expect(await zhou.says(`邀请码 ${code}`, room)).toContain('要在进群 7 天内说');
  });

  test('pays nothing in a ring of two or more, and takes back what was paid', async () => {
    const { bot, room, zhou, yu, tells, codeOf, checksIn, pointsOf } = await startScene(dialect);
    const wu = bot.person('小吴');
    for (const one of [zhou, yu, wu]) await one.joins(room);
    const [zhous, yus, wus] = [await codeOf(zhou), await codeOf(yu), await codeOf(wu)];
    await yu.says(`邀请码 ${zhous}`, room);
    await wu.says(`邀请码 ${yus}`, room);
    await checksIn(yu, 2, 3, 4);
    await bot.passTo(at(5, '10:00'));
    const before = await pointsOf('小周');
    expect(before).toBe(50);

    expect(await zhou.says(`邀请码 ${wus}`, room)).toContain('互相邀请');
    await checksIn(wu, 6, 7, 8);
    await bot.passTo(at(12, '10:00'));

    expect(await pointsOf('小周')).toBe(0);
    expect(await tells('/邀请码 小周')).toContain('小雨：互相邀请，不算，50 分收回');
    expect(await tells('/邀请码 小雨')).toContain('小吴：互相邀请，不算');
    expect(await tells('/邀请码 小吴')).toContain('小周：互相邀请，不算');
  });

  test('pays what the room says, up to its limits, and beyond them still counts', async () => {
    const { bot, owner, room, lin, tells, codeOf, pointsOf } = await startScene(dialect);
    await owner.says('/设置 邀请积分 30', room);
    await owner.says('/设置 每日邀请上限 2', room);
    const code = await codeOf(lin);
    const people = ['甲', '乙', '丙'].map((name) => bot.person(`新人${name}`));
    for (const one of people) {
      await one.joins(room);
      await one.says(`邀请码 ${code}`, room);
    }
    for (const day of [3, 4, 5]) {
      await bot.passTo(at(day, '10:00'));
      for (const one of people) await one.says('打卡', room);
    }
    await bot.passTo(at(6, '10:00'));

    expect(await pointsOf('小林')).toBe(60);
    expect(await tells('/邀请码 小林')).toContain('带来 3 位');
    expect((await tells('/邀请码 小林')).match(/算成了/gu)).toHaveLength(3);
  });

  test('a code that is said before joining counts; nobody guesses for long', async () => {
    const { bot, room, lin, zhou, yu, codeOf, checksIn, pointsOf } = await startScene(dialect);
    const code = await codeOf(lin);
    expect(await zhou.whispers(`邀请码 ${code}`)).toContain('是 小林 带你来的');
    await zhou.joins(room);
    await checksIn(zhou, 3, 4, 5);
    await bot.passTo(at(6, '10:00'));
    expect(await pointsOf('小林')).toBe(50);

    const answers: string[] = [];
    for (const digit of '23456789') answers.push(await yu.whispers(`邀请码 ${digit.repeat(8)}`));
    expect(answers.filter((answer) => answer !== '')).toHaveLength(5);
    expect(await yu.whispers('我的邀请码')).toContain('进了学习群才有邀请码');
  });
});
