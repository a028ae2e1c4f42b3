/** A room with its staff, in which rules can be broken. */

import type { ChatRoom } from '../../../src/ports/chat-gateway.js';
import type { Dialect } from '../../support/dialects.js';
import { startTestBot, type TestBot, type TestBotOptions, type TestPerson } from '../../support/test-bot.js';

export const AD = '兼职刷单，日结300，加微信 abc12345';
export const OTHER_AD = '专业代写论文，查重包过，联系QQ 88123456';
export const THIRD_AD = '网贷秒批，无需征信，当天放款，加v dk778899';

export interface Scene {
  readonly bot: TestBot;
  readonly room: ChatRoom;
  readonly staff: ChatRoom;
  readonly owner: TestPerson;
  readonly teacher: TestPerson;
  readonly lin: TestPerson;
  readonly zhou: TestPerson;
  /** What staff were told since this was asked the last time. */
  news(): Promise<string>;
  /** Minutes pass. */
  wait(minutes: number): void;
}

export async function startScene(dialect: Dialect, options: Omit<TestBotOptions, 'dialect'> = {}): Promise<Scene> {
  const bot = await startTestBot({ dialect, ...options });
  const owner = await bot.owner('陈老师');
  const [room, staff] = [bot.room('英语1群'), bot.room('员工群')];
  await owner.says('/建群 体验 英语', room);
  await owner.says('/建群 员工', staff);
  const [teacher, lin, zhou] = ['吴老师', '小林', '小周'].map((name) => bot.person(name)) as [
    TestPerson,
    TestPerson,
    TestPerson,
  ];
  for (const person of [teacher, lin, zhou]) await person.says('大家好', room);
  await owner.says('/授权 @吴老师 老师', room, { mentions: [teacher] });
  let heard = bot.said(staff).length;
  return {
    bot,
    room,
    staff,
    owner,
    teacher,
    lin,
    zhou,
    async news() {
      // What staff are told keeps a minute between two.
      for (let turn = 0; turn < 3; turn++) {
        bot.clock.moveTo(bot.clock.now() + 61_000);
        await bot.bot.sender.drain();
      }
      const all = bot.said(staff);
      const fresh = all.slice(heard).join('\n\n');
      heard = all.length;
      return fresh;
    },
    wait: (minutes) => bot.clock.moveTo(bot.clock.now() + minutes * 60_000),
  };
}
