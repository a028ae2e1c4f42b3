import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MemberId } from '../../src/domain/ids.js';
import { around, type Contender, rank } from '../../src/domain/leaderboard.js';

const contenders = fc.uniqueArray(
  fc.record({
    memberId: fc.integer({ min: 1, max: 500 }).map((id) => id as MemberId),
    name: fc.constantFrom('小林', '阿陈', '老周'),
    streak: fc.integer({ min: 0, max: 4 }),
    total: fc.integer({ min: 0, max: 6 }),
  }),
  { selector: (one) => one.memberId, maxLength: 40 },
);

function beats(one: Contender, other: Contender): boolean {
  return one.streak > other.streak || (one.streak === other.streak && one.total > other.total);
}

test('a place is one more than the number of those who are better', () => {
  fc.assert(
    fc.property(contenders, (people) => {
      const counted = people.filter((one) => one.total > 0);
      const board = rank(people);

      expect(new Set(board.map((one) => one.memberId))).toEqual(new Set(counted.map((one) => one.memberId)));
      expect(board).toHaveLength(counted.length);
      for (const one of board) expect(one.place).toBe(1 + counted.filter((other) => beats(other, one)).length);
    }),
  );
});

test('the board does not depend on the order in which people are listed', () => {
  fc.assert(
    fc.property(contenders, (people) => {
      expect(rank(people.toReversed())).toEqual(rank(people));
    }),
  );
});

test('around somebody there are at most so many on either side, and nobody for a stranger', () => {
  fc.assert(
    fc.property(contenders, fc.integer({ min: 0, max: 3 }), (people, reach) => {
      const board = rank(people);

      for (const [index, one] of board.entries()) {
        expect(around(board, one.memberId, reach)).toEqual(
          board.filter((_, other) => Math.abs(other - index) <= reach),
        );
      }
      expect(around(board, 999 as MemberId, reach)).toEqual([]);
    }),
  );
});
