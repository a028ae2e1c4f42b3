import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';

describeDialects('check-in', (dialect) => {
  async function startRoom(settings: readonly string[] = []) {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 体验 英语', room);
    for (const setting of settings) await owner.says(`/设置 ${setting}`, room);
    return { bot, owner, room };
  }

  test('a check-in is acknowledged with streak, total and points', async () => {
    const { bot, room } = await startRoom();

    const answer = await bot.person('小林').says('打卡 今天读了 3 页', room);

    expect(answer).toContain('小林');
    expect(answer).toContain('连续 1 天，累计 1 天，+10 分');
  });

  test('a second check-in of the day is answered kindly and changes nothing', async () => {
    const { bot, room } = await startRoom();
    const lin = bot.person('小林');
    await lin.says('打卡', room);

    expect(await lin.says('签到', room)).toBe('小林 今天已经记过啦，一天一次就够，连续 1 天');
    expect(await lin.says('我的', room)).toContain('累计 1 天\n积分 10');
  });

  test('a message delivered twice counts once', async () => {
    const { bot, room } = await startRoom();
    const lin = bot.person('小林');
    await lin.says('打卡', room, { messageId: 'same' });

    expect(await lin.says('打卡', room, { messageId: 'same' })).toBe('');
  });

  test('the third day in a row pays the first milestone', async () => {
    const { bot, room } = await startRoom();
    const lin = bot.person('小林');
    await lin.says('打卡', room);
    await bot.passTo('2026-03-03T09:00:00+08:00');
    await lin.says('打卡', room);
    await bot.passTo('2026-03-04T09:00:00+08:00');

    expect(await lin.says('打卡', room)).toContain('🎉 小林 连续满 3 天');
    expect(await lin.says('我的', room)).toContain('积分 35');
  });

  test('a missed day starts the streak again and keeps the total', async () => {
    const { bot, room } = await startRoom();
    const lin = bot.person('小林');
    await lin.says('打卡', room);
    await bot.passTo('2026-03-04T09:00:00+08:00');

    expect(await lin.says('打卡', room)).toContain('连续 1 天，累计 2 天');
  });

  test('a message from yesterday that comes late counts for yesterday', async () => {
    const { bot, room } = await startRoom();
    const lin = bot.person('小林');
    await lin.says('打卡', room);

    await lin.says('打卡', room, { sentAt: Date.parse('2026-03-01T21:00:00+08:00') });

    expect(await lin.says('我的', room)).toContain('连续 2 天（最长 2 天），累计 2 天');
  });

  test('a room that asks for content holds a bare check-in until a picture comes', async () => {
    const { bot, room } = await startRoom(['打卡内容 图片']);
    const lin = bot.person('小林');

    expect(await lin.says('打卡', room)).toContain('请在 30 分钟内发一张图片');
    expect(await lin.says('', room, { kind: 'picture' })).toContain('连续 1 天，累计 1 天');
  });

  test('whoever still owes the content is mentioned, for they have to act', async () => {
    const { bot, room } = await startRoom(['打卡内容 图片']);

    const answer = await bot.person('小林').says('打卡', room);

    expect(answer).toContain('@小林 这个群打卡要带上内容');
    expect(bot.gateway.sent.at(-1)?.mentions).toEqual(['wx-小林']);
  });

  test('a held check-in lapses after 30 minutes', async () => {
    const { bot, room } = await startRoom(['打卡内容 图片']);
    const lin = bot.person('小林');
    await lin.says('打卡', room);
    await bot.passTo('2026-03-02T09:31:00+08:00');

    expect(await lin.says('', room, { kind: 'picture' })).toBe('');
    expect(await lin.says('我的', room)).toContain('还没有打过卡');
  });

  test('a picture of the last three minutes belongs to a bare check-in', async () => {
    const { bot, room } = await startRoom(['打卡内容 图片']);
    const lin = bot.person('小林');
    await lin.says('', room, { kind: 'picture' });
    await bot.passTo('2026-03-02T09:02:59+08:00');

    expect(await lin.says('打卡', room)).toContain('连续 1 天');
  });

  test('after midnight, a check-in can be put to yesterday by the member', async () => {
    const { bot, room } = await startRoom();
    const lin = bot.person('小林');
    await lin.says('打卡', room);
    await bot.passTo('2026-03-04T00:40:00+08:00');

    expect(await lin.says('打卡', room)).toContain('发送：记到昨天');
    expect(await lin.says('记到昨天', room)).toContain('已记到 3月3日，连续 2 天');
    expect(await lin.says('打卡', room)).toContain('连续 3 天，累计 3 天');
  });

  test('100 check-ins in ten minutes make three messages at most, and name everyone', async () => {
    const { CAREFUL_PACING } = await import('../../../src/domain/pacing.js');
    const bot = await startTestBot({ dialect, pacing: { ...CAREFUL_PACING, minGap: 0, maxGap: 0, newPercent: 100 } });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 体验 英语', room);
    const before = bot.said(room).length;

    for (let second = 0; second < 600; second += 6) {
      await bot.person(`成员${second / 6}`).says('打卡', room);
      await bot.passTo(new Date(Date.parse('2026-03-02T09:00:00+08:00') + (second + 6) * 1_000).toISOString());
    }
    await bot.passTo('2026-03-02T09:30:00+08:00');

    const acknowledgements = bot.said(room).slice(before);
    expect(acknowledgements.length).toBeLessThanOrEqual(3);
    for (let index = 0; index < 100; index++)
      expect(acknowledgements.join('\n')).toMatch(new RegExp(`成员${index}[ (]`));
  });

  test('the leaderboard shares places among equals and can be left', async () => {
    const { bot, room } = await startRoom();
    const [lin, chen, zhou] = [bot.person('小林'), bot.person('阿陈'), bot.person('老周')];
    for (const person of [lin, chen, zhou]) await person.says('打卡', room);
    await bot.passTo('2026-03-03T09:00:00+08:00');
    await lin.says('打卡', room);
    await chen.says('打卡', room);

    const board = await zhou.says('排行榜', room);
    expect(board).toContain('1. 小林　连续 2 天 · 累计 2 天');
    expect(board).toContain('1. 阿陈');
    expect(board).toContain('3. 老周　连续 1 天 · 累计 1 天（你）');

    await chen.says('退出排行', room);
    await bot.passTo('2026-03-03T09:05:00+08:00');
    expect(await zhou.says('排行榜', room)).not.toContain('阿陈');
  });
});
