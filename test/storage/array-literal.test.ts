/** What is written as an array is read as the same values, whatever people typed. */

import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { arrayLiteral } from '../../src/storage/array-literal.js';
import { cleanText } from '../../src/storage/clean-text.js';
import { describePostgres } from '../support/dialects.js';
import { hostileText } from '../support/hostile-words.js';
import { openTestDatabase } from '../support/kit-bot.js';

const TRICKY = [
  '',
  ' ',
  'NULL',
  'null',
  '{}',
  '{a,b}',
  ',',
  '"',
  '""',
  '\\',
  '\\"',
  "'",
  '\\n',
  '\n',
  '读书31页',
  '🎉',
];

describePostgres('the literal of an array', (dialect) => {
  test('of texts and of numbers tells them all, in order', { timeout: 60_000 }, async () => {
    const database = await openTestDatabase(await dialect.freshUrl());
    onTestFinished(() => database.close());
    const text = fc.oneof(fc.constantFrom(...TRICKY), hostileText, fc.string({ unit: 'binary' })).map(cleanText);
    const row = fc.tuple(fc.option(text), fc.option(fc.maxSafeInteger()));

    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 40 }), async (rows) => {
        const texts = arrayLiteral(rows.map(([one]) => one));
        const numbers = arrayLiteral(rows.map(([, one]) => one));
        const read = await database.transaction((tx) =>
          sql<{ text: string | null; number: number | null }>`
            select text, number from unnest(cast(${texts} as text[]), cast(${numbers} as bigint[]))
            with ordinality as told(text, number, place) order by place`.execute(tx),
        );
        expect(read.rows.map(({ text: one, number }) => [one, number])).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });
});
