/**
 * Takes payment notices where they are configured: verified first, then dealt with in one transaction of the bot's.
 *
 * It listens on a port of its own, apart from the console, which may stay on this machine alone.
 */

import { readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { Bot } from './kit/bot.js';
import type { PaymentConfig } from './payment-config.js';
import type { Clock } from './ports/clock.js';
import { type Merchant, readPlatformKey } from './transport/wechat-pay/merchant.js';
import { type NoticeServer, startNoticeServer, type Verdict } from './transport/wechat-pay/notice-server.js';
import { readPaymentNotice, type SignedNotice } from './transport/wechat-pay/payment-notice.js';

interface PaymentDeskOptions {
  readonly config: PaymentConfig;
  readonly bot: Pick<Bot, 'takeNotice'>;
  /** The machine's: notices are signed at its time, whatever time the community lives in. */
  readonly clock: Clock;
  readonly log: Logger;
}

/** Rejects with one sentence when a key cannot be read or the port is taken. */
export async function openPaymentDesk({ config, bot, clock, log }: PaymentDeskOptions): Promise<NoticeServer> {
  const merchant = await readMerchant(config);
  return startNoticeServer(config, (notice) => judge(notice, { merchant, bot, clock, log }));
}

interface Desk extends Omit<PaymentDeskOptions, 'config'> {
  readonly merchant: Merchant;
}

/** A notice of no interest is taken, or it would come again and again. Nothing of what it holds is logged. */
async function judge(signed: SignedNotice, { merchant, bot, clock, log }: Desk): Promise<Verdict> {
  const notice = readPaymentNotice(signed, merchant, clock.now());
  if (typeof notice === 'string') {
    log.warn({ fault: notice }, 'a payment notice was not taken');
    return notice === 'of no interest' ? 'taken' : 'refused';
  }
  try {
    log.info({ became: await bot.takeNotice(notice), type: notice.type }, 'a payment notice was taken');
    return 'taken';
  } catch (error) {
    log.warn({ err: error }, 'a payment notice could not be dealt with: it will come again');
    return 'later';
  }
}

async function readMerchant({ merchantId, appIds, apiKey, keys }: PaymentConfig): Promise<Merchant> {
  const platformKeys = new Map(await Promise.all(keys.map(readKey)));
  return { merchantId, appIds, apiKey, platformKeys };
}

async function readKey({ serial, path }: PaymentConfig['keys'][number]) {
  try {
    return readPlatformKey(await readFile(path, 'utf8'), serial);
  } catch (error) {
    throw new Error(`The key of WeChat Pay in ${path} cannot be used.`, { cause: error });
  }
}
