/** The axes of conditions in SQL: whether the member of the row that is read has one of the values. */

import { type RawBuilder, sql, type SqlBool } from 'kysely';
import { CARD_KINDS, type CardKind } from '../domain/card-kind.js';
import type { AxisTerm, CardState } from '../domain/condition/condition.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Asked } from './condition-figures.js';

type Fragment = RawBuilder<SqlBool>;
type TermOf<A extends AxisTerm['axis']> = Extract<AxisTerm, { readonly axis: A }>;

/** Who has no row stands on the lowest rung. */
export function isOnTier(tiers: readonly string[], lowest: string, { accountId }: Asked): Fragment {
  const named: Fragment = sql`exists (select 1 from member_tier as rung where rung.member_id = member.id
    and rung.account_id = ${accountId} and rung.tier in (${sql.join(tiers)}))`;
  if (!tiers.includes(lowest)) return named;
  return sql`(${named} or not exists (select 1 from member_tier as rung where rung.member_id = member.id
    and rung.account_id = ${accountId}))`;
}

export function hasTagIn(tags: readonly string[], { accountId, now }: Asked): Fragment {
  return sql`exists (select 1 from member_tag as held where held.member_id = member.id and held.account_id = ${accountId}
    and held.tag in (${sql.join(tags)}) and held.removed_at is null and (held.expires_at is null or held.expires_at > ${now}))`;
}

/** In such a room, or one of such a course, now. */
export function isIn({ axis, values }: TermOf<'course' | 'room'>, { accountId }: Asked): Fragment {
  const column = sql.ref(axis === 'room' ? 'place.id' : 'place.course_id');
  return sql`exists (select 1 from membership as seat inner join room as place on place.id = seat.room_id
    where seat.member_id = member.id and seat.left_at is null and place.account_id + 0 = ${accountId}
    and place.kind is not null and ${column} in (${sql.join(values)}))`;
}

/** As the last day's work classed them; who was never classed is in none. */
export function hasClass({ axis, values }: TermOf<'class' | 'grade'>, { accountId }: Asked): Fragment {
  return sql`exists (select 1 from member_class as classed where classed.member_id = member.id
    and classed.account_id = ${accountId} and classed.axis = ${axis} and classed.value in (${sql.join(values)}))`;
}

/** A kind means a card of it that holds. */
export function hasCard(values: readonly (CardKind | CardState)[], { today }: Asked): Fragment {
  const parts = values.map((value) => (isKind(value) ? withCard(holdsOn(today, value)) : inState(value, today)));
  return sql`(${sql.join(parts, sql` or `)})`;
}

function isKind(value: CardKind | CardState): value is CardKind {
  return CARD_KINDS.some((kind) => kind === value);
}

function inState(state: CardState, today: LocalDay): Fragment {
  switch (state) {
    case 'active':
      return withCard(sql`${holdsOn(today)} and card.frozen_on is null`);
    case 'frozen':
      return withCard(sql`card.frozen_on is not null`);
    case 'expired':
      return withCard(sql`card.frozen_on is null and card.through_day < ${today}`);
    case 'none':
      return sql`not ${withCard(sql`true`)}`;
  }
}

/** A frozen one holds, for it was paid for. */
function holdsOn(today: LocalDay, kind?: CardKind): Fragment {
  const ofKind = kind === undefined ? sql`` : sql` and card.kind = ${kind}`;
  return sql`card.from_day <= ${today} and (card.frozen_on is not null or card.through_day is null
    or card.through_day >= ${today})${ofKind}`;
}

function withCard(condition: RawBuilder<unknown>): Fragment {
  return sql`exists (select 1 from member_card as card where card.member_id = member.id and ${condition})`;
}
