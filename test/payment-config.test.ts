import { expect, test } from 'vitest';
import { readConfig } from '../src/config.js';

const whole = {
  ZAOBA_PAY_MERCHANT: '1900000109',
  ZAOBA_PAY_APPS: 'wx1,wx2',
  ZAOBA_PAY_API_KEY: '0123456789abcdef0123456789ABCDEF',
  ZAOBA_PAY_KEYS: '/etc/platform.pem,PUB_KEY_ID_1=/etc/public.pem',
} as const;

test('without its settings no payment notice is taken, and half of them are refused', () => {
  expect(readConfig({}).payments).toBeUndefined();
  expect(() => readConfig({ ...whole, ZAOBA_PAY_API_KEY: '' })).toThrow('ZAOBA_PAY_API_KEY is missing');
  expect(() => readConfig({ ...whole, ZAOBA_PAY_API_KEY: 'short' })).toThrow('must have 32 bytes');
});

test('with them all a desk of its own is opened on this machine, and no error tells the key', () => {
  expect(readConfig(whole).payments).toMatchObject({
    host: '127.0.0.1',
    port: 8081,
    appIds: ['wx1', 'wx2'],
    keys: [
      { serial: undefined, path: '/etc/platform.pem' },
      { serial: 'PUB_KEY_ID_1', path: '/etc/public.pem' },
    ],
  });
  expect(() => readConfig({ ...whole, ZAOBA_PAY_MERCHANT: '' })).not.toThrow(whole.ZAOBA_PAY_API_KEY);
});

test('of the bots of a worker only the one that is named takes notices', () => {
  const worker = { ...whole, ZAOBA_LEASE: '1 host', WECHATY_PUPPET: 'wechaty-puppet-x', ZAOBA_ACCOUNT: 'first' };

  expect(readConfig(worker).payments).toBeUndefined();
  expect(readConfig({ ...worker, ZAOBA_PAY_ACCOUNT: 'first' }).payments).toBeDefined();
  expect(readConfig({ ...worker, ZAOBA_PAY_ACCOUNT: 'second' }).payments).toBeUndefined();
});
