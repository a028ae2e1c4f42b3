/**
 * The bot in a process of its own, to be killed or traced: it writes to a file which messages came in (`+msg-7`), which
 * were acknowledged (`-msg-7`), and how the words begin that left for WeChat (`>…`), each with one write.
 */

import { openSync, writeSync } from 'node:fs';
import { BenchBot } from './bench-bot.js';
import { driveClosedLoop, type Handle } from './drive.js';
import type { Run } from './job.js';

const BEGINNING = 60;

/** Needs `--database`, `--acks` and `--from` in the options. */
export const serve: Run = async (options) => {
  const { database, acks, from } = options;
  if (database === undefined || acks === undefined) throw new Error('--database and --acks are missing.');
  const file = openSync(acks, 'a');
  const bot = await BenchBot.start(database, options, {
    onSend: (words) => void writeSync(file, `>${words.slice(0, BEGINNING)}\n`),
  });
  const handle: Handle = async (message) => {
    writeSync(file, `+${message.id}\n`);
    await bot.handle(message);
    writeSync(file, `-${message.id}\n`);
  };
  await driveClosedLoop(handle, { ...options, from, to: from + options.n });
  await bot.stop();
  return [];
};
