import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';

describeDialects('a change of settings', (dialect) => {
  async function startRoom() {
    const bot = await startTestBot({ dialect, now: '2026-03-02T07:50:00+08:00' });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 体验 英语', room);
    return { bot, owner, room };
  }

  test('between the due time and the next tick loses no post', async () => {
    const { bot, owner, room } = await startRoom();
    bot.clock.moveTo(Date.parse('2026-03-02T08:00:20+08:00'));

    await owner.says('/设置 推送间隔 90', room);
    const heard = await bot.passTo('2026-03-02T08:01:00+08:00');

    expect(heard(room)).toContain('【今日任务】3月2日 周一 · Day 1');
  });

  test('to a time that has passed brings the post that is owed today', async () => {
    const { bot, owner, room } = await startRoom();

    await owner.says('/设置 任务时间 7:45', room);
    const heard = await bot.passTo('2026-03-02T07:51:00+08:00');

    expect(heard(room)).toContain('Day 1');
  });

  test('to a later time never brings a post twice', async () => {
    const { bot, owner, room } = await startRoom();
    await bot.passTo('2026-03-02T08:30:00+08:00');

    await owner.says('/设置 任务时间 9:00', room);
    const heard = await bot.passTo('2026-03-02T12:00:00+08:00');

    expect(heard(room)).toBe('');
  });

  test('leaves nothing owed for a time before the room was registered', async () => {
    const bot = await startTestBot({ dialect, now: '2026-03-02T08:30:00+08:00' });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 体验 英语', room);

    const heard = await bot.passTo('2026-03-02T12:00:00+08:00');

    expect(heard(room)).toBe('');
  });
});
