/**
 * Queries of the hot path: written once in Kysely like all others, compiled once, and run as prepared statements.
 *
 * Building and compiling a query costs ten times as much as running it on SQLite.
 */

import type { Compilable, CompiledQuery } from 'kysely';
import type { Tx } from './database.js';
import { openTransactionOf } from './open-transaction.js';

/** Stands in a query that is being compiled for a value that is given when it runs. */
class Parameter {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** A compiled query; `values` are constants, or parameters to be filled in. */
interface Template {
  readonly query: CompiledQuery;
  readonly values: readonly unknown[];
}

export class Statement<Parameters extends object, Row> {
  readonly #build: (db: Tx, parameters: Parameters) => Compilable<Row>;
  readonly #templates = new Map<string, Template>();

  constructor(build: (db: Tx, parameters: Parameters) => Compilable<Row>) {
    this.#build = build;
  }

  async first(tx: Tx, parameters: Parameters): Promise<Row | undefined> {
    const transaction = openTransactionOf(tx);
    transaction.assertOpen();
    const { query, values } = this.#templateFor(tx, transaction.engine.dialect);
    const bound = bind(values, parameters);
    const prepared = transaction.engine.prepare?.(query.sql);
    if (prepared) return prepared.get(bound) as Row | undefined;
    const result = await tx.executeQuery<Row>({ ...query, parameters: bound });
    return result.rows[0];
  }

  async all(tx: Tx, parameters: Parameters): Promise<readonly Row[]> {
    const transaction = openTransactionOf(tx);
    transaction.assertOpen();
    const { query, values } = this.#templateFor(tx, transaction.engine.dialect);
    const bound = bind(values, parameters);
    const prepared = transaction.engine.prepare?.(query.sql);
    if (prepared) return prepared.all(bound) as Row[];
    return (await tx.executeQuery<Row>({ ...query, parameters: bound })).rows;
  }

  /** The id of the row that was inserted; undefined where statements take a turn of the event loop. */
  insertAtOnce(tx: Tx, parameters: Parameters): number | undefined {
    const transaction = openTransactionOf(tx);
    transaction.assertOpen();
    if (!transaction.engine.prepare) return undefined;
    const { query, values } = this.#templateFor(tx, transaction.engine.dialect);
    return transaction.engine.prepare(query.sql).run(bind(values, parameters)).lastInsertRowid;
  }

  /** Resolves to the number of rows that were written. */
  async run(tx: Tx, parameters: Parameters): Promise<number> {
    const transaction = openTransactionOf(tx);
    transaction.assertOpen();
    const { query, values } = this.#templateFor(tx, transaction.engine.dialect);
    const bound = bind(values, parameters);
    const prepared = transaction.engine.prepare?.(query.sql);
    if (prepared) return prepared.run(bound).changes;
    const result = await tx.executeQuery({ ...query, parameters: bound });
    return Number(result.numAffectedRows ?? 0);
  }

  #templateFor(tx: Tx, dialect: string): Template {
    const known = this.#templates.get(dialect);
    if (known) return known;
    const query = this.#build(tx, PARAMETERS as Parameters).compile();
    const template = { query, values: query.parameters };
    this.#templates.set(dialect, template);
    return template;
  }
}

/** Resolves to the id that the database gave to the new row. */
export class InsertStatement<Parameters extends object, Id extends number> {
  readonly #inserting: Statement<Parameters, unknown>;
  readonly #returning: Statement<Parameters, { readonly id: Id }>;

  constructor(build: (db: Tx, parameters: Parameters) => Returning<Id>) {
    this.#inserting = new Statement(build);
    this.#returning = new Statement((db, parameters) => build(db, parameters).returning('id'));
  }

  async run(tx: Tx, parameters: Parameters): Promise<Id> {
    // SQLite keeps the id at hand; asking for it in the statement makes that a third slower.
    const id = this.#inserting.insertAtOnce(tx, parameters) ?? (await this.#returning.first(tx, parameters))?.id;
    if (id === undefined) throw new Error('The database gave no id.');
    return id as Id;
  }
}

interface Returning<Id> extends Compilable<unknown> {
  returning(column: 'id'): Compilable<{ readonly id: Id }>;
}

/** Every property is a parameter of that name. */
const PARAMETERS: object = new Proxy({}, { get: (_, name) => new Parameter(String(name)) });

/** `build` sees parameters only, never values: it must not decide by them. */
export function defineStatement<Parameters extends object, Row>(
  build: (db: Tx, parameters: Parameters) => Compilable<Row>,
): Statement<Parameters, Row> {
  return new Statement(build);
}

export function defineInsert<Parameters extends object, Id extends number>(
  build: (db: Tx, parameters: Parameters) => Returning<Id>,
): InsertStatement<Parameters, Id> {
  return new InsertStatement(build);
}

function bind(values: readonly unknown[], parameters: object): unknown[] {
  return values.map((value) =>
    value instanceof Parameter ? parameters[value.name as keyof typeof parameters] : value,
  );
}
