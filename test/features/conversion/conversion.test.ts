/** The table against a recount that knows nothing of it: from the rows of what happened, one member after the other. */

import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import { expect, test } from 'vitest';
import type { IdentityLogId, MemberId } from '../../../src/domain/ids.js';
import type { LocalDay } from '../../../src/domain/local-day.js';
import { localDayOf } from '../../../src/domain/local-time.js';
import { SIMULATED_PACING } from '../../../src/domain/pacing.js';
import { features } from '../../../src/features.js';
import { unfoldMembers } from '../../../src/features/identities/unfold.js';
import { Catalogue } from '../../../src/kit/catalogue.js';
import { foldMembers } from '../../../src/kit/fold-members.js';
import { recount as recountSeat } from '../../../src/kit/recount.js';
import { recordCheckIn, withdrawCheckIn } from '../../../src/kit/standing.js';
import { startWork, type Work } from '../../../src/kit/work.js';
import { noPictures } from '../../../src/ports/picture-shelf.js';
import { readAccount } from '../../../src/storage/accounts.js';
import { listCheckIns } from '../../../src/storage/check-ins.js';
import type { Tx } from '../../../src/storage/database.js';
import { findRecognition } from '../../../src/storage/identity-log.js';
import type { Schema } from '../../../src/storage/schema.js';
import { describeDialects, type Dialect } from '../../support/dialects.js';
import { randomOf, testSeed } from '../../support/faults/scale.js';
import { startTestBot } from '../../support/test-bot.js';

const DAY_MS = 86_400_000;
const ZONE = 'Asia/Shanghai';
const PEOPLE = 300;
const LONG = { timeout: 180_000 } as const;

async function startScene(dialect: Dialect) {
  const bot = await startTestBot({ dialect, now: '2026-01-05T07:00:00+08:00' });
  const owner = await bot.owner();
  const [first, second, paid, staff] = ['体验1群', '体验2群', '付费群', '员工群'].map((topic) => bot.room(topic)) as [
    ReturnType<typeof bot.room>,
    ReturnType<typeof bot.room>,
    ReturnType<typeof bot.room>,
    ReturnType<typeof bot.room>,
  ];
  await owner.says('/建群 员工', staff);
  for (const room of [first, second]) await owner.says('/建群 体验 英语', room);
  await owner.says('/建群 付费 英语', paid);
  await owner.says('/建群 体验 唐诗', bot.room('唐诗群'));
  return { bot, owner, staff, tells: (line: string) => owner.says(line, staff) };
}

type Scene = Awaited<ReturnType<typeof startScene>>;

/** Many rows at a time, for a database that is asked over the wire. */
async function insertAll<T extends keyof Schema>(kysely: Kysely<Schema>, table: T, rows: readonly object[]) {
  for (let from = 0; from < rows.length; from += 400)
    await kysely
      .insertInto(table)
      .values(rows.slice(from, from + 400) as Insertable<Schema[T]>[])
      .execute();
}

interface Invented {
  readonly now: number;
  readonly seed: number;
  readonly isPostgres: boolean;
}

