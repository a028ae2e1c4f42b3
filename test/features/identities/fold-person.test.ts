/**
 * What a person has once only, though they were known as two: a trial, a source, whoever brought them; and what follows them
 * whichever face it was given to. Taken back, every row is as it was.
 */

import { expect, test } from 'vitest';
import type { MemberId } from '../../../src/domain/ids.js';
import type { LocalDay } from '../../../src/domain/local-day.js';
import { recount } from '../../../src/kit/recount.js';
import type { Database, Tx } from '../../../src/storage/database.js';
import type { Schema } from '../../../src/storage/schema.js';
import { describeDialects, type Dialect } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';
import { numberOf } from './log-in-again.js';

const at = (day: number, time: string) => `2026-03-${String(day).padStart(2, '0')}T${time}:00+08:00`;

/**
 * Xiao Lin tries English from 3 March on. On the 5th a login changes all ids; on the 6th Xiao Lin, whom nobody knows, is seen
 * joining the same room.
 */
async function startScene(dialect: Dialect) {
  const bot = await startTestBot({ dialect, now: '2026-03-02T07:00:00+08:00', capabilities: { stableIds: false } });
  const owner = await bot.owner();
  const code = /绑定码：([0-9A-Z]{8})/u.exec(await owner.whispers('绑定'))?.[1] ?? 'no code';
  await owner.says('/建群 体验 英语', bot.room('英语体验群'));
  await owner.says('/来源 群 小红书', bot.room('英语体验群'));
  const lin = bot.person('小林');
  await bot.passTo(at(3, '10:00'));
  await lin.joins(bot.room('英语体验群'));
  await lin.says('打卡', bot.room('英语体验群'));
  const ownCode = /邀请码：(\w{8})/u.exec(await lin.says('我的邀请码', bot.room('英语体验群')))?.[1] ?? 'none';
  await bot.passTo(at(5, '10:00'));
  bot.gateway.logInAs({ platformId: 'wx-bot-again', name: '机器人' });
  bot.bot.noteConnection(bot.gateway.connection());
  const boss = bot.person(owner.name, 'wx-new-owner');
  await boss.whispers(`绑定 ${code}`);
  const room = bot.room('英语体验群', 'new@chatroom');
  await boss.says('/认群', room);
  const fresh = bot.person('小林', 'wx-new-lin');
  await bot.passTo(at(6, '10:00'));
  await fresh.joins(room);
  const recognises = async () => boss.whispers(`/认人 ${numberOf('小林', await boss.whispers('/认人'))} 是 小林`);
  const idsOf = async () => {
    const found = await read(bot.database, (tx) =>
      tx.selectFrom('member_identity').select(['platform_id', 'member_id']).execute(),
    );
    const idOf = (name: string) => found.find(({ platform_id: id }) => id === name)?.member_id as MemberId;
    return { freshId: idOf('wx-new-lin'), lostId: idOf('wx-小林') };
  };
  return { bot, boss, room, fresh, ownCode, recognises, idsOf };
}

function read<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.transaction(work);
}

const TABLES = [
  'trial',
  'trial_step',
  'member_source',
  'referral',
  'invitation_code',
  'listed_word',
  'member_tag',
  'member_tier',
  'card_notice',
  'brought_day',
  'todo',
  'sales_order',
  'member_card',
] as const satisfies readonly (keyof Schema)[];

async function readAll(tx: Tx): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  for (const table of TABLES)
    rows[table] = (await tx.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).toSorted();
  const seats = await tx.selectFrom('membership').selectAll().execute();
  rows['standing'] = seats
    .map((seat) => JSON.stringify([seat.member_id, seat.streak, seat.total, seat.points]))
    .toSorted();
  return rows;
}

