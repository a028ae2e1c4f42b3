/** Messages that come at once share a transaction; what they leave behind is what they leave one after the other. */

import { expect, test } from 'vitest';
import { type Dialect, describeDialects } from '../support/dialects.js';
import { amount, pick, randomOf, testSeed } from '../support/faults/scale.js';
import { startTestBot, type TestBot } from '../support/test-bot.js';

const NAMES = ['小林', '小王', '小张', '阿May', '老周', '小陈'] as const;
const ROOMS = ['英语1群', '读书2群'] as const;
const LINES = [
  '打卡',
  '打卡 今天读书31页',
  '打卡！',
  '撤回打卡',
  '补卡',
  '请假 明天',
  '销假',
  '我的',
  '今天天气真好',
  '积分明细',
  '/没有这个指令',
] as const;
const DAYS = amount(6, 60);

interface Said {
  readonly who: (typeof NAMES)[number];
  readonly where: (typeof ROOMS)[number];
  readonly line: string;
  readonly messageId: string;
}

/** A dozen lines for each morning; some come twice. */
function mornings(random: () => number): readonly (readonly Said[])[] {
  return Array.from({ length: DAYS }, (_, day) =>
    Array.from({ length: 12 }, (__, line): Said[] => {
      const said = { who: pick(random, NAMES), where: pick(random, ROOMS), line: pick(random, LINES) };
      const one = { ...said, messageId: `${day}-${line}` };
      return random() < 0.2 ? [one, one] : [one];
    }).flat(),
  );
}

async function live(dialect: Dialect, days: readonly (readonly Said[])[], together: boolean): Promise<unknown> {
  const bot = await startTestBot({ dialect });
  const owner = await bot.owner();
  for (const topic of ROOMS) await owner.says('/建群 体验 英语', bot.room(topic));
  for (const [day, lines] of days.entries()) {
    const say = ({ who, where, line, messageId }: Said) => bot.person(who).says(line, bot.room(where), { messageId });
    if (together) await Promise.all(lines.map(say));
    else for (const one of lines) await say(one);
    await bot.passTo(new Date(Date.parse('2026-03-03T09:00:00+08:00') + day * 86_400_000).toISOString());
  }
  const left = await leftBehind(bot);
  await bot.close();
  return left;
}

/** By names, since ids may leave gaps. */
async function leftBehind({ database }: TestBot) {
  return database.transaction(async (tx) => {
    const seats = await tx
      .selectFrom('membership')
      .innerJoin('room', 'room.id', 'membership.room_id')
      .select(['topic', 'membership.name', 'first_day', 'last_day', 'streak', 'best', 'total', 'freezes', 'points'])
      .orderBy('topic')
      .orderBy('membership.name')
      .execute();
    const checkIns = await tx
      .selectFrom('check_in')
      .innerJoin('membership', (join) =>
        join
          .onRef('membership.room_id', '=', 'check_in.room_id')
          .onRef('membership.member_id', '=', 'check_in.member_id'),
      )
      .innerJoin('room', 'room.id', 'check_in.room_id')
      .select(['topic', 'membership.name', 'day', 'content', 'evidence', 'source'])
      .orderBy('topic')
      .orderBy('membership.name')
      .orderBy('day')
      .execute();
    const entries = await tx
      .selectFrom('points_entry')
      .innerJoin('member', 'member.id', 'points_entry.member_id')
      .select(['member.name', 'amount', 'balance', 'reason', 'day'])
      .orderBy('points_entry.room_id')
      .orderBy('member.name')
      .orderBy('points_entry.id')
      .execute();
    const counts = await tx
      .selectFrom('room_day')
      .select(['day', 'room_id', 'check_ins'])
      .orderBy('day')
      .orderBy('room_id')
      .execute();
    return { seats, checkIns, entries, counts: counts.filter(({ check_ins }) => check_ins > 0) };
  });
}

describeDialects('messages that come at once', (dialect) => {
  test('leave behind what they leave one after the other', { timeout: 600_000 }, async () => {
    const seed = testSeed();
    const days = mornings(randomOf(seed));

    const oneByOne = await live(dialect, days, false);
    const atOnce = await live(dialect, days, true);

    expect(atOnce, `seed ${seed}`).toEqual(oneByOne);
  });

  test('a second check-in of the same member among them is told as one that was there', async () => {
    const bot = await startTestBot({ dialect });
    const room = bot.room('英语1群');
    await (await bot.owner()).says('/建群 体验 英语', room);
    const lin = bot.person('小林');

    await Promise.all([
      lin.says('打卡', room),
      bot.person('小王').says('打卡', room),
      lin.says('打卡 今天读书31页', room),
    ]);

    expect(await lin.says('我的', room)).toContain('累计 1 天');
    const left = await leftBehind(bot);
    expect(left.checkIns.map(({ name }) => name)).toEqual(['小林', '小王']);
    expect(left.counts).toEqual([expect.objectContaining({ check_ins: 2 })]);
  });
});
