/** Pictures that the bot sends, in the same process and through wechaty's gRPC. */

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { throwUnsupportedError } from 'wechaty-puppet';
import type { Picture } from '../../src/domain/picture.js';
import { type ChatGateway, SendError } from '../../src/ports/chat-gateway.js';
import { systemClock } from '../../src/ports/clock.js';
import { SimulatedPuppet } from '../../src/transport/simulated/simulated-puppet.js';
import { createWechatyGateway } from '../../src/transport/wechaty/wechaty-gateway.js';
import { GrpcWeChatProcess } from '../support/grpc-wechat-process.js';
import { quietLog } from '../support/quiet-log.js';
import { RecordingListener } from '../support/recording-listener.js';
import { startScene } from '../support/simulated-gateway.js';

const running: { gateway?: ChatGateway; wechat?: GrpcWeChatProcess } = {};

afterEach(async () => {
  await running.gateway?.stop();
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await running.wechat?.stop();
});

function png(size: number): Picture {
  const bytes = new Uint8Array(size).fill(7);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return { name: '第一天.png', type: 'image/png', bytes };
}

function pictureTo(roomPlatformId: string, picture = png(100)) {
  return { to: { roomPlatformId }, text: '[图片]', mentions: [], picture };
}

test('a picture is in the room, byte for byte, and comes back as an echo without words', async () => {
  const { gateway, wechat, heard } = await startScene();
  running.gateway = gateway;
  const room = wechat.addRoom('晨读', []).id;

  const { messageId = '' } = await gateway.send(pictureTo(room));

  expect(wechat.messagesAfter(0, 10).at(-1)).toMatchObject({ id: messageId, chatId: room, kind: 'picture', text: '' });
  expect(wechat.picture(messageId)?.bytes).toEqual(Buffer.from(png(100).bytes));
  expect(await heard.event('message.echoed')).toMatchObject({ messageId, text: '' });
});

test('a puppet that has not learnt to send pictures says so: nothing was sent, and it is no complaint', async () => {
  class OldPuppet extends SimulatedPuppet {
    override async messageSendFile(): Promise<string> {
      return throwUnsupportedError();
    }
  }
  const { gateway, wechat } = await startScene({ puppet: (world) => new OldPuppet(world) });
  running.gateway = gateway;

  const failure = await gateway.send(pictureTo(wechat.addRoom('晨读', []).id)).catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(SendError);
  expect(failure).toMatchObject({ outcome: 'not-sent', trouble: 'unsupported' });
});

async function startGrpc() {
  vi.stubEnv('HOME', mkdtempSync(join(tmpdir(), 'zaoba-home-')));
  running.wechat ??= await GrpcWeChatProcess.start();
  const wechat = running.wechat;
  for (const [name, value] of Object.entries(wechat.environment)) vi.stubEnv(name, value);
  const puppet = { name: 'wechaty-puppet-service' };
  const gateway = createWechatyGateway({ puppet, clock: systemClock, log: quietLog().log, rosterGapMs: 0 });
  running.gateway = gateway;
  const heard = new RecordingListener();
  await gateway.start(heard);
  await heard.connection('online', { withinMs: 15_000 });
  const { id: room } = await wechat.ask('addRoom', { topic: '图片', memberIds: [] });
  const pictures = async () =>
    (await wechat.ask('messages', {})).filter(({ chatId, kind }) => chatId === room && kind === 'picture');
  return { wechat, gateway, room, pictures };
}

test.each([100, 300_000])('a picture of %i bytes arrives through gRPC', { timeout: 30_000 }, async (size) => {
  const { wechat, gateway, room, pictures } = await startGrpc();

  const { messageId = '' } = await gateway.send(pictureTo(room, png(size)));

  expect((await pictures()).map(({ id }) => id)).toEqual([messageId]);
  expect(await wechat.ask('picture', { messageId })).toEqual({ name: '第一天.png', type: 'image/png', size });
});

test.each([100, 300_000])(
  'a picture of %i bytes that arrived, but whose answer was lost, is not sent in another way',
  { timeout: 30_000 },
  async (size) => {
    const { wechat, gateway, room, pictures } = await startGrpc();
    await wechat.ask('mood', { mood: 'send-then-fail', count: 1 });

    const failure = await gateway.send(pictureTo(room, png(size))).catch((error: unknown) => error);

    expect(failure).toMatchObject({ outcome: 'unknown' });
    expect(await pictures()).toHaveLength(1);
  },
);
