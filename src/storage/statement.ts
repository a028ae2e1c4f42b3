/**
 * Queries of the hot path: written once in Kysely like all others, compiled once, and run as prepared statements.
 *
 * Building and compiling a query costs ten times as much as running it on SQLite.
 */

import type { Compilable, CompiledQuery, QueryResult } from 'kysely';
import type { Awaitable } from './awaitable.js';
import type { Engine, Tx } from './database.js';
import { openTransactionOf } from './open-transaction.js';
import type { NamedQuery } from './pipelining-connection.js';
import type { PreparedStatement } from './prepared-sqlite.js';
import { tablesIn } from './query-tables.js';

/** Stands in a query that is being compiled for a value that is given when it runs. */
class Parameter {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** A compiled query. For each of its values, the name of the parameter that gives it, or else the constant that it is. */
interface Template {
  readonly query: NamedQuery;
  readonly names: readonly (string | undefined)[];
  readonly constants: readonly unknown[];
  readonly prepared: PreparedStatement | undefined;
}

export class Statement<Parameters extends object, Row> {
  readonly #build: (db: Tx, parameters: Parameters) => Compilable<Row>;
  readonly #templates = new WeakMap<Engine, Template>();

  constructor(build: (db: Tx, parameters: Parameters) => Compilable<Row>) {
    this.#build = build;
  }

  first(tx: Tx, parameters: Parameters): Awaitable<Row | undefined> {
    const template = this.#templateIn(tx);
    const bound = bind(template, parameters);
    if (template.prepared) return template.prepared.get(bound) as Row | undefined;
    return execute<Row>(tx, template, bound).then(({ rows }) => rows[0]);
  }

  all(tx: Tx, parameters: Parameters): Awaitable<readonly Row[]> {
    const template = this.#templateIn(tx);
    const bound = bind(template, parameters);
    if (template.prepared) return template.prepared.all(bound) as Row[];
    return execute<Row>(tx, template, bound).then(({ rows }) => rows);
  }

  /** The number of rows that were written. */
  run(tx: Tx, parameters: Parameters): Awaitable<number> {
    const template = this.#templateIn(tx);
    const bound = bind(template, parameters);
    if (template.prepared) return template.prepared.run(bound).changes;
    return execute<Row>(tx, template, bound).then(({ numAffectedRows }) => Number(numAffectedRows ?? 0));
  }

  /** As `first`, without a turn of the event loop. Throws where statements take one. */
  firstAtOnce(tx: Tx, parameters: Parameters): Row | undefined {
    const template = this.#templateIn(tx);
    if (!template.prepared) throw new Error('This database does not answer at once.');
    return template.prepared.get(bind(template, parameters)) as Row | undefined;
  }

  /** The id of the row that was inserted; undefined where statements take a turn of the event loop. */
  insertAtOnce(tx: Tx, parameters: Parameters): number | undefined {
    const template = this.#templateIn(tx);
    return template.prepared?.run(bind(template, parameters)).lastInsertRowid;
  }

  /** For who runs it later, in the same transaction. */
  compile(tx: Tx, parameters: Parameters): CompiledQuery {
    const template = this.#templateIn(tx);
    return { ...template.query, parameters: bind(template, parameters) };
  }

  /** The tables that the query names. */
  tables(tx: Tx): readonly string[] {
    return tablesIn(this.#templateIn(tx).query.query);
  }

  #templateIn(tx: Tx): Template {
    const transaction = openTransactionOf(tx);
    transaction.assertOpen();
    const { engine } = transaction;
    const known = this.#templates.get(engine);
    if (known) return known;
    const query: NamedQuery = { ...this.#build(tx, PARAMETERS as Parameters).compile(), name: nextName() };
    const names = query.parameters.map((value) => (value instanceof Parameter ? value.name : undefined));
    const template = { query, names, constants: query.parameters, prepared: engine.prepare?.(query) };
    this.#templates.set(engine, template);
    return template;
  }
}

function execute<Row>(tx: Tx, { query }: Template, parameters: readonly unknown[]): Promise<QueryResult<Row>> {
  return tx.executeQuery<Row>({ ...query, parameters });
}

let named = 0;

/** Where statements are prepared by name, this one's. */
function nextName(): string {
  named += 1;
  return `zaoba-${named}`;
}

/** Every property is a parameter of that name. */
export const PARAMETERS: object = new Proxy({}, { get: (_, name) => new Parameter(String(name)) });

/** `build` sees parameters only, never values: it must not decide by them. */
export function defineStatement<Parameters extends object, Row>(
  build: (db: Tx, parameters: Parameters) => Compilable<Row>,
): Statement<Parameters, Row> {
  return new Statement(build);
}

function bind({ names, constants }: Template, parameters: object): unknown[] {
  const given = parameters as Readonly<Record<string, unknown>>;
  return names.map((name, place) => (name === undefined ? constants[place] : given[name]));
}
