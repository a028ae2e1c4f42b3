/** Two processes plan for the same account for a moment, and hear the same events: what a taken-over lease looks like. */

import { expect, test } from 'vitest';
import { features } from '../../../src/features.js';
import { Catalogue } from '../../../src/kit/catalogue.js';
import { beginMove } from '../../../src/kit/moves.js';
import { startWork, type Work } from '../../../src/kit/work.js';
import { noPictures } from '../../../src/ports/picture-shelf.js';
import { findOrAddAccount } from '../../../src/storage/accounts.js';
import { describePostgres } from '../../support/dialects.js';
import { NO_PAUSES } from '../../support/kit-bot.js';
import type { TestBot } from '../../support/test-bot.js';
import { INVITED, PLAYED_FIRST, startMoveScene } from './move-scene.js';

function inWork<T>({ database, clock }: TestBot, act: (work: Work) => Promise<T>): Promise<T> {
  return database.transaction(async (tx) => {
    const parts = { pacing: NO_PAUSES, catalogue: new Catalogue(features), pictures: noPictures };
    return act(startWork(parts, tx, await findOrAddAccount(tx, 'test', clock.now()), clock.now()));
  });
}

describePostgres('a move in two processes', (dialect) => {
  test('is one move, and every step of it is taken once', PLAYED_FIRST, async () => {
    const { another, bot, buys, done, flow, lin, paid, trial } = await startMoveScene(dialect);
    const other = await another();
    await buys();
    const orders = await bot.database.transaction((tx) => tx.selectFrom('move').selectAll().execute());
    const [first] = orders;
    if (!first || first.order_id === null) throw new Error('No move was begun.');
    const begun = { memberId: first.member_id, courseId: first.course_id, orderId: first.order_id };
    await Promise.all([bot, other, bot, other].map((one) => inWork(one, (work) => beginMove(work, begun))));
    const both = async () => {
      for (const one of [bot, other]) one.clock.moveTo(one.clock.now() + 60_000);
      await Promise.all([bot.bot.plan(), other.bot.plan()]);
      await bot.bot.sender.drain();
    };

    await both();
    await both();
    const joined = { type: 'room.joined', room: paid, people: [lin], at: bot.clock.now() } as const;
    await Promise.all([bot.bot.receive(joined), other.bot.receive(joined)]);
    await both();
    await both();

    expect(done()).toEqual([INVITED]);
    expect(await flow()).toContain('已完成');
    expect(bot.said(paid).filter((line) => line.startsWith('👋'))).toHaveLength(1);
    expect(bot.said(trial).filter((line) => line.startsWith('🎓'))).toHaveLength(1);
    expect(await lin.says('我的', paid)).toContain('积分 35');
  });
});