describeDialects('somebody who turns out to be known', (dialect) => {
  test('has one trial and one source: the first one, which goes on where they are', async () => {
    const { bot, boss, room, fresh, recognises, idsOf } = await startScene(dialect);
    expect(await boss.whispers('/转化')).toContain('合计：2 → 1 → 0 → 0');
    const { freshId, lostId } = await idsOf();
    const before = await read(bot.database, readAll);

    expect(await recognises()).toContain('就是原来的');

    expect(await boss.whispers('/转化')).toContain('合计：1 → 1 → 0 → 0');
    expect(await boss.whispers('/来源')).toMatch(/共 1 人|1 人/u);
    const trials = await read(bot.database, (tx) =>
      tx.selectFrom('trial').select(['member_id', 'outcome', 'state']).orderBy('id').execute(),
    );
    expect(trials).toEqual([
      { member_id: lostId, outcome: null, state: 'running' },
      { member_id: freshId, outcome: 'same', state: 'over' },
    ]);
    bot.clock.moveTo(bot.clock.now() + 120_000);
    expect(await fresh.says('我的', room)).toContain('体验第 3 天（共 7 天）');
    expect(await boss.whispers('/体验')).toContain('【体验】英语体验群，1 人\n第 3 天：小林（1）');
    await boss.whispers('/撤销');
    expect(await read(bot.database, readAll)).toEqual(before);
    expect(await boss.whispers('/转化')).toContain('合计：2 → 1 → 0 → 0');
  });

  test('whose trial was over is put before a person, and begins none by it', async () => {
    const { bot, boss, fresh, room, recognises } = await startScene(dialect);
    await bot.passTo(at(11, '10:00'));
    await read(bot.database, (tx) =>
      tx
        .updateTable('trial')
        .set({ state: 'over', outcome: 'stopped', ended_at: 0 })
        .where('began_day', '<', 20_517 as LocalDay)
        .execute(),
    );
    const before = await read(bot.database, readAll);

    await recognises();

    expect(await boss.whispers('/待办')).toContain('小林 又回到「英语体验群」，3月3日 体验过一次，没有自动重来');
    expect(await fresh.says('我的', room)).not.toContain('体验第');
    await boss.whispers('/撤销');
    expect(await read(bot.database, readAll)).toEqual(before);
  });

  test('is not paid for having brought themself', async () => {
    const { bot, boss, fresh, room, ownCode, recognises } = await startScene(dialect);
    expect(await fresh.says(`邀请码 ${ownCode}`, room)).toContain('是 小林 带你来的');
    const before = await read(bot.database, readAll);

    await recognises();

    const now = () => read(bot.database, (tx) => tx.selectFrom('referral').selectAll().executeTakeFirstOrThrow());
    expect(await now()).toMatchObject({ state: 'void', reason: 'self' });
    expect(await boss.whispers('/来源')).not.toContain('邀请码');
    await boss.whispers('/撤销');
    expect(await read(bot.database, readAll)).toEqual(before);
    await recognises();
    for (const day of [7, 8, 9, 10]) {
      await bot.passTo(at(day, '10:00'));
      await fresh.says('打卡', room);
    }
    expect(await now()).toMatchObject({ state: 'void', reason: 'self', points: 0 });
  });

  test('and was paid for themself is told to staff, who take it back or leave it', async () => {
    const { bot, boss, fresh, room, ownCode, recognises, idsOf } = await startScene(dialect);
    await fresh.says(`邀请码 ${ownCode}`, room);
    for (const day of [6, 7, 8]) {
      await bot.passTo(at(day, '11:00'));
      await fresh.says('打卡', room);
    }
    await bot.passTo(at(9, '10:00'));
    const before = await read(bot.database, readAll);

    await recognises();

    const { lostId } = await idsOf();
    const pointsOf = () =>
      read(bot.database, (tx) =>
        tx.selectFrom('membership').select('points').where('member_id', '=', lostId).executeTakeFirstOrThrow(),
      );
    const todo = await boss.whispers('/待办');
    expect(todo).toContain('小林 带来 小林 得过 50 分，现在认出两人是同一个人（收回／不收）');
    await boss.whispers('/撤销');
    expect(await read(bot.database, readAll)).toEqual(before);
    await recognises();
    const { points } = await pointsOf();
    const number = /(\d+)\. 小林 带来/u.exec(await boss.whispers('/待办'))?.[1] ?? 'no number';
    expect(await boss.whispers(`/待办 ${number} 收回`)).toBe('好，50 分收回了。');
    expect((await pointsOf()).points).toBe(points - 50);
    await bot.passTo(at(11, '10:00'));
    expect(await boss.whispers('/待办')).not.toContain('小林 带来');
  });

  test('keeps whom they brought, their codes, tags, tier, place on the allow-list and what was said of their card', async () => {
    const { bot, boss, fresh, room, ownCode, recognises, idsOf } = await startScene(dialect);
    const mentions = { mentions: [fresh] };
    await boss.says('/标签 @小林 +早起', room, mentions);
    await boss.says('/白名单 加 @小林', room, mentions);
    await boss.says('/升级 @小林 黄金', room, mentions);
    const freshCode = /邀请码：(\w{8})/u.exec(await fresh.says('我的邀请码', room))?.[1] ?? 'none';
    expect(freshCode).not.toBe(ownCode);
    const zhou = bot.person('小周', 'wx-new-zhou');
    await zhou.joins(room, fresh);
    await zhou.says(`邀请码 ${freshCode}`, room);
    const { freshId, lostId } = await idsOf();
    await read(bot.database, (tx) => inventCardAndDays(tx, freshId));
    const before = await read(bot.database, readAll);

    await recognises();

    const after = await read(bot.database, readAll);
    const ofLost = (table: (typeof TABLES)[number], column: string, value: number | string = lostId) =>
      expect(after[table]?.join('\n'), table).toContain(JSON.stringify({ [column]: value }).slice(1, -1));
    ofLost('referral', 'inviter_id');
    ofLost('member_source', 'inviter_id');
    ofLost('member_tag', 'member_id');
    ofLost('member_tier', 'member_id');
    ofLost('card_notice', 'member_id');
    ofLost('brought_day', 'member_id');
    ofLost('listed_word', 'word', String(lostId));
    expect(await boss.whispers('/白名单')).toContain('小林');
    bot.clock.moveTo(bot.clock.now() + 120_000);
    // The day of the trial, and the two that were brought.
    expect(await fresh.says('我的', room)).toContain('连续 3 天');

    await boss.whispers('/撤销');
    expect(await read(bot.database, readAll)).toEqual(before);

    await recognises();
    const wu = bot.person('小吴', 'wx-new-wu');
    await wu.joins(room);
    expect(await wu.says(`邀请码 ${freshCode}`, room)).toContain('是 小林 带你来的');
    const inviters = await read(bot.database, (tx) => tx.selectFrom('referral').select('inviter_id').execute());
    expect(inviters).toEqual([{ inviter_id: lostId }, { inviter_id: lostId }]);
  });

  test('whose tag and tier both faces have keeps their own', async () => {
    const { bot, boss, room, fresh, recognises, idsOf } = await startScene(dialect);
    const { freshId, lostId } = await idsOf();
    await boss.says('/标签 @小林 +早起', room, { mentions: [fresh] });
    await boss.says('/升级 @小林 黄金', room, { mentions: [fresh] });
    await read(bot.database, async (tx) => {
      for (const table of ['member_tag', 'member_tier'] as const) {
        const row = await tx.selectFrom(table).selectAll().where('member_id', '=', freshId).executeTakeFirstOrThrow();
        await tx
          .insertInto(table)
          .values({ ...row, member_id: lostId })
          .execute();
      }
      await tx.updateTable('member_tier').set({ tier: '白银' }).where('member_id', '=', lostId).execute();
    });
    const before = await read(bot.database, readAll);

    await recognises();

    const tiers = await read(bot.database, (tx) =>
      tx.selectFrom('member_tier').select('tier').where('member_id', '=', lostId).execute(),
    );
    expect(tiers).toEqual([{ tier: '白银' }]);
    await boss.whispers('/撤销');
    expect(await read(bot.database, readAll)).toEqual(before);
  });
});

