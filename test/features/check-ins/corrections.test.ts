import { expect, test } from 'vitest';
import type { Tx } from '../../../src/storage/database.js';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot, type TestBot } from '../../support/test-bot.js';

/** The words of the review that waits. */
async function readWaiting({ database }: TestBot): Promise<string> {
  const query = (tx: Tx) =>
    tx.selectFrom('outbox').select('body').where('kind', '=', 'review').where('state', '=', 'planned');
  return (await database.transaction((tx) => query(tx).executeTakeFirstOrThrow())).body;
}

describeDialects('corrections and days that pay more', (dialect) => {
  async function startRoom() {
    const bot = await startTestBot({ dialect, now: '2026-03-02T09:00:00+08:00' });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 付费 英语', room);
    const [lin, chen] = [bot.person('小林'), bot.person('阿陈')];
    await lin.says('打卡', room);
    await chen.says('打卡', room);
    await bot.passTo('2026-03-03T09:00:00+08:00');
    return { bot, owner, room, lin, chen };
  }

  test('staff check in for several at once, and take it back', async () => {
    const { bot, owner, room, lin, chen } = await startRoom();

    const answer = await owner.says('/代打卡 @小林 @阿陈', room, { mentions: [lin, chen] });

    expect(answer).toContain('已记上 3月3日 周二 的打卡：小林、阿陈');
    expect(await lin.says('我的', room)).toContain('连续 2 天（最长 2 天），累计 2 天\n积分 20');
    expect(await owner.says('/代打卡 @小林', room, { mentions: [lin] })).toContain('本来就有记录');
    await owner.says('/撤销', room);
    await bot.passTo('2026-03-03T09:05:00+08:00');
    expect(await lin.says('我的', room)).toContain('累计 1 天\n积分 10');
  });

  test('more than ten are confirmed first', async () => {
    const { bot, owner, room } = await startRoom();
    const people = Array.from({ length: 11 }, (_, index) => bot.person(`成员${index}号`));
    for (const person of people) await person.says('大家好', room);
    for (const person of people) await person.joins(room);

    const words = people.map(({ name }) => `@${name}`).join(' ');
    const answer = await owner.says(`/代打卡 ${words}`, room, { mentions: people });

    expect(answer).toMatch(/11 人[^]*确认 \d{4}/u);
    expect(await owner.says(/确认 \d{4}/u.exec(answer)?.[0] ?? '', room)).toContain('等 11 人');
  });

  test('a record is corrected either way, and undone', async () => {
    const { bot, owner, room, lin } = await startRoom();
    const mentions = { mentions: [lin] };

    expect(await owner.says('/更正 @小林 3-2 无', room, mentions)).toContain('3月2日 周一 改为没有打卡');
    expect(await lin.says('我的', room)).toContain('还没有打过卡');
    await owner.says('/撤销', room);
    await bot.passTo('2026-03-03T09:05:00+08:00');
    expect(await lin.says('我的', room)).toContain('累计 1 天\n积分 10');
    expect(await owner.says('/更正 @小林 3-2 有', room, mentions)).toContain('本来就有记录');
  });

  test('a member cannot give these commands', async () => {
    const { room, lin, chen } = await startRoom();

    expect(await lin.says('/代打卡 @阿陈', room, { mentions: [chen] })).toBe('');
    expect(await lin.says('/双倍 明天', room)).toBe('');
  });

  test('a review that was posted is not changed; the next one tells what was corrected', async () => {
    const { bot, owner, room, lin, chen } = await startRoom();
    await bot.passTo('2026-03-04T09:00:00+08:00');
    await lin.says('补卡 昨天', room);
    await owner.says('/更正 @阿陈 3-2 无', room, { mentions: [chen] });
    await lin.says('打卡', room);

    const first = await bot.passTo('2026-03-04T20:01:00+08:00');
    await lin.says('打卡', room);
    const second = await bot.passTo('2026-03-05T20:01:00+08:00');

    expect(first(room)).toContain('更正：3月2日 撤销 1 人；3月3日 补记 小林');
    expect(second(room)).not.toContain('更正');
  });

  test('a review that waits to be sent is composed anew', async () => {
    const { bot, owner, room, lin, chen } = await startRoom();
    await owner.says('/设置 推送间隔 3600', room);
    await owner.says('/设置 点评时间 8:30', room);
    await bot.passTo('2026-03-04T08:31:00+08:00');
    await lin.says('打卡', room);
    const before = await readWaiting(bot);

    await owner.says('/代打卡 @阿陈', room, { mentions: [chen] });

    expect(before).toContain('还没有');
    expect(await readWaiting(bot)).not.toBe(before);
    const later = await bot.passTo('2026-03-04T09:10:00+08:00');
    expect(later(room)).toMatch(/2/u);
  });

  test('a day that pays double is told in the morning and paid to everybody', async () => {
    const { bot, owner, room, lin, chen } = await startRoom();
    expect(await owner.says('/双倍 3-4', room)).toContain('3月4日 周三 打卡得 2 倍积分');
    expect(await owner.says('/双倍 昨天', room)).toContain('已经过去的日子');
    await lin.says('打卡', room);
    expect(await owner.says('/双倍 今天', room)).toContain('今天已经有人打卡了');

    const morning = await bot.passTo('2026-03-04T09:00:00+08:00');

    expect(morning(room)).toContain('今天打卡得 2 倍积分');
    expect(await lin.says('打卡', room)).toContain('连续 3 天，累计 3 天，+25 分（今天 2 倍）');
    expect(await chen.says('打卡', room)).toContain('+20 分');
    expect(await lin.says('我的', room)).toContain('积分 45');
  });
});
