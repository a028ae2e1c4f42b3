/** Posts with pictures, seen by the machinery alone: order, budget, gap, restart. */

import { expect, test } from 'vitest';
import { SIMULATED_PACING } from '../../src/domain/pacing.js';
import { defineFeature } from '../../src/kit/feature.js';
import { definePost } from '../../src/kit/post.js';
import { SendError } from '../../src/ports/chat-gateway.js';
import type { Database } from '../../src/storage/database.js';
import { describeDialects } from '../support/dialects.js';
import { FakePictureShelf } from '../support/fake-picture-shelf.js';
import { chatRoom, type KitBot, openTestDatabase, startKitBot } from '../support/kit-bot.js';
import { ManualClock } from '../support/manual-clock.js';

const SECOND = 1_000;
const FIVE_SECONDS = { ...SIMULATED_PACING, minGap: 5 * SECOND, maxGap: 5 * SECOND };

const feature = defineFeature({
  name: 'pictures',
  posts: [
    definePost({
      kind: 'task',
      isOwedTo: () => true,
      compose: async () => ({ text: 'words', picture: { name: 'a.png', words: 'picture' } }),
    }),
    definePost({ kind: 'review', isOwedTo: () => true, compose: async () => ({ text: 'review' }) }),
  ],
});

describeDialects('a post with a picture', (dialect) => {
  function startBot(database: Database, clock: ManualClock): Promise<KitBot> {
    const pictures = new FakePictureShelf();
    pictures.put('a.png');
    return startKitBot({ database, features: [feature], clock, pictures, pacing: FIVE_SECONDS });
  }

  async function start(settings = {}) {
    const database = await openTestDatabase(await dialect.freshUrl());
    const clock = new ManualClock('2026-03-02T07:59:00+08:00');
    const kit = await startBot(database, clock);
    const room = await kit.addRoom('甲群', 'paid', settings);
    clock.advance(60 * SECOND);
    await kit.bot.plan();
    return { kit, room, database, clock };
  }

  /** Lives for some seconds, one at a time. Resolves to what was said, with the second at which it was. */
  async function live(kit: KitBot, clock: ManualClock, seconds: number): Promise<string[]> {
    const said: string[] = [];
    for (let second = 0; second <= seconds; second++) {
      const before = kit.sentTo(chatRoom('甲群')).length;
      await kit.bot.plan();
      await kit.bot.sender.drain();
      for (const text of kit.sentTo(chatRoom('甲群')).slice(before)) said.push(`${second} ${text}`);
      clock.advance(SECOND);
    }
    return said;
  }

  function states({ database }: KitBot): Promise<readonly { kind: string; state: string }[]> {
    return database.transaction((tx) => tx.selectFrom('outbox').select(['kind', 'state']).orderBy('id').execute());
  }

  test('the picture leaves after its words at the pace of the account, and the next post waits for the words alone', async () => {
    const { kit, clock } = await start({ reviewTime: 8 * 60 + 1 });

    expect(await live(kit, clock, 90)).toEqual(['0 words', '5 picture', '60 review']);
  });

  test('planned by two at once it is one pair', async () => {
    const { kit, database, clock } = await start();
    const other = await startBot(database, clock);

    await Promise.all([kit.bot.plan(), other.bot.plan()]);
    await kit.bot.plan();

    expect(await states(kit)).toEqual([
      { kind: 'task', state: 'planned' },
      { kind: 'task-picture', state: 'planned' },
    ]);
  });

  test('a restart between words and picture sends the picture, once', async () => {
    const { kit, database, clock } = await start();
    await kit.bot.sender.drain();
    expect(kit.sentTo(chatRoom('甲群'))).toEqual(['words']);

    const after = await startBot(database, clock);
    const said = await live(after, clock, 30);

    expect(said).toEqual(['5 picture']);
    expect(await live(kit, clock, 30)).toEqual([]);
  });

  test('a process that dies while it sends the picture leaves it uncertain, and nobody repeats it', async () => {
    const { kit, database, clock } = await start();
    await kit.bot.sender.drain();
    clock.advance(5 * SECOND);
    await database.transaction((tx) =>
      tx
        .updateTable('outbox')
        .set({ state: 'sending', sending_at: clock.now() })
        .where('kind', '=', 'task-picture')
        .execute(),
    );

    const after = await startBot(database, clock);
    await live(after, clock, 30);

    expect(after.sentTo(chatRoom('甲群'))).toEqual([]);
    expect(await states(after)).toMatchObject([{ state: 'sent' }, { state: 'uncertain' }]);
  });

  test('words that are held back hold their picture back, and tried again they come first', async () => {
    const { kit, clock } = await start();
    let failures = 2;
    kit.gateway.duringSend = () => {
      if (failures-- > 0) throw new SendError('not-sent', 'unreachable', 'no way');
    };

    const said = await live(kit, clock, 60);

    expect(said.map((line) => line.split(' ')[1])).toEqual(['words', 'picture']);
  });

  test('a room that had its three messages today gets neither', async () => {
    const { kit, room, clock } = await start();
    await kit.database.transaction((tx) =>
      tx
        .insertInto('room_day')
        .values({ room_id: room.id, day: 20_514 as never, started: 3 })
        .execute(),
    );

    const said = await live(kit, clock, 30);

    expect(said).toEqual([]);
    expect((await states(kit)).map(({ state }) => state)).toEqual(['expired', 'cancelled']);
  });
});
