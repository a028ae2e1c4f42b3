import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { notices } from '../../src/copy/zh-cn/simulated-wechat.js';
import type { Picture } from '../../src/domain/picture.js';
import type { SimulatedChange } from '../../src/ports/simulated-wechat.js';
import { openSimulatedWeChat, type SimulatedWeChatOptions } from '../../src/transport/simulated/simulated-wechat.js';
import { ManualClock } from '../support/manual-clock.js';
import { quietLog } from '../support/quiet-log.js';
import { openWorld } from '../support/simulated-gateway.js';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

function png(size = 11): Picture {
  const bytes = new Uint8Array(size);
  bytes.set(PNG.subarray(0, Math.min(size, PNG.length)));
  return { name: '作业.png', type: 'image/png', bytes };
}

async function small(options: Partial<SimulatedWeChatOptions>) {
  return openSimulatedWeChat({ clock: new ManualClock(), notices, log: quietLog().log, botName: '早八', ...options });
}

test('a fresh world holds the bot and nobody else', async () => {
  const { wechat } = await openWorld();

  expect(wechat.people()).toEqual([{ id: expect.stringMatching(/^wxid_\w+_bot$/), name: '早八', isBot: true }]);
  expect(wechat.rooms()).toEqual([]);
});

test('ids are readable and differ between two worlds', async () => {
  const first = await openWorld(new ManualClock('2026-03-02T08:00:00+08:00'));
  const second = await openWorld(new ManualClock('2026-03-02T08:00:01+08:00'));

  const lin = first.wechat.addPerson('林');
  const room = first.wechat.addRoom('晨读', [lin.id]);

  expect(lin.id).toMatch(/^wxid_[a-z0-9]+_1$/);
  expect(room.id).toMatch(/^[a-z0-9]+_2@chatroom$/);
  expect(second.wechat.addPerson('林').id).not.toBe(lin.id);
});

test('the bot is in every new room, each member once', async () => {
  const { wechat } = await openWorld();
  const lin = wechat.addPerson('林');

  const room = wechat.addRoom('晨读', [lin.id, lin.id]);

  expect(room.memberIds).toEqual([wechat.people()[0]?.id, lin.id]);
});

test('messages carry the time of the clock, a growing sequence and the mentions', async () => {
  const { wechat, clock } = await openWorld();
  const lin = wechat.addPerson('林');
  const room = wechat.addRoom('晨读', [lin.id]);
  const bot = wechat.people()[0]?.id ?? '';

  const first = wechat.say(lin.id, room.id, '@早八 打卡', [bot]);
  clock.advance(60_000);
  const second = wechat.say(lin.id, lin.id, '悄悄话');

  expect(first).toMatchObject({ chatId: room.id, fromId: lin.id, kind: 'text', mentionIds: [bot] });
  expect(second.sequence).toBe(first.sequence + 1);
  expect(second.at).toBe(first.at + 60_000);
});

test.each([
  ['an empty name', (w: Scene) => w.wechat.addPerson('  '), 'A name must not be empty.'],
  ['a name of 65 characters', (w: Scene) => w.wechat.addPerson('长'.repeat(65)), 'A name has at most 64 characters.'],
  ['a name with a line break', (w: Scene) => w.wechat.addPerson('林\n林'), 'A name must not contain'],
  ['a room with a stranger', (w: Scene) => w.wechat.addRoom('群', ['wxid_nobody']), 'There is no person wxid_nobody.'],
  ['an empty message', (w: Scene) => w.wechat.say(w.lin, w.room, ' \n '), 'A message must not be empty.'],
  ['a huge message', (w: Scene) => w.wechat.say(w.lin, w.room, '啊'.repeat(10_001)), 'A message has at most'],
  ['speaking in a room one is not in', (w: Scene) => w.wechat.say(w.wang, w.room, '在吗'), '王 is not in this room.'],
  [
    'speaking in another private chat',
    (w: Scene) => w.wechat.say(w.wang, w.lin, '在吗'),
    '王 cannot speak in this private',
  ],
  [
    'a mention of somebody elsewhere',
    (w: Scene) => w.wechat.say(w.lin, w.room, '@王', [w.wang]),
    '王 is not in this room.',
  ],
  ['an unknown chat', (w: Scene) => w.wechat.say(w.lin, 'nowhere', '在吗'), 'There is no person nowhere.'],
  ['an unknown speaker', (w: Scene) => w.wechat.say('wxid_nobody', w.room, '在吗'), 'There is no person wxid_nobody.'],
  [
    'a picture that is text',
    (w: Scene) => w.wechat.sendPicture(w.lin, w.room, { ...png(), bytes: Buffer.from('<svg/>') }),
    'PNG, JPEG',
  ],
  [
    'a picture of 5 MB and a byte',
    (w: Scene) => w.wechat.sendPicture(w.lin, w.room, png(5 * 1024 * 1024 + 1)),
    'at most 5 MB',
  ],
])('refuses %s', async (_, act, message) => {
  const { wechat } = await openWorld();
  const lin = wechat.addPerson('林').id;
  const scene = { wechat, lin, wang: wechat.addPerson('王').id, room: wechat.addRoom('晨读', [lin]).id };

  expect(() => act(scene)).toThrow(RangeError);
  expect(() => act(scene)).toThrow(message);
  expect(wechat.messagesAfter(0, 10)).toEqual([]);
});

