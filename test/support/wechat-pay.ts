/** WeChat Pay as it notifies a merchant: signed and sealed by hand, and as wrong as a test wants it. */

import { generateKeyPairSync } from 'node:crypto';
import type { Merchant } from '../../src/transport/wechat-pay/merchant.js';
import type { SignedNotice } from '../../src/transport/wechat-pay/payment-notice.js';
import { sealByHand, signByHand } from './hand-made-gcm.js';

const API_KEY = '0123456789abcdef0123456789ABCDEF';
const SERIAL = '7132D72A03E93CDDF8C03BBD1F37EEDF00112233';

interface Keys {
  readonly merchant: Merchant;
  readonly pem: string;
  readonly n: string;
  readonly d: string;
}

function makeKeys(): Keys {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n = '', d = '' } = privateKey.export({ format: 'jwk' });
  const platformKeys = new Map([[SERIAL, publicKey]]);
  const merchant = { merchantId: '1900000109', appIds: ['wxd678efh567hg6787'], apiKey: API_KEY, platformKeys };
  return { merchant, pem: publicKey.export({ format: 'pem', type: 'spki' }).toString(), n, d };
}

export interface Told {
  readonly now: number;
  readonly id?: string;
  readonly event?: string;
  /** Merged into the resource. */
  readonly resource?: Readonly<Record<string, unknown>>;
  readonly apiKey?: string;
  readonly algorithm?: string;
}

export interface FakeWechatPay {
  readonly merchant: Merchant;
  /** Of the key that notices are signed by, for a file. */
  readonly pem: string;
  readonly serial: string;
  readonly apiKey: string;
  paid(told: Told): SignedNotice;
  refunded(told: Told): SignedNotice;
  /** Signs another body, or at another time. */
  sign(body: Buffer, now: number, nonce?: string): SignedNotice;
}

export function fakeWechatPay(): FakeWechatPay {
  const keys = makeKeys();
  const sign = (body: Buffer, now: number, nonce = 'nonce-of-the-signature'): SignedNotice => {
    const timestamp = String(Math.floor(now / 1000));
    const message = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from('\n')]);
    const signature = signByHand(message, keys).toString('base64');
    return { timestamp, nonce, signature, serial: SERIAL, signatureType: 'WECHATPAY2-SHA256-RSA2048', body };
  };
  const tell = (event: string, usual: object, told: Told): SignedNotice =>
    sign(envelope({ ...told, event: told.event ?? event, resource: { ...usual, ...told.resource } }), told.now);
  return {
    merchant: keys.merchant,
    pem: keys.pem,
    serial: SERIAL,
    apiKey: API_KEY,
    sign,
    paid: (told) => tell('TRANSACTION.SUCCESS', paidResource(told.now), told),
    refunded: (told) => tell('REFUND.SUCCESS', refundedResource(told.now), told),
  };
}

/** As it comes over the wire. */
export function broughtAs({ timestamp, nonce, signature, serial, signatureType, body }: SignedNotice) {
  const given = { timestamp, nonce, signature, serial, 'signature-type': signatureType };
  const headers = Object.entries(given).map(([name, value]) => [`wechatpay-${name}`, value ?? ''] as const);
  return { headers: Object.fromEntries(headers), body: body.toString('utf8') };
}

function envelope({
  id = 'EV-1',
  event = '',
  resource,
  apiKey = API_KEY,
  algorithm = 'AEAD_AES_256_GCM',
}: Told): Buffer {
  const [nonce, data] = ['fdasflkja484', 'transaction'];
  const bytes = (text: string) => Buffer.from(text, 'utf8');
  const sealing = { key: bytes(apiKey), nonce: bytes(nonce), data: bytes(data) };
  const ciphertext = sealByHand(bytes(JSON.stringify(resource)), sealing).toString('base64');
  const sealed = { original_type: data, algorithm, ciphertext, associated_data: data, nonce };
  const rest = { create_time: '2026-03-02T10:00:00+08:00', resource_type: 'encrypt-resource', summary: '支付成功' };
  return bytes(JSON.stringify({ id, ...rest, event_type: event, resource: sealed }));
}

const common = { mchid: '1900000109', out_trade_no: 'ZB1', transaction_id: '4200000001' };

function paidResource(now: number) {
  const amount = { total: 19_900, payer_total: 19_900, currency: 'CNY', payer_currency: 'CNY' };
  const trade = {
    trade_type: 'JSAPI',
    trade_state: 'SUCCESS',
    bank_type: 'OTHERS',
    attach: '',
    payer: { openid: 'o1' },
  };
  return { ...common, appid: 'wxd678efh567hg6787', ...trade, success_time: new Date(now).toISOString(), amount };
}

function refundedResource(now: number) {
  const amount = { total: 19_900, refund: 19_900, payer_total: 19_900, payer_refund: 19_900 };
  const refund = { refund_id: '5000000001', out_refund_no: 'R1', refund_status: 'SUCCESS' };
  return { ...common, ...refund, success_time: new Date(now).toISOString(), amount };
}
