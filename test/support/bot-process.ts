/** The bot as a process of its own, as `npm start` runs it but for its language: told by its environment alone. */

import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { inject } from 'vitest';
import { until } from './until.js';

export interface BotExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [field: string]: unknown;
}

type Environment = Readonly<Record<string, string>>;

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const READY_WITHIN_MS = 60_000;

export class BotProcess {
  /** Resolves when the process has ended, however it did. */
  readonly exit: Promise<BotExit>;
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #ledger: string;
  #output = '';
  #ended: BotExit | undefined;

  /** `home` is its home and where it runs, so nobody's `.env` is read. Nothing else of this process's environment is passed on. */
  constructor(home: string, environment: Environment, program = join(inject('programs'), 'main.mjs')) {
    mkdirSync(home, { recursive: true });
    this.#ledger = join(home, 'outside');
    const own = { PATH: process.env['PATH'] ?? '', HOME: home, LOOPBACK_LEDGER: this.#ledger };
    const loopbackOnly = pathToFileURL(join(inject('programs'), 'loopback-only.mjs')).href;
    const typescript = program.endsWith('.ts') ? ['--import', TSX] : [];
    this.#child = spawn(process.execPath, [...typescript, '--import', loopbackOnly, program], {
      cwd: home,
      env: { ...own, ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (this.#output += text));
    }
    this.exit = new Promise((resolve) => {
      this.#child.once('close', (code, signal) => {
        this.#ended = { code, signal };
        resolve(this.#ended);
      });
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get ended(): BotExit | undefined {
    return this.#ended;
  }

  /** Everything that it wrote to its terminal. */
  get output(): string {
    return this.#output;
  }

  /** What it logged at this level and above: 30 info, 40 warn, 50 error, 60 fatal. */
  logged(level: number): readonly LogLine[] {
    const lines = this.#output.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'));
    return lines.map((line) => JSON.parse(line) as LogLine).filter((line) => line.level >= level);
  }

  /** Where its page is, once it says so. */
  async url(): Promise<string> {
    return this.eventually(
      'the page is up',
      () => /http:\/\/127\.0\.0\.1:\d+/.exec(this.#output)?.[0],
      READY_WITHIN_MS,
    );
  }

  async get(path: string): Promise<Response> {
    return fetch(`${await this.url()}${path}`, { signal: AbortSignal.timeout(30_000) });
  }

  /** The state of its connection, as its page tells it. Loading wechaty keeps it from answering for a while. */
  async connection(): Promise<string> {
    const health = (await (await this.get('/healthz')).json()) as { readonly connection: string };
    return health.connection;
  }

  /** False also while its page does not answer: a machine may be so busy that a connection is given up. */
  async isConnected(state: string): Promise<boolean> {
    return this.connection().then(
      (now) => now === state,
      () => false,
    );
  }

  async online(): Promise<void> {
    await this.eventually('it is online', () => this.isConnected('online'), READY_WITHIN_MS);
  }

  /** Polls; fails as soon as the process has ended, and shows its terminal. */
  async eventually<T>(what: string, look: () => T | Promise<T>, withinMs?: number): Promise<NonNullable<T>> {
    const alive = async (): Promise<T> => {
      if (this.#ended) throw new Error(`It ended with ${JSON.stringify(this.#ended)} before ${what}.`);
      return look();
    };
    try {
      return await until(what, alive, withinMs);
    } catch (error) {
      throw new Error(`${String(error)}\n${this.#output.slice(-4_000)}`, { cause: error });
    }
  }

  /** What it wanted of addresses other than this machine's. */
  outside(): readonly string[] {
    return existsSync(this.#ledger) ? readFileSync(this.#ledger, 'utf8').trim().split('\n') : [];
  }

  memoryMb(): number {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(this.pid)], { encoding: 'utf8' })) / 1024;
  }

  /** As when the machine dies: nothing is closed. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.exit;
  }

  /** Asks it to end, and waits until it has. */
  async stop(): Promise<BotExit & { readonly tookMs: number }> {
    const before = performance.now();
    this.#child.kill('SIGTERM');
    const exit = await this.exit;
    return { ...exit, tookMs: performance.now() - before };
  }
}
