/** The payment service of the quarter, and somebody who would like to be it. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { fakeWechatPay } from '../wechat-pay.js';

export const PAY = fakeWechatPay();
export const FORGER = fakeWechatPay();

/** What the bot's process is told of it. */
export function payEnvironment(): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'zaoba-pay-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'platform.pem');
  writeFileSync(path, PAY.pem);
  const { merchantId, appIds } = PAY.merchant;
  return {
    ZAOBA_PAY_MERCHANT: merchantId,
    ZAOBA_PAY_APPS: appIds.join(','),
    ZAOBA_PAY_API_KEY: PAY.apiKey,
    ZAOBA_PAY_KEYS: `${PAY.serial}=${path}`,
    ZAOBA_PAY_PORT: '0',
  };
}