/** People who join at random, in two rooms, in seven weeks; who check in or not, pay or not, in time or not. */
async function invent(kysely: Kysely<Schema>, { now, seed, isPostgres }: Invented): Promise<void> {
  const random = randomOf(seed);
  const upTo = (bound: number): number => Math.floor(random() * bound);
  const rooms = await kysely.selectFrom('room').selectAll().where('kind', '<>', 'staff').orderBy('id').execute();
  const [course, poems] = [rooms[0]?.course_id, rooms.at(-1)?.course_id];
  const [members, seats, trials, sources, orders]: object[][] = [[], [], [], [], []];
  const checkIns: Link[] = [];
  for (let id = 1_000; id < 1_000 + PEOPLE; id++) {
    const room = rooms[upTo(2)];
    const joinedAt = now - upTo(50 * DAY_MS) - DAY_MS;
    const began_day = localDayOf(joinedAt, ZONE);
    const start_day = began_day + upTo(2);
    const key = { account_id: room?.account_id, member_id: id };
    members?.push({ id, name: `成员${id}`, created_at: 0 });
    trials?.push({
      ...key,
      course_id: course,
      room_id: room?.id,
      began_room_id: room?.id,
      began_at: joinedAt,
      began_day,
      start_day,
      round: 1 + upTo(2),
      round_at: joinedAt,
      first_day: start_day + upTo(9),
      days: 7,
      state: 'over',
      outcome: upTo(20) === 0 ? 'staff' : 'stopped',
    });
    const source = (['unknown', 'room', 'manual', 'code', 'inviter', undefined] as const)[upTo(6)];
    const named = source === 'room' || source === 'manual';
    const name = named ? ['抖音', '朋友圈', '小红书'][upTo(3)] : null;
    // Nobody brings themself, unless two turn out to be one.
    const inviter = [1_000, 1_001, 1_002, 1_003].filter((one) => one !== id)[upTo(3)];
    const inviter_id = source === 'code' || source === 'inviter' ? inviter : null;
    if (source) sources?.push({ ...key, kind: source, name, inviter_id, room_id: room?.id, since_at: joinedAt });
    for (const { id: roomId } of rooms) {
      const links = inventCheckIns({ room_id: roomId, member_id: id }, joinedAt, checkIns.length, upTo);
      checkIns.push(...links);
      const seat = { room_id: roomId, member_id: id, name: `成员${id}`, joined_at: joinedAt };
      seats?.push({ ...seat, last_check_in_id: links.at(-1)?.id ?? null, last_day: links.at(-1)?.day ?? null });
    }
    if (upTo(2) === 0) orders?.push({ ...key, ...inventOrder(upTo, joinedAt), course_id: upTo(8) ? course : poems });
  }
  await insertAll(kysely, 'member', members ?? []);
  await insertAll(kysely, 'membership', seats ?? []);
  await insertAll(kysely, 'trial', trials ?? []);
  await insertAll(kysely, 'member_source', sources ?? []);
  await insertAll(kysely, 'check_in', checkIns);
  // Those that come later get ids of their own.
  if (isPostgres)
    await sql`select setval(pg_get_serial_sequence('check_in', 'id'), ${checkIns.length})`.execute(kysely);
  await insertAll(kysely, 'sales_order', orders ?? []);
}

type UpTo = (bound: number) => number;

/** Often at the very end of the time in which it counts. */
function inventOrder(upTo: UpTo, joinedAt: number) {
  const amount = upTo(5) === 0 ? 0 : 19_900;
  const state = ['paid', 'paid', 'paid', 'refunded', 'cancelled', 'pending'][upTo(6)];
  const boundary = joinedAt + 30 * DAY_MS + upTo(3) - 1;
  const paidAt = upTo(4) === 0 ? boundary : joinedAt - DAY_MS + upTo(40 * DAY_MS);
  const refunded = state === 'paid' && upTo(6) === 0 ? amount : 0;
  const paid_at = state === 'pending' ? null : paidAt;
  return { kind: 'month', amount, refunded, state, source: 'staff', created_at: joinedAt, paid_at };
}

interface Link {
  readonly id: number;
  readonly day: number;
}

/** A chain by day, from before the trial to long after it. */
function inventCheckIns(key: object, joinedAt: number, before: number, upTo: UpTo): Link[] {
  const links: Link[] = [];
  const habit = upTo(4);
  for (let day = localDayOf(joinedAt, ZONE) - 2; day < localDayOf(joinedAt, ZONE) + 25; day++) {
    if (upTo(5) >= habit) continue;
    const at = upTo(9) === 0 ? joinedAt + 2 * DAY_MS + upTo(3) - 1 : day * DAY_MS + upTo(16) * 3_600_000;
    const link = { id: before + links.length + 1, day, at, evidence: 'none', content: '' };
    links.push({ ...key, ...link, previous_id: links.at(-1)?.id ?? null } as Link);
  }
  return links;
}

type Trial = Selectable<Schema['trial']>;
type MemberSource = Selectable<Schema['member_source']>;

/** Trials and sources of people, one each, where rows are not to be believed. */
interface People {
  readonly trials?: readonly Trial[];
  readonly sources?: readonly MemberSource[];
}

const EVERYBODY_APART: People = {};

/** What is told is what is counted, by week and by source, in all rooms and in one. */
async function expectRecount({ bot, tells }: Scene, seed: number, people?: People): Promise<void> {
  const now = bot.clock.now();
  for (const topic of [undefined, '体验1群']) {
    const told = readReply(await tells(topic === undefined ? '/转化 12周' : `/${topic} 转化 12周`));
    const counted = await bot.database.transaction((tx) => recount(tx, now, topic, people));

    const total = counted.get('total') as Figures;
    expect(told.get('total')?.figures, `seed ${seed}`).toEqual(total);
    for (const part of ['week ', 'source ']) {
      const lines = [...told].filter(([name]) => name.startsWith(part));
      expect(sum(lines.map(([, { figures }]) => figures))).toEqual(total);
    }
    for (const [name, figures] of counted) {
      // Inviters are called by name there.
      if (/ (?:code|inviter) /u.test(name)) continue;
      if (isToldTogether(told, name, figures)) continue;
      expect(told.get(name)?.figures, `${name}, seed ${seed}`).toEqual(figures);
    }
    for (const { figures, rate } of told.values()) {
      const share = `${Math.round((figures[3] * 1_000) / figures[0]) / 10}%`;
      expect(rate).toBe(figures[0] < 30 ? '样本不足' : share);
    }
  }
}

