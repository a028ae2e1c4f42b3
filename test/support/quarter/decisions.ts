/** Staff works off the list of to-dos once a day: some by what is proposed, some by a look at who is where, some by mood. */

import { pick } from '../faults/scale.js';
import { decideCore } from './core-circle.js';
import { decidePayment } from './payment-book.js';
import { claim } from './payment-claims.js';
import { decideTier } from './promotions.js';
import type { Habit, Quarter } from './quarter.js';
import { orders } from './staff-work.js';
import type { Character, Place } from './town.js';

const ROUNDS = 40;
const LISTED = /^(?<number>\d+)\. (?<line>.+)（(?<options>[^（）]+)）$/gmu;
/** What can be taken back no more has to be confirmed. */
const CONFIRMED = ['送别', '移出', '请出群'];
/** Of candidates for the core nobody is asked this way. */
const LATER = '先不';

interface Todo {
  readonly number: string;
  readonly line: string;
  readonly options: readonly [string, ...string[]];
  readonly person: Character | undefined;
}

export const decisions: Habit = {
  minutes: [10 * 60 + 30, 16 * 60],

  async act(quarter) {
    for (let round = 0; round < ROUNDS; round++) {
      const todos = await readList(quarter);
      for (const todo of todos) await decide(quarter, todo);
      if (todos.length === 0) return;
    }
  },
};

async function readList({ stage, town }: Quarter): Promise<Todo[]> {
  // The same line is answered once a minute.
  await stage.passTo(stage.now + 61_000);
  const reply = await stage.asks(town.managers[0], town.staffRoom, '/待办');
  const list = reply.split('\n\n').find((text) => text.startsWith('【待办】共')) ?? '';
  return [...list.matchAll(LISTED)].map(({ groups: { number = '', line = '', options = '' } = {} }) => {
    const [first = '', ...others] = options.split('／');
    return { number, line, options: [first, ...others], person: town.people.find(({ name }) => line.includes(name)) };
  });
}

async function decide(quarter: Quarter, todo: Todo): Promise<void> {
  if (await claim(quarter, todo.line)) return;
  const { decided, stage } = quarter;
  const choice = choose(quarter, todo);
  const { person, line, number } = todo;
  const place = person && placeMeant(quarter, person, line);
  decidePayment(quarter, line, choice);
  if (person) decideConduct(quarter, person, todo, choice);
  if (person) decideCore(quarter, person, choice);
  if (person) decideTier(quarter, person, line, choice);
  if (person && place) decided.note(choice, person.platformId, place.platformId);
  if (choice === '已移出' && person && place) stage.leaves(person, place);
  const confirmed = CONFIRMED.includes(choice) ? { confirmed: 'own' as const } : {};
  await orders(quarter, { line: `待办 ${number} ${choice}`, ...confirmed, expect: /./u });
}

function choose({ random, stage }: Quarter, { line, options, person }: Todo): string {
  const proposed = /建议：(\S+)$/u.exec(line)?.[1];
  if (proposed !== undefined && options.includes(proposed) && random() < 0.8) return proposed;
  const wasInvited = person && stage.rooms.wasInvited(person.platformId, person.course.paid.platformId);
  if (options.includes('已邀请') && wasInvited) return '已邀请';
  if (options.includes(LATER)) return LATER;
  return pick(random, options);
}

/** What was a mistake counts no more: all of it in the room, or what was objected to. */
function decideConduct(quarter: Quarter, person: Character, { line }: Todo, choice: string): void {
  const { conduct } = quarter;
  if (choice === '误判') conduct.forgive(person.platformId, placeMeant(quarter, person, line).platformId);
  if (choice === '通过' || choice === '驳回') conduct.decide(person.platformId, choice === '通过');
}

/** The room that the line names, else the one that people move to. */
function placeMeant({ town }: Quarter, { course }: Character, line: string): Place {
  return [...course.trials, course.paid, town.coreRoom].find(({ topic }) => line.includes(topic)) ?? course.paid;
}
