/** Where people came from, who brought them, and what is lent to them: the books against the bot's rows. */

import { tally } from '../faults/tally.js';
import { differences } from './difference.js';
import type { Quarter } from './quarter.js';
import type { QuarterRecords } from './record-rows.js';
import type { Coming } from './room-book.js';

const POWERS: Readonly<Record<string, string>> = { answer: '答疑', warn: '提醒', hide: '隐藏' };

export function sourceFaults(quarter: Quarter, { sources }: QuarterRecords): string[] {
  const known = new Set(quarter.town.people.map(({ platformId }) => platformId));
  const found = sources.filter(({ who }) => known.has(who));
  const seen = new Set<string>();
  const wanted = new Map<string, string>();
  for (const coming of quarter.stage.rooms.arrivals) {
    const { platformId } = coming.person;
    if (known.has(platformId) && !wanted.has(platformId)) wanted.set(platformId, sourceOf(quarter, coming, seen));
    seen.add(platformId);
  }
  const rows = found.map(
    ({ who, kind, name, inviter }) => [who, [kind, name ?? inviter ?? ''].join(' ').trim()] as const,
  );
  return differences('the source', wanted, new Map(rows));
}

/** A code says most, then whoever let them in, unless that is their trade; then the room. */
function sourceOf({ brought, loans, roomSources }: Quarter, { person, place, inviter, at }: Coming, seen: Set<string>) {
  const code = brought.by(person.platformId);
  if (code !== undefined) return `code ${code}`;
  const room = roomSources.get(place.platformId);
  const byRoom = room === undefined ? undefined : `room ${room}`;
  const isKnown = inviter !== undefined && inviter.platformId !== person.platformId && seen.has(inviter.platformId);
  const byInviter = isKnown ? `inviter ${inviter.platformId}` : undefined;
  const isByTrade = isKnown && loans.wasHelper(inviter.platformId, at);
  return (isByTrade ? (byRoom ?? byInviter) : (byInviter ?? byRoom)) ?? 'unknown';
}

export function loanFaults({ loans, stage }: Quarter, records: QuarterRecords): string[] {
  const held = records.loans.filter(({ until }) => Number(until) > stage.now);
  const found = held.map(({ key, power, until }) => [key, `${POWERS[power]} ${Number(until)}`] as const);
  return differences('the loan', loans.lines(stage.now), new Map(found));
}

export function coreFaults({ core }: Quarter, records: QuarterRecords): string[] {
  return differences('the core', core.lines(), new Map(records.core.map(({ who, state }) => [who, state])));
}

/** Each newcomer is paid for once, to whoever's code they said, after three days of their own. */
export function referralFaults({ brought, study }: Quarter, { referrals, referralPay }: QuarterRecords): string[] {
  const paid = tally(referralPay.map(({ ref }) => ref));
  return [
    ...referrals
      .filter(({ newcomer, inviter }) => brought.by(newcomer) !== inviter)
      .map(({ newcomer, inviter }) => `${inviter} is said to have brought ${newcomer}`),
    ...referrals
      .filter(({ newcomer, state }) => state === 'earned' && study.ownDays(newcomer) < 3)
      .map(({ newcomer }) => `${newcomer} has earned somebody points without three days`),
    ...[...paid].filter(([, count]) => count > 1).map(([ref, count]) => `${ref} was paid ${count} times`),
  ];
}

/** Every entry follows from the one before it, and the last is what somebody has. */
export function ledgerFaults(_: Quarter, { ledgers }: QuarterRecords): string[] {
  return ledgers
    .filter(({ sum, points }) => Number(sum) !== Number(points))
    .map(({ key, sum, points }) => `the ledger of ${key} sums to ${sum} and not to ${points}`);
}
