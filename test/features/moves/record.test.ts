/** What of the trial room's record is seen in the paid room, and what of the paid room's own stays as it was. */

import { expect, test } from 'vitest';
import { recount } from '../../../src/kit/recount.js';
import { listCourseSeats } from '../../../src/storage/course-seats.js';
import type { Tx } from '../../../src/storage/database.js';
import { readHistory } from '../../../src/storage/histories.js';
import { readStanding } from '../../../src/storage/standings.js';
import { describeDialects } from '../../support/dialects.js';
import { type MoveScene, PLAYED_FIRST, startMoveScene } from './move-scene.js';

async function move({ bot, buys, lin, minutes, paid }: MoveScene): Promise<void> {
  await buys();
  await minutes(2);
  await lin.joins(paid);
  await minutes(2);
  expect(bot.said(paid).length).toBeGreaterThan(0);
}

/** What posts of the paid room tell, and what they are counted from. */
function postedOf({ bot }: MoveScene) {
  return bot.database.transaction(async (tx) => ({
    days: await tx
      .selectFrom('room_day')
      .select(['room_id', 'day', 'check_ins'])
      .where('check_ins', '>', 0)
      .orderBy('room_id')
      .orderBy('day')
      .execute(),
    checkIns: await tx.selectFrom('check_in').select(['room_id', 'member_id', 'day']).orderBy('id').execute(),
  }));
}

async function seatOf(tx: Tx, kind: 'trial' | 'paid') {
  const { id } = await tx.selectFrom('member').select('id').where('name', '=', '小林').executeTakeFirstOrThrow();
  const { id: accountId } = await tx.selectFrom('account').select('id').executeTakeFirstOrThrow();
  const { id: courseId } = await tx
    .selectFrom('course')
    .select('id')
    .where('name', '=', '英语')
    .executeTakeFirstOrThrow();
  const [seat] = await listCourseSeats(tx, { accountId, memberId: id, courseId }, kind);
  if (!seat) throw new Error('Lin has no seat.');
  return seat;
}

describeDialects('the record', (dialect) => {
  test('goes along whole, and changes nothing that the paid room has counted', PLAYED_FIRST, async () => {
    const scene = await startMoveScene(dialect);
    const { bot, lin, paid, trial } = scene;
    const before = await postedOf(scene);

    await move(scene);

    expect(await postedOf(scene)).toEqual(before);
    expect(await lin.says('我的', paid)).toContain(
      '连续 3 天（最长 3 天），累计 3 天\n积分 35 · 徽章 第一步\n保护卡 0 张，本月还能补卡 3 次',
    );
    expect(await lin.says('我的', trial)).toContain('连续 3 天（最长 3 天），累计 3 天\n积分 0');
    expect(await lin.says('为什么连续断了', paid)).toContain('现在连续 3 天，从 3月2日 算起');
    expect(await lin.says('补卡 昨天', paid)).toContain('已经打过卡');
    await bot.passTo('2026-03-05T21:00:00+08:00');
    expect(bot.said(paid).at(-1)).not.toContain('徽章');
  });

  test('today counts once for the streak, and in each room by its own word', async () => {
    const scene = await startMoveScene(dialect);
    const { bot, lin, paid } = scene;
    await move(scene);

    expect(await lin.says('打卡 再读一遍', paid)).toContain('连续 3 天，累计 3 天，+10 分');
    expect(await lin.says('打卡 又一遍', paid)).not.toContain('+10 分');
    await bot.passTo('2026-03-05T09:00:00+08:00');
    expect(await lin.says('打卡 读完了', paid)).toContain('连续 4 天，累计 4 天，+10 分');
    expect(await lin.says('撤回打卡', paid)).toContain('连续 3 天');
    for (const day of ['05', '06', '07', '08']) {
      await bot.passTo(`2026-03-${day}T10:00:00+08:00`);
      await lin.says('打卡 读完了', paid);
    }
    expect(bot.said(paid).at(-1)).toContain('连续满 7 天');
    expect(await lin.says('我的', paid)).toContain('积分 105');
  });

  test('a day that was brought along is no day to put a check-in of the small hours to', async () => {
    const scene = await startMoveScene(dialect);
    const { bot, lin, paid } = scene;
    await move(scene);
    await bot.passTo('2026-03-05T00:30:00+08:00');

    const said = await lin.says('打卡 读完了', paid);
    await bot.passTo('2026-03-05T00:40:00+08:00');

    expect(`${said}\n${bot.said(paid).at(-1)}`).not.toContain('记到昨天');
    expect(await lin.says('记到昨天', paid)).toContain('昨天');
    expect(await lin.says('我的', paid)).toContain('连续 4 天（最长 4 天），累计 4 天');
  });

  test('equals what is counted anew from it, with leave and freezes that carried the streak', async () => {
    const scene = await startMoveScene(dialect);
    const { bot, lin, owner, paid, trial } = scene;
    await bot.passTo('2026-03-05T10:00:00+08:00');
    await lin.says('请假', trial);
    for (const day of ['06', '07', '08', '09']) {
      await bot.passTo(`2026-03-${day}T10:00:00+08:00`);
      await lin.says('打卡 读完了', trial);
    }
    // A freeze was earned on the 9th, and is spent for the 10th.
    await bot.passTo('2026-03-11T10:00:00+08:00');
    await lin.says('打卡 读完了', trial);
    const told = await lin.says('我的', trial);
    expect(told).toContain('连续 8 天（最长 8 天），累计 8 天');
    await owner.says('/积分 @小林 +7 笔记', trial, { mentions: [lin] });

    await move(scene);

    expect(await lin.says('我的', paid)).toContain('连续 8 天（最长 8 天），累计 8 天');
    await bot.database.transaction(async (tx) => {
      const [from, to] = [await seatOf(tx, 'trial'), await seatOf(tx, 'paid')];
      const [there, here] = [await readStanding(tx, from), await readStanding(tx, to)];
      const figures = ({ firstDay, lastDay, coveredTo, streak, best, total, freezes }: typeof here) =>
        [firstDay, lastDay, coveredTo, streak, best, total, freezes] as const;
      expect(figures(here)).toEqual(figures(there));
      expect(await recount(tx, to, { day: (await readHistory(tx, to)).days.at(-1) ?? (0 as never), now: 0 })).toEqual(
        here,
      );
      const entries = await tx.selectFrom('points_entry').select(['room_id', 'amount']).execute();
      const sum = (roomId: number) =>
        entries.filter((one) => one.room_id === roomId).reduce((all, { amount }) => all + amount, 0);
      expect([there.balance, here.balance]).toEqual([sum(from.roomId), sum(to.roomId)]);
      expect(there.balance).toBe(0);
    });
  });

  test('leave that is still ahead is leave in the paid room too', async () => {
    const scene = await startMoveScene(dialect);
    const { bot, lin, paid, trial } = scene;
    await lin.says('请假 3月5日到3月6日', trial);

    await move(scene);
    await bot.passTo('2026-03-07T10:00:00+08:00');

    expect(await lin.says('打卡 回来了', paid)).toContain('连续 4 天');
  });
});
