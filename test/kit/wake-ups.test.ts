/** Hints as the bot gives and takes them; and that it does as well without. */

import { expect, onTestFinished, test } from 'vitest';
import { defineFeature } from '../../src/kit/feature.js';
import { InProcessWakeUps } from '../../src/kit/in-process-wake-ups.js';
import { definePost } from '../../src/kit/post.js';
import type { WakeUp, WakeUps } from '../../src/ports/wake-ups.js';
import type { Tx } from '../../src/storage/database.js';
import { type Dialect, describeDialects } from '../support/dialects.js';
import { openTestDatabase, startKitBot } from '../support/kit-bot.js';
import { ManualClock } from '../support/manual-clock.js';
import { until } from '../support/until.js';

const EIGHT = Date.parse('2026-03-02T08:00:00+08:00');
/** When the small hours are over, and the day with them. */
const END_OF_DAY = Date.parse('2026-03-03T02:00:00+08:00');
const BEFORE = '2026-03-02T07:59:00+08:00';

const feature = defineFeature({
  name: 'plain',
  posts: [definePost({ kind: 'task', isOwedTo: () => true, compose: async () => ({ text: 'good morning' }) })],
});

/** An engine that takes everything and never says a word. */
class SilentWakeUps implements WakeUps<Tx> {
  readonly asked: WakeUp[] = [];

  async ask(_: Tx, wakeUp: WakeUp): Promise<void> {
    this.asked.push(wakeUp);
  }

  start(): void {}

  async stop(): Promise<void> {}
}

describeDialects('wake-ups', ({ freshUrl }: Dialect) => {
  test('the planner asks for what falls due next, and for what it filled', async () => {
    const wakeUps = new SilentWakeUps();
    const clock = new ManualClock(BEFORE);
    const database = await openTestDatabase(await freshUrl());
    const kit = await startKitBot({ database, features: [feature], clock, wakeUps });
    await kit.addRoom('room', 'paid');

    await kit.bot.plan();
    expect(wakeUps.asked).toMatchObject([{ kind: 'plan', at: EIGHT }]);

    clock.advance(EIGHT - clock.now());
    await kit.bot.plan();
    expect(wakeUps.asked.slice(1)).toMatchObject([
      { kind: 'send', at: EIGHT },
      { kind: 'plan', at: END_OF_DAY },
    ]);
  });

  test('the minute looks at the rows, so that nothing is late for a silent engine', async () => {
    const clock = new ManualClock(BEFORE);
    const database = await openTestDatabase(await freshUrl());
    const kit = await startKitBot({ database, features: [feature], clock, wakeUps: new SilentWakeUps() });
    const room = await kit.addRoom('room', 'paid');
    await kit.bot.plan();
    kit.bot.sender.start();

    clock.advance(EIGHT - clock.now());
    await kit.bot.sweep();

    await until('it is said', () => kit.gateway.sent.length > 0);
    expect(kit.sentTo({ platformId: `${room.topic}@chatroom` })).toEqual(['good morning']);
  });

  test('what was asked for in memory is heard once its time has come, and once', async () => {
    const clock = new ManualClock(BEFORE);
    const database = await openTestDatabase(await freshUrl());
    const wakeUps = new InProcessWakeUps(clock);
    onTestFinished(() => wakeUps.stop());
    const kit = await startKitBot({ database, features: [feature], clock, wakeUps });
    await kit.addRoom('room', 'paid');
    await kit.bot.plan();
    await kit.bot.plan();
    const heard: WakeUp[] = [];
    wakeUps.start((wakeUp) => {
      heard.push(wakeUp);
      kit.bot.hear(wakeUp);
    });
    await expect(until('too early', () => heard.length > 0, 1_300)).rejects.toThrow();

    clock.advance(EIGHT - clock.now());

    await until('it is heard', () => heard.length === 2);
    expect(heard.map(({ kind }) => kind)).toEqual(['plan', 'send']);
    await kit.settle();
    expect(kit.gateway.sent).toMatchObject([{ text: 'good morning' }]);
  });
});
