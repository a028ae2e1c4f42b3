/**
 * Reads a payment notice of WeChat Pay (API v3): its signature first, then what it holds, then whether it is meant for us.
 *
 * Nothing of a notice is believed before its signature is verified over the very bytes that came. Source of the format:
 * WeChat Pay's API v3 documents, on signatures of notices and on the decryption of their resources.
 */

import { constants, createDecipheriv, verify } from 'node:crypto';
import { z } from 'zod';
import type { PaymentNotice } from '../../domain/payment-notice.js';
import type { Merchant } from './merchant.js';
import { understandNotice } from './understand-notice.js';

/** The headers, as far as they came, and the body byte for byte. */
export interface SignedNotice {
  readonly timestamp: string | undefined;
  readonly nonce: string | undefined;
  readonly signature: string | undefined;
  readonly serial: string | undefined;
  readonly signatureType: string | undefined;
  readonly body: Buffer;
}

/** Why a notice is not believed, or is of no use: in English, for the log alone. */
export type NoticeFault =
  | 'incomplete headers'
  | 'too old or too new'
  | 'unknown platform key'
  | 'wrong signature'
  | 'not a notice'
  | 'cannot be decrypted'
  | 'for another merchant'
  | 'not in yuan'
  | 'of no interest';

/** As the documents ask for. */
const FRESH_MS = 5 * 60_000;
const TAG_BYTES = 16;
const SIGNATURE_TYPE = 'WECHATPAY2-SHA256-RSA2048';

const envelope = z.object({
  id: z.string().min(1).max(64),
  event_type: z.string().max(64),
  resource: z.object({
    algorithm: z.literal('AEAD_AES_256_GCM'),
    ciphertext: z.string(),
    nonce: z.string().length(12),
    associated_data: z.string().optional(),
  }),
});
type Envelope = z.infer<typeof envelope>;

export function readPaymentNotice(notice: SignedNotice, merchant: Merchant, now: number): PaymentNotice | NoticeFault {
  const fault = findSignatureFault(notice, merchant, now);
  if (fault !== undefined) return fault;
  const read = envelope.safeParse(parseJson(notice.body.toString('utf8')));
  if (!read.success) return 'not a notice';
  const { id, event_type, resource } = read.data;
  const opened = decrypt(resource, merchant.apiKey);
  return opened === undefined ? 'cannot be decrypted' : understandNotice({ id, type: event_type, opened }, merchant);
}

function findSignatureFault(notice: SignedNotice, merchant: Merchant, now: number): NoticeFault | undefined {
  const { timestamp, nonce, signature, serial, signatureType = SIGNATURE_TYPE, body } = notice;
  if (!timestamp || !nonce || !signature || !serial || signatureType !== SIGNATURE_TYPE) return 'incomplete headers';
  if (!isFresh(timestamp, now)) return 'too old or too new';
  const key = merchant.platformKeys.get(serial.toUpperCase());
  if (key === undefined) return 'unknown platform key';
  const signed = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from('\n')]);
  const padded = { key, padding: constants.RSA_PKCS1_PADDING };
  return verify('RSA-SHA256', signed, padded, Buffer.from(signature, 'base64')) ? undefined : 'wrong signature';
}

function isFresh(timestamp: string, now: number): boolean {
  return /^\d{1,12}$/u.test(timestamp) && Math.abs(Number(timestamp) * 1000 - now) <= FRESH_MS;
}

function decrypt({ ciphertext, nonce, associated_data }: Envelope['resource'], apiKey: string): unknown {
  const sealed = Buffer.from(ciphertext, 'base64');
  if (sealed.length <= TAG_BYTES) return undefined;
  const key = Buffer.from(apiKey, 'utf8');
  const options = { authTagLength: TAG_BYTES };
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'utf8'), options);
    decipher.setAAD(Buffer.from(associated_data ?? '', 'utf8'));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const opened = Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
    return parseJson(opened.toString('utf8'));
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