/** Each of the one row of faces turns out to be one of the other, whose trial began before or after. */
const PAIRS = Array.from({ length: 5 }, (_, index) => ({
  freshId: (1_001 + index) as MemberId,
  lostId: (1_100 + index) as MemberId,
}));

async function workIn(tx: Tx, now: number): Promise<Work> {
  const { id } = await tx.selectFrom('account').select('id').executeTakeFirstOrThrow();
  const parts = { pacing: SIMULATED_PACING, catalogue: new Catalogue(features), pictures: noPictures };
  return startWork(parts, tx, await readAccount(tx, id), now);
}

/** As after a login that changed all ids: the fresh ones are known by ids of today, the lost ones by none. */
async function foldAll({ bot }: Scene): Promise<IdentityLogId[]> {
  return bot.database.transaction(async (tx) => {
    const work = await workIn(tx, bot.clock.now());
    const folded: IdentityLogId[] = [];
    for (const pair of PAIRS) {
      const key = { account_id: work.account.id, platform_id: `wx-${pair.freshId}`, member_id: pair.freshId };
      await tx
        .insertInto('member_identity')
        .values({ ...key, session: work.account.session })
        .execute();
      for (const memberId of [pair.freshId, pair.lostId]) await settleSeats(tx, memberId);
      folded.push(await foldMembers(work, { ...pair, how: 'staff', by: pair.lostId }));
    }
    return folded;
  });
}

/** Invented seats have no figures yet. */
async function settleSeats(tx: Tx, memberId: MemberId): Promise<void> {
  const seats = await tx.selectFrom('membership').select('room_id').where('member_id', '=', memberId).execute();
  for (const { room_id: roomId } of seats)
    await recountSeat(tx, { roomId, memberId }, { day: 20_000 as LocalDay, now: 0 });
}

async function unfoldAll({ bot }: Scene, folded: readonly IdentityLogId[]): Promise<void> {
  await bot.database.transaction(async (tx) => {
    const work = await workIn(tx, bot.clock.now());
    for (const id of folded.toReversed()) {
      const logged = await findRecognition(tx, work.account.id, id);
      if (logged) await unfoldMembers(work, logged);
    }
  });
}

/** One person has the trial and the source that came first. */
function peopleOf(trials: readonly Trial[], sources: readonly MemberSource[]): People {
  const personOf = new Map<MemberId, MemberId>(PAIRS.map(({ freshId, lostId }) => [freshId, lostId]));
  const known = (id: MemberId): MemberId => personOf.get(id) ?? id;
  const first = <Row extends { member_id: MemberId }>(rows: readonly Row[], at: (row: Row) => number): Row[] => {
    const kept = new Map<MemberId, Row>();
    for (const row of rows.toSorted((a, b) => at(a) - at(b)))
      if (!kept.has(known(row.member_id))) kept.set(known(row.member_id), { ...row, member_id: known(row.member_id) });
    return [...kept.values()];
  };
  const outcomes = new Map(trials.map((trial) => [trial.member_id, trial.outcome]));
  return {
    // Whether somebody is staff is told by who they were all along.
    trials: first(trials, (trial) => trial.began_at).map((trial) => ({
      ...trial,
      outcome: outcomes.get(trial.member_id) ?? null,
    })),
    sources: ownSources(
      first(byWord(sources, known), (source) => source.since_at),
      known,
    ),
  };
}

/** What a person said of either face goes before what was noted. */
function byWord(sources: readonly MemberSource[], known: (id: MemberId) => MemberId): MemberSource[] {
  return sources.map((source) => {
    const other = sources.find((one) => one !== source && known(one.member_id) === known(source.member_id));
    const { kind, name, inviter_id } = other?.kind === 'manual' && source.kind !== 'manual' ? other : source;
    return { ...source, kind, name, inviter_id };
  });
}

