/** The whole product as a process of its own, started as README says, on data of its own in a temporary folder. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const CLAIM_CODE = 'ZAOBA2025';

const GIVE_UP_MS = 20_000;
const LOOK_EVERY_MS = 20;
/** pino's number for an error; a fatal one is 60. */
const LOGGED_TROUBLE = /"level":[56]0/u;

export class RunningApp {
  readonly url: string;
  /** From the start of the process to the first page, in milliseconds. */
  tookMs = 0;
  readonly #folder = mkdtempSync(join(tmpdir(), 'zaoba-day-'));
  readonly #port: number;
  #process: ChildProcess | undefined;
  #output = '';

  private constructor(port: number) {
    this.#port = port;
    this.url = `http://127.0.0.1:${port}`;
  }

  static async start(): Promise<RunningApp> {
    const app = new RunningApp(await freePort());
    await app.#start();
    return app;
  }

  /** On the same data, and at the same address. */
  async restart(): Promise<void> {
    await this.#stop();
    await this.#start();
  }

  /** Fails when the app has logged an error. Its data are gone after. */
  async stop(): Promise<void> {
    await this.#stop();
    rmSync(this.#folder, { recursive: true, force: true });
    if (LOGGED_TROUBLE.test(this.#output)) throw new Error(`The app logged an error:\n${this.#output}`);
  }

  async #start(): Promise<void> {
    const began = performance.now();
    // A process group, so that a signal reaches what npm starts, as in a terminal and under systemd.
    const child = spawn('npm', ['start'], { env: this.#environment(), detached: true, stdio: 'pipe' });
    child.stdout.on('data', (text) => (this.#output += String(text)));
    child.stderr.on('data', (text) => (this.#output += String(text)));
    process.once('exit', () => signalGroup(child, 'SIGKILL'));
    this.#process = child;
    await this.#until('show its page', () => isUp(this.url));
    this.tookMs = performance.now() - began;
  }

  async #stop(): Promise<void> {
    const child = this.#process;
    if (!child) return;
    signalGroup(child, 'SIGTERM');
    await this.#until('end', async () => !signalGroup(child, 0));
  }

  #environment(): NodeJS.ProcessEnv {
    const { PATH, HOME } = process.env;
    return {
      PATH,
      HOME,
      ZAOBA_PORT: String(this.#port),
      DATA_DIR: this.#folder,
      DATABASE_URL: `file:${join(this.#folder, 'zaoba.sqlite')}`,
      ZAOBA_CLAIM_CODE: CLAIM_CODE,
      LOG_LEVEL: 'warn',
    };
  }

  async #until(what: string, isSo: () => Promise<boolean>): Promise<void> {
    const began = performance.now();
    while (performance.now() - began < GIVE_UP_MS) {
      if (await isSo()) return;
      await sleep(LOOK_EVERY_MS);
    }
    throw new Error(`The app did not ${what} within ${GIVE_UP_MS / 1_000} seconds:\n${this.#output}`);
  }
}

async function isUp(url: string): Promise<boolean> {
  const answer = await fetch(url).catch(() => undefined);
  return answer?.ok ?? false;
}

/** False when nobody is left to hear it. Signal 0 only asks. */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  if (pid === undefined) return false;
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port.')),
      );
    });
  });
}
