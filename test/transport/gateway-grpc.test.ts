/** The whole way of a real puppet: wechaty's gRPC client in this process, its server in another, all on 127.0.0.1. */

import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { ChatGateway } from '../../src/ports/chat-gateway.js';
import { systemClock } from '../../src/ports/clock.js';
import { createWechatyGateway } from '../../src/transport/wechaty/wechaty-gateway.js';
import { GrpcWeChatProcess } from '../support/grpc-wechat-process.js';
import { quietLog } from '../support/quiet-log.js';
import { RecordingListener } from '../support/recording-listener.js';

const home = mkdtempSync(join(tmpdir(), 'zaoba-home-'));
const opened: ChatGateway[] = [];
const fatal: unknown[] = [];
const noteFatal = (error: unknown) => void fatal.push(error);
let wechat: GrpcWeChatProcess;

beforeAll(async () => {
  process.on('uncaughtException', noteFatal);
  process.on('unhandledRejection', noteFatal);
  vi.stubEnv('HOME', home);
  wechat = await GrpcWeChatProcess.start();
}, 30_000);

afterEach(async () => {
  for (const gateway of opened.splice(0)) await gateway.stop();
  expect(fatal).toEqual([]);
});

afterAll(async () => {
  process.off('uncaughtException', noteFatal);
  process.off('unhandledRejection', noteFatal);
  vi.unstubAllEnvs();
  await wechat.stop();
});

/** Nothing but the environment tells it where WeChat is. */
function gatewayBy(environment: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const log = quietLog();
  const gateway = createWechatyGateway({
    puppet: { name: 'wechaty-puppet-service' },
    clock: systemClock,
    log: log.log,
    rosterGapMs: 0,
  });
  opened.push(gateway);
  return { gateway, log, heard: new RecordingListener() };
}

async function online() {
  const scene = gatewayBy(wechat.environment);
  await scene.gateway.start(scene.heard);
  await scene.heard.connection('online', { withinMs: 15_000 });
  return scene;
}

async function room(topic: string) {
  const lin = (await wechat.ask('addPerson', { name: '林' })).id;
  return { lin, room: (await wechat.ask('addRoom', { topic, memberIds: [lin] })).id };
}

test('a question arrives and the answer is in the room, with its mention', async () => {
  const { lin, room: id } = await room('问答');
  const { gateway, heard } = await online();

  await wechat.ask('say', { personId: lin, chatId: id, text: '@早八 打卡', mentionIds: [wechat.botId] });
  const question = await heard.event('message.received');
  const sent = await gateway.send({ to: { roomPlatformId: id }, text: '@林 第1天', mentions: [question.sender] });

  expect(question).toMatchObject({
    room: { topic: '问答' },
    sender: { platformId: lin, name: '林' },
    mentionsBot: true,
    mentions: [],
  });
  expect(await wechat.ask('sends', {})).toContainEqual(expect.objectContaining({ ...sent, to: id, mentionIds: [lin] }));
  expect(await heard.event('message.echoed')).toMatchObject({ ...sent, text: '@林 第1天' });
});

test('rosters, joins, leaves, renames, pictures and links come the same way', async () => {
  const { lin, room: id } = await room('群事');
  const { heard } = await online();
  expect(await heard.event('room.roster', ({ room: read }) => read.platformId === id)).toMatchObject({
    people: [{ platformId: lin, name: '林' }],
  });
  const wang = (await wechat.ask('addPerson', { name: '王' })).id;

  await wechat.ask('join', { roomId: id, personId: wang });
  await wechat.ask('renameRoom', { roomId: id, topic: '新群名' });
  await wechat.ask('sendPicture', { personId: wang, chatId: id });
  await wechat.ask('sendMedia', { personId: wang, chatId: id, kind: 'link', caption: '好文章' });
  await wechat.ask('leave', { roomId: id, personId: wang });

  expect(await heard.event('room.joined')).toMatchObject({ people: [{ platformId: wang, name: '王' }] });
  expect(await heard.event('room.renamed')).toMatchObject({ room: { topic: '新群名' } });
  expect(await heard.event('message.received', ({ kind }) => kind === 'picture')).toMatchObject({
    text: '',
    room: { topic: '新群名' },
  });
  expect(await heard.event('message.received', ({ kind }) => kind === 'link')).toMatchObject({ text: '好文章' });
  expect(await heard.event('room.left')).toMatchObject({ people: [{ platformId: wang, name: '王' }] });
});

