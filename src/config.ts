/** Configuration: read from the environment once, checked as a whole, and frozen. */

import { z } from 'zod';
import { paymentVariables, readPayments } from './payment-config.js';

/** The puppet, and the account, of the WeChat that is only played. */
export const SIMULATED = 'simulated';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

const environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^(file:|sqlite:|postgres:|postgresql:)/, 'must start with file: or postgres:')
    .optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  WECHATY_PUPPET: z
    .string()
    .regex(/^[@a-z0-9/._-]+$/i, 'must be the name of a puppet package')
    .default(SIMULATED),
  ZAOBA_ACCOUNT: z.string().min(1).max(60).optional(),
  ZAOBA_HOST: z.string().min(1).default('127.0.0.1'),
  ZAOBA_PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  ZAOBA_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
  ZAOBA_CLAIM_CODE: z
    .string()
    .regex(/^[A-Za-z0-9]{8,32}$/, 'must be 8 to 32 letters and digits')
    .optional(),
  ZAOBA_ALERT_WEBHOOK: z
    .string()
    .refine(isWebhook, 'must be an address with https:, or with http: on this machine')
    .optional(),
  ZAOBA_CLOCK_AHEAD: z.coerce.number().int().min(0).default(0),
  ZAOBA_PACING: z.enum(['careful', 'simulated']).optional(),
  ZAOBA_MOST_ACCOUNTS: z.coerce.number().int().min(1).max(100).default(4),
  ZAOBA_LEASE: z
    .string()
    .regex(/^\d+ \S+$/, 'is set by a worker alone')
    .optional(),
  ...paymentVariables,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Config = ReturnType<typeof readConfig>;

class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Empty variables count as absent. Throws a ConfigError that names every fault at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>) {
  const values = readValues(env);
  const simulated = values.WECHATY_PUPPET === SIMULATED;
  return Object.freeze({
    databaseUrl: values.DATABASE_URL ?? `file:${values.DATA_DIR}/${simulated ? 'simulated' : 'zaoba'}.sqlite`,
    dataDir: values.DATA_DIR,
    simulated,
    puppet: values.WECHATY_PUPPET,
    accountName: accountOf(values),
    web: { host: values.ZAOBA_HOST, port: values.ZAOBA_PORT, password: values.ZAOBA_PASSWORD },
    claimCode: values.ZAOBA_CLAIM_CODE?.toUpperCase(),
    /** A secret: whoever has it can speak in the team's group. */
    alertWebhook: values.ZAOBA_ALERT_WEBHOOK,
    /** Milliseconds that the bot's clock is ahead of the machine's: to rehearse a day with a real transport. */
    clockAhead: values.ZAOBA_CLOCK_AHEAD,
    pacing: values.ZAOBA_PACING ?? (simulated ? 'simulated' : 'careful'),
    /** How many accounts a worker runs. */
    mostAccounts: values.ZAOBA_MOST_ACCOUNTS,
    lease: readLease(values.ZAOBA_LEASE),
    /** Undefined where no payment notices are taken. */
    payments: paymentsOf(values),
    logLevel: values.LOG_LEVEL,
  } as const);
}

type Values = z.infer<typeof environment>;

function readValues(env: Readonly<Record<string, string | undefined>>): Values {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new ConfigError(listFaults(parsed.error));
  return parsed.data;
}

function accountOf({ WECHATY_PUPPET, ZAOBA_ACCOUNT }: Values): string {
  return WECHATY_PUPPET === SIMULATED ? SIMULATED : (ZAOBA_ACCOUNT ?? WECHATY_PUPPET);
}

/** The bots of a worker share one environment, and one port cannot be theirs together: one of them is named for it. */
function paymentsOf(values: Values) {
  const payments = readPayments(values);
  if (payments && 'missing' in payments) throw new ConfigError(incomplete(payments.missing));
  const { ZAOBA_PAY_ACCOUNT, ZAOBA_LEASE } = values;
  const isOurs = ZAOBA_PAY_ACCOUNT === undefined ? ZAOBA_LEASE === undefined : ZAOBA_PAY_ACCOUNT === accountOf(values);
  return isOurs ? payments : undefined;
}

/** What a worker has leased for this bot of its own, as `FENCE OWNER`. */
function readLease(text: string | undefined) {
  if (text === undefined) return undefined;
  const [fence = '', owner = ''] = text.split(' ');
  return { fence: Number(fence), owner } as const;
}

function incomplete(missing: string): string {
  return `Payment notices need all of their settings, and ${missing} is missing. See .env.example.`;
}

function isWebhook(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
}

function listFaults(error: z.ZodError): string {
  const lines = error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  return ['These settings in the environment are not right:', ...lines, 'See .env.example.'].join('\n');
}
