/** Works a published draw out again. It shares no code with the bot, so that a mistake of the one is seen by the other. */

import { createHash, createHmac } from 'node:crypto';

export interface CheckedDraw {
  readonly draw: string;
  readonly entries: number;
  /** Numbers in the order in which they are drawn, as many as were published as drawn. */
  readonly winners: readonly number[];
  /** What does not fit; empty when all of it does. */
  readonly faults: readonly string[];
}

interface Published {
  /** The sealed list, as it was hashed. */
  readonly list: string;
  readonly values: ReadonlyMap<string, string>;
  readonly numbers: readonly number[];
  /** By number, how many tickets it has. */
  readonly weights: ReadonlyMap<number, number>;
  readonly drawn: readonly number[];
}

/** `published`: the pages that the bot showed, in order, and perhaps other lines around them. */
export function checkDraw(published: string): CheckedDraw {
  const read = readPublished(published);
  const order = orderOf(read);
  return {
    draw: read.values.get('draw') ?? '?',
    entries: read.numbers.length,
    winners: order.slice(0, read.drawn.length),
    faults: faultsOf(read, order),
  };
}

/** 2: entries may have more than one ticket. */
const KNOWN = new Set(['1', '2']);
const LISTED = /^(zaoba-draw \d+|(draw|places|commitment|public|entries) .+|\d+ [0-9a-f]{8}( \d+)?)$/;
const ENTRY = /^(\d+) [0-9a-f]{8}(?: (\d+))?$/;
const OPENED = /^(list|seed|value|drawn) (.*)$/;

function readPublished(published: string): Published {
  const lines = published.split(/\r?\n/u).map((line) => line.trim());
  const start = lines.findIndex((line) => line.startsWith('zaoba-draw '));
  const end = lines.indexOf('---', start);
  const list = lines.slice(start, end).filter((line) => LISTED.test(line));
  const opened = lines.slice(end).filter((line) => OPENED.test(line));
  const named = [...list, ...opened].map(
    (line) => [line.split(' ')[0] ?? '', line.slice(line.indexOf(' ') + 1)] as const,
  );
  return {
    list: list.join('\n'),
    values: new Map(named),
    numbers: list.flatMap((line) => ENTRY.exec(line)?.[1] ?? []).map(Number),
    weights: new Map(list.flatMap((line) => weightIn(ENTRY.exec(line)))),
    drawn: numbersIn(new Map(named).get('drawn') ?? ''),
  };
}

/** One ticket where the line says nothing of them. */
function weightIn(entry: RegExpExecArray | null): readonly (readonly [number, number])[] {
  return entry === null ? [] : [[Number(entry[1]), Number(entry[2] ?? 1)]];
}

function numbersIn(text: string): readonly number[] {
  return text.split(' ').flatMap((one) => (/^\d+$/.test(one) ? [Number(one)] : []));
}

/** By the lowest of its tickets each. */
function orderOf(published: Published): readonly number[] {
  const tickets = new Map(published.numbers.map((number) => [number, lowestTicketOf(number, published)]));
  return [...tickets].sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([number]) => number);
}

function lowestTicketOf(number: number, { list, values, weights }: Published): string {
  const all = Array.from({ length: Math.max(1, weights.get(number) ?? 1) }, (_, index) =>
    ticketOf(index === 0 ? `${number}` : `${number}.${index + 1}`, list, values),
  );
  return all.toSorted()[0] ?? '';
}

function ticketOf(name: string, list: string, values: Published['values']): string {
  return createHmac('sha256', values.get('seed') ?? '')
    .update(`${sha256(list)}\n${values.get('value') ?? ''}\n${name}`)
    .digest('hex');
}

function faultsOf({ list, values, numbers, weights, drawn }: Published, order: readonly number[]): string[] {
  const different = new Set(numbers).size;
  const checks: readonly (readonly [fits: boolean, fault: string])[] = [
    [KNOWN.has(values.get('zaoba-draw') ?? ''), 'this is no list of a draw that this program knows'],
    [
      [...weights.values()].every((weight) => weight === 1) || values.get('zaoba-draw') === '2',
      'entries have more than one ticket in a list that knows none of that',
    ],
    [sha256(values.get('seed') ?? '') === values.get('commitment'), 'the seed is not the one whose hash was published'],
    [sha256(list) === values.get('list'), 'the list is not the one whose hash was published'],
    [Number(values.get('entries')) === numbers.length, 'entries are missing from the list, or too many'],
    [different === numbers.length, 'a number is in the list twice'],
    [
      values.has('value') === values.has('public'),
      'a public number was promised and is missing, or the other way round',
    ],
    [drawn.every((number, index) => order[index] === number), 'other numbers were drawn than the values give'],
    [
      drawn.length >= Math.min(Number(values.get('places')), numbers.length),
      'fewer were drawn than places were promised',
    ],
  ];
  return checks.flatMap(([fits, fault]) => (fits ? [] : [fault]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
