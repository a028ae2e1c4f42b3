/** What an order about orders is run with, and what is noted of it so that it can be undone. */

import type { CardKind } from '../../domain/card-kind.js';
import type { EntitlementId, OrderId, PaymentNoticeId, RoomId } from '../../domain/ids.js';
import { isMoney } from '../../domain/order.js';
import { DEFAULT_SETTINGS } from '../../domain/room.js';
import type { Changes, Impact } from '../../kit/changes.js';
import type { ChatWork, Speaker } from '../../kit/work.js';
import type { OrderDraft } from '../../storage/orders.js';
import type { Room } from '../../storage/rooms.js';
import { type MeantCourse, courseMeant } from './course-meant.js';
import type { Sale } from './sale-argument.js';

export type OrderWork = ChatWork & {
  readonly speaker: Speaker;
  /** Absent where none is meant: the course is named then. */
  readonly room: Room | undefined;
  readonly changes: Changes;
  inRoom(line: string): string;
  confirm(impact: Impact): Promise<void>;
};

export interface NotedOrder {
  readonly orders?: readonly OrderId[];
  readonly refund?: { readonly id: OrderId; readonly amount: number };
  readonly notice?: PaymentNoticeId;
  /** What a former card brought and the better one replaced. */
  readonly revoked?: readonly EntitlementId[];
}

export function courseOf(work: OrderWork, { to, course }: Sale, line: string): Promise<MeantCourse> {
  return courseMeant(work, { named: course, room: work.room, memberId: to.id, example: work.inRoom(line) });
}

export interface Priced {
  readonly what: string;
  readonly name: string;
  readonly amount: number;
  readonly kind: CardKind;
}

export async function confirmMoney(work: OrderWork, { what, name, amount, kind }: Priced): Promise<void> {
  if (isMoney(amount, kind)) await work.confirm({ what, people: 1, names: [name], money: true });
}

export function draftOf(work: OrderWork, { to, kind, note }: Sale, course: MeantCourse, amount: number): OrderDraft {
  const room: RoomId | null = work.room?.id ?? null;
  const rest = { credit: 0, source: 'staff', number: null, by: work.speaker.id } as const;
  return { memberId: to.id, courseId: course.id, roomId: room, kind, amount, note, ...rest };
}

/** The day and the moment of what somebody orders now. */
export function sourceOf({ today, now, speaker }: OrderWork) {
  return { day: today, at: now, by: speaker.id };
}

export function zoneOf({ room }: OrderWork): string {
  return room?.settings.zone ?? DEFAULT_SETTINGS.zone;
}
