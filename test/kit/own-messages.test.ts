/** What the bot learns of a platform that shows it its own messages, or does not, and what follows for doubtful sends. */

import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { OwnMessages } from '../../src/domain/own-messages.js';
import { defineFeature } from '../../src/kit/feature.js';
import type { ChatEvents } from '../../src/ports/chat-gateway.js';
import type { Room } from '../../src/storage/rooms.js';
import { type Dialect, describeDialects } from '../support/dialects.js';
import { chatRoom, type KitBot, openTestDatabase, startKitBot } from '../support/kit-bot.js';

const SECOND = 1_000;

describeDialects('our own messages', ({ freshUrl }: Dialect) => {
  async function start(): Promise<{ readonly kit: KitBot; readonly room: Room }> {
    const database = await openTestDatabase(await freshUrl());
    const kit = await startKitBot({ database, features: [defineFeature({ name: 'none' })] });
    return { kit, room: await kit.addRoom('room', 'trial') };
  }

  async function queue(kit: KitBot, room: Room, text: string, state: 'planned' | 'sending' = 'planned'): Promise<void> {
    const now = kit.clock.now();
    const sendingAt = state === 'sending' ? now : null;
    await kit.database.transaction(async (tx) => {
      const { id } = await kit.account(tx);
      await sql`
        insert into outbox
          (account_id, room_id, kind, priority, started, state, body, not_before, expires_at, sending_at, created_at)
        values (${id}, ${room.id}, 'reply', 0, 0, ${state}, ${text}, ${now}, ${now + 1_000_000}, ${sendingAt}, ${now})
      `.execute(tx);
    });
  }

  async function say(kit: KitBot, room: Room, ...texts: readonly string[]): Promise<void> {
    for (const text of texts) await queue(kit, room, text);
    await kit.bot.sender.drain();
  }

  function echoOf(
    kit: KitBot,
    text: string,
    messageId: string,
    sentAt = kit.clock.now(),
  ): ChatEvents['message.echoed'] {
    return { type: 'message.echoed', messageId, sentAt, to: { roomPlatformId: chatRoom('room').platformId }, text };
  }

  async function learnt(kit: KitBot): Promise<OwnMessages | null> {
    return kit.database.transaction(async (tx) => (await kit.account(tx)).ownMessages);
  }

  test('three that left and did not come back within ten seconds: none does', async () => {
    const { kit, room } = await start();

    await say(kit, room, 'one', 'two', 'three');
    kit.clock.advance(9 * SECOND);
    await say(kit, room, 'too early');
    expect(await learnt(kit)).toBeNull();

    kit.clock.advance(SECOND);
    await say(kit, room, 'late enough');
    expect(await learnt(kit)).toBe('unseen');
  });

  test('one that comes back is proof, also after it was thought that none does', async () => {
    const { kit, room } = await start();
    await say(kit, room, 'one', 'two', 'three');
    kit.clock.advance(20 * SECOND);
    await say(kit, room, 'four');
    expect(await learnt(kit)).toBe('unseen');

    await kit.bot.receive(echoOf(kit, 'four', 'm4'));

    expect(await learnt(kit)).toBe('shown');
  });

  test('one from before the connection was told again, and that is remembered', async () => {
    const { kit } = await start();
    const before = kit.clock.now();
    kit.clock.advance(60 * SECOND);
    kit.bot.noteConnection({ state: 'online', self: { platformId: 'wx-bot', name: 'bot' } });

    await kit.bot.receive(echoOf(kit, 'from before', 'm1', before));
    expect(await learnt(kit)).toBe('replayed');

    await kit.bot.receive(echoOf(kit, 'from now', 'm2'));
    expect(await learnt(kit)).toBe('replayed');
  });

  test.each([
    ['unseen', 'uncertain'],
    ['shown', 'sending'],
    [null, 'sending'],
  ] as const)('where they are %s, one that was left on its way is %s at once', async (ownMessages, state) => {
    const { kit, room } = await start();
    await kit.database.transaction((tx) => sql`update account set own_messages = ${ownMessages}`.execute(tx));
    await queue(kit, room, 'half-way', 'sending');

    await kit.bot.sender.drain();

    const rows = await kit.database.transaction((tx) => tx.selectFrom('outbox').select('state').execute());
    expect(rows).toEqual([{ state }]);
    await kit.bot.receive(echoOf(kit, 'half-way', 'm1'));
    await kit.bot.sender.drain();
    expect(await kit.database.transaction((tx) => tx.selectFrom('outbox').select('state').execute())).toEqual([
      { state: 'sent' },
    ]);
  });
});
