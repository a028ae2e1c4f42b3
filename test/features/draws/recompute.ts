/** Works a draw out of what was published, by the rules of decision 0016 and with nothing of the product's code. */

import { createHash, createHmac } from 'node:crypto';

export interface Recomputed {
  readonly order: readonly number[];
  readonly places: number;
  /** What does not fit. */
  readonly faults: readonly string[];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export function recompute(published: string): Recomputed {
  const [list = '', opened = ''] = published.split('\n---\n');
  const value = (text: string, name: string): string => new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1] ?? '';
  const numbers = list.split('\n').flatMap((line) => /^(\d+) [0-9a-f]{8}$/.exec(line)?.[1] ?? []);
  const seed = value(opened, 'seed');
  const ticket = (number: string): string =>
    createHmac('sha256', seed)
      .update(`${sha256(list)}\n${value(opened, 'value')}\n${number}`)
      .digest('hex');
  const faults = [
    ...(sha256(seed) === value(list, 'commitment') ? [] : ['seed']),
    ...(sha256(list) === value(opened, 'list') ? [] : ['list']),
    ...(Number(value(list, 'entries')) === numbers.length ? [] : ['entries']),
  ];
  const order = numbers.toSorted((a, b) => (ticket(a) < ticket(b) ? -1 : 1)).map(Number);
  return { order, places: Number(value(list, 'places')), faults };
}
