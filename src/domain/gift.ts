/** Gifts that points buy: which one is meant, whether it may be had, and until when it can be given back. */

import { accept, type Decision, refuse } from './decision.js';
import type { CodeBatchId, GiftId, RoomId } from './ids.js';
import type { Role } from './role.js';
import { mayActAs } from './role.js';
import { foldText } from './understanding/fold.js';

export type RedemptionState = 'pending' | 'fulfilled' | 'cancelled';

export interface Gift {
  readonly id: GiftId;
  /** 0 stands for all rooms of the account. */
  readonly roomId: RoomId | 0;
  readonly name: string;
  /** In points. */
  readonly price: number;
  /** What is left; null for no end of it. Of codes, those that are still nobody's. */
  readonly left: number | null;
  /** How many a member may have; null for any number. */
  readonly limit: number | null;
  readonly needsAddress: boolean;
  /** Where the code comes from that it hands out; null when it is a thing. */
  readonly batchId: CodeBatchId | null;
  readonly listed: boolean;
}

const MOST_AT_ONCE = 10;
/** A member may think better of it for so long; after that staff can still call it off. */
export const CHANGE_OF_MIND_MS = 24 * 60 * 60_000;
/** An address is kept for so long once the gift has left. */
export const ADDRESS_KEPT_MS = 30 * 24 * 60 * 60_000;

export interface Wish {
  readonly gift: Gift;
  readonly quantity: number;
}

/** By number, by name, or by either with a quantity behind it. What merely comes near is offered, never taken. */
export function readWish(wanted: string, gifts: readonly Gift[]): Decision<Wish> {
  const whole = giftsNamed(wanted, gifts);
  const [, head = '', count] = /^(.+?)[\s*x\u00d7]*(\d{1,2})\s*\p{Script=Han}?$/u.exec(foldText(wanted).trim()) ?? [];
  const counted = whole.length === 0 && count !== undefined ? giftsNamed(head, gifts) : [];
  const [gift, other] = whole.length > 0 ? whole : counted;
  if (gift === undefined) return refuseUnknown(wanted, gifts);
  if (other !== undefined) return refuse({ code: 'gift.ambiguous', name: wanted, gifts: whole });
  return accept({ gift, quantity: counted.length > 0 ? Number(count) : 1 });
}

/** Those with this very name, or the one with this number. */
export function giftsNamed(wanted: string, gifts: readonly Gift[]): readonly Gift[] {
  const name = plain(wanted);
  const named = gifts.filter((gift) => plain(gift.name) === name);
  if (named.length > 0) return named;
  const number = /^#?(\d{1,9})$/u.exec(name)?.[1];
  return number === undefined ? [] : gifts.filter((gift) => gift.id === Number(number));
}

function refuseUnknown(wanted: string, gifts: readonly Gift[]): Decision<never> {
  const part = plain(wanted);
  const near = gifts.filter((gift) => plain(gift.name).includes(part) || part.includes(plain(gift.name)));
  if (near.length > 0) return refuse({ code: 'gift.ambiguous', name: wanted, gifts: near });
  return refuse({ code: 'gift.unknown', name: wanted });
}

function plain(text: string): string {
  return foldText(text).toLowerCase().replaceAll(/\s/gu, '');
}

export interface Means {
  readonly balance: number;
  /** How many of this gift the member has had, those called off not counted. */
  readonly taken: number;
}

/** What it costs; or why it cannot be had, what the member can change least coming first. */
export function decideRedemption({ gift, quantity }: Wish, { balance, taken }: Means): Decision<number> {
  const { name, left, limit } = gift;
  if (left === 0) return refuse({ code: 'gift.sold_out', name });
  if (limit !== null && taken + quantity > limit) return refuse({ code: 'gift.limit_reached', name, limit, taken });
  const most = mostAtOnce(gift);
  if (quantity < 1 || quantity > most) return refuse({ code: 'gift.too_many', name, most });
  if (left !== null && left < quantity) return refuse({ code: 'gift.few_left', name, left });
  const price = gift.price * quantity;
  return balance < price ? refuse({ code: 'points.too_few', balance, needed: price }) : accept(price);
}

/** A code comes with each redemption. */
function mostAtOnce({ batchId }: Gift): number {
  return batchId === null ? MOST_AT_ONCE : 1;
}

export interface Standing {
  readonly id: number;
  readonly state: RedemptionState;
  readonly at: number;
  readonly isCode: boolean;
  /** True when the code that came with it has been read. */
  readonly codeSeen: boolean;
}

/** Whether a redemption may be called off: by its member for a day, by staff at any time before it has left. */
export function decideCancel(redemption: Standing, role: Role, now: number): Decision<void> {
  const { id, state, at, isCode, codeSeen } = redemption;
  if (codeSeen) return refuse({ code: 'redemption.code_seen', id });
  if (state === 'cancelled' || (state === 'fulfilled' && !isCode)) {
    return refuse({ code: 'redemption.not_pending', id, state });
  }
  const isLate = !mayActAs(role, 'manager') && now - at > CHANGE_OF_MIND_MS;
  return isLate ? refuse({ code: 'redemption.too_late', id }) : accept(undefined);
}
