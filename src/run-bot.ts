/**
 * Sets a bot to work: connected to WeChat, woken for what falls due.
 *
 * node-cron looks at the rows once a minute, whether or not wake-ups come; what is due is told by the rows.
 */

import { type ScheduledTask, schedule } from 'node-cron';
import type { Logger } from 'pino';
import type { ClaimDesk } from './claim-desk.js';
import type { Bot } from './kit/bot.js';
import { keepHouse } from './kit/housekeeping.js';
import type { OpenedGateway } from './open-gateway.js';
import type { WakeUps } from './ports/wake-ups.js';
import type { Database, Tx } from './storage/database.js';

export interface RunOptions {
  readonly database: Database;
  readonly log: Logger;
  readonly outside: OpenedGateway;
  readonly wakeUps: WakeUps<Tx>;
  readonly bot: Bot;
  readonly claim: ClaimDesk;
  /** Shows the QR code, of which this is the text, to whoever can scan it. */
  readonly onScan: (qrCode: string) => void;
}

/** Resolves to what ends it: after that nothing new comes in or falls due. */
export async function runBot(options: RunOptions): Promise<() => Promise<void>> {
  const { outside, wakeUps, bot, claim } = options;
  await claim.look();
  await bot.begin();
  await connect(options);
  wakeUps.start((wakeUp) => bot.hear(wakeUp));
  await bot.plan();
  const ticks = startTicking(options);
  return async () => {
    for (const tick of ticks) await tick.stop();
    await Promise.all([wakeUps.stop(), outside.gateway.stop()]);
  };
}

async function connect({ bot, outside, claim, log, onScan }: RunOptions): Promise<void> {
  bot.sender.start();
  await outside.gateway.start({
    async onEvent(event) {
      await bot.receive(event);
      if (event.type === 'message.received' && event.room === undefined) await lookAgain(claim, log);
    },
    onConnection(connection) {
      if (connection.state === 'scan') onScan(connection.qrCode);
      bot.noteConnection(connection);
    },
  });
}

/** Never rejects: the event that gave the reason to look has been taken. */
async function lookAgain(claim: ClaimDesk, log: Logger): Promise<void> {
  await claim
    .look()
    .catch((error: unknown) => log.warn({ err: error }, 'the claim code waits for the next private message'));
}

function startTicking({ bot, database, outside: { clock }, log }: RunOptions): ScheduledTask[] {
  return [
    schedule('* * * * *', () => bot.sweep(), { noOverlap: true }),
    schedule('* * * * *', () => bot.watchConnection()),
    schedule('30 3 * * *', () => keepHouse({ database, clock, log }), { noOverlap: true }),
  ];
}
