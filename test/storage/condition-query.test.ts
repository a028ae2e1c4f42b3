/** Conditions as one query, against people looked at one by one; and that its figures are found by indexes. */

import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../migrations/index.js';
import { FIGURES, SIGNS, type AxisTerm, type Condition, type Term } from '../../src/domain/condition/condition.js';
import type { AccountId } from '../../src/domain/ids.js';
import { figureSql } from '../../src/storage/condition-figures.js';
import { listMeant, listMeantIds } from '../../src/storage/condition-query.js';
import { migrateToLatest } from '../../src/storage/migrate.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { meantIn } from '../support/conditions/judge-condition.js';
import { makePerson, NOW, saveWorld, TAGS, TIERS, TODAY, type World } from '../support/conditions/random-people.js';
import { describeDialects } from '../support/dialects.js';
import { pick, randomOf, testSeed } from '../support/faults/scale.js';
import { openTestDatabase } from '../support/kit-bot.js';

const PEOPLE = 80;
const CONDITIONS = 150;

function axes(world: World): readonly [Omit<AxisTerm, 'negated'>, ...Omit<AxisTerm, 'negated'>[]] {
  const [first, second] = world.courses;
  if (first === undefined || second === undefined) throw new Error('There are two courses.');
  return [
    { axis: 'tier', values: [...TIERS] },
    { axis: 'tag', values: [...TAGS] },
    { axis: 'room', values: world.rooms },
    { axis: 'course', values: [first, second] },
    { axis: 'class', values: ['key', 'potential', 'ordinary', 'random'] },
    { axis: 'grade', values: ['A', 'B', 'C', 'D'] },
    { axis: 'card', values: ['month', 'year', 'lifetime', 'active', 'frozen', 'expired', 'none'] },
    { axis: 'stage', values: ['newcomer', 'growing', 'mature', 'fading', 'gone'] },
  ];
}

function randomTerm(random: () => number, world: World): Term {
  const negated = random() < 0.3;
  if (random() < 0.5) {
    const figure = pick(random, FIGURES);
    const most = figure === 'points' || figure === 'earned' || figure === 'paid' ? 400 : 35;
    return { figure, sign: pick(random, SIGNS), value: Math.floor(random() * most), negated };
  }
  const { axis, values } = pick(random, axes(world));
  const some = (values as readonly unknown[]).filter(() => random() < 0.4);
  return { axis, values: some.length > 0 ? some : [values[0]], negated } as Term;
}

describeDialects('conditions', (dialect) => {
  test('mean in one query exactly those whom they mean one by one', async () => {
    const seed = testSeed();
    const random = randomOf(seed);
    const database = await openTestDatabase(await dialect.freshUrl());
    const people = Array.from({ length: PEOPLE }, () => makePerson(random));
    const world = await database.transaction((tx) => saveWorld(tx, people));

    for (let round = 0; round < CONDITIONS; round++) {
      const condition: Condition = Array.from({ length: 1 + (round % 3) }, () => randomTerm(random, world));
      const roomId = random() < 0.3 ? world.rooms[round % 3] : undefined;
      const asked = { accountId: world.accountId, now: NOW, today: TODAY, zone: 'UTC', lowestTier: 'bronze', roomId };
      const [ids, listed] = await database.transaction(async (tx) => [
        await listMeantIds(tx, condition, asked),
        await listMeant(tx, condition, asked, 5),
      ]);
      const told = `seed ${seed}: ${JSON.stringify(condition)}`;
      const expected = meantIn(world, condition, roomId);
      expect(ids, told).toEqual(expected);
      expect([listed.people, listed.first.map(({ id }) => id)], told).toEqual([expected.length, expected.slice(0, 5)]);
    }
  });
});

test('every figure is found by the member, and none by going through the account for each of them', async () => {
  const database = openDatabase(':memory:');
  onTestFinished(() => database.close());
  await migrateToLatest(database, migrations);
  const asked = { accountId: 1 as AccountId, today: TODAY };
  for (const figure of ['streak', 'best', 'days', 'points', 'earned', 'orders', 'paid'] as const) {
    const query = sql`explain query plan select ${figureSql(figure, asked)} from member where member.id = 1`;
    const plan = await database.transaction(async (tx) => (await query.execute(tx)).rows as { detail: string }[]);
    const steps = plan.map(({ detail }) => detail).filter((detail) => /^(?:SCAN|SEARCH)/u.test(detail));
    expect(steps.join('\n'), figure).not.toMatch(/SCAN|_account/u);
    expect(steps.join('\n'), figure).toMatch(/membership_member|sales_order_(?:member|bought)/u);
  }
});
