/** Core scores are kept, so they are counted anew here: one member after the other, from all rows, without a query of theirs. */

import { expect, test } from 'vitest';
import { CORE_WINDOW_DAYS, coreScoreOf } from '../../../src/domain/core-score.js';
import type { MemberId, RoomId } from '../../../src/domain/ids.js';
import { addDays, type LocalDay } from '../../../src/domain/local-day.js';
import { localDayOf } from '../../../src/domain/local-time.js';
import { recordCheckIn } from '../../../src/kit/standing.js';
import type { Tx } from '../../../src/storage/database.js';
import { describeDialects } from '../../support/dialects.js';
import { randomOf } from '../../support/faults/scale.js';
import { type CoreScene, deserve, memberIdOf, startCoreScene, tell } from './scene.js';

const ZONE = 'Asia/Shanghai';
const SCORED_AT = '2026-03-06T09:25:00+08:00';
const TODAY = localDayOf(Date.parse(SCORED_AT), ZONE);
const DAY_MS = 86_400_000;
const LIVING = 4;

/** Over two rooms and 120 days, some of them before the window. */
async function live(scene: CoreScene, random: () => number): Promise<void> {
  const { bot } = scene;
  const members = scene.members.slice(0, LIVING);
  const rooms = await bot.database.transaction((tx) =>
    tx.selectFrom('room').select('id').where('kind', '=', 'paid').orderBy('id').execute(),
  );
  for (const one of members) {
    await bot.database.transaction(async (tx) => {
      const memberId = await memberIdOf(tx, one);
      for (const { id: roomId } of rooms)
        for (let back = 120; back >= 1; back--) if (random() < 0.3) await checkIn(tx, { roomId, memberId }, back);
    });
    const instant = Date.parse(SCORED_AT) - Math.floor(random() * 150) * DAY_MS;
    const at = new Date(instant).toISOString();
    await bot.database.transaction(async (tx) => {
      const memberId = await memberIdOf(tx, one);
      for (const outcome of ['accepted', 'declined', null] as const)
        if (random() < 0.5) await tell(tx, memberId, instant, outcome);
    });
    await deserve(scene, one, { quizzes: Math.floor(random() * 4), referrals: Math.floor(random() * 3), at });
    await deserve(scene, one, { quizzes: Math.floor(random() * 4), referrals: Math.floor(random() * 3) });
  }
}

async function checkIn(tx: Tx, key: { roomId: RoomId; memberId: MemberId }, back: number): Promise<void> {
  const day = addDays(TODAY, -back);
  const at = Date.parse(SCORED_AT) - back * DAY_MS;
  await recordCheckIn(tx, key, { day, at, evidence: 'text', content: '' }, at);
}

async function recount(tx: Tx, memberId: MemberId) {
  const first = addDays(TODAY, 1 - CORE_WINDOW_DAYS);
  const checkIns = await tx.selectFrom('check_in').selectAll().where('member_id', '=', memberId).execute();
  const answers = await tx.selectFrom('quiz_answer').selectAll().where('member_id', '=', memberId).execute();
  const tickets = await tx.selectFrom('ticket').selectAll().where('member_id', '=', memberId).execute();
  const brought = await tx.selectFrom('referral').selectAll().where('inviter_id', '=', memberId).execute();
  const isIn = (day: LocalDay | null) => day !== null && day >= first && day <= TODAY;
  return {
    days: new Set(checkIns.map(({ day }) => day).filter(isIn)).size,
    accepted: tickets.filter((one) => one.outcome === 'accepted' && isIn(localDayOf(one.opened_at, ZONE))).length,
    opinions: tickets.filter((one) => one.outcome === null && isIn(localDayOf(one.opened_at, ZONE))).length,
    quizzes: answers.filter(({ at }) => isIn(localDayOf(at, ZONE))).length,
    referrals: brought.filter(({ state, earned_day: day }) => state === 'earned' && isIn(day)).length,
  };
}

describeDialects('core scores', (dialect) => {
  test('equal a recount from all rows, over all rooms of a member', { timeout: 60_000 }, async () => {
    const seed = Date.now() % 2 ** 31;
    const scene = await startCoreScene(dialect, { now: '2026-03-05T12:00:00+08:00' });
    const { bot, owner } = scene;
    const members = scene.members.slice(0, LIVING);
    const second = bot.room('阅读1群');
    await owner.says('/建群 付费 英语', second);
    for (const one of members) await one.says('大家好', second);
    await live(scene, randomOf(seed));

    await bot.passTo(SCORED_AT);

    for (const one of members) {
      const [kept, facts] = await bot.database.transaction(async (tx) => {
        const id = await memberIdOf(tx, one);
        const row = await tx.selectFrom('core_score').selectAll().where('member_id', '=', id).executeTakeFirstOrThrow();
        return [row, await recount(tx, id)] as const;
      });
      const { day, facts: keptFacts, member_id: _id, ...score } = kept;
      expect({ day, ...score }, `${one.name}, seed ${seed}`).toEqual({ day: TODAY, ...coreScoreOf(facts) });
      expect(JSON.parse(keptFacts), `${one.name}, seed ${seed}`).toEqual(facts);
    }
  });
});
