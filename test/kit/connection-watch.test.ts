import { expect, test } from 'vitest';
import type { AlertNews } from '../../src/domain/alert-news.js';
import { Alarm } from '../../src/kit/alarm.js';
import { ConnectionWatch } from '../../src/kit/connection-watch.js';
import type { Connection } from '../../src/ports/chat-gateway.js';
import { ManualClock } from '../support/manual-clock.js';
import { quietLog } from '../support/quiet-log.js';

const MINUTE = 60_000;
const ONLINE: Connection = { state: 'online', self: { platformId: 'wx-bot', name: '机器人' } };
const LOST: Connection = { state: 'offline', reason: 'The puppet gave no sign of life.' };

function watched() {
  const clock = new ManualClock();
  const told: AlertNews[] = [];
  const alerter = { alert: ({ text }: { readonly text: string }) => void told.push(JSON.parse(text) as AlertNews) };
  const alarm = new Alarm({ alerter, clock, log: quietLog().log, say: (news) => JSON.stringify(news) });
  const watch = new ConnectionWatch(clock, alarm);
  const pass = (minutes: number): void => {
    for (let minute = 0; minute < minutes; minute += 1) {
      clock.advance(MINUTE);
      watch.look();
    }
  };
  const kinds = () => told.map(({ kind }) => kind);
  return { clock, watch, told, kinds, pass };
}

test('a loss of ten minutes is told once, with when it began, and so is its end', () => {
  const { clock, watch, told, pass } = watched();
  watch.note(ONLINE);
  const since = clock.now();
  watch.note(LOST);

  pass(9);
  expect(told).toEqual([]);
  pass(60);
  watch.note(ONLINE);
  pass(60);

  expect(told).toEqual([
    { kind: 'offline', since, scan: false },
    { kind: 'online', since, at: since + 69 * MINUTE },
  ]);
});

test('reconnecting attempts are one loss; whether a code waits to be scanned is told', () => {
  const { watch, told, pass } = watched();
  watch.note(ONLINE);

  watch.note(LOST);
  pass(5);
  watch.note({ state: 'connecting' });
  watch.note({ state: 'scan', qrCode: 'code' });
  pass(5);

  expect(told).toMatchObject([{ kind: 'offline', scan: true }]);
});

test('a short loss is nobody’s business', () => {
  const { watch, told, pass } = watched();

  for (let times = 0; times < 50; times += 1) {
    watch.note(ONLINE);
    pass(1);
    watch.note(LOST);
    pass(9);
  }

  expect(told).toEqual([]);
});

test('a connection that comes and goes is told at most once in half an hour, and then still told', () => {
  const { watch, kinds, pass } = watched();

  for (let times = 0; times < 9; times += 1) {
    watch.note(ONLINE);
    pass(1);
    watch.note(LOST);
    pass(11);
  }
  expect(kinds().filter((kind) => kind === 'offline')).toHaveLength(3);
  pass(30);

  expect(kinds().filter((kind) => kind === 'offline')).toHaveLength(4);
  expect(kinds().filter((kind) => kind === 'online').length).toBeLessThanOrEqual(3);
});

test('a bot that never gets through is told too, one that was stopped is not', () => {
  const never = watched();
  never.pass(11);
  const stopped = watched();
  stopped.watch.note(ONLINE);
  stopped.watch.note(LOST);
  stopped.watch.note({ state: 'stopped' });
  stopped.pass(60);

  expect(never.kinds()).toEqual(['offline']);
  expect(stopped.kinds()).toEqual([]);
});

test('since when it is online is known while it is', () => {
  const { clock, watch, pass } = watched();
  expect(watch.onlineSince).toBeUndefined();

  watch.note(ONLINE);
  const since = clock.now();
  pass(3);
  watch.note(ONLINE);
  expect(watch.onlineSince).toBe(since);

  watch.note(LOST);
  expect(watch.onlineSince).toBeUndefined();
});
