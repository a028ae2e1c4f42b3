import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type payloads, types } from 'wechaty-puppet';
import { SimulatedPuppet } from '../../src/transport/simulated/simulated-puppet.js';
import { prepareScene, type SceneOptions, type SimulatedScene, startScene } from '../support/simulated-gateway.js';

let scene: SimulatedScene | undefined;

beforeEach(() => {
  vi.useRealTimers();
});

afterEach(async () => {
  vi.useRealTimers();
  await scene?.gateway.stop();
});

async function inRoom(options: SceneOptions = {}) {
  scene = await startScene(options);
  const lin = scene.wechat.addPerson('林').id;
  const room = scene.wechat.addRoom('晨读', [lin]).id;
  await scene.heard.event('room.joined');
  return { ...scene, lin, room, bot: scene.world.cast.bot().id };
}

test('a new room is told by the bot joining it, and then by its roster', async () => {
  const { heard, bot, room, lin } = await inRoom();

  expect(heard.of('room.joined')[0]).toMatchObject({
    room: { platformId: room, topic: '晨读' },
    people: [{ platformId: bot, name: '早八' }],
  });
  expect(await heard.event('room.roster')).toMatchObject({
    room: { topic: '晨读' },
    people: [{ platformId: lin, name: '林' }],
  });
});

test('people who join and leave are told with their names and the time', async () => {
  const { wechat, heard, room, clock } = await inRoom();
  const wang = wechat.addPerson('王').id;

  wechat.joinRoom(room, wang);
  clock.advance(1_000);
  wechat.leaveRoom(room, wang);

  const person = { platformId: wang, name: '王' };
  expect(await heard.event('room.left')).toEqual({
    type: 'room.left',
    room: { platformId: room, topic: '晨读' },
    at: clock.now(),
    people: [person],
  });
  expect(heard.of('room.joined').at(-1)).toMatchObject({ people: [person], at: clock.now() - 1_000 });
});

test('a join whose inviter nobody knows is told all the same', async () => {
  const { wechat, puppet, world, heard, room, log } = await inRoom();
  const wang = wechat.addPerson('王').id;
  world.cast.admit(room, [wang]);

  puppet().emit('room-join', {
    roomId: room,
    inviteeIdList: [wang],
    inviterId: 'wxid_nobody',
    timestamp: 1_772_409_600,
  });

  const joined = await heard.event('room.joined', ({ people }) => people[0]?.platformId === wang);
  expect(joined.at).toBe(1_772_409_600_000);
  expect(log.lines(40)).toEqual([]);
});

test('somebody of whom the platform knows nothing any more is told without a name', async () => {
  const { puppet, heard, room } = await inRoom();

  puppet().emit('room-leave', { roomId: room, removeeIdList: ['wxid_gone'], removerId: 'wxid_gone', timestamp: 0 });

  expect(await heard.event('room.left')).toMatchObject({ people: [{ platformId: 'wxid_gone', name: '' }] });
});

test('the bot itself being taken out is told, and the room is read no more', async () => {
  const { wechat, gateway, heard, room, bot } = await inRoom();
  await heard.event('room.roster');

  wechat.leaveRoom(room, bot);
  await heard.event('room.left', ({ people }) => people[0]?.platformId === bot);
  const before = heard.of('room.roster').length;
  gateway.requestRoster(room);
  await new Promise((resolve) => setTimeout(resolve, 50));

  expect(heard.of('room.roster')).toHaveLength(before);
  const sending = gateway.send({ to: { roomPlatformId: room }, text: '在吗', mentions: [] });
  await expect(sending).rejects.toMatchObject({ outcome: 'not-sent', trouble: 'gone' });
});

test('a bot that comes back is told, and may speak again', async () => {
  const { wechat, gateway, heard, room, bot } = await inRoom();
  wechat.leaveRoom(room, bot);
  await heard.event('room.left');

  wechat.joinRoom(room, bot);
  await expect.poll(() => heard.of('room.joined').length).toBe(2);

  await expect(gateway.send({ to: { roomPlatformId: room }, text: '回来了', mentions: [] })).resolves.toHaveProperty(
    'messageId',
  );
});

test('a new topic is told and used at once', async () => {
  const { wechat, heard, lin, room, clock } = await inRoom();

  wechat.renameRoom(room, '夜读');
  wechat.say(lin, room, '打卡');

  expect(await heard.event('room.renamed')).toEqual({
    type: 'room.renamed',
    room: { platformId: room, topic: '夜读' },
    at: clock.now(),
  });
  expect((await heard.event('message.received')).room?.topic).toBe('夜读');
});

