import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameKey, readChainLine } from '../../../src/domain/chain-list/chain-line.js';
import { judgeChainList, type Verdict } from '../../../src/domain/chain-list/judge-chain-list.js';
import type { KnownLine } from '../../../src/domain/chain-list/known-lines.js';
import type { MemberId } from '../../../src/domain/ids.js';
import type { LocalDay } from '../../../src/domain/local-day.js';

const NAMES = ['小林', '小雨', '老王', 'Emma·早起', 'Emma'];
const TODAY = 20_000 as LocalDay;

function idOf(name: string): MemberId {
  return (NAMES.indexOf(name) + 1) as MemberId;
}

interface Posted {
  readonly by: string;
  readonly lines: readonly string[];
  readonly known?: readonly KnownLine[];
  readonly day?: LocalDay;
  readonly isStaff?: boolean;
}

function judge({ by, lines, known = [], day = TODAY, isStaff = false }: Posted): Verdict {
  return judgeChainList({
    lines: lines.flatMap((line) => readChainLine(line) ?? []),
    known,
    sender: { memberId: idOf(by), isStaff },
    names: NAMES.map((name) => ({ name: nameKey(name), memberId: idOf(name) })),
    day,
  });
}

function told({ own, others, unclear }: Verdict) {
  return {
    own: own?.content,
    others: others.map(({ memberId }) => NAMES[memberId - 1]),
    unclear: unclear.map(({ text }) => text),
  };
}

test('what stands behind a name is the content of the check-in', () => {
  expect(told(judge({ by: '小林', lines: ['小林：读了 3 页'] })).own).toBe('读了 3 页');
});

test('a longer name that begins like a shorter one is either’s, so it is asked about', () => {
  expect(told(judge({ by: '小林', lines: ['小林', 'Emma 早起 读完'] })).unclear).toEqual(['Emma 早起 读完']);
});

test('of two new lines of one name neither counts by itself', () => {
  expect(told(judge({ by: '小林', lines: ['小林', '小雨 上午', '小雨 下午'] }))).toEqual({
    own: '',
    others: [],
    unclear: ['小雨 上午', '小雨 下午'],
  });
});

test('staff who put up somebody’s only line do not check in by it', () => {
  expect(told(judge({ by: '老王', lines: ['张三 3页'], isStaff: true })).own).toBeUndefined();
  expect(told(judge({ by: '老王', lines: ['张三 3页'] })).own).toBe('3页');
});

test('whoever put up a line of another present member has not checked in', () => {
  expect(told(judge({ by: '老王', lines: ['小雨 3页'] }))).toEqual({ own: undefined, others: ['小雨'], unclear: [] });
});

test('whatever copies go round, in whatever order and with whatever lines missing, everybody is credited once a day', () => {
  const members = ['小林', '小雨', '老王'];
  const post = fc.record({
    by: fc.constantFrom(...members),
    keeps: fc.array(fc.constantFrom(...members), { maxLength: 4 }),
    shuffled: fc.boolean(),
  });

  fc.assert(
    fc.property(fc.array(post, { maxLength: 12 }), (posts) => {
      const ever = new Set<string>();
      const credited: MemberId[] = [];
      let known: readonly KnownLine[] = [];
      for (const { by, keeps, shuffled } of posts) {
        const kept = keeps.filter((name) => ever.has(name)).map((name) => `${name} 读完`);
        const lines = [...new Set([...kept, `${by} 读完`])];
        const verdict = judge({ by, lines: shuffled ? lines.toReversed() : lines, known });
        ever.add(by);
        credited.push(...[verdict.own, ...verdict.others].flatMap((credit) => (credit ? [credit.memberId] : [])));
        known = [...known, ...verdict.added.filter(({ key }) => !known.some((one) => one.key === key))];
      }

      expect(credited.length).toBe(new Set(credited).size);
      expect(new Set(credited)).toEqual(new Set(posts.map(({ by }) => idOf(by))));
    }),
  );
});
