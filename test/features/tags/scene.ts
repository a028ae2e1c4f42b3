/** A paid room with members who checked in, and a staff room in which the owner rules. */

import type { ChatPerson, ChatRoom } from '../../../src/ports/chat-gateway.js';
import type { Dialect } from '../../support/dialects.js';
import { startTestBot, type TestBot, type TestPerson } from '../../support/test-bot.js';

export interface TagScene {
  readonly bot: TestBot;
  readonly owner: TestPerson;
  readonly room: ChatRoom;
  readonly staff: ChatRoom;
  readonly lin: TestPerson;
  readonly zhou: TestPerson;
  /** Said by the owner in the staff room about the room; whoever stands behind an @ is mentioned. */
  says(line: string, about?: string): Promise<string>;
  /** On that day at nine; these check in. */
  day(date: string, ...people: readonly TestPerson[]): Promise<void>;
}

/** Monday, 2 March 2026, 09:00 in Shanghai. */
export async function startTagScene(dialect: Dialect): Promise<TagScene> {
  const bot = await startTestBot({ dialect });
  const owner = await bot.owner();
  const [room, staff] = [bot.room('英语1群'), bot.room('员工群')];
  await owner.says('/建群 员工', staff);
  await owner.says('/建群 付费 英语', room);
  const [lin, zhou] = [bot.person('小林'), bot.person('小周')];
  for (const one of [lin, zhou]) await one.says('大家好', room);
  const known: readonly ChatPerson[] = [lin, zhou];
  return {
    bot,
    owner,
    room,
    staff,
    lin,
    zhou,
    async says(line, about = '英语1群') {
      const mentions = known.filter(({ name }) => line.includes(`@${name}`));
      const text = mentions.reduce((whole, { name }) => whole.replace(`@${name} `, `@${name}\u2005`), line);
      const named = about === '' ? text : text.replace('/', `/${about} `);
      return owner.says(named, staff, { mentions });
    },
    async day(date, ...people) {
      await bot.passTo(`${date}T09:00:00+08:00`);
      for (const one of people) await one.says('打卡 读完了', room);
    },
  };
}
