/** Staff gives and takes tags, people choose some themselves, and one comes and goes by a rule. */

import { pick } from '../faults/scale.js';
import { instantAt } from './calendar.js';
import type { Habit, Quarter } from './quarter.js';
import { orders } from './staff-work.js';
import type { Character, Place } from './town.js';
import { placeOf, presentIn } from './whereabouts.js';

const CHOOSABLE = ['晨读', '夜猫', '走读'] as const;
const BY_HAND = ['潜力股', '推荐人'] as const;
const BY_RULE = '老客';
/** Chances a day. */
const LABELLED = 0.02;
const CHOOSES = 0.03;
/** Of what was done. */
const MISTAKES = 0.1;
const DAYS = [undefined, 1, 7, 30] as const;

/** Once, before the days begin. */
export async function offerTags(quarter: Quarter): Promise<void> {
  await orders(quarter, { line: `标签 可选 ${CHOOSABLE.join(' ')}`, expect: /可以自选/u });
  await orders(quarter, { line: `标签 规则 加 ${BY_RULE} 订单>=1`, expect: /规则 \d+/u });
}

/** Whoever has an order that stands, and is in one of the rooms, once a day. Who is in none loses it with any of them. */
export function noteRule(quarter: Quarter, rooms: readonly Place[]): void {
  const { tags, orders: book, stage } = quarter;
  const present = new Set(presentIn(quarter, rooms).map(({ platformId }) => platformId));
  const meant = [...present].filter((one) => book.paidBy(one).length > 0);
  tags.rule(BY_RULE, new Set(meant), {
    now: stage.now,
    concerns: (person) => present.has(person) || !stage.rooms.isAnywhere(person),
  });
}

export const labels: Habit = {
  minutes: [14 * 60],

  async act(quarter) {
    for (const person of quarter.town.people) {
      const place = placeOf(quarter, person);
      if (place && quarter.chance(LABELLED)) await label(quarter, person, place);
      if (place && quarter.chance(CHOOSES)) choose(quarter, person, place);
    }
  },
};

async function label(quarter: Quarter, { platformId, name }: Character, about: Place): Promise<void> {
  const { tags, stage, today, random } = quarter;
  const tag = pick(random, [...BY_HAND, ...CHOOSABLE, BY_RULE]);
  const days = pick(random, DAYS);
  const goesAway = tags.has(platformId, tag, stage.now);
  const line = goesAway ? `标签 @${name} -${tag}` : `标签 @${name} +${tag}${days === undefined ? '' : ` ${days}天`}`;
  const found = await orders(quarter, { about, line, expect: goesAway ? /去掉「/u : /贴上「/u });
  const restore = tags.snapshot();
  if (goesAway) tags.take(platformId, tag, 'manual', stage.now);
  else
    tags.give(platformId, tag, {
      source: 'manual',
      now: stage.now,
      ...(days !== undefined && { until: instantAt(today + days, about.behind) }),
    });
  if (!found || !quarter.chance(MISTAKES)) return;
  await orders(quarter, { line: '撤销', expect: /已撤销 #\d+/u });
  restore();
}

function choose({ tags, stage, random }: Quarter, person: Character, place: Place): void {
  const tag = pick(random, CHOOSABLE);
  const { platformId } = person;
  const drops = tags.has(platformId, tag, stage.now);
  stage.says(person, place, `${drops ? '不选标签' : '选标签'} ${tag}`);
  if (drops) tags.take(platformId, tag, 'self', stage.now);
  else tags.give(platformId, tag, { source: 'self', now: stage.now });
}
