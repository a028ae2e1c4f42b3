/**
 * A condition as one query: whom of the account, or of one room, it means. Every figure is read from rows that are kept, by
 * their indexes; days are local days of the zone that is asked in.
 */

import { type RawBuilder, sql, type SqlBool } from 'kysely';
import { type AxisTerm, boundsOf, type Condition, type Figure, type Term } from '../domain/condition/condition.js';
import type { MemberId, RoomId } from '../domain/ids.js';
import { STAGE_RULES, type Stage } from '../domain/stage.js';
import { hasCard, hasClass, hasTagIn, isIn, isOnTier } from './condition-axes.js';
import { type Asked, atLeast } from './condition-figures.js';
import type { Tx } from './database.js';

export interface AskedOf extends Asked {
  /** Only who is in this room; in any room with a course when absent. */
  readonly roomId?: RoomId | undefined;
  /** The lowest rung, where those stand who have no row. */
  readonly lowestTier: string;
}

export interface Meant {
  readonly id: MemberId;
  readonly name: string;
}

type Fragment = RawBuilder<SqlBool>;
type Bounds = readonly [from: number | null, below: number | null];

/** In the order of their ids, `limit` at most; `people` counts all of them. */
export async function listMeant(
  tx: Tx,
  condition: Condition,
  asked: AskedOf,
  limit: number,
): Promise<{ readonly people: number; readonly first: readonly Meant[] }> {
  const rows = await meantBy(tx, condition, asked)
    .select(['member.id', 'member.name'])
    .select(sql<number>`count(*) over ()`.as('people'))
    .orderBy('member.id')
    .limit(limit)
    .execute();
  return { people: Number(rows[0]?.people ?? 0), first: rows.map(({ id, name }) => ({ id, name })) };
}

/** All of them. */
export async function listMeantIds(tx: Tx, condition: Condition, asked: AskedOf): Promise<MemberId[]> {
  const rows = await meantBy(tx, condition, asked).select('member.id').orderBy('member.id').execute();
  return rows.map(({ id }) => id);
}

function meantBy(tx: Tx, condition: Condition, asked: AskedOf) {
  const { accountId, roomId } = asked;
  const seats = tx
    .selectFrom('membership as present')
    .innerJoin('room as there', 'there.id', 'present.room_id')
    .select('present.member_id')
    .where('present.left_at', 'is', null)
    .where('there.account_id', '=', accountId)
    .where('there.kind', 'in', ['trial', 'paid', 'core']);
  const among = roomId === undefined ? seats : seats.where('present.room_id', '=', roomId);
  const all = tx.selectFrom('member').where('member.id', 'in', among);
  return condition.reduce((query, term) => query.where(holds(term, asked)), all);
}

function holds(term: Term, asked: AskedOf): Fragment {
  const said = 'figure' in term ? compares(term.figure, boundsIn(term), asked) : isAmong(term, asked);
  return term.negated ? sql`not ${said}` : said;
}

function boundsIn(term: Parameters<typeof boundsOf>[0]): Bounds {
  const { from, below } = boundsOf(term);
  return [from, below];
}

function compares(figure: Figure, [from, below]: Bounds, asked: AskedOf): Fragment {
  const isReached = from === null ? sql`1 = 1` : atLeast(figure, from, asked);
  return below === null ? sql`(${isReached})` : sql`((${isReached}) and not (${atLeast(figure, below, asked)}))`;
}

function isAmong(term: AxisTerm, asked: AskedOf): Fragment {
  switch (term.axis) {
    case 'tier':
      return isOnTier(term.values, asked.lowestTier, asked);
    case 'tag':
      return hasTagIn(term.values, asked);
    case 'course':
    case 'room':
      return isIn(term, asked);
    case 'class':
    case 'grade':
      return hasClass(term, asked);
    case 'card':
      return hasCard(term.values, asked);
    case 'stage':
      return sql`(${sql.join(
        term.values.map((stage) => isAtStage(stage, asked)),
        sql` or `,
      )})`;
  }
}

function isAtStage(stage: Stage, asked: AskedOf): Fragment {
  const { days, idle } = STAGE_RULES[stage];
  return sql`(${compares('days', days, asked)} and ${compares('idle', idle, asked)})`;
}
