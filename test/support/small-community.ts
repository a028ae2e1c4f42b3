/** Four people, two rooms and a morning's talk, for looking at pages. */

import type { TestWebServer } from './test-web-server.js';

export interface SmallCommunity {
  readonly chen: string;
  readonly lin: string;
  readonly emma: string;
  readonly room: string;
}

export async function settle({ wechat, timeMachine }: TestWebServer): Promise<SmallCommunity> {
  const [chen = '', lin = '', emma = ''] = ['陈老师', '林小满🌱', 'Emma·早起'].map((name) => wechat.addPerson(name).id);
  const { id: room } = wechat.addRoom('早起英语体验群', [chen, lin, emma]);
  wechat.addRoom('共读付费一群', [chen, lin]);
  wechat.say(chen, room, '/建群 体验 英语');
  wechat.append({
    chatId: room,
    text: '✅ 「早起英语体验群」已登记为体验群，课程：英语。\n每天 08:00 发任务，20:00 点评。',
  });
  await timeMachine.moveToNext('08:00');
  wechat.append({
    chatId: room,
    text: '【今日任务】11月20日 周四 · Day 3\n📖 精读 1 篇外刊，写 3 句心得\n发送：打卡 今天读了3页',
  });
  wechat.say(lin, room, '打卡 今天读了 3 页《原则》');
  wechat.append({ chatId: room, text: '@林小满🌱\u2005打卡成功，已连续 3 天 🔥', mentionIds: [lin] });
  return { chen, lin, emma, room };
}
