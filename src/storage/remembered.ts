/** Questions of the hot path whose answers the database's memory keeps, where it has one. */

import type { Tx } from './database.js';
import { type Answers, keep, type Key, type Memory } from './memory.js';
import { openTransactionOf } from './open-transaction.js';
import type { Statement } from './statement.js';

export interface RememberedOptions<Parameters extends object, Row, Answer> {
  readonly statement: Statement<Parameters, Row>;
  /** Tells what is asked from all else that may be asked, or from nearly all of it. */
  keyOf(parameters: Parameters): Key;
  /** False for an answer to another question of the same key; absent where no two have one key. */
  fits?(answer: Answer, parameters: Parameters): boolean;
  /** What is made of a row. It is handed to many, so it must never change. */
  answerOf(row: Row): Answer;
}

export class Remembered<Parameters extends object, Row, Answer> {
  readonly #options: RememberedOptions<Parameters, Row, Answer>;
  /** The answers in the memory that was asked last; a process has but one. */
  #memory: Memory | undefined;
  #answers: Answers<Answer> | undefined;

  constructor(options: RememberedOptions<Parameters, Row, Answer>) {
    this.#options = options;
  }

  /** Undefined when there is no row; that is asked again each time. */
  async first(tx: Tx, parameters: Parameters): Promise<Answer | undefined> {
    const { statement, keyOf, fits, answerOf } = this.#options;
    const answers = this.#answersIn(tx);
    if (!answers) {
      const row = await statement.first(tx, parameters);
      return row && answerOf(row);
    }
    const key = keyOf(parameters);
    const known = answers.get(key);
    if (known !== undefined && fits?.(known, parameters) !== false) return known;
    // At once, since whatever is written between reading and keeping would be missed.
    const row = statement.firstAtOnce(tx, parameters);
    if (row === undefined) return undefined;
    const answer = answerOf(row);
    keep(answers, key, answer);
    return answer;
  }

  /** Keeps an answer that another query of the same tables just brought along, before anything else is awaited. */
  keep(tx: Tx, parameters: Parameters, answer: Answer): void {
    const answers = this.#answersIn(tx);
    if (answers) keep(answers, this.#options.keyOf(parameters), answer);
  }

  #answersIn(tx: Tx): Answers<Answer> | undefined {
    const transaction = openTransactionOf(tx);
    transaction.assertOpen();
    const { memory } = transaction.engine;
    if (memory !== this.#memory) {
      this.#memory = memory;
      this.#answers = memory?.answersTo<Answer>(this, this.#options.statement.tables(tx));
    }
    return this.#answers;
  }
}

/** False where other processes write too: there each question is a round trip, and one must ask for all. */
export function remembers(tx: Tx): boolean {
  return openTransactionOf(tx).engine.memory !== undefined;
}
