/** A bot that is not connected to anything: its planner works all the same. */

import { pino } from 'pino';
import { createBot } from '../../src/create-bot.js';
import { CAREFUL_PACING } from '../../src/domain/pacing.js';
import type { Bot } from '../../src/kit/bot.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { createWechatyGateway } from '../../src/transport/wechaty/wechaty-gateway.js';
import { BenchClock } from './bench-clock.js';
import { accountName } from './seed.js';
import { FIRST_DAY } from './workload.js';

export interface IdleBot {
  readonly bot: Bot;
  close(): Promise<void>;
}

export async function createIdleBot(url: string): Promise<IdleBot> {
  const log = pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true }));
  const clock = new BenchClock(FIRST_DAY);
  const database = openDatabase(url);
  const gateway = createWechatyGateway({ puppet: { name: 'bench' }, clock, log });
  const bot = await createBot({ accountName: accountName(0), pacing: CAREFUL_PACING, log, database, gateway, clock });
  return { bot, close: () => database.close() };
}
