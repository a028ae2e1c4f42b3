/** Reads traditional characters as simplified ones and capitals as small letters, one for one: places stay. */

import { inClass } from './pattern.js';
import type { ScriptWords } from './vocabulary.js';

export type Simplify = (text: string) => string;

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export function createSimplify({ traditional, simplified }: ScriptWords): Simplify {
  const from = Array.from(traditional + CAPITALS);
  const to = Array.from(simplified + CAPITALS.toLowerCase());
  const readAs = new Map(from.map((character, place) => [character, to[place] ?? character]));
  const other = new RegExp(`[${inClass(from.join(''))}]`);
  return (text) => (other.test(text) ? replaceAll(text, readAs) : text);
}

function replaceAll(text: string, readAs: ReadonlyMap<string, string>): string {
  let result = '';
  for (let place = 0; place < text.length; place += 1) {
    const character = text.charAt(place);
    result += readAs.get(character) ?? character;
  }
  return result;
}
