/** Odd names and very long lines do no harm. Random ones, very many of them: `test/faults/fuzzed-events.test.ts`. */

import { expect, test } from 'vitest';
import { describeDialects } from '../support/dialects.js';
import { startTestBot } from '../support/test-bot.js';

describeDialects('hostile text', (dialect) => {
  test('a nickname with everything in it is shown on one line and turns no text around', async () => {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 付费 英语', room);

    const answer = await bot.person('小\n林\u202e\u0000\ud800' + '长'.repeat(5_000), 'wx-odd').says('打卡', room);

    expect(answer.split('\n')).toHaveLength(2);
    expect(answer).toMatch(/^✅ 小 ?林/u);
    expect(answer).not.toMatch(/[\u202e\u0000]/u);
    expect(answer.length).toBeLessThan(120);
  });

  test('ten thousand letters without a space are answered like any unknown command', async () => {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const before = performance.now();

    await owner.whispers(`/${'设'.repeat(10_000)}`);

    expect(performance.now() - before).toBeLessThan(500);
  });
});
