/** Opens the way to a person outside WeChat that the configuration names; without one, alerts stay in the log. */

import type { Logger } from 'pino';
import type { Config } from './config.js';
import type { Alerter } from './ports/alert.js';
import type { Clock } from './ports/clock.js';
import { openWebhookAlerter } from './transport/alert/webhook-alerter.js';

export interface OpenedAlerter extends Alerter {
  close(): Promise<void>;
}

export function openAlerter({ alertWebhook, accountName }: Config, log: Logger, clock: Clock): OpenedAlerter {
  if (alertWebhook !== undefined) return openWebhookAlerter({ url: alertWebhook, account: accountName, clock, log });
  return {
    alert: ({ kind }) => log.warn({ kind }, 'an alert has nowhere to go: no ZAOBA_ALERT_WEBHOOK'),
    close: async () => {},
  };
}
