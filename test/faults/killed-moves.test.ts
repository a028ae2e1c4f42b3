/**
 * A move whose process is killed before each thing that it awaits of database and platform, another one with every member.
 * It goes on where it was: invited at most once, greeted and bidden farewell at most once, the record carried over once.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { tallyOf } from '../../src/domain/streak.js';
import { readHistory } from '../../src/storage/histories.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { readStanding } from '../../src/storage/standings.js';
import { describeDialects, type Dialect } from '../support/dialects.js';
import { bundleProgram } from '../support/faults/bot-program.js';
import { amount, minutes, randomOf, testSeed } from '../support/faults/scale.js';
import type { MoveOrder } from '../support/move-child.js';
import { programFolder } from '../support/program-folder.js';
import { startTestBot } from '../support/test-bot.js';

const NOW = Date.parse('2026-03-04T10:00:00+08:00');
const DEATHS = amount(12, 600);
/** A move awaits no more than that. */
const AWAITS = 700;
const PROGRAM = fileURLToPath(new URL('../support/move-child.ts', import.meta.url));

/** Everybody has checked in on two days. */
async function prepare(dialect: Dialect, names: readonly string[]): Promise<string> {
  const url = await dialect.freshUrl();
  const bot = await startTestBot({ dialect, url, now: '2026-03-02T22:00:00+08:00' });
  const owner = await bot.owner();
  const trial = bot.room('英语体验群');
  await owner.says('/建群 体验 英语 3月2日', trial);
  await owner.says('/建群 员工', bot.room('员工群'));
  const paid = bot.room('英语付费1群');
  await owner.says('/建群 付费 英语 3月2日', paid);
  await bot.bot.receive({ type: 'room.roster', room: paid, people: [owner], at: bot.clock.now() });
  const people = names.map((name) => bot.person(name));
  const at = bot.clock.now();
  await bot.bot.receive({ type: 'room.joined', room: trial, people, at });
  for (const person of people) await person.says('打卡 读完了', trial);
  await bot.passTo('2026-03-03T21:00:00+08:00');
  for (const person of people) await person.says('打卡 读完了', trial);
  await bot.passTo('2026-03-04T09:59:00+08:00');
  await bot.close();
  return url;
}

/** Resolves to whether it lived to the end. */
async function run(program: string, order: MoveOrder): Promise<boolean> {
  const child = spawn(process.execPath, [program, JSON.stringify(order)], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  if (signal === null && code !== 0) throw new Error(`The move ended with ${String(code)}: ${said}`);
  return signal === null;
}

interface PlatformLine {
  readonly do?: string;
  readonly personPlatformId?: string;
  readonly text?: string;
}

function judgePlatform(file: string, name: string): readonly string[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const all = lines.map((line) => JSON.parse(line) as PlatformLine);
  const invited = all.filter((one) => one.do === 'invite' && one.personPlatformId === `wx-${name}`).length;
  const told = (mark: string) => all.filter(({ text = '' }) => text.startsWith(mark) && text.includes(name)).length;
  return [
    ...(invited === 1 ? [] : [`${name} was invited ${invited} times`]),
    ...(told('👋') <= 1 ? [] : [`${name} was welcomed ${told('👋')} times`]),
    ...(told('🎓') <= 1 ? [] : [`${name} was bidden farewell ${told('🎓')} times`]),
  ];
}

async function judgeRows(url: string, names: readonly string[]): Promise<readonly string[]> {
  const database = openDatabase(url);
  onTestFinished(() => database.close());
  return database.transaction(async (tx) => {
    const wrong: string[] = [];
    const rooms = await tx.selectFrom('room').select(['id', 'kind']).execute();
    const [trial, paid] = [rooms.find(({ kind }) => kind === 'trial'), rooms.find(({ kind }) => kind === 'paid')];
    if (!trial || !paid) throw new Error('There are no rooms.');
    for (const name of names) {
      const { id } = await tx.selectFrom('member').select('id').where('name', '=', name).executeTakeFirstOrThrow();
      const moves = await tx.selectFrom('move').select(['state', 'way']).where('member_id', '=', id).execute();
      const orders = await tx.selectFrom('sales_order').select('state').where('member_id', '=', id).execute();
      const entries = await tx
        .selectFrom('points_entry')
        .select(['room_id', 'amount'])
        .where('member_id', '=', id)
        .execute();
      const sum = (room: number) =>
        entries.filter((one) => one.room_id === room).reduce((all, one) => all + one.amount, 0);
      const key = { roomId: paid.id, memberId: id };
      const here = await readStanding(tx, key);
      const { days, rules } = await readHistory(tx, key);
      const { streak, total, coveredTo } = tallyOf(days, rules);
      const found = [moves, orders, sum(trial.id), sum(paid.id), here.balance, here.streak, here.total, here.coveredTo];
      const wanted = [[{ state: 'done', way: 'in' }], [{ state: 'paid' }], 0, 20, 20, streak, total, coveredTo];
      if (total !== 2 || JSON.stringify(found) !== JSON.stringify(wanted))
        wrong.push(`${name}: ${JSON.stringify(found)}`);
    }
    return wrong;
  });
}

describeDialects('a move that is killed', (dialect) => {
  test('goes on, and does nothing twice', { timeout: minutes(5, 60) }, async () => {
    const seed = testSeed();
    const random = randomOf(seed);
    const names = Array.from({ length: DEATHS }, (_, index) => `成员${index}号`);
    const url = await prepare(dialect, names);
    const folder = mkdtempSync(join(tmpdir(), 'zaoba-moves-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const platform = join(folder, 'platform.jsonl');
    writeFileSync(platform, '');
    const program = await bundleProgram(PROGRAM, programFolder());
    const wrong: string[] = [];
    let deaths = 0;

    for (const [index, name] of names.entries()) {
      const order = { url, platform, name, now: NOW + (index * 3_600_000) / 10 };
      const at = 1 + Math.floor(((index + random()) / DEATHS) * AWAITS);
      if (!(await run(program, { ...order, dieAt: at }))) deaths += 1;
      if (!(await run(program, { ...order, now: order.now + 60_000 }))) wrong.push(`${name} died of itself`);
      wrong.push(...judgePlatform(platform, name));
    }

    expect([...wrong, ...(await judgeRows(url, names))], `seed ${seed}`).toEqual([]);
    expect(deaths).toBeGreaterThan(DEATHS / 2);
  });
});
