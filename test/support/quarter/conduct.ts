/** Some people offer what the rooms do not want, each in their own way, are reminded, and now and then object to it. */

import type { Habit, Quarter } from './quarter.js';
import { orders } from './staff-work.js';
import type { Character, Place } from './town.js';
import { placeOf } from './whereabouts.js';

const BANNED = '代写作业';
const OBJECTS = 0.25;
/** Of those who offend: whom staff lets, and lets no longer. */
const LET = 0.03;
const ALLOWED_HOST = 'jd.hk';

type Kind = 'word' | 'ad' | 'link' | 'flood' | 'code';
/** In one room each way counts; in the others advertising is only spoken of, and the last two are not looked at. */
const RULES = { strict: ['广告', '链接', '刷屏', '二维码'], counts: ['word', 'ad', 'link', 'flood', 'code'] } as const;
const WAYS: readonly Kind[] = ['word', 'word', 'ad', 'link', 'flood', 'code'];
const LINES = {
  word: `谁要${BANNED}找我，价格好说`,
  ad: '兼职日结 300 元，加微信 vx88001122 领名额',
  link: '帮我砍一刀 https://yangkeduo.com/a1b2',
} as const;
/** Nobody is reminded of any of these. */
const HARMLESS = [
  '有人发兼职广告，大家小心，别加微信',
  '「兼职日结 300 元，加微信 vx88001122」这种都是骗子',
  `帮我砍一刀 https://${ALLOWED_HOST}/a1b2`,
  '这本书京东卖 39 元，比学校便宜',
] as const;
/** The same again and again. */
const REPEATS = 5;

/** Once, before the days begin. */
export async function setRules(quarter: Quarter): Promise<void> {
  await orders(quarter, { line: `词库 加 ${BANNED}`, expect: new RegExp(BANNED, 'u') });
  await orders(quarter, { line: `白名单 加 ${ALLOWED_HOST}`, expect: new RegExp(ALLOWED_HOST, 'u') });
  for (const { trials } of quarter.town.courses) {
    const [about] = trials;
    if (!about) continue;
    for (const rule of RULES.strict) await orders(quarter, { about, line: `规则 ${rule} 开`, expect: /：开。/u });
  }
}

export const conduct: Habit = {
  minutes: [15 * 60 + 20],

  async act(quarter) {
    const offenders = quarter.town.people.filter(({ offends }) => quarter.chance(offends));
    for (const person of offenders.filter(() => quarter.chance(LET))) await letOrNot(quarter, person);
    const bold: Character[] = [];
    for (const person of offenders) if (await offend(quarter, person)) bold.push(person);
    await quarter.stage.passTo(quarter.stage.now + 1_000);
    for (const person of bold.filter(() => quarter.chance(OBJECTS))) object(quarter, person);
  },
};

function object({ stage, conduct: book }: Quarter, person: Character): void {
  stage.whispers(person, '申诉 我是开玩笑的');
  book.object(person.platformId, stage.now);
}

/** False for those who are nowhere. */
async function offend(quarter: Quarter, person: Character): Promise<boolean> {
  const { stage, random } = quarter;
  const place = placeOf(quarter, person);
  if (!place) return false;
  stage.says(person, place, HARMLESS[Math.floor(random() * HARMLESS.length)] ?? '');
  const way = WAYS[Math.floor(random() * WAYS.length)] ?? 'word';
  if (way === 'flood' || way === 'code') return overdo(quarter, person, place, way);
  stage.says(person, place, LINES[way]);
  note(quarter, person, place, way);
  return true;
}

/** What the bot keeps in mind and not in rows it may forget when it dies: so not now. */
async function overdo(quarter: Quarter, person: Character, place: Place, way: 'flood' | 'code'): Promise<true> {
  const { stage } = quarter;
  await stage.calmly(async () => {
    await stage.passTo(stage.now + 1_000);
    if (way === 'code') stage.says(person, place, '', { kind: 'picture' });
    else for (let times = 0; times < REPEATS; times++) stage.says(person, place, '哈哈哈哈今天好开心');
    note(quarter, person, place, way);
    await stage.passTo(stage.now + 1_000);
  });
  return true;
}

function note(quarter: Quarter, person: Character, place: Place, way: Kind): void {
  const { stage, loans, conduct: book } = quarter;
  const isStrict = place === person.course.trials[0];
  if (!isStrict && (way === 'flood' || way === 'code')) return;
  if (loans.find(person.platformId, place.platformId, stage.now)) return;
  book.note(person.platformId, place.platformId, { at: stage.now, counts: isStrict || way === 'word' });
}

async function letOrNot(quarter: Quarter, person: Character): Promise<void> {
  const about = placeOf(quarter, person);
  if (!about) return;
  const isLet = quarter.conduct.isLet(person.platformId);
  const line = `白名单 ${isLet ? '删' : '加'} @${person.name}`;
  await orders(quarter, { about, line, expect: isLet ? /照常按群规看/u : /以后不再看/u });
  quarter.conduct.let(person.platformId, !isLet);
}
