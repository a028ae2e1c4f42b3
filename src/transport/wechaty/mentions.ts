/**
 * Finds mentions in what was typed, for platforms that do not tell whom a message mentions.
 *
 * Phones end a mention with U+2005, computers with a space, people who type it by hand with anything. Names contain
 * names and spaces, so the longest name that fits is the one that is meant.
 */

/** Blank, the end, or a mark that ends a phrase: `, ! ? : ;` and their full-width forms, and the ideographic comma and stop. */
const AFTER_NAME = /^(?:$|[\s,!?:;\uFF0C\uFF01\uFF1F\uFF1A\uFF1B\u3001\u3002])/;
/** An at sign inside a word belongs to a mail address. */
const AT_SIGN = /(?<![\w.-])@/g;

export interface NamedPerson {
  readonly id: string;
  /** Every name this person goes by here. */
  readonly names: readonly string[];
}

/** The ids of those mentioned, in order. A name that two people share mentions neither: nobody guesses. */
export function mentionsIn(text: string, people: readonly NamedPerson[]): readonly string[] {
  const found = new Set<string>();
  for (const { index } of text.matchAll(AT_SIGN)) {
    const meant = whoIsMeant(text.slice(index + 1), people);
    if (meant !== undefined) found.add(meant);
  }
  return [...found];
}

function whoIsMeant(text: string, people: readonly NamedPerson[]): string | undefined {
  let best: { readonly length: number; readonly ids: readonly string[] } = { length: 0, ids: [] };
  for (const { id, names } of people) {
    const length = Math.max(0, ...names.filter((name) => startsWithName(text, name)).map((name) => name.length));
    if (length > best.length) best = { length, ids: [id] };
    else if (length > 0 && length === best.length) best = { length, ids: [...best.ids, id] };
  }
  return best.ids.length === 1 ? best.ids[0] : undefined;
}

function startsWithName(text: string, name: string): boolean {
  return name !== '' && text.startsWith(name) && AFTER_NAME.test(text.slice(name.length));
}
