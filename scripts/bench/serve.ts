/**
 * The bot in a process of its own, to be killed or traced: it writes to a file which messages came in (`+7`), which
 * were acknowledged (`-7`), and when words left for WeChat (`>`), each with one write.
 */

import { openSync, writeSync } from 'node:fs';
import { BenchBot } from './bench-bot.js';
import { driveClosedLoop, type Handle } from './drive.js';
import type { Run } from './job.js';

/** Needs `--database`, `--acks` and `--from` in the options. */
export const serve: Run = async (options) => {
  const { database, acks, from } = options;
  if (database === undefined || acks === undefined) throw new Error('--database and --acks are missing.');
  const file = openSync(acks, 'a');
  const bot = await BenchBot.start(database, options, { onSend: () => void writeSync(file, '>\n') });
  const handle: Handle = async (message) => {
    const index = message.id.slice('msg-'.length);
    writeSync(file, `+${index}\n`);
    await bot.handle(message);
    writeSync(file, `-${index}\n`);
  };
  await driveClosedLoop(handle, { ...options, from, to: from + options.n });
  await bot.stop();
  return [];
};
