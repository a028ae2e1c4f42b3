/** The settings of payment notices: all of them, or none, and then no notice is taken. */

import { z } from 'zod';

const KEY_BYTES = 32;

export const paymentVariables = {
  ZAOBA_PAY_MERCHANT: z
    .string()
    .regex(/^\d{6,16}$/, 'must be the number of the merchant')
    .optional(),
  ZAOBA_PAY_APPS: z
    .string()
    .regex(/^[\w-]+(?:,[\w-]+)*$/, 'must be app ids, parted by commas')
    .optional(),
  ZAOBA_PAY_API_KEY: z
    .string()
    .refine((text) => Buffer.byteLength(text) === KEY_BYTES, 'must have 32 bytes')
    .optional(),
  ZAOBA_PAY_KEYS: z.string().min(1).optional(),
  /** Where a worker runs several accounts: the one whose orders are paid. */
  ZAOBA_PAY_ACCOUNT: z.string().min(1).optional(),
  ZAOBA_PAY_HOST: z.string().min(1).default('127.0.0.1'),
  ZAOBA_PAY_PORT: z.coerce.number().int().min(0).max(65_535).default(8081),
} as const;

type Values = z.infer<z.ZodObject<typeof paymentVariables>>;

export interface PaymentConfig {
  readonly host: string;
  readonly port: number;
  readonly merchantId: string;
  readonly appIds: readonly string[];
  /** A secret. */
  readonly apiKey: string;
  /** Where the keys lie by which notices are signed; `serial` for a bare public key. */
  readonly keys: ReadonlyArray<{ readonly serial: string | undefined; readonly path: string }>;
}

/** Undefined where no payment is expected; the name of what is missing where only part of it is there. */
export function readPayments(values: Values): PaymentConfig | undefined | { readonly missing: string } {
  const { ZAOBA_PAY_MERCHANT, ZAOBA_PAY_APPS, ZAOBA_PAY_API_KEY, ZAOBA_PAY_KEYS } = values;
  const needed = { ZAOBA_PAY_MERCHANT, ZAOBA_PAY_APPS, ZAOBA_PAY_API_KEY, ZAOBA_PAY_KEYS };
  const absent = Object.entries(needed).filter(([, value]) => value === undefined);
  const [first] = absent;
  if (absent.length === Object.keys(needed).length) return undefined;
  if (first !== undefined) return { missing: first[0] };
  return {
    host: values.ZAOBA_PAY_HOST,
    port: values.ZAOBA_PAY_PORT,
    merchantId: ZAOBA_PAY_MERCHANT ?? '',
    appIds: (ZAOBA_PAY_APPS ?? '').split(','),
    apiKey: ZAOBA_PAY_API_KEY ?? '',
    keys: (ZAOBA_PAY_KEYS ?? '').split(',').map(readKey),
  };
}

/** `PATH` of a certificate, or `ID=PATH` of a public key. */
function readKey(text: string) {
  const at = text.indexOf('=');
  return at === -1 ? { serial: undefined, path: text } : { serial: text.slice(0, at), path: text.slice(at + 1) };
}