test('joining, leaving and renaming leave a grey line in the room', async () => {
  const { wechat } = await openWorld();
  const [lin, wang] = [wechat.addPerson('林'), wechat.addPerson('王')];
  const room = wechat.addRoom('晨读', [lin.id]);

  wechat.joinRoom(room.id, wang.id);
  wechat.leaveRoom(room.id, lin.id);
  wechat.renameRoom(room.id, '夜读');

  const lines = wechat.messagesAfter(0, 10);
  expect(lines.map(({ kind, text }) => [kind, text])).toEqual([
    ['notice', '“王”加入了群聊'],
    ['notice', '“林”退出了群聊'],
    ['notice', '群聊名称已改为“夜读”'],
  ]);
  expect(wechat.rooms()[0]).toMatchObject({ topic: '夜读', memberIds: expect.not.arrayContaining([lin.id]) });
});

test('joining twice happens once', async () => {
  const { wechat } = await openWorld();
  const lin = wechat.addPerson('林');
  const room = wechat.addRoom('晨读', []);

  wechat.joinRoom(room.id, lin.id);
  wechat.joinRoom(room.id, lin.id);

  expect(wechat.messagesAfter(0, 10)).toHaveLength(1);
});

test('subscribers hear messages and changes of the cast until they leave, and one that fails harms nobody', async () => {
  const { wechat, log } = await openWorld();
  const changes: SimulatedChange[] = [];
  wechat.subscribe(() => {
    throw new Error('a broken page');
  });
  const leave = wechat.subscribe((change) => changes.push(change));

  const lin = wechat.addPerson('林');
  const said = wechat.say(lin.id, lin.id, '你好');
  leave();
  wechat.say(lin.id, lin.id, '还在吗');

  expect(changes).toEqual([{ type: 'cast' }, { type: 'message', message: said }]);
  expect(log.lines(50).length).toBeGreaterThan(0);
});

test('readers resume after the sequence they saw, with the latest lines at most', async () => {
  const { wechat } = await openWorld();
  const lin = wechat.addPerson('林');
  for (let i = 1; i <= 10; i += 1) wechat.say(lin.id, lin.id, `第${i}句`);

  expect(wechat.messagesAfter(7, 100).map(({ text }) => text)).toEqual(['第8句', '第9句', '第10句']);
  expect(wechat.messagesAfter(0, 2).map(({ text }) => text)).toEqual(['第9句', '第10句']);
  expect(wechat.messagesAfter(10, 5)).toEqual([]);
});

test('history is bounded, and what fell out is gone', async () => {
  const { wechat, world } = await small({ historyLimit: 100 });
  const lin = wechat.addPerson('林');
  const first = wechat.say(lin.id, lin.id, '第0句');
  for (let i = 1; i <= 400; i += 1) wechat.say(lin.id, lin.id, `第${i}句`);

  const kept = wechat.messagesAfter(0, Infinity);
  expect(kept.length).toBeLessThanOrEqual(125);
  expect(kept.at(-1)?.text).toBe('第400句');
  expect(world.history.find(first.id)).toBeUndefined();
  expect(wechat.messagesAfter(399, 10).map(({ text }) => text)).toEqual(['第399句', '第400句']);
});

