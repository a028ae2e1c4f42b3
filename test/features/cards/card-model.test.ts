/** Random histories of cards, said and undone: the row of what a card stands at always equals the fold of its events. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CARD_KINDS } from '../../../src/domain/card-kind.js';
import type { CardEventId, CourseId } from '../../../src/domain/ids.js';
import { addDays, type LocalDay } from '../../../src/domain/local-day.js';
import { type CardChange, coverageOf } from '../../../src/domain/member-card.js';
import { changeCard } from '../../../src/kit/cards.js';
import { findOrAddAccount } from '../../../src/storage/accounts.js';
import { listCardEvents } from '../../../src/storage/card-events.js';
import { saveCoursePlan } from '../../../src/storage/courses.js';
import type { Tx } from '../../../src/storage/database.js';
import { type CardKey, findCard } from '../../../src/storage/member-cards.js';
import { describeDialects } from '../../support/dialects.js';
import { openTestDatabase } from '../../support/kit-bot.js';

const START = 20_514 as LocalDay;
const SEED = 20_260_302;

interface Step {
  readonly day: number;
  readonly what: 'bought' | 'added' | 'frozen' | 'thawed' | 'ended' | 'lapsed' | 'refunded' | 'undone';
  /** Of what it says, whatever it is: a kind, a number of days, an event. */
  readonly pick: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  day: fc.integer({ min: 0, max: 120 }),
  what: fc.constantFrom('bought', 'bought', 'added', 'frozen', 'thawed', 'ended', 'lapsed', 'refunded', 'undone'),
  pick: fc.nat({ max: 1_000 }),
});

function changeOf({ what, pick }: Step, known: readonly CardEventId[]): CardChange | undefined {
  const about = known[pick % Math.max(1, known.length)];
  if (what === 'bought') return { type: 'bought', kind: CARD_KINDS[pick % CARD_KINDS.length] ?? 'month' };
  if (what === 'added') return { type: 'added', days: 1 + (pick % 40) };
  if (what === 'refunded' || what === 'undone') return about === undefined ? undefined : { type: what, aboutId: about };
  return { type: what };
}

describeDialects('the model of a card', (dialect) => {
  test('after every event the row is what the events amount to', { timeout: 60_000 }, async () => {
    const database = await openTestDatabase(await dialect.freshUrl());
    const courseId: CourseId = await database.transaction((tx) =>
      saveCoursePlan(tx, '英语', { title: '英', lessons: [] }, 0),
    );
    const runs = dialect.name === 'sqlite' ? 150 : 40;

    async function play(tx: Tx, key: CardKey, steps: readonly Step[]): Promise<void> {
      const known: CardEventId[] = [];
      for (const one of steps) {
        const change = changeOf(one, known);
        if (change === undefined) continue;
        const source = { day: addDays(START, one.day), orderId: null, by: null, at: 1_000 + known.length };
        const changed = await changeCard(tx, key, change, source);
        known.push(changed.id);
        const card = await findCard(tx, key.memberId, key.courseId);
        const coverage = coverageOf(await listCardEvents(tx, key));
        expect(card === undefined).toBe(coverage === undefined);
        if (card !== undefined) expect(card).toMatchObject(coverage ?? {});
        expect(changed.coverage).toEqual(coverage);
      }
      // All of it undone, the last first: nothing is left.
      for (const id of known.toReversed())
        await changeCard(tx, key, { type: 'undone', aboutId: id }, { day: START, orderId: null, by: null, at: 9_000 });
      expect(await findCard(tx, key.memberId, key.courseId)).toBeUndefined();
    }

    process.stdout.write(`seed ${SEED}\n`);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        await database.transaction(async (tx) => {
          await findOrAddAccount(tx, 'model', 0);
          const { id } = await tx
            .insertInto('member')
            .values({ name: 'm', created_at: 0 })
            .returning('id')
            .executeTakeFirstOrThrow();
          await play(tx, { memberId: id, courseId }, steps);
        });
      }),
      { numRuns: runs, seed: SEED },
    );
  });
});
