/** The bot's own door for payment notices, as the environment of its process sets it up; and who brings them there, by HTTP. */

import type { Logger } from 'pino';
import { z } from 'zod';
import type { Bot } from '../../../src/kit/bot.js';
import { openPaymentDesk } from '../../../src/open-payment-desk.js';
import { paymentVariables, readPayments } from '../../../src/payment-config.js';
import type { Clock } from '../../../src/ports/clock.js';
import type { BroughtNotice } from './protocol.js';

export interface NoticeDesk {
  /** Resolves to the status of the answer. */
  bring(notice: BroughtNotice): Promise<number>;
  close(): Promise<void>;
}

/** Undefined where no payment is expected. */
export async function openNoticeDesk(bot: Bot, clock: Clock, log: Logger): Promise<NoticeDesk | undefined> {
  const config = readPayments(z.object(paymentVariables).parse(process.env));
  if (config === undefined) return undefined;
  if ('missing' in config) throw new Error(`${config.missing} is missing.`);
  // Refusals are what its judge waits for.
  const desk = await openPaymentDesk({ config, bot, clock, log: log.child({}, { level: 'error' }) });
  return {
    async bring({ headers, body }) {
      const response = await fetch(desk.url, { method: 'POST', headers, body });
      await response.arrayBuffer();
      return response.status;
    },
    close: () => desk.close(),
  };
}
