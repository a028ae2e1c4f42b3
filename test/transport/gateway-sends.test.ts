import { afterEach, expect, test, vi } from 'vitest';
import { SendError } from '../../src/ports/chat-gateway.js';
import { SimulatedPuppet } from '../../src/transport/simulated/simulated-puppet.js';
import { prepareScene, type SceneOptions, type SimulatedScene, startScene } from '../support/simulated-gateway.js';

let scene: SimulatedScene | undefined;

afterEach(async () => {
  vi.useRealTimers();
  await scene?.gateway.stop();
});

async function inRoom(options: SceneOptions = {}) {
  scene = await startScene(options);
  const lin = scene.wechat.addPerson('林').id;
  const room = scene.wechat.addRoom('晨读', [lin]).id;
  await scene.heard.event('room.joined');
  const say = (text: string) => scene?.gateway.send({ to: { roomPlatformId: room }, text, mentions: [] });
  return { ...scene, lin, room, say };
}

/** A platform on which sending goes as `send` says. */
function sending(send: () => Promise<string>): NonNullable<SceneOptions['puppet']> {
  class TroubledPuppet extends SimulatedPuppet {
    override messageSendText(): Promise<string> {
      return send();
    }
  }
  return (world) => new TroubledPuppet(world);
}

test('a text with mentions reaches the room as it is written, and its id comes back', async () => {
  const { wechat, gateway, lin, room } = await inRoom();

  const sent = await gateway.send({
    to: { roomPlatformId: room },
    text: '@林 第1天',
    mentions: [{ platformId: lin, name: '林' }],
  });

  const arrived = wechat.messagesAfter(0, 10).find(({ id }) => id === sent.messageId);
  expect(arrived).toMatchObject({ chatId: room, text: '@林 第1天', mentionIds: [lin] });
});

test('a private text reaches the person, without mentions', async () => {
  const { wechat, gateway, lin } = await inRoom();

  const sent = await gateway.send({
    to: { personPlatformId: lin },
    text: '你好',
    mentions: [{ platformId: lin, name: '林' }],
  });

  expect(wechat.messagesAfter(0, 10)).toContainEqual(
    expect.objectContaining({ id: sent.messageId, chatId: lin, mentionIds: [] }),
  );
});

test('where mentions are only words no ids are sent', async () => {
  const { wechat, gateway, lin, room } = await inRoom({ name: 'wechaty-puppet-wechat4u' });

  await gateway.send({ to: { roomPlatformId: room }, text: '@林 第1天', mentions: [{ platformId: lin, name: '林' }] });

  expect(wechat.messagesAfter(0, 10).at(-1)?.mentionIds).toEqual([]);
});

test('the echo proves that it arrived', async () => {
  const { gateway, heard, lin, room, clock } = await inRoom();

  const inRoomId = (await gateway.send({ to: { roomPlatformId: room }, text: '第1天', mentions: [] })).messageId;
  const privateId = (await gateway.send({ to: { personPlatformId: lin }, text: '你好', mentions: [] })).messageId;

  await heard.event('message.echoed', ({ messageId }) => messageId === privateId);
  expect(heard.of('message.echoed')).toEqual([
    { type: 'message.echoed', messageId: inRoomId, sentAt: clock.now(), to: { roomPlatformId: room }, text: '第1天' },
    { type: 'message.echoed', messageId: privateId, sentAt: clock.now(), to: { personPlatformId: lin }, text: '你好' },
  ]);
  expect(heard.of('message.received')).toEqual([]);
});

test('nothing is sent while there is no connection', async () => {
  scene = await prepareScene();
  const lin = scene.wechat.addPerson('林').id;

  const before = scene.gateway.send({ to: { personPlatformId: lin }, text: '你好', mentions: [] });

  await expect(before).rejects.toThrow(SendError);
  await expect(before).rejects.toMatchObject({ outcome: 'not-sent', trouble: 'offline' });
});

test('nothing is sent after the account was logged out', async () => {
  const { puppet, heard, say } = await inRoom();
  const { length } = heard.connections;

  await puppet().logout('by phone');
  await heard.connection('offline', { skip: length });

  await expect(say('在吗')).rejects.toMatchObject({ outcome: 'not-sent', trouble: 'offline' });
});

test.each([
  ['room', { roomPlatformId: '99@chatroom' }],
  ['person', { personPlatformId: 'wxid_nobody' }],
])('a %s that is not there is certain: nothing was sent', async (_, to) => {
  const { gateway } = await inRoom();

  await expect(gateway.send({ to, text: '在吗', mentions: [] })).rejects.toMatchObject({
    outcome: 'not-sent',
    trouble: 'gone',
  });
});

test.each([
  [
    'asks to slow down',
    async () => Promise.reject(new Error('操作太频繁，请稍后再试')),
    { outcome: 'not-sent', trouble: 'throttled' },
  ],
  ['fails in an unknown way', async () => Promise.reject(new Error('oops')), { outcome: 'unknown', trouble: 'other' }],
  [
    'throws at once',
    () => {
      throw new Error('oops');
    },
    { outcome: 'unknown', trouble: 'other' },
  ],
  [
    'throws no error at all',
    () => {
      throw 'a string' as unknown as Error;
    },
    { outcome: 'unknown', trouble: 'other' },
  ],
] as const)('a platform that %s', async (_, send, expected) => {
  const { say } = await inRoom({ puppet: sending(send) });

  await expect(say('在吗')).rejects.toMatchObject({ name: 'SendError', ...expected });
});

test('a platform that answers without an id is believed', async () => {
  const { say } = await inRoom({ puppet: sending(async () => '') });

  expect(await say('在吗')).toEqual({});
});

test('a platform that does not answer within 15 seconds leaves it unknown', async () => {
  const { say } = await inRoom({ puppet: sending(() => new Promise(() => {})) });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

  const sent = expect(say('在吗')).rejects.toMatchObject({ outcome: 'unknown', trouble: 'other' });
  await vi.advanceTimersByTimeAsync(15_001);

  await sent;
});

test('a connection lost while sending leaves it unknown, at once', async () => {
  const { puppet, say } = await inRoom({ puppet: sending(() => new Promise(() => {})) });

  const sent = expect(say('在吗')).rejects.toMatchObject({
    outcome: 'unknown',
    message: 'The connection was lost while sending.',
  });
  await new Promise((resolve) => setTimeout(resolve, 10));
  await puppet().logout('by phone');

  await sent;
});
