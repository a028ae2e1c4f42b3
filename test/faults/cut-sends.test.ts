/** Of a hundred sends two break before WeChat has taken the message and two after: the bot cannot know which. */

import { expect, test } from 'vitest';
import { describeDialects } from '../support/dialects.js';
import { readJudgeRecords } from '../support/faults/judge-records.js';
import type { EchoAbility, JudgeWeChat } from '../support/faults/judge-wechat.js';
import { JudgedCommunity } from '../support/faults/judged-community.js';
import { amount, minutes, pick, randomOf, testSeed } from '../support/faults/scale.js';

const HOUR = 3_600_000;
/** For each of the three abilities. */
const SENDS = { sqlite: amount(700, 34_000), postgres: amount(120, 3_000) } as const;
const QUESTIONS = ['排行榜', '我的', '帮助'] as const;

function attempts({ arrivals, cuts }: JudgeWeChat): number {
  return arrivals.length + cuts.filter(({ fate }) => fate === 'cut-before').length;
}

async function talkOverBadWire(community: JudgedCommunity, random: () => number, sends: number): Promise<void> {
  const { wechat } = community;
  wechat.fate = () => pick(random, FATES);
  while (attempts(wechat) < sends) {
    community.chatterUntil(community.now + HOUR);
    for (const room of community.rooms)
      for (const name of community.people(room)) community.says(name, room, pick(random, QUESTIONS));
    await community.pass(community.now + HOUR);
  }
}

const FATES = ['cut-before', 'cut-after', ...Array.from({ length: 98 }, () => 'whole' as const)] as const;

function sorted(sends: readonly { readonly chat: string; readonly text: string }[]): string[] {
  return sends.map(({ chat, text }) => `${chat} ${text}`).toSorted();
}

/** Where the platform replays our own messages, those that arrived prove themselves sooner or later. */
function doubtful(echo: EchoAbility, { cuts }: JudgeWeChat): string[] {
  return sorted(cuts.filter(({ fate }) => echo !== 'replay' || fate === 'cut-before'));
}

describeDialects('sends that are cut', (dialect) => {
  test.each(['replay', 'live', 'none'] as const)(
    'nothing is said twice, and every doubt is shown as uncertain (echo: %s)',
    { timeout: minutes(10, 60) },
    async (echo) => {
      const seed = testSeed();
      const random = randomOf(seed);
      const url = await dialect.freshUrl();
      const community = await JudgedCommunity.open({ url, random, echo, rooms: 6, members: 8 });
      await talkOverBadWire(community, random, SENDS[dialect.name]);

      expect(await community.close(), `seed ${seed}`).toEqual([]);
      const { outbox } = await readJudgeRecords(url);
      const uncertain = outbox.filter(({ state }) => state === 'uncertain');
      expect(sorted(uncertain.map(({ chat, body }) => ({ chat, text: body })))).toEqual(
        doubtful(echo, community.wechat),
      );
    },
  );
});
