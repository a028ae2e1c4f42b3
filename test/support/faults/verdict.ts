/** What is wrong, in words, when the judge's ledger and what was typed are held against the bot's tables. Nothing when nothing is. */

import type { JudgeRecords, SlotRow } from './judge-records.js';
import type { Arrival } from './judge-wechat.js';
import { owedSlots, slotOf } from './owed-slots.js';
import { acknowledgementFaults, standingFaults } from './standing-faults.js';
import { tally } from './tally.js';
import type { CountedStanding } from './typed-check-ins.js';

const DAY_MS = 86_400_000;
/** Words of messages are forgotten after ninety days. */
const KEPT_MS = 88 * DAY_MS;

export interface JudgedRoom {
  readonly topic: string;
  readonly platformId: string;
  readonly zone: string;
}

export interface Evidence {
  readonly records: JudgeRecords;
  readonly arrivals: readonly Arrival[];
  readonly rooms: readonly JudgedRoom[];
  /** Slots that fall due after `from` and not after `until` are owed. */
  readonly from: number;
  readonly until: number;
  readonly counted: readonly CountedStanding[];
}

export function verdictOn(evidence: Evidence): string[] {
  return [
    ...evidence.rooms.flatMap((room) => slotFaults(evidence, room)),
    ...sendFaults(evidence),
    ...standingFaults(evidence),
    ...acknowledgementFaults(evidence),
  ];
}

function slotFaults({ records, arrivals, from, until }: Evidence, { topic, platformId, zone }: JudgedRoom): string[] {
  const arrived = tally(
    arrivals
      .filter(({ chat }) => chat === platformId)
      .map(({ text, at }) => slotOf(text, at))
      .flatMap((slot) => (slot ? [`${slot.kind} ${slot.day}`] : [])),
  );
  const rows = new Map(
    records.slots.filter((row) => row.topic === topic).map((row) => [`${row.kind} ${row.day}`, row]),
  );
  const missing = owedSlots(zone, from, until)
    .map(({ kind, day }) => `${kind} ${day}`)
    .filter((slot) => !rows.has(slot));
  const strange = [...arrived.keys()].filter((slot) => !rows.has(slot));
  return [
    ...missing.map((slot) => `${topic}: ${slot} is missing`),
    ...strange.map((slot) => `${topic}: ${slot} arrived and has no row`),
    ...[...rows].flatMap(([slot, row]) =>
      rowFaults(row, arrived.get(slot) ?? 0).map((why) => `${topic}: ${slot} ${why}`),
    ),
  ];
}

function rowFaults({ state, reason }: SlotRow, arrived: number): string[] {
  if (arrived > 1) return [`arrived ${arrived} times`];
  if (state === 'sent') return arrived === 1 ? [] : ['counts as sent and never arrived'];
  if (state === 'planned' || state === 'sending') return [`is still ${state}`];
  if (!reason) return [`is ${state} without a reason`];
  return state === 'uncertain' || arrived === 0 ? [] : [`is ${state} and arrived`];
}

/**
 * Words that are sent are in the chat, and none is there more often than it was sent; as far as words are kept, which a
 * message that was said then may have waited for a day.
 */
function sendFaults({ records, arrivals, until }: Evidence): string[] {
  const kept = until - KEPT_MS;
  const arrived = tally(arrivals.filter(({ at }) => at >= kept).map(({ chat, text }) => `${chat} ${text}`));
  const inState = (state: string, since = kept - DAY_MS) =>
    tally(
      records.outbox
        .filter((row) => row.state === state && Number(row.createdAt) >= since)
        .map(({ chat, body }) => `${chat} ${body}`),
    );
  const [sent, uncertain, sending] = [inState('sent'), inState('uncertain'), inState('sending', -Infinity)];
  const doubled = [...arrived].filter(([key, count]) => count > (sent.get(key) ?? 0) + (uncertain.get(key) ?? 0));
  const untrue = [...inState('sent', kept)].filter(([key, count]) => count > (arrived.get(key) ?? 0));
  return [
    ...doubled.map(([key, count]) => `arrived ${count} times, more often than it was sent: ${key}`),
    ...untrue.map(([key, count]) => `counts as sent ${count} times, more often than it arrived: ${key}`),
    ...[...sending.keys()].map((key) => `is still sending: ${key}`),
  ];
}
