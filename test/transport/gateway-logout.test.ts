/** What counts as a logout by the platform, and what only looks like one. */

import { EventEmitter } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import type { Puppet } from 'wechaty-puppet';
import type { ChatGateway } from '../../src/ports/chat-gateway.js';
import { calmWechat4u } from '../../src/transport/wechaty/calm-wechat4u.js';
import { startScene } from '../support/simulated-gateway.js';

const opened: ChatGateway[] = [];

afterEach(async () => {
  for (const gateway of opened.splice(0)) await gateway.stop();
});

async function online() {
  const scene = await startScene({ random: () => 0 });
  opened.push(scene.gateway);
  return { ...scene, before: scene.heard.connections.length };
}

test('a logout in the middle of a login is told as one, once', async () => {
  const { heard, puppet, before } = await online();

  await puppet().logout('by phone');
  await heard.connection('online', { skip: before });

  expect(heard.connections.slice(before).map((one) => [one.state, 'loggedOut' in one])).toEqual([
    ['offline', true],
    ['connecting', false],
    ['online', false],
  ]);
});

test.each([
  ['resets itself', 'reset'],
  ['stops by itself', 'stop'],
] as const)('a puppet that %s is lost, though wechaty calls it a logout', async (_, act) => {
  const { heard, puppet, before, clock } = await online();

  await puppet()[act]();

  expect(await heard.connection('offline', { skip: before })).toEqual({
    state: 'offline',
    reason: 'The puppet stopped.',
    retryAt: clock.now() + 1_000,
  });
});

test('our own stop is no logout, nor is the first login', async () => {
  const { gateway, heard } = await online();

  await gateway.stop();

  expect(heard.connections.map(({ state }) => state)).toEqual(['connecting', 'online', 'stopped']);
});

/** A puppet of wechat4u's shape: the client stands in a property, and its own `logout` is passed on. */
function calmed({ isLoggedIn }: { readonly isLoggedIn: boolean }) {
  const failures: unknown[] = [];
  const puppet = { isLoggedIn, wechat4u: undefined as EventEmitter | undefined };
  calmWechat4u(puppet as unknown as Puppet, (error) => failures.push(error));
  const client = Object.assign(new EventEmitter(), { start: () => Promise.resolve() });
  puppet.wechat4u = client;
  return { client, failures };
}

test('wechat4u that gives up for want of a network says so before it logs out', () => {
  const { client, failures } = calmed({ isLoggedIn: true });
  const lost = new Error('getaddrinfo ENOTFOUND wx.qq.com');
  client.on('logout', () => failures.push('logout'));

  client.emit('error', lost);
  client.emit('logout');

  expect(failures).toEqual([lost, 'logout']);
});

test('wechat4u that was logged out by WeChat has no complaint, whatever went wrong before', async () => {
  const { client, failures } = calmed({ isLoggedIn: true });

  client.emit('error', new Error('a hiccup'));
  await Promise.resolve();
  client.emit('logout');

  expect(failures).toEqual([]);
});

test('a code of wechat4u that nobody scanned is no failure', () => {
  const { client, failures } = calmed({ isLoggedIn: false });

  client.emit('error', new Error('the code ran out'));
  client.emit('logout');

  expect(failures).toEqual([]);
});
