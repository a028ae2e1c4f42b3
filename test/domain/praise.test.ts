import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attendanceOf, type Attendee } from '../../src/domain/attendance.js';
import type { MemberId } from '../../src/domain/ids.js';
import type { LocalDay } from '../../src/domain/local-day.js';
import { instantOf } from '../../src/domain/local-time.js';
import { milestonesOf, praiseOf } from '../../src/domain/praise.js';

const ZONE = 'Asia/Shanghai';
const DAY = 20_000 as LocalDay;

function done(id: number, changes: Partial<Attendee> & { minute?: number; content?: string } = {}): Attendee {
  const { minute = 720, content = '', ...rest } = changes;
  const before = (DAY - 3) as LocalDay;
  const base = {
    memberId: id as MemberId,
    name: `人${id}`,
    isStaff: false,
    isOnLeave: false,
    onBoard: true,
    firstDay: before,
    lastDay: DAY,
    streak: 2,
  };
  return { ...base, checkIn: { at: instantOf(DAY, minute, ZONE), content }, ...rest };
}

function praise(people: readonly Attendee[], day = DAY) {
  return praiseOf(attendanceOf(people).done, day, ZONE);
}

describe('praise', () => {
  test('names those who checked in for the first time, two at most, and counts all', () => {
    const people = [1, 2, 3].map((id) => done(id, { firstDay: DAY, streak: 1 }));
    expect(praise(people)).toEqual({ kind: 'first-time', names: ['人1', '人2'], people: 3 });
  });

  test('names a streak, unless it is a milestone, which has its own line', () => {
    expect(praise([done(1, { streak: 12 }), done(2, { streak: 5 })])).toEqual({
      kind: 'streak',
      names: ['人1'],
      days: 12,
    });
    expect(praise([done(1, { streak: 14 })])).toEqual({ kind: 'present', names: ['人1'] });
  });

  test('calls early what is early, not what was put to the day in the small hours', () => {
    expect(praise([done(1, { minute: 372 })])).toEqual({ kind: 'early', names: ['人1'], minute: 372 });
    expect(praise([done(1, { minute: 30 })])).toMatchObject({ kind: 'present' });
    const moved = done(1, { checkIn: { at: instantOf((DAY + 1) as LocalDay, 300, ZONE), content: '' } });
    expect(praise([moved])).toMatchObject({ kind: 'present' });
  });

  test('counts characters as people do', () => {
    expect(praise([done(1, { content: '😀'.repeat(20) })])).toEqual({ kind: 'long', names: ['人1'], length: 20 });
  });

  test('names nobody who left the board', () => {
    expect(praise([done(1, { onBoard: false, streak: 12, content: '长'.repeat(40), minute: 372 })])).toBeUndefined();
    expect(praise([])).toBeUndefined();
  });

  test('is a fact about somebody on the board, on whatever day', () => {
    const anybody = fc.record({
      onBoard: fc.boolean(),
      streak: fc.integer({ min: 1, max: 40 }),
      minute: fc.integer({ min: 0, max: 1_439 }),
      content: fc.string({ maxLength: 40 }),
      firstDay: fc.constantFrom(DAY, (DAY - 9) as LocalDay),
    });
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 8 }), fc.nat(30), (people, turn) => {
        const attendees = people.map((one, index) => done(index, one));
        const said = praise(attendees, (DAY - turn) as LocalDay);
        const hidden = attendees.filter((one) => !one.onBoard).map((one) => one.name);
        expect(said?.names.length ?? 0).toBeLessThanOrEqual(2);
        expect((said?.names ?? []).filter((name) => hidden.includes(name))).toEqual([]);
        expect(said === undefined).toBe(attendees.every((one) => !one.onBoard));
      }),
    );
  });
});

test('milestones: the longest first, five named, all counted', () => {
  const people = [3, 7, 14, 21, 30, 60].map((streak, id) => done(id + 1, { streak }));
  const { named, people: count } = milestonesOf(
    attendanceOf([...people, done(9, { streak: 100, onBoard: false }), done(10)]).done,
    DAY,
  );

  expect(named.map((one) => one.days)).toEqual([60, 30, 21, 14, 7]);
  expect(count).toBe(7);
});

test('attendance: staff are expected only once they have checked in; done and open make expected', () => {
  const open = { ...done(1), checkIn: undefined };
  const absentStaff = { ...done(2, { isStaff: true }), checkIn: undefined };
  const {
    expected,
    done: present,
    open: rest,
  } = attendanceOf([open, absentStaff, done(3, { isStaff: true, minute: 800 }), done(4, { minute: 700 })]);

  expect(expected).toBe(3);
  expect(present.map((one) => one.memberId)).toEqual([4, 3]);
  expect(rest.map((one) => one.memberId)).toEqual([1]);
});
