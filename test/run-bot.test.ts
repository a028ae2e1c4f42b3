/** A bot that is set to work, over a network in memory. */

import { expect, onTestFinished, test } from 'vitest';
import type { ClaimDesk } from '../src/claim-desk.js';
import { InProcessWakeUps } from '../src/kit/in-process-wake-ups.js';
import { runBot } from '../src/run-bot.js';
import { describeDialects } from './support/dialects.js';
import { messageOf, openTestDatabase, startKitBot } from './support/kit-bot.js';
import { quietLog } from './support/quiet-log.js';

describeDialects('a private message', (dialect) => {
  test('is taken although nobody could look at the claim code after it', async () => {
    const database = await openTestDatabase(await dialect.freshUrl());
    const { bot, clock, gateway } = await startKitBot({ database, features: [] });
    const { log, lines } = quietLog();
    let isAway = false;
    const claim: ClaimDesk = {
      code: () => undefined,
      async look() {
        if (isAway) throw new Error('Connection terminated unexpectedly');
      },
    };
    const outside = { gateway, clock, close: async () => {} };
    const wakeUps = new InProcessWakeUps(clock);
    onTestFinished(await runBot({ database, log, outside, wakeUps, bot, claim, onScan: () => {} }));

    isAway = true;
    await gateway.listener?.onEvent(messageOf({ text: '你好', sentAt: clock.now() }));

    const inbox = await database.transaction((tx) => tx.selectFrom('inbox').select('message_id').execute());
    expect(inbox).toHaveLength(1);
    expect(lines(40).map(({ msg }) => msg)).toEqual(['the claim code waits for the next private message']);
  });
});