test('after login every room is read, names as in the room, the bot left out', async () => {
  scene = await prepareScene();
  const { wechat, world, heard, gateway } = scene;
  const [lin, wang] = [wechat.addPerson('林').id, wechat.addPerson('王').id];
  const rooms = ['一', '二', '三'].map((topic) => wechat.addRoom(topic, [lin, wang]).id);
  world.cast.changeRoom(rooms[2] ?? '', { nicknames: { [lin]: '组长' } });

  await gateway.start(heard);
  await heard.event('room.roster', ({ room }) => room.topic === '三');

  expect(heard.of('room.roster').map(({ room }) => room.topic)).toEqual(['一', '二', '三']);
  expect(heard.of('room.roster')[2]?.people).toEqual([
    { platformId: lin, name: '组长' },
    { platformId: wang, name: '王' },
  ]);
});

test('rooms are read slowly where the platform is real', async () => {
  scene = await prepareScene({ rosterGapMs: 1_000 });
  const { wechat, heard, gateway } = scene;
  for (const topic of ['一', '二', '三']) wechat.addRoom(topic, []);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });

  await gateway.start(heard);
  await heard.event('room.roster');
  await vi.advanceTimersByTimeAsync(999);
  expect(heard.of('room.roster')).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2);
  await heard.event('room.roster', ({ room }) => room.topic === '二');
  await vi.advanceTimersByTimeAsync(1_001);

  expect((await heard.event('room.roster', ({ room }) => room.topic === '三')).people).toEqual([]);
});

test('somebody who left in silence is missing from the next round, half an hour later', async () => {
  scene = await prepareScene();
  const { wechat, world, heard, gateway, clock } = scene;
  const lin = wechat.addPerson('林').id;
  const room = wechat.addRoom('晨读', [lin]).id;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  await gateway.start(heard);
  await heard.event('room.roster', ({ people }) => people.length === 1);

  world.cast.dismiss(room, [lin]);
  for (let minute = 0; minute < 31; minute += 1) {
    clock.advance(60_000);
    scene.puppet().emit('heartbeat', { data: 'alive' });
    await vi.advanceTimersByTimeAsync(60_000);
  }

  expect(heard.of('room.roster').at(-1)?.people).toEqual([]);
});

test('a room that the platform calls changed is read again', async () => {
  const { wechat, world, puppet, heard, room } = await inRoom();
  await heard.event('room.roster');
  const wang = wechat.addPerson('王').id;
  world.cast.admit(room, [wang]);

  puppet().emit('dirty', { payloadType: types.Dirty.RoomMember, payloadId: room });
  puppet().emit('dirty', { payloadType: types.Dirty.Room, payloadId: room });

  await heard.event('room.roster', ({ people }) => people.length === 2);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(heard.of('room.roster').filter(({ people }) => people.length === 2)).toHaveLength(1);
});

test('a roster can be asked for', async () => {
  const { world, gateway, wechat, heard, room } = await inRoom();
  await heard.event('room.roster');
  world.cast.admit(room, [wechat.addPerson('王').id]);

  gateway.requestRoster(room);

  await heard.event('room.roster', ({ people }) => people.length === 2, 500);
});

test('a list read while somebody joined is read again, so that nobody seems to be missing', async () => {
  let lists = 0;
  class SlowPuppet extends SimulatedPuppet {
    override async roomMemberList(roomId: string): Promise<string[]> {
      lists += 1;
      const members = await super.roomMemberList(roomId);
      if (lists === 1) this.world.admit(roomId, [this.world.cast.people().at(-1)?.id ?? ''], this.currentUserId);
      return members;
    }
  }
  scene = await prepareScene({ puppet: (world) => new SlowPuppet(world) });
  const room = scene.wechat.addRoom('晨读', []).id;
  const wang = scene.wechat.addPerson('王').id;

  await scene.gateway.start(scene.heard);
  await scene.heard.event('room.roster', ({ room: read }) => read.platformId === room);

  expect(scene.heard.of('room.roster').map(({ people }) => people.map(({ platformId }) => platformId))).toEqual([
    [wang],
  ]);
});

test('an empty list is not believed, and a room that cannot be read does not stop the others', async () => {
  class BrokenPuppet extends SimulatedPuppet {
    override async roomMemberList(roomId: string): Promise<string[]> {
      const { topic } = this.world.cast.room(roomId);
      if (topic === '坏的') throw new Error('cannot read');
      return topic === '空的' ? [] : super.roomMemberList(roomId);
    }
    override async roomMemberRawPayload(): Promise<payloads.RoomMember> {
      throw new Error('no names today');
    }
  }
  scene = await prepareScene({ puppet: (world) => new BrokenPuppet(world) });
  const lin = scene.wechat.addPerson('林').id;
  for (const topic of ['坏的', '空的', '好的']) scene.wechat.addRoom(topic, [lin]);

  await scene.gateway.start(scene.heard);
  await scene.heard.event('room.roster', ({ room }) => room.topic === '好的');

  expect(scene.heard.of('room.roster').map(({ room, people }) => [room.topic, people])).toEqual([
    ['好的', [{ platformId: lin, name: '' }]],
  ]);
});
