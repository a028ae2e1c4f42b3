import { expect, test } from 'vitest';
import { decideTicket, overdueAt } from '../../src/domain/ticket.js';

const ZONE = 'Asia/Shanghai';
const at = (time: string) => Date.parse(`${time}:00+08:00`);

test.each([
  ['feedback', '2026-03-04T10:00', '2026-03-05T10:00'],
  ['feedback', '2026-03-04T23:59', '2026-03-05T23:59'],
  ['complaint', '2026-03-04T10:00', '2026-03-04T14:00'],
  ['complaint', '2026-03-04T17:29', '2026-03-04T21:29'],
  ['complaint', '2026-03-04T17:30', '2026-03-05T07:30'],
  ['complaint', '2026-03-04T20:30', '2026-03-05T10:30'],
  ['complaint', '2026-03-04T21:30', '2026-03-05T11:30'],
  ['complaint', '2026-03-05T02:00', '2026-03-05T11:30'],
  ['complaint', '2026-03-05T07:29', '2026-03-05T11:30'],
] as const)('%s of %s is overdue at %s', (kind, opened, overdue) => {
  expect(overdueAt(kind, at(opened), ZONE)).toBe(at(overdue));
});

test('a ticket is one line of something, and five are open at most', () => {
  expect(decideTicket(' 音频\n没声音 ', 4)).toEqual({ ok: true, value: '音频 没声音' });
  expect(decideTicket(' \u200b', 0)).toMatchObject({ refusal: { code: 'ticket.empty' } });
  expect(decideTicket('好'.repeat(300), 0)).toMatchObject({ ok: true });
  expect(decideTicket('好'.repeat(301), 0)).toMatchObject({ refusal: { code: 'ticket.too_long' } });
  expect(decideTicket('好', 5)).toMatchObject({ refusal: { code: 'ticket.too_many', max: 5 } });
});
