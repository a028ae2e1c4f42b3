/** Questions of the hot path whose answers are remembered: by the database, or for the length of a transaction. */

import type { Awaitable } from './awaitable.js';
import type { Tx } from './database.js';
import type { Batch, Held } from './held.js';
import { type Answers, keep, type Key, type Memory } from './memory.js';
import { openTransactionOf } from './open-transaction.js';
import type { Statement } from './statement.js';

export interface RememberedOptions<Parameters extends object, Row, Answer> {
  readonly statement: Statement<Parameters, Row>;
  /**
   * Asks it of all that a batch is about, in the way in which the first of them asks; its rows name what they answer. Absent
   * for what batches do not ask.
   */
  readonly ahead?: Statement<Batch & Parameters, Row & Parameters>;
  /** Keeps what the rows tell beside the answers. */
  learn?(tx: Tx, rows: readonly (Row & Parameters)[]): void;
  /** Tells what is asked from all else that may be asked, or from nearly all of it. */
  keyOf(parameters: Parameters): Key;
  /** False for an answer to another question of the same key; absent where no two have one key. */
  fits?(answer: Answer, parameters: Parameters): boolean;
  /** What is made of a row. It is handed to many, so it must never change. */
  answerOf(row: Row): Answer;
}

/** After so many times a batch that writes what it reads is better off with one question at a time. */
const MOST_TIMES_AHEAD = 3;

export class Remembered<Parameters extends object, Row, Answer> {
  readonly #options: RememberedOptions<Parameters, Row, Answer>;
  /** The answers in the memory that was asked last. */
  #memory: Memory | undefined;
  #answers: Answers<Answer> | undefined;

  constructor(options: RememberedOptions<Parameters, Row, Answer>) {
    this.#options = options;
  }

  /** Undefined when there is no row; that is asked again each time. */
  first(tx: Tx, parameters: Parameters): Awaitable<Answer | undefined> {
    const answers = this.#answersIn(tx);
    const known = answers && this.#find(answers, parameters);
    if (known !== undefined) return known;
    // At once, since whatever is written between reading and keeping would be missed.
    return openTransactionOf(tx).engine.memory
      ? this.#keepRow(answers, parameters, this.#options.statement.firstAtOnce(tx, parameters))
      : this.#ask(tx, parameters);
  }

  /**
   * Sends it ahead on its way, so that it is answered together with the next statement. `asked` is what `ahead` looks at of
   * the question. Nothing happens where nothing is asked ahead.
   */
  start(tx: Tx, asked: Partial<Parameters>): void {
    const { held } = openTransactionOf(tx);
    const { ahead } = this.#options;
    if (!held?.batch || !ahead || held.timesAhead(this) > 1) return;
    this.#answersIn(tx);
    held.start(this, ahead.compile(tx, { ...(asked as Parameters), ...held.batch }));
  }

  /** Keeps an answer that another query of the same tables just brought along, before anything else is awaited. */
  keep(tx: Tx, parameters: Parameters, answer: Answer): void {
    const answers = this.#answersIn(tx);
    if (answers) keep(answers, this.#options.keyOf(parameters), answer);
  }

  /** True when the answer is at hand. */
  knows(tx: Tx, parameters: Parameters): boolean {
    return this.#find(this.#answersIn(tx), parameters) !== undefined;
  }

  #find(answers: Answers<Answer> | undefined, parameters: Parameters): Answer | undefined {
    const { keyOf, fits } = this.#options;
    const known = answers?.get(keyOf(parameters));
    return known !== undefined && fits?.(known, parameters) !== false ? known : undefined;
  }

  #keepRow(answers: Answers<Answer> | undefined, parameters: Parameters, row: Row | undefined): Answer | undefined {
    if (row === undefined) return undefined;
    const { keyOf, answerOf } = this.#options;
    const answer = answerOf(row);
    if (answers) keep(answers, keyOf(parameters), answer);
    return answer;
  }

  async #ask(tx: Tx, parameters: Parameters): Promise<Answer | undefined> {
    const { held } = openTransactionOf(tx);
    if (held?.batch && (await this.#askAhead(tx, held, parameters))) {
      const answers = this.#answersIn(tx);
      const brought = answers && this.#find(answers, parameters);
      if (brought !== undefined) return brought;
    }
    return this.#askAlone(tx, parameters);
  }

  async #askAlone(tx: Tx, parameters: Parameters): Promise<Answer | undefined> {
    const { memory } = openTransactionOf(tx);
    const answers = this.#answersIn(tx);
    const before = memory?.forgotten;
    const row = await this.#options.statement.first(tx, parameters);
    // An answer that was overtaken by a write on its way is good for who asked, and for nobody else.
    return this.#keepRow(before === memory?.forgotten ? answers : undefined, parameters, row);
  }

  /** Resolves to false when it was not asked. */
  async #askAhead(tx: Tx, held: Held, parameters: Parameters): Promise<boolean> {
    const { ahead } = this.#options;
    const { batch, memory } = held;
    if (!ahead || !batch || held.timesAhead(this) > MOST_TIMES_AHEAD) return false;
    const before = memory.forgotten;
    const started = held.takeStarted(this) as Promise<readonly (Row & Parameters)[]> | undefined;
    const rows = await (started ?? ahead.all(tx, { ...parameters, ...batch }));
    const answers = before === memory.forgotten ? this.#answersIn(tx) : undefined;
    if (answers) this.#options.learn?.(tx, rows);
    for (const row of rows) this.#keepRow(answers, row, row);
    return true;
  }

  #answersIn(tx: Tx): Answers<Answer> | undefined {
    const transaction = openTransactionOf(tx);
    transaction.assertOpen();
    const { memory } = transaction;
    if (memory !== this.#memory) {
      this.#memory = memory;
      this.#answers = memory?.answersTo<Answer>(this, this.#options.statement.tables(tx));
    }
    return this.#answers;
  }
}
