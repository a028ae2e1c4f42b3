/** Everybody is told of every check-in, once, however many come together and on whichever side of midnight. */

import { expect, test } from 'vitest';
import { CAREFUL_PACING } from '../../../src/domain/pacing.js';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot, type TestBot } from '../../support/test-bot.js';

/** Only the gathering is careful. */
const GATHERING = { ...CAREFUL_PACING, minGap: 0, maxGap: 0, newPercent: 100, perMinute: 1_000, perDay: 10_000 };
const TELLING = /^✅ .*?人）：\n(?<names>.*)$|^✅ (?<name>\S+) /gmu;

/** How often each name is in a list of check-ins. */
function told(texts: readonly string[]): Record<string, number> {
  const names = [...texts.join('\n').matchAll(TELLING)].flatMap(({ groups }) =>
    (groups?.['names'] ?? groups?.['name'] ?? '').split('、'),
  );
  const counts: Record<string, number> = {};
  for (const one of names.map((text) => text.replace(/\(.*$/u, ''))) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}

function members(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`);
}

describeDialects('what is told of check-ins', (dialect) => {
  async function startRoom(now: string) {
    const bot = await startTestBot({ dialect, pacing: GATHERING, now });
    const room = bot.room('英语1群');
    await (await bot.owner()).says('/建群 体验 英语', room);
    const checkIn = (name: string, sentAt = bot.clock.now()) => bot.person(name).says('打卡', room, { sentAt });
    return { bot, room, checkIn };
  }

  async function pass(bot: TestBot, minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute++) await bot.passTo(new Date(bot.clock.now() + 60_000).toISOString());
  }

  test('more than one message holds, half of whom may move theirs: everybody once', { timeout: 60_000 }, async () => {
    const { bot, checkIn } = await startRoom('2026-03-02T23:50:00+08:00');
    const yesterday = Date.parse('2026-03-02T12:00:00+08:00');
    for (const name of members('天天', 4)) await checkIn(name, yesterday);
    await pass(bot, 20);
    const before = bot.said(bot.room('英语1群')).length;
    await checkIn('头一个');
    for (const name of ['天天0', ...members('夜里', 230), '天天1', '天天2', '天天3']) await checkIn(name);
    await pass(bot, 45);

    const counts = told(bot.said(bot.room('英语1群')).slice(before));
    const people = ['头一个', ...members('天天', 4), ...members('夜里', 230)];
    expect(people.filter((name) => counts[name] !== 1).map((name) => `${name}: ${counts[name]}`)).toEqual([]);
  });

  test('one who may move theirs behind more than one message holds: everybody once', { timeout: 60_000 }, async () => {
    const { bot, checkIn } = await startRoom('2026-03-03T00:10:00+08:00');
    const yesterday = Date.parse('2026-03-02T12:00:00+08:00');
    const diligent = members('天天', 230);
    for (const name of diligent) await checkIn(name, yesterday);
    await pass(bot, 20);
    const before = bot.said(bot.room('英语1群')).length;
    await checkIn('头一个');
    for (const name of [...diligent.slice(0, 220), '夜里一个', ...diligent.slice(220)]) await checkIn(name);
    await pass(bot, 45);

    const texts = bot.said(bot.room('英语1群')).slice(before);
    const counts = told(texts);
    const people = [...diligent, '头一个', '夜里一个'];
    expect(people.filter((name) => counts[name] !== 1).map((name) => `${name}: ${counts[name]}`)).toEqual([]);
    expect(texts.filter((text) => text.includes('夜里一个 昨天还空着'))).toHaveLength(1);
  });

  test('on both sides of midnight within one message: both days are told', async () => {
    const { bot, room, checkIn } = await startRoom('2026-03-02T23:52:00+08:00');
    await checkIn('阿陈');
    await checkIn('老周');
    await pass(bot, 4);
    const before = bot.said(room).length;
    await checkIn('小林');
    await checkIn('小白');
    await pass(bot, 5);
    await checkIn('小林');
    await checkIn('阿陈');
    await pass(bot, 30);

    const texts = bot.said(room).slice(before);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain('（3 人）：\n小林(3月2日，1天)、小白(3月2日，1天)、小林(2天)、阿陈(2天)');
  });

  test('a backlog of days tells each of them, with its own streak', async () => {
    const { bot, room, checkIn } = await startRoom('2026-03-10T09:00:00+08:00');
    await checkIn('阿陈');
    const before = bot.said(room).length;
    for (const day of ['04', '05', '07', '08', '09', '10'])
      await checkIn('小林', Date.parse(`2026-03-${day}T08:00:00+08:00`));
    await pass(bot, 30);

    const text = bot.said(room).slice(before).join('\n');
    expect(text).toContain(
      '小林(3月4日，1天)、小林(3月5日，2天)、小林(3月7日，1天)、小林(3月8日，2天)、小林(3月9日，3天)、小林(4天)',
    );
    expect(text).toContain('（1 人）');
    expect(text).toContain('🎉 小林 连续满 3 天');
  });

  test('an earlier day that comes late is told once, beside the day itself', async () => {
    const { bot, room, checkIn } = await startRoom('2026-03-10T09:00:00+08:00');
    await checkIn('阿陈');
    const before = bot.said(room).length;
    await checkIn('小林');
    await checkIn('小林', Date.parse('2026-03-09T08:00:00+08:00'));
    await pass(bot, 30);

    expect(told(bot.said(room).slice(before))).toEqual({ 小林: 2 });
  });
});
