/** Whether a condition holds for somebody of the model, worked out one by one and with nothing of the product's SQL. */

import type { AxisTerm, Condition, Figure, FigureTerm, Term } from '../../../src/domain/condition/condition.js';
import type { RoomId } from '../../../src/domain/ids.js';
import { stageOf } from '../../../src/domain/stage.js';
import { NOW, type Person, type Seat, TODAY, type World } from './random-people.js';

export function meantIn(world: World, condition: Condition, roomId: RoomId | undefined): number[] {
  return world.people
    .filter((person) =>
      person.seats.some((seat) => !seat.left && (roomId === undefined || world.rooms[seat.room] === roomId)),
    )
    .filter((person) => condition.every((term) => holds(world, person, term)))
    .map(({ id }) => id);
}

function holds(world: World, person: Person, term: Term): boolean {
  const said = 'figure' in term ? compares(term, figureOf(person, term.figure)) : isAmong(world, person, term);
  return said !== term.negated;
}

function compares({ sign, value }: FigureTerm, figure: number): boolean {
  if (sign === '>=') return figure >= value;
  if (sign === '<=') return figure <= value;
  if (sign === '>') return figure > value;
  return sign === '<' ? figure < value : figure === value;
}

function figureOf({ seats, orders }: Person, figure: Figure): number {
  const most = (of: (seat: Seat) => number): number => Math.max(0, ...seats.map(of));
  const sum = (of: (seat: Seat) => number): number => seats.reduce((all, seat) => all + of(seat), 0);
  const joined = TODAY - Math.min(...seats.map(({ joinedDay }) => joinedDay));
  const last = Math.max(...seats.map(({ lastDay }) => lastDay ?? -Infinity));
  const bills = orders.filter(({ state }) => state !== 'pending');
  const figures: Readonly<Record<Figure, number>> = {
    streak: most(({ coveredTo, streak }) => (coveredTo !== null && coveredTo >= TODAY - 1 ? streak : 0)),
    best: most(({ best }) => best),
    days: most(({ total }) => total),
    points: sum(({ points }) => points),
    earned: sum(({ points, spent }) => points - spent),
    idle: last === -Infinity ? joined : TODAY - last,
    joined,
    orders: bills.filter(({ state }) => state === 'paid').length,
    // Whole yuan are compared.
    paid: Math.floor(bills.reduce((all, { amount, refunded }) => all + amount - refunded, 0) / 100),
  };
  return figures[figure];
}

function isAmong(world: World, person: Person, term: AxisTerm): boolean {
  const present = person.seats.filter(({ left }) => !left);
  const values: readonly unknown[] = term.values;
  switch (term.axis) {
    case 'tier':
      return values.includes(person.tier ?? 'bronze');
    case 'tag':
      return person.tags.some(
        ({ tag, removed, expiresAt }) => values.includes(tag) && !removed && (expiresAt === null || expiresAt > NOW),
      );
    case 'room':
      return present.some(({ room }) => values.includes(world.rooms[room]));
    case 'course':
      return present.some(({ room }) => values.includes(world.courses[room % 2]));
    case 'class':
      return values.includes(person.class);
    case 'grade':
      return values.includes(person.grade);
    case 'card':
      return values.some((value) => hasCard(person, value));
    case 'stage':
      return values.includes(stageOf({ days: figureOf(person, 'days'), idle: figureOf(person, 'idle') }));
  }
}

function hasCard({ card }: Person, value: unknown): boolean {
  if (card === undefined) return value === 'none';
  const frozen = card.frozenOn !== null;
  const runs = card.from <= TODAY && (frozen || card.through === null || card.through >= TODAY);
  if (value === 'active') return runs && !frozen;
  if (value === 'frozen') return frozen;
  if (value === 'expired') return !frozen && card.through !== null && card.through < TODAY;
  return value === card.kind && runs;
}
