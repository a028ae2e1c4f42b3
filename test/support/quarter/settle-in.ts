/** The first morning: the bot is claimed, managers are named, courses come in, rooms are registered. */

import { CLAIM_CODE } from '../faults/protocol.js';
import type { Quarter } from './quarter.js';
import { type Course, KOLKATA, type Person, type Place } from './town.js';

const LESSONS = 130;
const SECOND = 1_000;

export async function settleIn(quarter: Quarter): Promise<void> {
  const { stage, town } = quarter;
  const { owner, managers, staffRoom } = town;
  for (const person of [owner, ...managers]) stage.rooms.enter({ person, place: staffRoom, inviter: undefined, at: 0 });
  await expectReply(quarter, undefined, `认领 ${CLAIM_CODE}`, '认领成功');
  await expectReply(quarter, staffRoom, '/建群 员工', '员工');
  roster(quarter, staffRoom, [owner, ...managers]);
  for (const { name } of managers) await expectReply(quarter, staffRoom, `/授权 @${name} 运营 全部`, name);
  for (const course of town.courses) await openCourse(quarter, course);
  await register(quarter, town.coreRoom, `/建群 核心 ${town.courses[0]?.name ?? ''}`);
  await stage.passTo(stage.now + SECOND);
}

async function openCourse(quarter: Quarter, { name, trials, paid }: Course): Promise<void> {
  const lessons = Array.from({ length: LESSONS }, (_, at) => `## 第 ${at + 1} 天 第 ${at + 1} 课\n\n读一页。`);
  await expectReply(quarter, undefined, `/课程 导入 ${name}\n# ${name}\n\n${lessons.join('\n\n')}`, name);
  for (const place of trials) {
    await register(quarter, place, `/建群 体验 ${name}`);
    if (place.behind > 0) await expectReply(quarter, place, `/设置 时区 ${KOLKATA.zone}`, KOLKATA.zone);
  }
  await register(quarter, paid, `/建群 付费 ${name}`);
}

async function register(quarter: Quarter, place: Place, line: string): Promise<void> {
  await expectReply(quarter, place, line, place.topic);
  roster(quarter, place, [quarter.town.owner]);
}

/** Where nobody is told of, the list counts as one that could not be read. */
function roster({ stage }: Quarter, place: Place, people: readonly Person[]): void {
  stage.wechat.tell({ type: 'room.roster', room: place, people, at: stage.now });
}

async function expectReply(
  { stage, town }: Quarter,
  place: Place | undefined,
  line: string,
  word: string,
): Promise<void> {
  const reply = await stage.asks(town.owner, place, line);
  if (!reply.includes(word)) throw new Error(`It did not settle in. ${line.slice(0, 40)}: ${reply}`);
}
