/**
 * What the process remembers of its database: answers that the hot path asks for again and again.
 *
 * An answer is remembered until a table that it was read from is written, by whatever statement, or until anything is
 * rolled back. That is for a database which one process writes, so for SQLite; elsewhere a memory ends with its transaction.
 */

import type { Written } from './query-tables.js';

/** The answers to one question, by what was asked. */
export type Answers<Answer> = Map<Key, Answer>;
export type Key = string | number;

/** Far more than an account has rooms. */
const MOST_ANSWERS = 4_096;

export class Memory {
  /** Counts what had to be forgotten: an answer may be kept when nothing was while it was on its way. */
  forgotten = 0;
  readonly #answers = new Map<object, Answers<unknown>>();
  readonly #readFrom = new Map<string, Answers<unknown>[]>();

  /** `question` is whatever always asks the same; its answers are read from `tables` and from nothing else. */
  answersTo<Answer>(question: object, tables: readonly string[]): Answers<Answer> {
    const known = this.#answers.get(question);
    if (known) return known as Answers<Answer>;
    const answers: Answers<Answer> = new Map();
    this.#answers.set(question, answers);
    for (const table of tables) this.#readFrom.set(table, [...(this.#readFrom.get(table) ?? []), answers]);
    return answers;
  }

  forget(table: string): void {
    const concerned = this.#readFrom.get(table);
    if (!concerned) return;
    this.forgotten += 1;
    for (const answers of concerned) clear(answers);
  }

  forgetAll(): void {
    this.forgotten += 1;
    for (const answers of this.#answers.values()) clear(answers);
  }
}

/** A number is found in half the time that a text takes; two ids make one, since no file holds 2^31 of anything. */
export function keyOfPair(first: number, second: number): Key {
  return first * 2 ** 31 + second;
}

export function keep<Answer>(answers: Answers<Answer>, key: Key, answer: Answer): void {
  if (answers.size >= MOST_ANSWERS) answers.clear();
  answers.set(key, answer);
}

/** To be called right before the query runs. */
export function forgetWritten(memory: Memory, written: Written): void {
  if (written === 'none') return;
  if (written === 'every') memory.forgetAll();
  else memory.forget(written.table);
}

/** Emptying what is empty costs as much as reading a row. */
function clear(answers: Answers<unknown>): void {
  if (answers.size > 0) answers.clear();
}
