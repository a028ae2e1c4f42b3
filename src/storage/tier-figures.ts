/** The figures that tiers go by, as conditions count them: of one member, or of everybody in a room at once. */

import { type RawBuilder, sql } from 'kysely';
import type { MemberId, RoomId } from '../domain/ids.js';
import type { TierFigure, TierFigures } from '../domain/tier.js';
import { type AskedOn, figureSql } from './condition-figures.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

type Row = Readonly<Record<TierFigure, number | string | null>>;

export async function readTierFigures(tx: Tx, memberId: MemberId, asked: AskedOn): Promise<TierFigures> {
  const row = await tx
    .selectFrom('member')
    .select(columns(asked))
    .where('member.id', '=', memberId)
    .executeTakeFirstOrThrow();
  return toFigures(row);
}

export interface MemberFigures {
  readonly memberId: MemberId;
  /** As the room knows them. */
  readonly name: string;
  readonly figures: TierFigures;
}

/** Of all who are in the room. */
export async function listTierFigures(tx: Tx, roomId: RoomId, asked: AskedOn): Promise<MemberFigures[]> {
  const { accountId, today } = asked;
  const rows = await listInRoom.all(tx, { roomId, accountId, today });
  return rows.map(({ memberId, name, ...row }) => ({ memberId, name, figures: toFigures(row) }));
}

const listInRoom = defineStatement((tx, p: AskedOn & { readonly roomId: RoomId }) =>
  tx
    .selectFrom('membership')
    .innerJoin('member', 'member.id', 'membership.member_id')
    .select(['member.id as memberId', 'membership.name'])
    .select(columns(p))
    .where('membership.room_id', '=', p.roomId)
    .where('membership.left_at', 'is', null)
    .orderBy('member.id'),
);

function columns(asked: AskedOn) {
  return [
    figureSql('earned', asked).as('points'),
    figureSql('days', asked).as('days'),
    figureSql('paid', asked).as('paid'),
    score().as('score'),
  ] as const;
}

/** As the last day's work found it; 0 for whoever was never scored. */
function score(): RawBuilder<number> {
  return sql`(select coalesce(max(scored.total), 0) from core_score as scored where scored.member_id = member.id)`;
}

/** PostgreSQL gives sums as text. */
function toFigures({ points, days, paid, score: scored }: Row): TierFigures {
  return { points: Number(points), days: Number(days), paid: Number(paid), score: Number(scored) };
}
