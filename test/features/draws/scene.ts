/** A trial room with a draw's public around it, and a staff room. */

import type { ChatRoom } from '../../../src/ports/chat-gateway.js';
import type { Dialect } from '../../support/dialects.js';
import { startTestBot, type TestBot, type TestPerson } from '../../support/test-bot.js';

export interface DrawScene {
  readonly bot: TestBot;
  readonly owner: TestPerson;
  readonly room: ChatRoom;
  readonly staff: ChatRoom;
  /** These say that they want to be in the draw. Resolves to what was said then. */
  enter(...names: readonly string[]): Promise<string>;
}

export async function startDrawScene(dialect: Dialect): Promise<DrawScene> {
  const bot = await startTestBot({ dialect });
  const owner = await bot.owner();
  const [room, staff] = [bot.room('英语1群'), bot.room('员工群')];
  await owner.says('/建群 员工', staff);
  await owner.says('/建群 体验 英语', room);
  return {
    bot,
    owner,
    room,
    staff,
    async enter(...names) {
      const said: string[] = [];
      for (const name of names) said.push(await bot.person(name).says('抽奖', room));
      return said.join('\n');
    },
  };
}

/** The numbers of the winners, in the order in which they were read out. */
export function winnersIn(said: string): number[] {
  return [...said.matchAll(/^\d+\. .*（(\d+) 号）$/gm)].map(([, number]) => Number(number));
}
