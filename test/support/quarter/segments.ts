/** Staff asks who is meant, by the words of the moment or by a name that they were kept under; the books count along. */

import type { Habit, Quarter } from './quarter.js';
import { orders } from './staff-work.js';
import type { Place } from './town.js';
import { keyOf } from './whereabouts.js';

const EVERY = 3;

interface Asked {
  readonly platformId: string;
  readonly key: string;
}

interface Segment {
  readonly words: string;
  means(quarter: Quarter, who: Asked): boolean;
}

const CARD = (quarter: Quarter, { key }: Asked) => quarter.cards.coverOf(key);

/** Whoever stands nowhere in the books is nobody's customer, on the lowest rung, and without a tag. */
const SEGMENTS: readonly Segment[] = [
  { words: '级:黄金,钻石', means: ({ tiers }, { platformId }) => tiers.of(platformId).rung >= 2 },
  { words: '订单>=2', means: ({ orders: book }, { platformId }) => book.paidBy(platformId).length >= 2 },
  {
    words: '消费>=100 -标签:晨读',
    means: (quarter, who) => quarter.orders.sumOf(who.platformId) >= 10_000 && !has(quarter, who, '晨读'),
  },
  { words: '类:重点', means: ({ classes }, { platformId }) => classes.is(platformId, '重点') },
  {
    words: '线索:A,B',
    means: ({ classes }, { platformId }) => classes.is(platformId, 'A') || classes.is(platformId, 'B'),
  },
  { words: '卡:冻结', means: (quarter, who) => (CARD(quarter, who)?.frozenOn ?? null) !== null },
  {
    words: '卡:有效 打卡>=5',
    means: (quarter, who) => isOpen(quarter, who) && quarter.study.mostDays(who.platformId) >= 5,
  },
  { words: '卡:过期', means: (quarter, who) => isOver(quarter, who) },
  {
    words: '-卡:无 级:青铜',
    means: (quarter, who) => CARD(quarter, who) !== undefined && quarter.tiers.of(who.platformId).rung === 0,
  },
  { words: '标签:夜猫', means: (quarter, who) => has(quarter, who, '夜猫') },
];

function has({ tags, stage }: Quarter, { platformId }: Asked, tag: string): boolean {
  return tags.has(platformId, tag, stage.now);
}

function isOpen(quarter: Quarter, who: Asked): boolean {
  return quarter.cards.runs(who.key, quarter.today) && CARD(quarter, who)?.frozenOn === null;
}

function isOver(quarter: Quarter, who: Asked): boolean {
  return CARD(quarter, who) !== undefined && !quarter.cards.runs(who.key, quarter.today);
}

export const segments: Habit = {
  minutes: [16 * 60 + 50],

  async act(quarter) {
    const { dayNumber, town } = quarter;
    if (dayNumber % EVERY !== 0) return;
    const turn = dayNumber / EVERY;
    const at = turn % SEGMENTS.length;
    const segment = SEGMENTS[at];
    if (!segment) return;
    const course = town.courses[turn % town.courses.length];
    const about = turn % 2 === 0 ? undefined : course?.paid;
    // Known by its name from then on.
    if (turn < SEGMENTS.length) await keep(quarter, segment, at);
    await ask(quarter, segment, turn < SEGMENTS.length ? segment.words : nameOf(at), about);
  },
};

function nameOf(at: number): string {
  return `圈${at + 1}`;
}

async function keep(quarter: Quarter, { words }: Segment, at: number): Promise<void> {
  await orders(quarter, { line: `圈人 存 ${nameOf(at)} ${words}`, expect: /已存/u });
}

async function ask(quarter: Quarter, segment: Segment, words: string, about: Place | undefined): Promise<void> {
  const people = among(quarter, about).filter((who) => segment.means(quarter, who)).length;
  const expect = people === 0 ? /现在没有人/u : new RegExp(`共 ${people} 人`, 'u');
  await orders(quarter, { ...(about && { about }), line: `圈人 ${words}`, expect });
}

/** Everybody in such a room, staff too; each once. */
function among({ stage, town }: Quarter, about: Place | undefined): Asked[] {
  const rooms = about ? [about] : [town.coreRoom, ...town.courses.flatMap(({ trials, paid }) => [...trials, paid])];
  const there = (platformId: string) => rooms.some((room) => stage.rooms.present(room.platformId).has(platformId));
  const people = town.people.filter(({ platformId }) => there(platformId));
  const owner = { platformId: town.owner.platformId, key: '' };
  return [...people.map((person) => ({ platformId: person.platformId, key: keyOf(person) })), owner];
}
