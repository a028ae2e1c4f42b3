/** Where a member came from: of all that is known the strongest, and unknown rather than left out. */

import type { MemberId } from './ids.js';

/** `room`: the source that the room is named for. `inviter`: as the platform told. `code`: as the newcomer said. */
export type SourceKind = 'unknown' | 'room' | 'inviter' | 'code' | 'manual';

export type Source =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'room' | 'manual'; readonly name: string }
  | { readonly kind: 'inviter' | 'code'; readonly inviterId: MemberId };

const STRENGTH: Readonly<Record<SourceKind, number>> = { unknown: 0, room: 1, inviter: 2, code: 3, manual: 4 };

export interface Arriving {
  /** Empty where the room has none. */
  readonly roomSource: string;
  readonly inviterId: MemberId | undefined;
  /** Whoever is staff lets people in by trade, which says less than the source of the room. */
  readonly inviterIsStaff: boolean;
}

export function sourceOfArrival({ roomSource, inviterId, inviterIsStaff }: Arriving): Source {
  const room: Source | undefined = roomSource === '' ? undefined : { kind: 'room', name: roomSource };
  const inviter: Source | undefined = inviterId === undefined ? undefined : { kind: 'inviter', inviterId };
  return (inviterIsStaff ? (room ?? inviter) : (inviter ?? room)) ?? { kind: 'unknown' };
}

/** The longest name of a source: what stands in a table. */
export const SOURCE_NAME_LENGTH = 12;

/** Undefined for what is no name of one. */
export function readSourceName(given: string): string | undefined {
  const name = given.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  return /[\p{L}\p{N}]/u.test(name) && [...name].length <= SOURCE_NAME_LENGTH ? name : undefined;
}

/** A code says more than what was noted on the way in, and a person's word more than that. */
export function isStrongerSource(kind: SourceKind, than: SourceKind): boolean {
  return STRENGTH[kind] > STRENGTH[than];
}

/** One for each line of the figures: sources of one name are one, however they were learnt. */
export function sourceKey(source: Source): string {
  if (source.kind === 'unknown') return 'unknown';
  return 'name' in source ? `name ${source.name}` : `${source.kind} ${source.inviterId}`;
}
