/**
 * The bot dies before each single thing that it awaits of database and network, while it plans a post, delivers it, and
 * takes a check-in: one death for each, until nothing is left to die at.
 */

import { describe, expect, test } from 'vitest';
import { describeDialects } from '../support/dialects.js';
import type { EchoAbility } from '../support/faults/judge-wechat.js';
import { JudgedCommunity } from '../support/faults/judged-community.js';
import { nextDue } from '../support/faults/owed-slots.js';
import { amount, minutes, randomOf, scale, testSeed } from '../support/faults/scale.js';

const ROUNDS = amount(1, 20);
const ECHOES = {
  sqlite: scale<EchoAbility[]>(['none'], ['none', 'replay']),
  postgres: scale<EchoAbility[]>(['replay'], ['none', 'replay']),
} as const;

/** Resolves to false when it died. */
async function liveThroughSlot(community: JudgedCommunity, at: number): Promise<boolean> {
  const [room] = community.rooms;
  const due = nextDue(room?.zone ?? '', community.now);
  await community.bots.survive({ do: 'die', at });
  if (room) community.checksIn(community.people(room)[at % 5] ?? '', room, due);
  return community.pass(due);
}

/** Two slots of each kind have to be survived before all awaits count as died at. Returns how many there were. */
async function dieEverywhere(community: JudgedCommunity): Promise<number> {
  let survived = 0;
  let at = 0;
  while (survived < 4) {
    at += 1;
    if (await liveThroughSlot(community, at)) survived += 1;
    else survived = 0;
    await community.pass(community.now + 11_000);
  }
  return at - survived;
}

describe.concurrent('a bot that dies', () => {
  describeDialects('dying before every await of a slot and a check-in', (dialect) => {
    test.concurrent.each(ECHOES[dialect.name])(
      'nothing is doubled, lost or miscounted (echo: %s)',
      { timeout: minutes(10, 120) },
      async (echo) => {
        const seed = testSeed();
        for (let round = 0; round < ROUNDS; round++) {
          const random = randomOf(seed + round);
          const url = await dialect.freshUrl();
          const community = await JudgedCommunity.open({ url, random, echo, rooms: 1, steady: true });

          const deaths = await dieEverywhere(community);

          expect(await community.close(), `seed ${seed + round}`).toEqual([]);
          expect(deaths).toBeGreaterThan(20);
        }
      },
    );
  });
});
