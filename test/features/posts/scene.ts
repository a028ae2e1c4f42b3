/** A trial room that begins the English course tomorrow, a staff room, and ways to sleep through time. */

import type { ChatRoom } from '../../../src/ports/chat-gateway.js';
import type { Dialect } from '../../support/dialects.js';
import { startTestBot, type TestBot, type TestPerson } from '../../support/test-bot.js';

export interface Scene {
  readonly bot: TestBot;
  readonly owner: TestPerson;
  readonly room: ChatRoom;
  readonly staff: ChatRoom;
  /** Off until then: nothing is planned on the way. Resolves to what was said in a chat once back. */
  wakesAt(instant: string): Promise<(chat: ChatRoom) => string>;
  /** The outbox as rows, oldest first. */
  rows(): Promise<readonly OutboxRow[]>;
}

export interface OutboxRow {
  readonly id: number;
  readonly kind: string;
  readonly state: string;
  readonly reason: string | null;
}

export interface SceneOptions {
  /** Monday, 2 March 2026, 09:00 in Shanghai unless told. */
  readonly now?: string;
  readonly course?: string;
}

export async function startScene(dialect: Dialect, { now, course = '英语' }: SceneOptions = {}): Promise<Scene> {
  const bot = await startTestBot({ dialect, ...(now !== undefined && { now }) });
  const owner = await bot.owner();
  const [room, staff] = [bot.room('英语1群'), bot.room('员工群')];
  await owner.says('/建群 员工', staff);
  await owner.says(`/建群 体验 ${course}`, room);

  return {
    bot,
    owner,
    room,
    staff,
    async wakesAt(instant) {
      const before = new Map([room, staff].map((chat) => [chat.platformId, bot.said(chat).length]));
      bot.clock.moveTo(Date.parse(instant));
      await bot.bot.plan();
      await bot.bot.sender.drain();
      return (chat) =>
        bot
          .said(chat)
          .slice(before.get(chat.platformId) ?? 0)
          .join('\n\n');
    },
    rows: () =>
      bot.database.transaction((tx) =>
        tx
          .selectFrom('outbox')
          .select(['id', 'kind', 'state', 'reason'])
          .where('kind', '!=', 'reply')
          .orderBy('id')
          .execute(),
      ),
  };
}
