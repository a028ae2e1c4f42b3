/** Typed command arguments: each takes words from the line and gives a value, or a refusal. */

import { accept, type Decision, refuse } from '../domain/decision.js';
import type { AccountId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { ChatPerson } from '../ports/chat-gateway.js';
import type { Tx } from '../storage/database.js';
import type { WordReader } from './word-reader.js';

/** What arguments may look at: the words that are left, and where the line was said. */
export interface ArgumentContext {
  readonly tx: Tx;
  readonly now: number;
  readonly words: WordReader;
  readonly accountId: AccountId;
  readonly roomId: RoomId | undefined;
  readonly mentions: readonly ChatPerson[];
  readonly today: LocalDay;
  readonly example: string;
  /** Makes of another example the one that is typed where the line was said. */
  inRoom(line: string): string;
  readonly parseDay: (text: string, today: LocalDay) => LocalDay | undefined;
}

export interface Argument<T> {
  readonly label: string;
  parse(context: ArgumentContext): Promise<Decision<T>>;
}

export type ArgumentSpec = Readonly<Record<string, Argument<unknown>>>;

export type ArgumentValues<Spec extends ArgumentSpec> = {
  readonly [Name in keyof Spec]: Spec[Name] extends Argument<infer T> ? T : never;
};

export function word(label: string): Argument<string> {
  return {
    label,
    async parse({ words, example }) {
      const given = words.next();
      return given === undefined ? refuse({ code: 'argument.missing', name: label, example }) : accept(given);
    },
  };
}

/** All that is left of the line, as typed, line breaks included. */
export function text(label: string, { max }: { readonly max: number }): Argument<string> {
  return {
    label,
    async parse({ words, example }) {
      const rest = words.rest();
      if (rest === '') return refuse({ code: 'argument.missing', name: label, example });
      return [...rest].length > max ? refuse({ code: 'argument.too_long', name: label, max }) : accept(rest);
    },
  };
}

/** One word, read by `read`. */
export function wordAs<T>(label: string, read: (given: string, context: ArgumentContext) => Decision<T>): Argument<T> {
  const plain = word(label);
  return {
    label,
    async parse(context) {
      const given = await plain.parse(context);
      return given.ok ? read(given.value, context) : given;
    },
  };
}

export function integer(label: string, { min, max }: { readonly min: number; readonly max: number }): Argument<number> {
  return wordAs(label, (given) => {
    if (!/^#?-?\d+$/.test(given)) return refuse({ code: 'argument.not_a_number', name: label, given });
    const value = Number(given.replace('#', ''));
    return value < min || value > max
      ? refuse({ code: 'argument.out_of_range', name: label, min, max })
      : accept(value);
  });
}

/** One of several words, each standing for a value. */
export function choice<const T extends string>(label: string, words: Readonly<Record<string, T>>): Argument<T> {
  return wordAs(label, (given) => {
    const value = Object.hasOwn(words, given) ? words[given] : undefined;
    if (value !== undefined) return accept(value);
    return refuse({ code: 'argument.not_a_choice', name: label, given, choices: Object.keys(words) });
  });
}

export function day(label: string): Argument<LocalDay> {
  return wordAs(label, (given, { parseDay, today }) => {
    const value = parseDay(given, today);
    return value === undefined ? refuse({ code: 'argument.not_a_day', name: label, given }) : accept(value);
  });
}

/** Absent only when the line has ended; a wrong word is still refused. */
export function optional<T, const F>(argument: Argument<T>, fallback: F): Argument<T | F> {
  return {
    label: argument.label,
    parse: async (context) => (context.words.ended() ? accept(fallback) : argument.parse(context)),
  };
}

/** Parses every argument in order; words that nobody took are refused. */
export async function parseArguments<Spec extends ArgumentSpec>(
  spec: Spec,
  context: ArgumentContext,
): Promise<Decision<ArgumentValues<Spec>>> {
  const values: Record<string, unknown> = {};
  for (const [name, argument] of Object.entries(spec)) {
    const parsed = await argument.parse(context);
    if (!parsed.ok) return parsed;
    values[name] = parsed.value;
  }
  const surplus = context.words.rest();
  if (surplus !== '') return refuse({ code: 'argument.surplus', given: surplus, example: context.example });
  return accept(values as ArgumentValues<Spec>);
}
