import { createCipheriv, sign, generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { readPaymentNotice } from '../../src/transport/wechat-pay/payment-notice.js';
import { sealByHand, signByHand } from '../support/hand-made-gcm.js';
import { fakeWechatPay } from '../support/wechat-pay.js';

const NOW = Date.parse('2026-03-02T10:00:00+08:00');

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** The specification of GCM as McGrew and Viega submitted it to NIST, test cases 13, 14 and 16. */
const VECTORS = [
  { key: '00'.repeat(32), nonce: '00'.repeat(12), data: '', plain: '', sealed: '530f8afbc74536b9a963b4f1c4cb738b' },
  {
    key: '00'.repeat(32),
    nonce: '00'.repeat(12),
    data: '',
    plain: '00'.repeat(16),
    sealed: 'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919',
  },
  {
    key: 'feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308',
    nonce: 'cafebabefacedbaddecaf888',
    data: 'feedfacedeadbeeffeedfacedeadbeefabaddad2',
    plain:
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    sealed:
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
      '76fc6ece0f4e1768cddf8853bb2d551b',
  },
] as const;

test('what is sealed by hand is what the published test cases say', () => {
  for (const { key, nonce, data, plain, sealed } of VECTORS)
    expect(sealByHand(hex(plain), { key: hex(key), nonce: hex(nonce), data: hex(data) }).toString('hex')).toBe(sealed);
});

test('what is sealed and signed by hand is what the machine’s library makes of it', () => {
  const sealing = { key: Buffer.alloc(32, 7), nonce: Buffer.alloc(12, 9), data: Buffer.from('transaction') };
  const plain = Buffer.from('一'.repeat(50));
  const cipher = createCipheriv('aes-256-gcm', sealing.key, sealing.nonce);
  cipher.setAAD(sealing.data);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  expect(sealByHand(plain, sealing).equals(sealed)).toBe(true);

  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n = '', d = '' } = privateKey.export({ format: 'jwk' });
  expect(signByHand(plain, { n, d }).equals(sign('RSA-SHA256', plain, privateKey))).toBe(true);
});

test('a payment and a refund are read as they were told', () => {
  const pay = fakeWechatPay();

  expect(readPaymentNotice(pay.paid({ now: NOW }), pay.merchant, NOW)).toEqual({
    type: 'paid',
    noticeId: 'EV-1',
    orderNumber: 'ZB1',
    transactionId: '4200000001',
    amount: 19_900,
    at: NOW,
  });
  expect(readPaymentNotice(pay.refunded({ now: NOW }), pay.merchant, NOW + 299_000)).toMatchObject({
    type: 'refunded',
    refundId: '5000000001',
    amount: 19_900,
  });
});

test('a notice that is forged, stale, cut, for others or of no use is not believed, and each says why', () => {
  const pay = fakeWechatPay();
  const other = fakeWechatPay();
  const good = pay.paid({ now: NOW });
  const read = (notice: typeof good, now = NOW) => readPaymentNotice(notice, pay.merchant, now);
  const tampered = Buffer.from(good.body.toString('utf8').replace('支付成功', '支付失败'));
  const resource = (change: object) => read(pay.paid({ now: NOW, resource: { ...change } }));

  expect([
    read({ ...good, signature: undefined }),
    read({ ...good, timestamp: undefined }),
    read({ ...good, nonce: '' }),
    read({ ...good, serial: undefined }),
    read({ ...good, signatureType: 'WECHATPAY2-SM2-WITH-SM3' }),
    read({ ...good, serial: 'ANOTHER' }),
    read({ ...good, serial: '__proto__' }),
    read({ ...good, body: tampered }),
    read({ ...good, nonce: 'another' }),
    read({ ...good, timestamp: String(Number(good.timestamp) + 1) }),
    read({ ...good, signature: 'WECHATPAY/SIGNTEST/abc' }),
    read(other.paid({ now: NOW })),
    read(good, NOW + 301_000),
    read(good, NOW - 301_000),
    read({ ...good, timestamp: 'NaN' }),
    read(pay.paid({ now: NOW, apiKey: 'another key of thirty-two bytes.' })),
    read(pay.paid({ now: NOW, algorithm: 'AES_256_CBC' })),
    read(pay.sign(Buffer.from('[]'), NOW)),
    read(pay.sign(Buffer.from('not json'), NOW)),
    resource({ mchid: '1900000110' }),
    resource({ appid: 'wx-another' }),
    resource({ amount: { total: 19_900, currency: 'USD' } }),
    resource({ amount: { total: -1, currency: 'CNY' } }),
    resource({ amount: { total: 199.5, currency: 'CNY' } }),
    resource({ amount: { total: '19900', currency: 'CNY' } }),
    resource({ trade_state: 'REFUND' }),
    resource({ success_time: 'yesterday' }),
    resource({ transaction_id: '' }),
    read(pay.refunded({ now: NOW, resource: { mchid: '1900000110' } })),
    read(pay.refunded({ now: NOW, resource: { amount: { total: 100, refund: 200 } } })),
    read(pay.paid({ now: NOW, event: 'REFUND.SUCCESS' })),
    read(pay.refunded({ now: NOW, event: 'REFUND.ABNORMAL' })),
  ]).toEqual([
    ...Array<string>(5).fill('incomplete headers'),
    ...Array<string>(2).fill('unknown platform key'),
    ...Array<string>(5).fill('wrong signature'),
    ...Array<string>(3).fill('too old or too new'),
    'cannot be decrypted',
    ...Array<string>(3).fill('not a notice'),
    ...Array<string>(2).fill('for another merchant'),
    'not in yuan',
    ...Array<string>(6).fill('not a notice'),
    'for another merchant',
    ...Array<string>(2).fill('not a notice'),
    'of no interest',
  ]);
});