/** As a move and a reminder leave them: days of 4 and 5 March, and a word about an end. */
async function inventCardAndDays(tx: Tx, memberId: MemberId): Promise<void> {
  const room = await tx.selectFrom('room').selectAll().where('kind', '=', 'trial').executeTakeFirstOrThrow();
  const [course, account] = [room.course_id, room.account_id];
  if (course === null || account === null) throw new Error('The room has no course.');
  const move = await tx.selectFrom('move').select('id').executeTakeFirst();
  expect(move).toBeUndefined();
  const notice = {
    member_id: memberId,
    course_id: course,
    through_day: 20_600 as LocalDay,
    reminder: 'week',
    at: 0,
  } as const;
  await tx.insertInto('card_notice').values(notice).execute();
  const moved = { account_id: account, member_id: memberId, course_id: course, way: 'in', state: 'done' };
  const { id } = await tx
    .insertInto('move')
    .values({ ...moved, cause: 'paid', to_room_id: room.id, begun_at: 0 } as never)
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const day of [20_516, 20_517]) {
    const brought = { room_id: room.id, member_id: memberId, day, done: 1, freeze_every: 0, move_id: id };
    await tx
      .insertInto('brought_day')
      .values(brought as never)
      .execute();
  }
  await recount(tx, { roomId: room.id, memberId }, { day: 20_516 as LocalDay, now: 0 });
}