/** Nobody is brought by themself. */
function ownSources(sources: readonly MemberSource[], known: (id: MemberId) => MemberId): MemberSource[] {
  return sources.map((source) => {
    const inviter = source.inviter_id === null ? null : known(source.inviter_id);
    return inviter === source.member_id
      ? { ...source, kind: 'unknown', inviter_id: null }
      : { ...source, inviter_id: inviter };
  });
}

/** Check-ins of the past come, go and move; what was kept of them no longer counts. */
async function changeThePast({ bot }: Scene, seed: number): Promise<void> {
  const random = randomOf(seed + 1);
  await bot.database.transaction(async (tx) => {
    const seats = await tx.selectFrom('membership').selectAll().where('last_check_in_id', 'is not', null).execute();
    for (const { room_id: roomId, member_id: memberId } of seats.filter(() => random() < 0.03)) {
      if (memberId < 1_000) continue;
      await settleSeats(tx, memberId);
      const key = { roomId, memberId };
      const days = await listCheckIns(tx, key);
      const one = days[Math.floor(random() * days.length)];
      if (one === undefined) continue;
      await withdrawCheckIn(tx, key, one.day, bot.clock.now());
      const day = (one.day + 1) as LocalDay;
      await recordCheckIn(tx, key, { ...one, day, source: 'make-up' }, bot.clock.now());
    }
  });
}

/** Sources that brought the fewest are told in one line. */
function isToldTogether(told: ReturnType<typeof readReply>, name: string, [started]: Figures): boolean {
  const sources = [...told].filter(([one]) => one.startsWith('source ') && one !== 'source 未知');
  const shown = sources.filter(([one]) => !one.startsWith('source 其余'));
  if (told.has(name) || shown.length === sources.length) return false;
  return shown.every(([, { figures }]) => figures[0] >= started);
}

type Figures = [started: number, checkedIn: number, finished: number, paid: number];

/** By hand, with nothing of what is tested. */
async function recount(kysely: Kysely<Schema>, now: number, topic: string | undefined, people = EVERYBODY_APART) {
  const all = {
    trials: people.trials ?? (await kysely.selectFrom('trial').selectAll().execute()),
    checkIns: await kysely.selectFrom('check_in').selectAll().execute(),
    orders: await kysely.selectFrom('sales_order').selectAll().execute(),
    sources: people.sources ?? (await kysely.selectFrom('member_source').selectAll().execute()),
    rooms: await kysely.selectFrom('room').selectAll().execute(),
  };
  const english = new Set(all.rooms.filter(({ topic: name }) => name !== '唐诗群').map(({ id }) => id));
  const groups = new Map<string, Figures>();
  const add = (group: string, which: readonly boolean[]): void => {
    const before = groups.get(group) ?? [0, 0, 0, 0];
    groups.set(group, before.map((value, index) => value + Number(which[index])) as Figures);
  };
  for (const trial of all.trials) {
    if (trial.outcome === 'staff') continue;
    if (topic !== undefined && all.rooms.find(({ id }) => id === trial.began_room_id)?.topic !== topic) continue;
    const mine = all.checkIns.filter((one) => one.member_id === trial.member_id && english.has(one.room_id));
    const soon = mine.some(({ at }) => at >= trial.began_at && at <= trial.began_at + 2 * DAY_MS);
    const days = new Set(mine.map(({ day }) => day - trial.start_day + 1).filter((day) => day >= 1 && day <= 7));
    const isOver = Math.floor((now + 8 * 3_600_000) / DAY_MS) - trial.start_day + 1 >= 7;
    const paid = all.orders.some(
      (order) =>
        order.member_id === trial.member_id &&
        order.course_id === trial.course_id &&
        order.state === 'paid' &&
        (order.amount === 0 || order.refunded < order.amount) &&
        (order.paid_at ?? 0) >= trial.began_at &&
        (order.paid_at ?? Infinity) - trial.began_at <= 30 * DAY_MS,
    );
    const which = [true, soon, isOver && days.size >= 4, paid];
    const source = all.sources.find(({ member_id: id }) => id === trial.member_id);
    const name = source?.name ?? (source?.inviter_id ? `${source.kind} ${source.inviter_id}` : '未知');
    const date = new Date(trial.began_day * DAY_MS);
    const monday = new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY_MS);
    for (const group of ['total', `week ${monday.getUTCMonth() + 1}月${monday.getUTCDate()}日`, `source ${name}`])
      add(group, which);
  }
  return groups;
}

const LINE = /^(.+)：(\d+) → (\d+) → (\d+) → (\d+)（(样本不足|[\d.]+%)）/u;

