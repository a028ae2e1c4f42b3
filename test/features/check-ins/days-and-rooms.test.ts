import { expect, test } from 'vitest';
import { CAREFUL_PACING } from '../../../src/domain/pacing.js';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';

describeDialects('the day of a check-in', (dialect) => {
  async function startRoom(now: string, settings: readonly string[] = []) {
    const bot = await startTestBot({ dialect, now });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 付费', room);
    for (const setting of settings) await owner.says(`/设置 ${setting}`, room);
    return { bot, owner, room, lin: bot.person('小林') };
  }

  test('it is the day on which it was sent, though it arrives after midnight', async () => {
    const { room, lin } = await startRoom('2026-03-03T00:00:05+08:00');

    await lin.says('打卡', room, { sentAt: Date.parse('2026-03-02T23:59:59.999+08:00') });

    expect(await lin.says('打卡', room)).toContain('连续 2 天，累计 2 天');
  });

  test('it is the room’s day and not the bot’s', async () => {
    const { bot, room, lin } = await startRoom('2026-03-02T10:00:00+08:00', ['时区 America/New_York']);
    await lin.says('打卡', room);
    await bot.passTo('2026-03-02T12:59:59+08:00');
    expect(await lin.says('打卡', room)).toContain('连续 1 天');
    expect(await lin.says('我的', room)).toContain('累计 1 天');

    await bot.passTo('2026-03-02T13:00:00+08:00');

    expect(await lin.says('打卡', room)).toContain('连续 2 天');
  });

  test('a message from the future counts for now', async () => {
    const { bot, room, lin } = await startRoom('2026-03-02T23:00:00+08:00');
    await lin.says('打卡', room, { sentAt: Date.parse('2026-03-05T00:00:00+08:00') });
    await bot.passTo('2026-03-03T09:00:00+08:00');

    expect(await lin.says('打卡', room)).toContain('连续 2 天，累计 2 天');
  });

  test('what the small hours may move is moved once, and only where yesterday is empty', async () => {
    const { bot, room, lin } = await startRoom('2026-03-03T01:59:00+08:00');
    expect(await lin.says('记到昨天', room)).toContain('没有可以记到昨天的打卡');
    await lin.says('打卡', room);
    expect(await lin.says('/记到昨天', room)).toContain('已记到 3月2日');
    expect(await lin.says('打卡', room)).toContain('连续 2 天');
    await bot.passTo('2026-03-03T02:05:00+08:00');

    expect(await lin.says('记到昨天', room)).toContain('昨天已经打过卡了');
    expect(await lin.says('我的', room)).toContain('累计 2 天');
  });

  test('at the cutoff the small hours are over', async () => {
    const { room, lin } = await startRoom('2026-03-03T02:00:00+08:00');

    expect(await lin.says('打卡', room)).not.toContain('记到昨天');
    expect(await lin.says('记到昨天', room)).toContain('没有可以记到昨天的打卡');
  });

  test('one person in two rooms has two streaks, two accounts of points and two boards', async () => {
    const { bot, owner, room, lin } = await startRoom('2026-03-02T09:00:00+08:00');
    const other = bot.room('英语1群', 'other@chatroom');
    await owner.says('/建群 付费', other);
    await lin.says('打卡', room);
    await bot.passTo('2026-03-03T09:00:00+08:00');
    await lin.says('打卡', room);

    expect(await lin.says('打卡', other)).toContain('连续 1 天，累计 1 天');
    expect(await lin.says('我的', room)).toContain('累计 2 天\n积分 20');
    expect(await lin.says('我的', other)).toContain('累计 1 天\n积分 10');
  });

  test('a bare check-in where content is asked for is explained once a minute, however often it is said', async () => {
    const { bot, room, lin } = await startRoom('2026-03-02T09:00:00+08:00', ['打卡内容 图片']);

    expect(await lin.says('打卡', room)).toContain('请在 30 分钟内发一张图片');
    for (let time = 0; time < 5; time++) expect(await lin.says('打卡', room)).toBe('');
    await bot.passTo('2026-03-02T09:01:00+08:00');
    expect(await lin.says('打卡', room)).toContain('请在 30 分钟内发一张图片');
    expect(await lin.says('', room, { kind: 'picture' })).toContain('连续 1 天');
  });
});

describeDialects('a morning rush', (dialect) => {
  test('450 who check in at the same moment are all counted and all named', { timeout: 60_000 }, async () => {
    const pacing = { ...CAREFUL_PACING, newPercent: 100 };
    const bot = await startTestBot({ dialect, now: '2026-03-02T08:00:00+08:00', pacing });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 付费', room);
    await bot.passTo('2026-03-02T08:01:00+08:00');
    const names = Array.from({ length: 450 }, (_, index) => `成员${index}号`);
    const sentAt = bot.clock.now();

    await Promise.all(
      names.map((name, index) =>
        bot.bot.receive({
          type: 'message.received',
          messageId: `rush-${index}`,
          sender: { platformId: `wx-${name}`, name },
          room,
          sentAt,
          kind: 'text',
          text: '打卡',
          mentions: [],
          mentionsBot: false,
        }),
      ),
    );
    for (let minute = 2; minute < 30; minute++) {
      await bot.passTo(`2026-03-02T08:${String(minute).padStart(2, '0')}:00+08:00`);
    }

    const answers = bot.said(room).filter((text) => text.includes('✅'));
    expect(answers.length).toBeLessThanOrEqual(4);
    for (const name of names) expect(answers.filter((text) => text.includes(`${name}(`))).toHaveLength(1);
    const row = await bot.database.transaction((tx) =>
      tx.selectFrom('room_day').select('check_ins').where('check_ins', '>', 0).executeTakeFirstOrThrow(),
    );
    expect(row.check_ins).toBe(450);
  });
});
