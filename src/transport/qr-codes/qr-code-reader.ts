/**
 * Reads QR codes in a process of its own, one picture after the other. It begins with the first picture and ends when none has come for a
 * while; one that takes too long is ended with it, and the next picture gets a new one.
 */

import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CodeReader } from '../../ports/code-reader.js';

/** With room for the slowest machine; a picture takes a fraction of a second. */
const READ_WITHIN_MS = 15_000;
const IDLE_MS = 60_000;
const PROGRAM = fileURLToPath(new URL('./reading-process.ts', import.meta.url));
/** In megabytes, beside the pixels themselves. */
const MEMORY = '--max-old-space-size=256';

type Answer = { readonly codes: readonly string[] } | { readonly trouble: string };

export class QrCodeReader implements CodeReader {
  #process: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();

  read(bytes: Uint8Array): Promise<readonly string[]> {
    const reading = this.#last.then(() => this.#readNow(bytes));
    this.#last = reading.catch(() => {});
    return reading;
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const running = this.#process;
    this.#process = undefined;
    running?.kill('SIGKILL');
  }

  async #readNow(bytes: Uint8Array): Promise<readonly string[]> {
    clearTimeout(this.#idle);
    try {
      const answer = await ask((this.#process ??= start()), bytes);
      if ('trouble' in answer) throw new RangeError(answer.trouble);
      return answer.codes;
    } catch (error) {
      if (!(error instanceof RangeError)) await this.close();
      throw error;
    } finally {
      this.#idle = setTimeout(() => void this.close(), IDLE_MS).unref();
    }
  }
}

/** It never keeps ours from ending, and knows nothing of our surroundings. */
function start(): ChildProcess {
  const child = fork(PROGRAM, { execArgv: ['--import', 'tsx', MEMORY], serialization: 'advanced', env: {} });
  child.unref();
  child.channel?.unref();
  return child;
}

function ask(child: ChildProcess, bytes: Uint8Array): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => {
      settle();
      reject(new Error(reason));
    };
    const late = setTimeout(fail, READ_WITHIN_MS, 'Reading a picture took too long.');
    const ended = (): void => fail('The process that reads pictures ended.');
    const settle = (): void => {
      clearTimeout(late);
      child.off('exit', ended).off('error', ended).removeAllListeners('message');
    };
    child.once('exit', ended).once('error', ended);
    child.once('message', (answer) => {
      settle();
      resolve(answer as Answer);
    });
    child.send(bytes, (error) => {
      if (error) fail(error.message);
    });
  });
}
