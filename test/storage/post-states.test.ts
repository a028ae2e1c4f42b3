import { expect, test } from 'vitest';
import type { AccountId, OutboxId, RoomId } from '../../src/domain/ids.js';
import type { LocalDay } from '../../src/domain/local-day.js';
import { findOrAddAccount } from '../../src/storage/accounts.js';
import type { Tx } from '../../src/storage/database.js';
import { findOutbox } from '../../src/storage/outbox-message.js';
import { markEnded, markSending, markSent } from '../../src/storage/outbox-sending.js';
import {
  countSentSince,
  findAccountOutbox,
  listUnsentSlots,
  markPlannedByPerson,
} from '../../src/storage/post-states.js';
import { findOrAddRoom } from '../../src/storage/seen-rooms.js';
import { appendSlot } from '../../src/storage/slots.js';
import { describeDialects } from '../support/dialects.js';
import { startTestBot } from '../support/test-bot.js';

const DAY = 20_500 as LocalDay;
const AGAIN = { body: '再来一次\u0000', late: true, notBefore: 900, expiresAt: 999 };

describeDialects('post states', (dialect) => {
  async function inRoom(work: (tx: Tx, accountId: AccountId, roomId: RoomId) => Promise<void>): Promise<void> {
    const bot = await startTestBot({ dialect });
    await bot.database.transaction(async (tx) => {
      const { id } = await findOrAddAccount(tx, 'test', 0);
      await work(tx, id, (await findOrAddRoom(tx, id, bot.room('群'))).id);
    });
  }

  async function planSlot(tx: Tx, accountId: AccountId, roomId: RoomId, day = DAY): Promise<OutboxId> {
    const times = { notBefore: 1, expiresAt: 2, createdAt: 1 };
    const slot = {
      kind: 'task',
      day,
      late: false,
      priority: 2,
      started: true,
      state: 'planned',
      body: '任务',
    } as const;
    const id = await appendSlot(tx, { accountId, to: { roomId }, ...slot, ...times });
    if (id === undefined) throw new Error('The slot was taken.');
    return id;
  }

  test('a message is planned again as a person’s, once, and only as it was read', () =>
    inRoom(async (tx, accountId, roomId) => {
      const id = await planSlot(tx, accountId, roomId);
      await markEnded(tx, id, 'expired', 'expired');
      const read = await findAccountOutbox(tx, accountId, id);
      if (!read) throw new Error('There is no such message.');

      expect(await markPlannedByPerson(tx, read, AGAIN)).toBe(true);
      expect(await markPlannedByPerson(tx, read, AGAIN)).toBe(false);

      const row = {
        state: 'planned',
        started: false,
        late: true,
        reason: null,
        body: '再来一次\uFFFD',
        notBefore: 900,
      };
      expect(await findOutbox(tx, id)).toMatchObject(row);
    }));

  test('a message of another account is not found', () =>
    inRoom(async (tx, accountId, roomId) => {
      const id = await planSlot(tx, accountId, roomId);

      expect(await findAccountOutbox(tx, (accountId + 1) as AccountId, id)).toBeUndefined();
    }));

  test('only what is known to have arrived counts as sent', () =>
    inRoom(async (tx, accountId, roomId) => {
      const [sent, doubtful, earlier] = [
        await planSlot(tx, accountId, roomId),
        await planSlot(tx, accountId, roomId, (DAY + 1) as LocalDay),
        await planSlot(tx, accountId, roomId, (DAY + 2) as LocalDay),
      ];
      await markSending(tx, sent, '任务', 500);
      await markSent(tx, sent, 'm1', 510);
      await markSending(tx, doubtful, '任务', 520);
      await markEnded(tx, doubtful, 'uncertain', 'no answer');
      await markSending(tx, earlier, '任务', 400);
      await markSent(tx, earlier, 'm2', 410);

      expect(await countSentSince(tx, accountId, 500)).toBe(1);
    }));

  test('unsent slots are those of the asked rooms and days that ended badly', () =>
    inRoom(async (tx, accountId, roomId) => {
      const failed = await planSlot(tx, accountId, roomId);
      await planSlot(tx, accountId, roomId, (DAY + 1) as LocalDay);
      await markEnded(tx, failed, 'failed', 'no such chat');

      const slot = { id: failed, roomId, kind: 'task', day: DAY, state: 'failed', reason: 'no such chat' };
      expect(await listUnsentSlots(tx, [roomId], [DAY, (DAY + 1) as LocalDay])).toEqual([slot]);
      expect(await listUnsentSlots(tx, [], [DAY])).toEqual([]);
    }));
});
