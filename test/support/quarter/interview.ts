/** Staff asks the bot about some people: their cards, tags, tier, class and trust, and it says what the books say. */

import { shortDateOf } from './calendar.js';
import type { Cover } from './card-strip.js';
import type { Quarter } from './quarter.js';
import { LADDER } from './tier-book.js';
import type { Character, Place } from './town.js';
import { keyOf, placeOf } from './whereabouts.js';

const ASKED = 10;

/** What it says otherwise, in words. */
export async function interview(quarter: Quarter): Promise<string[]> {
  const faults: string[] = [];
  const present = quarter.town.people.filter((person) => placeOf(quarter, person));
  for (let index = 0; index < Math.min(ASKED, present.length); index++) {
    const person = present[Math.floor(quarter.random() * present.length)];
    const place = person && placeOf(quarter, person);
    if (person && place) faults.push(...(await askAbout(quarter, person, place)));
    await quarter.stage.passTo(quarter.stage.now + 61_000);
  }
  return faults;
}

async function askAbout(quarter: Quarter, person: Character, place: Place): Promise<string[]> {
  const { stage, town } = quarter;
  const ask = (line: string) => stage.asks(town.managers[0], town.staffRoom, `/${place.topic} ${line}`);
  const answers = [
    ['会员', await ask(`会员 @${person.name}`), sayCover(quarter.cards.coverOf(keyOf(person)), quarter.today)],
    ['标签', await ask(`标签 @${person.name}`), sayTags(quarter, person)],
    [
      '等级',
      await ask(`为什么 @${person.name} 等级`),
      [`「${LADDER[quarter.tiers.of(person.platformId).rung]?.name}」`],
    ],
    ['分类', await ask(`分类 @${person.name}`), quarter.classes.sayingsOf(person.platformId)],
    ['信任', await ask(`信任 @${person.name}`), [`信任分：${trustOf(quarter, person)}（`]],
  ] as const;
  return answers.flatMap(([what, answer, words]) =>
    words.filter((word) => !answer.includes(word)).map((word) => `${what} ${person.name} lacks ${word}: ${answer}`),
  );
}

function sayCover(cover: Cover | undefined, today: number): string[] {
  if (cover === undefined) return ['还没有会员卡'];
  if (cover.frozenOn !== null) return ['冻结'];
  if (cover.through === null) return ['终身有效'];
  return [shortDateOf(cover.through), ...(cover.through >= today ? [`还有 ${cover.through - today + 1} 天`] : [])];
}

function sayTags({ tags, stage }: Quarter, { platformId }: Character): string[] {
  const own = [...tags.lines(stage.now).keys()].filter((key) => key.startsWith(`${platformId} `));
  return own.length === 0 ? ['还没有标签'] : own.map((key) => `${key.split(' ')[1]}（`);
}

function trustOf({ conduct, study, orders, stage }: Quarter, { platformId }: Character): number {
  const facts = { checkIns: study.momentsOf(platformId), paid: orders.paidBy(platformId).map(({ at }) => at) };
  return conduct.trustOf(platformId, facts, stage.now);
}
