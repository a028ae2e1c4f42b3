/** What the command line asks for. */

import { parseArgs } from 'node:util';

export type BenchOptions = ReturnType<typeof readOptions>;

const OPTIONS = {
  /** Names, or first parts of names, with commas between; all of them unless told. */
  only: { type: 'string', default: '' },
  /** Messages of a closed loop, and how many are in flight. */
  n: { type: 'string', default: '20000' },
  concurrency: { type: 'string', default: '64' },
  rooms: { type: 'string', default: '500' },
  'per-room': { type: 'string', default: '200' },
  /** How often everything runs; medians are printed. Three unless told, once when only one thing runs. */
  rounds: { type: 'string', default: '0' },
  /** How long an open loop goes on. */
  seconds: { type: 'string', default: '10' },
  /** Acknowledgements after which the bot is killed. */
  kill: { type: 'string', default: '5000' },
  /** Share of 10^6 members and 2×10^7 check-ins that the history has. */
  scale: { type: 'string', default: '1' },
  /** Rooms whose posts fall due at once. */
  due: { type: 'string', default: '100000' },
  /** Bots on one PostgreSQL. */
  processes: { type: 'string', default: '2' },
  /** Exits with 1 when a target is not met. */
  strict: { type: 'boolean', default: false },
} as const;

/** From one process of the benchmark to another. */
const INTERNAL = {
  child: { type: 'string' },
  database: { type: 'string' },
  acks: { type: 'string' },
  from: { type: 'string', default: '0' },
  account: { type: 'string', default: '0' },
} as const;

/** What was asked for cannot be read; the message says what can. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(message: string, cause?: unknown) {
    const known = Object.entries(OPTIONS).map(([name, { type }]) => `--${name}${type === 'boolean' ? '' : '=…'}`);
    super(`${message}\nUsage: npm run bench -- [${known.join('] [')}]`, { cause });
  }
}

/** Throws a UsageError for an option that does not exist or is not a number where one is due. */
export function readOptions(args: readonly string[]) {
  const values = givenOptions(args);
  return {
    only: values.only.split(',').filter((name) => name !== ''),
    n: whole('n', values.n),
    concurrency: whole('concurrency', values.concurrency),
    rooms: whole('rooms', values.rooms),
    perRoom: whole('per-room', values['per-room']),
    rounds: whole('rounds', values.rounds) || undefined,
    seconds: whole('seconds', values.seconds),
    kill: whole('kill', values.kill),
    scale: share('scale', values.scale),
    due: whole('due', values.due),
    strict: values.strict,
    child: values.child,
    database: values.database,
    acks: values.acks,
    from: whole('from', values.from),
    processes: whole('processes', values.processes),
    account: whole('account', values.account),
  } as const;
}

function givenOptions(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { ...OPTIONS, ...INTERNAL } }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), error);
  }
}

/** The options that tell a process how large the community is. */
export function sizeOf({ rooms, perRoom, concurrency }: BenchOptions): string[] {
  return [`--rooms=${rooms}`, `--per-room=${perRoom}`, `--concurrency=${concurrency}`];
}

function whole(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new UsageError(`--${name} must be a whole number.`);
  return value;
}

function share(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 1)) throw new UsageError(`--${name} must be above 0, and 1 at most.`);
  return value;
}
