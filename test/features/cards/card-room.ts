/** A trial room with an owner and two members, and a manager who says everything twice where that is asked for. */

import type { ChatRoom } from '../../../src/ports/chat-gateway.js';
import type { Dialect } from '../../support/dialects.js';
import { startTestBot, type TestBot, type TestPerson } from '../../support/test-bot.js';

export async function startCardRoom(dialect: Dialect, now?: string) {
  const bot = await startTestBot({ dialect, ...(now !== undefined && { now }) });
  const owner = await bot.owner();
  const room = bot.room('英语1群');
  await owner.says('/建群 体验 英语', room);
  const lin = bot.person('小林');
  await lin.joins(room);
  const zhou = bot.person('小周');
  await zhou.joins(room);
  return { bot, owner, room, lin, zhou };
}

/** Says it, and confirms as often as it is asked for. */
export async function confirmed(person: TestPerson, line: string, room?: ChatRoom): Promise<string> {
  const say = (text: string) => (room === undefined ? person.whispers(text) : person.says(text, room));
  let answer = await say(line);
  for (;;) {
    const code = /确认 (\d{4})/u.exec(answer)?.[1];
    if (code === undefined) return answer;
    answer = await say(`确认 ${code}`);
  }
}

/** Cards of a month that were paid for on an earlier day, as a list from another system has them. */
export async function importCards(owner: TestPerson, day: string, names: readonly string[]): Promise<string> {
  const rows = names.map((name, index) => `${name},英语,月卡,69,${day},${day}-${index}`);
  return confirmed(owner, ['/订单 导入', '成员,课程,会员卡,金额,付款日期,订单号', ...rows].join('\n'));
}

/** Nothing that lies between is lived through. */
export function leapTo({ clock }: TestBot, instant: string): void {
  clock.moveTo(Date.parse(instant));
}

/** Leaps to that day and lives through the minutes in which cards are looked at. */
export async function morningOf(bot: TestBot, date: string): Promise<void> {
  leapTo(bot, `${date}T09:25:00+08:00`);
  await bot.passTo(`${date}T09:45:00+08:00`);
}
