/** The one budget of what the bot writes in private by itself. */

import { expect, test } from 'vitest';
import type { OutboxId } from '../../src/domain/ids.js';
import { takeBackPrivately, tellPrivately } from '../../src/kit/private-message.js';
import { startWork } from '../../src/kit/work.js';
import { noPictures } from '../../src/ports/picture-shelf.js';
import { findOrAddMember } from '../../src/storage/members.js';
import { describeDialects, type Dialect } from '../support/dialects.js';
import { messageOf, NO_PAUSES, openTestDatabase, startKitBot } from '../support/kit-bot.js';

const LIN = { platformId: 'wx-lin', name: '小林' };
const HOUR = 3_600_000;

async function startScene(dialect: Dialect) {
  const kit = await startKitBot({ database: await openTestDatabase(await dialect.freshUrl()), features: [] });
  let last: OutboxId | undefined;
  return {
    ...kit,
    whisper: async () => {
      await kit.bot.receive(messageOf({ text: '在吗', sentAt: kit.clock.now(), sender: LIN }));
      await kit.settle();
    },
    tell: async (body: string) => {
      const id = await kit.database.transaction(async (tx) => {
        const account = await kit.account(tx);
        const parts = { pacing: NO_PAUSES, catalogue: kit.catalogue, pictures: noPictures };
        const { id: lin } = await findOrAddMember(tx, account.id, LIN, kit.clock.now());
        return tellPrivately(startWork(parts, tx, account, kit.clock.now()), lin, { kind: 'test', body });
      });
      await kit.settle();
      last = id ?? last;
      return id !== undefined;
    },
    /** Of what was told last. */
    takeBack: () => kit.database.transaction((tx) => takeBackPrivately({ tx }, last as OutboxId, 'undone')),
  };
}

describeDialects('a private message that nobody asked for', (dialect) => {
  test('goes to those alone who spoke to the bot in private first', async () => {
    const { whisper, tell, sentTo } = await startScene(dialect);

    expect(await tell('季卡 7 天后到期')).toBe(false);
    await whisper();
    expect(await tell('季卡 7 天后到期')).toBe(true);
    expect(sentTo(LIN)).toEqual(['季卡 7 天后到期']);
  });

  test('comes once in seven days, whatever it is about', async () => {
    const { whisper, tell, clock } = await startScene(dialect);
    await whisper();

    expect(await tell('季卡 7 天后到期')).toBe(true);
    clock.advance(7 * 24 * HOUR - 1);
    expect(await tell('秒杀提前告诉你')).toBe(false);
    clock.advance(1);
    expect(await tell('秒杀提前告诉你')).toBe(true);
  });

  test('waits through the night', async () => {
    const { whisper, tell, clock, sentTo, settle } = await startScene(dialect);
    await whisper();
    clock.advance(14 * HOUR);
    await tell('季卡 7 天后到期');
    expect(sentTo(LIN)).toEqual([]);

    clock.advance(9 * HOUR);
    await settle();
    expect(sentTo(LIN)).toEqual(['季卡 7 天后到期']);
  });

  test('that was taken back before it left counts for nothing; one that has left counts', async () => {
    const { whisper, tell, takeBack, clock, sentTo, settle } = await startScene(dialect);
    await whisper();
    clock.advance(14 * HOUR);
    expect(await tell('请你来核心群')).toBe(true);
    expect(await takeBack()).toBe(true);
    expect(await takeBack()).toBe(false);
    expect(await tell('季卡 7 天后到期')).toBe(true);
    clock.advance(9 * HOUR);
    await settle();

    expect(sentTo(LIN)).toEqual(['季卡 7 天后到期']);
    expect(await takeBack()).toBe(false);
    expect(await tell('秒杀提前告诉你')).toBe(false);
  });
});
