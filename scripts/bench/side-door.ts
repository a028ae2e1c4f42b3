/** Straight into the database, past the bot: to fill it before a run and to look at it afterwards. */

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

export interface SideDoor {
  /** All rows have the columns of the first one. */
  insert(table: string, rows: Iterable<Row>): Promise<void>;
  /** Many statements at once, of which nothing is wanted back. */
  run(sql: string): Promise<void>;
  /** The only column of all rows. */
  list(sql: string): Promise<readonly Value[]>;
  /** What the database takes on disk, tables, indexes and all, once everything is in its place. */
  bytes(): Promise<number>;
  /** The same, by table and by index. */
  bytesByName(): Promise<ReadonlyMap<string, number>>;
  close(): Promise<void>;
}

/** The only value of the only row, a number. */
export async function readNumber(door: SideDoor, sql: string): Promise<number> {
  const [value] = await door.list(sql);
  return Number(value ?? Number.NaN);
}
