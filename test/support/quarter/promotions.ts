/** The ladder of the quarter; staff puts somebody on a rung by hand now and then, and sometimes thinks better of it. */

import type { Habit, Quarter } from './quarter.js';
import { orders } from './staff-work.js';
import { type Figures, LADDER, rungOf } from './tier-book.js';
import type { Character, Place } from './town.js';
import { placeOf, presentIn } from './whereabouts.js';

/** From the usual ladder to that of the book; at no time may a rung ask for less than the one below it. */
const CHANGES = ['白银 打卡3', '黄金 打卡8', '钻石 打卡16 消费290', '黄金 打卡8 消费90'];
const PROMOTED = 0.003;
const MISTAKES = 0.3;

/** Once, before the days begin. In trial rooms the rules apply themselves; in paid rooms staff confirms. */
export async function setLadder(quarter: Quarter): Promise<void> {
  for (const change of CHANGES) await orders(quarter, { line: `等级 改 ${change} 积分0`, expect: /^好，/u });
  for (const { trials } of quarter.town.courses)
    for (const about of trials) await orders(quarter, { about, line: '设置 升级 自动', expect: /自动/u });
}

function figuresOf({ study, orders: book }: Quarter, { platformId }: Character): Figures {
  return { days: study.mostDays(platformId), paid: book.sumOf(platformId) };
}

/** Everybody who is in one of the rooms, once a day. */
export function judgeAll(quarter: Quarter, rooms: readonly Place[]): void {
  const { stage, tiers, today } = quarter;
  for (const person of presentIn(quarter, rooms)) {
    const applied = rooms.includes(person.trial) && stage.rooms.isIn(person, person.trial);
    tiers.judge(person.platformId, figuresOf(quarter, person), { today, applied });
  }
}

/** What staff did with a proposal; one that no longer holds changes nothing. */
export function decideTier(quarter: Quarter, person: Character, line: string, choice: string): void {
  const [, verb, name] = /(升到|降到)(\S+?)（/u.exec(line) ?? [];
  const to = LADDER.findIndex((rung) => rung.name === name);
  if (to === -1) return;
  if (choice === '忽略') return quarter.tiers.put(person.platformId, { declined: to });
  const reached = rungOf(figuresOf(quarter, person));
  const holds = verb === '升到' ? reached >= to : reached <= to;
  if (holds) quarter.tiers.move(person.platformId, to, false);
}

export const promotions: Habit = {
  minutes: [14 * 60 + 40],

  async act(quarter) {
    for (const person of quarter.town.people) {
      if (placeOf(quarter, person) && quarter.chance(PROMOTED)) await promote(quarter, person);
    }
  },
};

async function promote(quarter: Quarter, person: Character): Promise<void> {
  const { tiers, random } = quarter;
  const to = Math.floor(random() * LADDER.length);
  const about = placeOf(quarter, person);
  if (tiers.of(person.platformId).rung === to || !about) return;
  const line = `升级 @${person.name} ${LADDER[to]?.name ?? ''} 带读`;
  const found = await orders(quarter, { about, line, expect: /现在是「/u });
  const restore = tiers.snapshot();
  tiers.move(person.platformId, to, true);
  if (!found || !quarter.chance(MISTAKES)) return;
  await orders(quarter, { line: '撤销', expect: /已撤销 #\d+/u });
  restore();
}
