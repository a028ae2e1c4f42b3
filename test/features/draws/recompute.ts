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
  const entries = [...list.matchAll(/^(\d+) [0-9a-f]{8}(?: (\d+))?$/gm)].map(([, number = '', weight = '1']) => ({
    number,
    weight,
  }));
  const seed = value(opened, 'seed');
  const ticket = (name: string): string =>
    createHmac('sha256', seed)
      .update(`${sha256(list)}\n${value(opened, 'value')}\n${name}`)
      .digest('hex');
  const faults = [
    ...(sha256(seed) === value(list, 'commitment') ? [] : ['seed']),
    ...(sha256(list) === value(opened, 'list') ? [] : ['list']),
    ...(Number(value(list, 'entries')) === entries.length ? [] : ['entries']),
  ];
  const lowest = ({ number, weight }: { readonly number: string; readonly weight: string }): string => {
    const others = Array.from({ length: Number(weight) - 1 }, (_, index) => ticket(`${number}.${index + 2}`));
    return [ticket(number), ...others].toSorted()[0] ?? '';
  };
  const order = entries.toSorted((a, b) => (lowest(a) < lowest(b) ? -1 : 1)).map(({ number }) => Number(number));
  return { order, places: Number(value(list, 'places')), faults };
}