test('what the platform refuses keeps its meaning through gRPC', async () => {
  const { room: id } = await room('拒绝');
  const { gateway } = await online();
  const say = (to: string) => gateway.send({ to: { roomPlatformId: to }, text: '在吗', mentions: [] });

  await wechat.ask('mood', { mood: 'throttle', count: 1 });
  await expect(say(id)).rejects.toMatchObject({ outcome: 'not-sent', trouble: 'throttled' });
  await wechat.ask('mood', { mood: 'send-then-fail', count: 1 });
  await expect(say(id)).rejects.toMatchObject({ outcome: 'unknown', trouble: 'other' });
  await expect(say('99@chatroom')).rejects.toMatchObject({ outcome: 'not-sent', trouble: 'gone' });
});

test('a server that restarts is noticed within seconds, and afterwards all is well, with fresh names', async () => {
  const { lin, room: id } = await room('重启');
  const { gateway, heard } = await online();
  await heard.event('room.roster', ({ room: read }) => read.platformId === id);
  const { length } = heard.connections;

  await wechat.ask('stopServer', {});
  await wechat.ask('renamePerson', { personId: lin, name: '林老师' });
  await wechat.ask('startServer', {});
  const lost = await heard.connection('offline', { skip: length, withinMs: 15_000 });
  await heard.connection('online', { skip: length, withinMs: 15_000 });
  await wechat.ask('say', { personId: lin, chatId: id, text: '还在吗' });

  expect(lost).toEqual({ state: 'offline', reason: 'The puppet gave no sign of life.', retryAt: expect.any(Number) });
  expect(await heard.event('message.received', ({ text }) => text === '还在吗')).toMatchObject({
    sender: { name: '林老师' },
  });
  expect(heard.of('message.received').filter(({ text }) => text === '还在吗')).toHaveLength(1);
  await expect(gateway.send({ to: { roomPlatformId: id }, text: '在', mentions: [] })).resolves.toHaveProperty(
    'messageId',
  );
}, 40_000);

test('a logout by phone is told', async () => {
  const { heard } = await online();
  const { length } = heard.connections;

  await wechat.ask('logout', {});

  expect(await heard.connection('offline', { skip: length })).toMatchObject({
    reason: 'WeChat logged the account out.',
    loggedOut: true,
  });
  await heard.connection('online', { skip: length, withinMs: 15_000 });
}, 20_000);

test('a puppet that resets itself behind the server is lost, not logged out', async () => {
  const { heard } = await online();
  const { length } = heard.connections;

  await wechat.ask('reset', {});

  expect(await heard.connection('offline', { skip: length, withinMs: 15_000 })).toEqual({
    state: 'offline',
    reason: 'The puppet stopped.',
    retryAt: expect.any(Number),
  });
  await heard.connection('online', { skip: length, withinMs: 15_000 });
}, 40_000);

test('a wrong token is told in plain words, and not written to the log', async () => {
  const { gateway, heard, log } = gatewayBy({
    ...wechat.environment,
    WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_secretly_wrong',
  });

  await gateway.start(heard);

  expect(await heard.connection('offline', { withinMs: 15_000 })).toMatchObject({
    reason: 'The puppet service refused the token.',
  });
  expect(log.text()).not.toContain('secretly');
}, 20_000);

test('a service that is not there is told in plain words and tried again, and stopping meanwhile is quick', async () => {
  const { gateway, heard } = gatewayBy({ ...wechat.environment, WECHATY_PUPPET_SERVICE_ENDPOINT: '127.0.0.1:1' });

  await gateway.start(heard);
  const offline = await heard.connection('offline', { withinMs: 15_000 });
  await heard.connection('connecting', { skip: 2, withinMs: 5_000 });
  const before = performance.now();
  await gateway.stop();

  expect(offline.reason).toBe('The puppet service cannot be reached.');
  expect(offline.retryAt).toBeGreaterThan(systemClock.now() - 10_000);
  expect(performance.now() - before).toBeLessThan(5_100);
}, 30_000);

test('no names are left on the disk', () => {
  expect(readdirSync(home)).toEqual([]);
});