test.each([
  ['image/png', PNG],
  ['image/jpeg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])],
  ['image/gif', Buffer.from('GIF89a....')],
  ['image/webp', Buffer.from('RIFF\x01\x02\x03\x04WEBPVP8 ')],
] as const)('a picture is %s by its bytes, whatever it is called', async (type, bytes) => {
  const { wechat } = await openWorld();
  const lin = wechat.addPerson('林');

  const sent = wechat.sendPicture(lin.id, lin.id, { name: '图.txt', type: 'image/gif', bytes });

  expect(wechat.picture(sent.id)).toMatchObject({ name: '图.txt', type });
  expect(Buffer.from(wechat.picture(sent.id)?.bytes ?? [])).toEqual(Buffer.from(bytes));
});

test('the oldest pictures fall off, by number and by weight', async () => {
  const { wechat } = await small({ mediaLimits: { count: 3, bytes: 1_000 } });
  const lin = wechat.addPerson('林');
  const few = [1, 2, 3, 4].map(() => wechat.sendPicture(lin.id, lin.id, png(100)).id);
  expect(few.map((id) => wechat.picture(id) !== undefined)).toEqual([false, true, true, true]);

  const heavy = wechat.sendPicture(lin.id, lin.id, png(900)).id;

  expect([...few, heavy].map((id) => wechat.picture(id) !== undefined)).toEqual([false, false, false, true, true]);
});

test('a voice, a video and a link are known by their fact and caption', async () => {
  const { wechat } = await openWorld();
  const lin = wechat.addPerson('林');

  const kinds = (['voice', 'video', 'link'] as const).map((kind) => wechat.sendMedia(lin.id, lin.id, kind, '晨读'));

  expect(kinds.map(({ kind, text }) => [kind, text])).toEqual([
    ['voice', '晨读'],
    ['video', '晨读'],
    ['link', '晨读'],
  ]);
});

test('a message can be taken back within two minutes, by its sender', async () => {
  const { wechat, world, clock } = await openWorld();
  const lin = wechat.addPerson('林');
  const early = wechat.say(lin.id, lin.id, '说错了');
  clock.advance(120_001);
  const late = wechat.sendPicture(lin.id, lin.id, png());

  expect(world.recall(early.id, lin.id)).toBe(false);
  expect(world.recall(late.id, wechat.people()[0]?.id ?? '')).toBe(false);
  expect(world.recall(late.id, lin.id)).toBe(true);

  expect(wechat.picture(late.id)).toBeUndefined();
  expect(wechat.messagesAfter(0, 10).map(({ kind, text }) => [kind, text])).toEqual([
    ['text', '说错了'],
    ['recalled', ''],
    ['notice', '“林”撤回了一条消息'],
  ]);
});

test('a world is restored from its file as it was', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'world-')), 'deep', 'wechat.json');
  const before = await small({ path });
  const lin = before.wechat.addPerson('林');
  const room = before.wechat.addRoom('晨读', [lin.id]);
  before.wechat.say(lin.id, room.id, '打卡');
  const picture = before.wechat.sendPicture(lin.id, room.id, png());
  before.world.tags.add('付费', lin.id);
  before.world.changePerson(lin.id, { alias: '林老师' });
  await before.close();

  const after = await small({ path, botName: '别的名字' });

  expect(after.wechat.people()).toEqual(before.wechat.people());
  expect(after.wechat.rooms()).toEqual(before.wechat.rooms());
  expect(after.wechat.messagesAfter(0, 100)).toEqual(before.wechat.messagesAfter(0, 100));
  expect(Buffer.from(after.wechat.picture(picture.id)?.bytes ?? [])).toEqual(Buffer.from(PNG));
  expect(after.world.tags.of(lin.id)).toEqual(['付费']);
  expect(after.world.cast.person(lin.id).alias).toBe('林老师');
  const next = after.wechat.say(lin.id, room.id, '接着说');
  expect(next.sequence).toBe(picture.sequence + 1);
  expect(after.wechat.addPerson('王').id).not.toBe(lin.id);
  await after.close();
});

test('a change is saved by itself a moment later, leaving no half-written file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'world-'));
  const path = join(folder, 'wechat.json');
  const { wechat, close } = await small({ path });

  wechat.addPerson('林');
  await expect.poll(async () => readFile(path, 'utf8').catch(() => ''), { timeout: 3_000 }).toContain('林');

  await close();
  expect(await readdir(folder)).toEqual(['wechat.json']);
});

test.each([
  ['half a file', '{"version":1,"people":['],
  ['something else', '[1,2,3]'],
  ['a later version', '{"version":2}'],
  [
    'a world without a bot',
    JSON.stringify({
      version: 1,
      mark: 'a',
      issued: 0,
      sequence: 0,
      heard: 0,
      tags: {},
      people: [],
      rooms: [],
      messages: [],
      media: [],
    }),
  ],
])('%s is moved aside with a warning, and a fresh world begins', async (_, content) => {
  const folder = await mkdtemp(join(tmpdir(), 'world-'));
  const path = join(folder, 'wechat.json');
  await writeFile(path, content);
  const log = quietLog();

  const { wechat, close } = await small({ path, log: log.log });
  await close();

  expect(wechat.people()).toHaveLength(1);
  expect(log.lines(40)).toEqual([expect.objectContaining({ msg: expect.stringContaining('moved aside') })]);
  const aside = (await readdir(folder)).find((name) => name.includes('.corrupt-'));
  expect(await readFile(join(folder, aside ?? ''), 'utf8')).toBe(content);
});

test('a disk that cannot be written is logged, and the world goes on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'world-'));
  await writeFile(join(folder, 'file'), '');
  const log = quietLog();
  const world = await small({ path: join(folder, 'new', 'wechat.json'), log: log.log });
  await writeFile(join(folder, 'new'), 'in the way');

  world.wechat.addPerson('林');
  await world.close();

  expect(log.lines(50)).toEqual([expect.objectContaining({ msg: 'the simulated WeChat could not be saved' })]);
});

interface Scene {
  readonly wechat: Awaited<ReturnType<typeof openWorld>>['wechat'];
  readonly lin: string;
  readonly wang: string;
  readonly room: string;
}
