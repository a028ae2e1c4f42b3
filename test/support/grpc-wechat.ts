/**
 * A simulated WeChat behind wechaty's real gRPC, as a process of its own, told the port or taking a free one.
 *
 * It outlives the bot, so what a killed bot sent is still known here. See `grpc-protocol.ts` for what it understands.
 */

import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { log as wechatyLog } from 'wechaty-puppet';
import { PuppetServer } from 'wechaty-puppet-service';
import { notices } from '../../src/copy/zh-cn/simulated-wechat.js';
import type { Picture } from '../../src/domain/picture.js';
import { systemClock } from '../../src/ports/clock.js';
import { openSimulatedWeChat } from '../../src/transport/simulated/simulated-wechat.js';
import type { GrpcReady, GrpcReply, GrpcRequest, GrpcRequestName, GrpcRequests } from './grpc-protocol.js';
import { LedgerPuppet } from './ledger-puppet.js';
import { quietLog } from './quiet-log.js';

type Handlers = {
  readonly [Name in GrpcRequestName]: (
    params: GrpcRequests[Name]['params'],
  ) => GrpcRequests[Name]['result'] | Promise<GrpcRequests[Name]['result']>;
};

const TOKEN = 'insecure_zaoba';
const PICTURE = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

wechatyLog.level('silent');
let aheadMs = 0;
const { wechat, world } = await openSimulatedWeChat({
  clock: { ...systemClock, now: () => systemClock.now() + aheadMs },
  notices,
  log: quietLog().log,
  botName: '早八',
});
const endpoint = `127.0.0.1:${Number(process.argv[2]) || (await freePort())}`;
const puppet = new LedgerPuppet(world);
puppet.on('error', () => {});
let server: PuppetServer | undefined;

const handlers: Handlers = {
  addPerson: ({ name }) => wechat.addPerson(name),
  renamePerson: ({ personId, name }) => nothing(() => wechat.renamePerson(personId, name)),
  addRoom: ({ topic, memberIds }) => wechat.addRoom(topic, memberIds),
  renameRoom: ({ roomId, topic }) => nothing(() => wechat.renameRoom(roomId, topic)),
  join: ({ roomId, personId }) => nothing(() => wechat.joinRoom(roomId, personId)),
  leave: ({ roomId, personId }) => nothing(() => wechat.leaveRoom(roomId, personId)),
  say: ({ personId, chatId, text, mentionIds }) => wechat.say(personId, chatId, text, mentionIds),
  sendPicture: ({ personId, chatId }) =>
    wechat.sendPicture(personId, chatId, { name: '图.png', type: 'image/png', bytes: PICTURE }),
  sendMedia: ({ personId, chatId, kind, caption }) => wechat.sendMedia(personId, chatId, kind, caption),
  people: () => wechat.people(),
  rooms: () => wechat.rooms(),
  messages: ({ after = 0, limit = 5_000 }) => wechat.messagesAfter(after, limit),
  picture: ({ messageId }) => describePicture(wechat.picture(messageId)),
  sends: () => puppet.sends,
  mood: ({ mood, count }) => nothing(() => puppet.setMood(mood, count)),
  repeat: ({ messageId }) => nothing(() => puppet.emit('message', { messageId })),
  logout: () => nothing(() => puppet.logout('by phone')),
  login: () => nothing(() => puppet.login(world.cast.bot().id)),
  reset: () => nothing(() => puppet.reset()),
  clockAhead: ({ ms }) => nothing(() => (aheadMs = ms)),
  stopServer,
  startServer,
  restart: async ({ downMs = 0 }) => {
    await stopServer();
    await new Promise((resolve) => setTimeout(resolve, downMs));
    return startServer();
  },
};

await startServer();
tell({ news: 'ready', endpoint, token: TOKEN, botId: world.cast.bot().id });
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => void answer(JSON.parse(line) as GrpcRequest));
lines.on('close', () => process.exit(0));

async function answer({ id, do: name, params }: GrpcRequest): Promise<void> {
  try {
    const handle = handlers[name] as (params: Record<string, unknown>) => unknown;
    tell({ id, result: (await handle(params)) ?? null });
  } catch (error) {
    tell({ id, error: error instanceof Error ? error.message : String(error) });
  }
}

async function startServer(): Promise<null> {
  // The server's types want wechaty's full interface, of which the abstract class leaves out its own innards.
  const served = puppet as unknown as ConstructorParameters<typeof PuppetServer>[0]['puppet'];
  server = new PuppetServer({ endpoint, token: TOKEN, puppet: served, tls: { disable: true } });
  await server.start();
  return null;
}

async function stopServer(): Promise<null> {
  await server?.stop();
  server = undefined;
  return null;
}

function describePicture(picture: Picture | undefined): GrpcRequests['picture']['result'] {
  return picture ? { name: picture.name, type: picture.type, size: picture.bytes.byteLength } : null;
}

function tell(line: GrpcReply | GrpcReady): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** The answer to requests that have none. */
async function nothing(act: () => unknown): Promise<null> {
  await act();
  return null;
}

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