/** What the reply says, by the same names. */
function readReply(reply: string): Map<string, { readonly figures: Figures; readonly rate: string }> {
  const found = new Map<string, { readonly figures: Figures; readonly rate: string }>();
  let part = '';
  for (const line of reply.split('\n')) {
    if (line.startsWith('按')) part = line.includes('周') ? 'week ' : 'source ';
    const [, name, a, b, c, d, rate = ''] = LINE.exec(line) ?? [];
    if (name === undefined) continue;
    const figures = [a, b, c, d].map(Number) as Figures;
    found.set(name === '合计' ? 'total' : `${part}${name}`, { figures, rate });
  }
  return found;
}

const sum = (all: readonly Figures[]): Figures =>
  all.reduce<Figures>((total, one) => total.map((value, index) => value + (one[index] ?? 0)) as Figures, [0, 0, 0, 0]);

describeDialects('conversion', (dialect) => {
  test('is a recount of what happened, and either list adds up to the total', LONG, async () => {
    const seed = testSeed();
    const scene = await startScene(dialect);
    const { bot } = scene;
    bot.clock.moveTo(Date.parse('2026-03-18T15:00:00+08:00'));
    await bot.database.transaction((tx) =>
      invent(tx, { now: bot.clock.now(), seed, isPostgres: dialect.name === 'postgres' }),
    );

    await expectRecount(scene, seed);
    // In the morning trials whose days are past are kept.
    await bot.passTo('2026-03-19T09:40:00+08:00');
    const kept = await bot.database.transaction((tx) => tx.selectFrom('trial_record').selectAll().execute());
    expect(kept.length).toBeGreaterThan(PEOPLE / 2);
    await expectRecount(scene, seed);
    await changeThePast(scene, seed);
    await expectRecount(scene, seed);
  });

  test('counts one person once who was known as two, and two again when that is taken back', LONG, async () => {
    const seed = testSeed();
    const scene = await startScene(dialect);
    const { bot } = scene;
    bot.clock.moveTo(Date.parse('2026-03-18T15:00:00+08:00'));
    await bot.database.transaction((tx) =>
      invent(tx, { now: bot.clock.now(), seed, isPostgres: dialect.name === 'postgres' }),
    );
    await bot.passTo('2026-03-19T09:40:00+08:00');
    const [trials, sources] = await bot.database.transaction(async (tx) => [
      await tx.selectFrom('trial').selectAll().execute(),
      await tx.selectFrom('member_source').selectAll().execute(),
    ]);

    const folded = await foldAll(scene);
    await expectRecount(scene, seed, peopleOf(trials, sources));
    await unfoldAll(scene, folded);

    await expectRecount(scene, seed, { trials, sources });
    const after = await bot.database.transaction(async (tx) => [
      await tx.selectFrom('trial').selectAll().orderBy('id').execute(),
      await tx.selectFrom('member_source').selectAll().orderBy('member_id').execute(),
    ]);
    expect(after, `seed ${seed}`).toEqual([
      trials.toSorted((a, b) => a.id - b.id),
      sources.toSorted((a, b) => a.member_id - b.member_id),
    ]);
  });

  test('is told to staff alone, with its goal and how it is counted', async () => {
    const { bot, owner, tells } = await startScene(dialect);
    const lin = bot.person('小林');
    await lin.joins(bot.room('体验1群'));

    expect(await tells('/转化')).toMatch(/合计：1 → 0 → 0 → 0（样本不足），目标 15%\n/u);
    await owner.says('/设置 转化目标 20%', bot.room('体验1群'));
    expect(await tells('/体验1群 转化')).toContain('【转化】「体验1群」，最近 8 周');
    expect(await tells('/体验1群 转化')).toContain('目标 20%');
    expect(await tells('/转化')).toContain('各群目标不同');
    expect(await tells('/转化 公式')).toContain('转化 = 付费 ÷ 开始');
    expect(await tells('/转化 99周')).toContain('26');
    expect(await owner.says('/转化', bot.room('体验1群'))).toContain('不在这里说');
    expect(await lin.whispers('/转化')).not.toContain('→');
  });

  test('who comes back is counted once', async () => {
    const { bot, tells } = await startScene(dialect);
    const lin = bot.person('小林');
    for (const topic of ['体验1群', '体验2群', '体验1群']) {
      await lin.joins(bot.room(topic));
      await lin.leaves(bot.room(topic));
    }
    await lin.joins(bot.room('体验1群'));
    await tells('/体验 重来 小林');

    expect(await tells('/转化')).toContain('合计：1 → 0 → 0 → 0');
  });
});
