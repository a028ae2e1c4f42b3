/** What is done on the platform without words, from the order to the news of its end. */

import { expect, test } from 'vitest';
import type { Errand } from '../../src/domain/errand.js';
import type { MemberId } from '../../src/domain/ids.js';
import { type EndedErrand, queueErrand } from '../../src/kit/errand.js';
import { defineFeature } from '../../src/kit/feature.js';
import { startWork, type Work } from '../../src/kit/work.js';
import { SendError } from '../../src/ports/chat-gateway.js';
import { noPictures } from '../../src/ports/picture-shelf.js';
import { findOrAddMember } from '../../src/storage/members.js';
import type { Target } from '../../src/storage/outbox.js';
import { describeDialects, type Dialect } from '../support/dialects.js';
import { type KitBot, NO_PAUSES, openTestDatabase, startKitBot } from '../support/kit-bot.js';

const LIN = { platformId: 'wx-lin', name: '小林' };

interface Scene extends KitBot {
  readonly ended: Pick<EndedErrand, 'errand' | 'outcome' | 'reason'>[];
  order(to: Target, errand: Errand): Promise<void>;
}

async function startScene(dialect: Dialect): Promise<Scene> {
  const ended: Scene['ended'] = [];
  const keeper = {
    kind: 'test-errand',
    ended: async (_: Work, { errand, outcome, reason }: EndedErrand) => void ended.push({ errand, outcome, reason }),
  };
  const feature = defineFeature({ name: 'test', errands: [keeper] });
  const kit = await startKitBot({ database: await openTestDatabase(await dialect.freshUrl()), features: [feature] });
  return {
    ...kit,
    ended,
    async order(to, errand) {
      await kit.database.transaction(async (tx) => {
        const parts = { pacing: NO_PAUSES, catalogue: kit.catalogue, pictures: noPictures };
        const work = startWork(parts, tx, await kit.account(tx), kit.clock.now());
        await queueErrand(work, { kind: 'test-errand', to, errand });
      });
      await kit.settle();
    },
  };
}

describeDialects('an errand', (dialect) => {
  test('is done by platform ids, and whoever asked hears of it', async () => {
    const scene = await startScene(dialect);
    const room = await scene.addRoom('英语付费群', 'paid');
    const lin = await addLin(scene);

    await scene.order({ roomId: room.id }, { do: 'invite', memberId: lin });
    await scene.order({ memberId: lin }, { do: 'tag', tag: '英语' });

    expect(scene.gateway.performed).toEqual([
      { do: 'invite', roomPlatformId: '英语付费群@chatroom', personPlatformId: 'wx-lin' },
      { do: 'tag', personPlatformId: 'wx-lin', tag: '英语' },
    ]);
    expect(scene.ended.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(scene.gateway.sent).toEqual([]);
  });

  test('waits for the morning, and takes no place in the budget of the room', async () => {
    const scene = await startScene(dialect);
    const room = await scene.addRoom('英语付费群', 'paid');
    const lin = await addLin(scene);
    scene.clock.advance(Date.parse('2026-03-02T23:00:00+08:00') - scene.clock.now());

    for (let time = 0; time < 5; time++) await scene.order({ roomId: room.id }, { do: 'invite', memberId: lin });
    expect(scene.gateway.performed).toEqual([]);

    scene.clock.advance(Date.parse('2026-03-03T07:30:00+08:00') - scene.clock.now());
    await scene.settle();
    expect(scene.gateway.performed).toHaveLength(5);
  });

  test.each([
    ['what cannot be done', new SendError('not-sent', 'unsupported', 'unsupported'), 'failed', 1],
    ['a room that is gone', new SendError('not-sent', 'gone', 'The bot is not in this room any more.'), 'failed', 1],
    ['an unknown end', new SendError('unknown', 'unreachable', 'The connection was lost.'), 'uncertain', 1],
  ] as const)('%s is told as it is, and not tried again', async (_, error, outcome, tries) => {
    const scene = await startScene(dialect);
    const room = await scene.addRoom('英语付费群', 'paid');
    const lin = await addLin(scene);
    let tried = 0;
    scene.gateway.beforePerform = () => {
      tried += 1;
      throw error;
    };

    await scene.order({ roomId: room.id }, { do: 'remove', memberId: lin });
    await scene.settle();

    expect(scene.ended.map((one) => one.outcome)).toEqual([outcome]);
    expect(tried).toBe(tries);
  });

  test('somebody whom the account cannot see is told as failed without a try', async () => {
    const scene = await startScene(dialect);
    const room = await scene.addRoom('英语付费群', 'paid');

    await scene.order({ roomId: room.id }, { do: 'invite', memberId: 999 as MemberId });

    expect(scene.ended).toMatchObject([{ outcome: 'failed', reason: 'no such chat' }]);
    expect(scene.gateway.performed).toEqual([]);
  });
});

async function addLin({ database, account, clock }: KitBot): Promise<MemberId> {
  return database.transaction(async (tx) => (await findOrAddMember(tx, (await account(tx)).id, LIN, clock.now())).id);
}
