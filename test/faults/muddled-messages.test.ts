/** A network that repeats, reorders and holds back what it tells, and at the end tells a whole week again. */

import { expect, test } from 'vitest';
import type { ChatEvent } from '../../src/ports/chat-gateway.js';
import { describeDialects } from '../support/dialects.js';
import { JudgedCommunity } from '../support/faults/judged-community.js';
import { amount, minutes, pick, randomOf, testSeed } from '../support/faults/scale.js';

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
const STEP = 3 * HOUR;
const MESSAGES = { sqlite: amount(20_000, 1_000_000), postgres: amount(1_500, 100_000) } as const;
const TALK = ['今天天气真好', '我还没打卡呢', '老师辛苦了', '明天几点开始？'] as const;

/** What is no check-in: talk, pictures, stickers. */
function talk(community: JudgedCommunity, random: () => number): void {
  for (const room of community.rooms) {
    for (const name of community.people(room)) {
      const sentAt = community.now + Math.floor(random() * STEP);
      if (random() < 0.15) community.says(name, room, pick(random, TALK), { sentAt });
      if (random() < 0.05)
        community.says(name, room, '', { sentAt, kind: pick(random, ['picture', 'sticker', 'voice']) });
    }
  }
}

async function liveInMuddle(community: JudgedCommunity, random: () => number, messages: number): Promise<void> {
  const { wechat } = community;
  let held: readonly ChatEvent[] = [];
  while (wechat.said < messages) {
    community.chatterUntil(community.now + STEP);
    talk(community, random);
    const late = wechat.muddle(random);
    for (const event of held) wechat.tell(event);
    held = late;
    await community.pass(community.now + STEP);
  }
  for (const event of held) wechat.tell(event);
  wechat.repeatSince(community.now - WEEK);
  await community.pass(community.now + STEP);
}

describeDialects('a network that repeats 30 %, reorders, and replays a week', (dialect) => {
  const messages = MESSAGES[dialect.name];

  test(`${messages} messages: every check-in counts once, points are exact`, { timeout: minutes(5, 60) }, async () => {
    const seed = testSeed();
    const random = randomOf(seed);
    const url = await dialect.freshUrl();
    const community = await JudgedCommunity.open({ url, random, rooms: 10, members: 40 });
    await liveInMuddle(community, random, messages);

    expect(await community.close(), `seed ${seed}`).toEqual([]);
  });
});
