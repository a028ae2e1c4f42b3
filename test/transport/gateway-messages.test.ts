import { afterEach, expect, test } from 'vitest';
import { type payloads, types } from 'wechaty-puppet';
import type { MessageKind } from '../../src/ports/chat-gateway.js';
import { SimulatedPuppet } from '../../src/transport/simulated/simulated-puppet.js';
import type { WorldMessage } from '../../src/transport/simulated/world-state.js';
import { type SceneOptions, type SimulatedScene, startScene } from '../support/simulated-gateway.js';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PHONE = '\u2005';

let scene: SimulatedScene | undefined;

afterEach(async () => scene?.gateway.stop());

async function inRoom(options: SceneOptions = {}) {
  scene = await startScene(options);
  const lin = scene.wechat.addPerson('林').id;
  const room = scene.wechat.addRoom('晨读', [lin]).id;
  await scene.heard.event('room.joined');
  return { ...scene, lin, room, bot: scene.world.cast.bot().id };
}

/** A platform that tells of messages in its own way. */
function odd(change: Partial<payloads.Message>): NonNullable<SceneOptions['puppet']> {
  class OddPuppet extends SimulatedPuppet {
    override async messageRawPayloadParser(message: WorldMessage): Promise<payloads.Message> {
      return { ...(await super.messageRawPayloadParser(message)), ...change };
    }
  }
  return (world) => new OddPuppet(world);
}

test('a line in a room comes with room, sender and time', async () => {
  const { wechat, heard, lin, room, clock } = await inRoom();

  const said = wechat.say(lin, room, '打卡 今天读了20页');

  expect(await heard.event('message.received')).toEqual({
    type: 'message.received',
    messageId: said.id,
    sentAt: clock.now(),
    room: { platformId: room, topic: '晨读' },
    sender: { platformId: lin, name: '林' },
    kind: 'text',
    text: '打卡 今天读了20页',
    mentions: [],
    mentionsBot: false,
  });
});

test('a private line has no room', async () => {
  const { wechat, heard, lin } = await inRoom();

  wechat.say(lin, lin, '认领 12345678');

  const message = await heard.event('message.received');
  expect(message).not.toHaveProperty('room');
  expect(message).toMatchObject({ sender: { platformId: lin, name: '林' }, text: '认领 12345678', mentionsBot: false });
});

test('the sender is named as in the room', async () => {
  const { wechat, world, heard, lin, room } = await inRoom();
  world.cast.changeRoom(room, { nicknames: { [lin]: '1组-林' } });

  wechat.say(lin, room, '打卡');

  expect((await heard.event('message.received')).sender).toEqual({ platformId: lin, name: '1组-林' });
});

test('a new name is used from the next message on', async () => {
  const { wechat, heard, lin, room } = await inRoom();
  wechat.say(lin, room, '一');
  await heard.event('message.received', ({ text }) => text === '一');

  wechat.renamePerson(lin, '林林');
  wechat.say(lin, room, '二');

  expect((await heard.event('message.received', ({ text }) => text === '二')).sender.name).toBe('林林');
});

test('a picture, a voice and a video are told by their kind, without words', async () => {
  const { wechat, heard, lin, room } = await inRoom();

  wechat.sendPicture(lin, room, { name: '作业.png', type: 'image/png', bytes: PNG });
  wechat.sendMedia(lin, room, 'voice', '说了一段');
  wechat.sendMedia(lin, room, 'video', '拍了一段');

  await heard.event('message.received', ({ kind }) => kind === 'video');
  expect(heard.of('message.received').map(({ kind, text }) => [kind, text])).toEqual([
    ['picture', ''],
    ['voice', ''],
    ['video', ''],
  ]);
});

test('a link is told with its title', async () => {
  const { wechat, heard, lin, room } = await inRoom();

  wechat.sendMedia(lin, room, 'link', '今天的好文章');

  expect(await heard.event('message.received')).toMatchObject({ kind: 'link', text: '今天的好文章' });
});

type Case = [what: string, type: types.Message, kind: MessageKind, text: string];

test.each([
  ['a sticker', types.Message.Emoticon, 'sticker', ''],
  ['a file', types.Message.Attachment, 'file', ''],
  ['a place', types.Message.Location, 'other', ''],
  ['a mini program', types.Message.MiniProgram, 'other', ''],
  [
    'a typed chain on a card',
    types.Message.GroupNote,
    'text',
    '<msg><appmsg><title><![CDATA[#接龙\n1. 林]]></title></appmsg></msg>',
  ],
  ['a chain as its platform words it', types.Message.GroupNote, 'text', '#接龙\n1. 林'],
  ...[types.Message.Unknown, types.Message.Attachment, types.Message.Url].map((type): Case => [
    `a chain on a card that its platform takes for ${types.Message[type]}`,
    type,
    'text',
    '<msg><appmsg><title>#接龙\n1. 林</title><type>53</type></appmsg></msg>',
  ]),
] satisfies Case[])('%s has its kind', async (_, type, kind, text) => {
  const { wechat, heard, lin, room } = await inRoom({ puppet: odd({ type, text }) });

  wechat.say(lin, room, '随便');

  expect(await heard.event('message.received')).toMatchObject({ kind, text: kind === 'text' ? '#接龙\n1. 林' : '' });
});

test.each([
  ['of an unknown type', { type: types.Message.Unknown }],
  ['of a type from the future', { type: 99 as types.Message }],
  ['that tells of a recall', { type: types.Message.Recalled }],
  ['without a sender', { talkerId: '' }],
  ['from the WeChat team', { talkerId: 'weixin' }],
  ['from a subscription', { talkerId: 'gh_1234567890' }],
])('a message %s is passed over, and the next one arrives', async (_, change) => {
  let current: Partial<payloads.Message> = change;
  class TurningPuppet extends SimulatedPuppet {
    override async messageRawPayloadParser(message: WorldMessage): Promise<payloads.Message> {
      return { ...(await super.messageRawPayloadParser(message)), ...current };
    }
  }
  const { wechat, heard, lin, room, log } = await inRoom({ puppet: (world) => new TurningPuppet(world) });

  wechat.say(lin, room, '看不懂');
  await new Promise((resolve) => setTimeout(resolve, 20));
  current = {};
  wechat.say(lin, room, '看得懂');

  await heard.event('message.received');
  expect(heard.of('message.received').map(({ text }) => text)).toEqual(['看得懂']);
  expect(log.lines(40)).toEqual([]);
});

test('a time told in seconds becomes milliseconds', async () => {
  const { wechat, heard, lin, room } = await inRoom({ puppet: odd({ timestamp: 1_772_409_600 }) });

  wechat.say(lin, room, '打卡');

  expect((await heard.event('message.received')).sentAt).toBe(1_772_409_600_000);
});

test('a message without a time was sent now', async () => {
  const { wechat, heard, lin, room, clock } = await inRoom({ puppet: odd({ timestamp: 0 }) });

  wechat.say(lin, room, '打卡');

  expect((await heard.event('message.received')).sentAt).toBe(clock.now());
});

test('mentions are told by id, the bot apart', async () => {
  const { wechat, heard, lin, room, bot } = await inRoom();
  const wang = wechat.addPerson('王').id;
  wechat.joinRoom(room, wang);

  wechat.say(lin, room, '给他加分', [bot, wang]);

  const message = await heard.event('message.received');
  expect(message).toMatchObject({ mentionsBot: true, mentions: [{ platformId: wang, name: '王' }] });
});

test('ids count more than words: @早八 typed, somebody else meant', async () => {
  const { wechat, heard, lin, room } = await inRoom();
  const other = wechat.addPerson('早八').id;
  wechat.joinRoom(room, other);

  wechat.say(lin, room, `@早八${PHONE}你好`, [other]);

  expect(await heard.event('message.received')).toMatchObject({
    mentionsBot: false,
    mentions: [{ platformId: other }],
  });
});

test('everybody is not the bot', async () => {
  const { wechat, heard, lin, room } = await inRoom({ puppet: odd({ mentionIdList: ['notify@all'] }) });

  wechat.say(lin, room, '@所有人 早上好');

  expect(await heard.event('message.received')).toMatchObject({ mentionsBot: false, mentions: [] });
});

test.each([
  ['its name, from a phone', `@早八${PHONE}打卡`, true],
  ['its name, from a computer', '@早八 打卡', true],
  ['its name in the room', `@小助手${PHONE}打卡`, true],
  ['a longer name', `@早八班长${PHONE}打卡`, false],
  ['no name', '早八 打卡', false],
])('without ids the bot is found by %s', async (_, text, expected) => {
  const { wechat, world, gateway, heard, lin, room, bot } = await inRoom();
  wechat.joinRoom(room, wechat.addPerson('早八班长').id);
  world.cast.changeRoom(room, { nicknames: { [bot]: '小助手' } });
  gateway.requestRoster(room);
  await heard.event('room.roster', ({ people }) => people.some(({ name }) => name === '早八班长'));

  wechat.say(lin, room, text);

  expect((await heard.event('message.received')).mentionsBot).toBe(expected);
});

test('without ids people are found by the names the room knows', async () => {
  const { wechat, heard, lin, room } = await inRoom();
  const wang = wechat.addPerson('王').id;
  wechat.joinRoom(room, wang);
  await heard.event('room.joined', ({ people }) => people.some(({ platformId }) => platformId === wang));

  wechat.say(lin, room, `@早八${PHONE}积分 @王${PHONE}+5`);

  const message = await heard.event('message.received');
  expect(message).toMatchObject({ mentionsBot: true, mentions: [{ platformId: wang, name: '王' }] });
});

test('messages keep their order though some names take long to learn', async () => {
  class SlowPuppet extends SimulatedPuppet {
    override async roomMemberRawPayload(roomId: string, contactId: string): Promise<payloads.RoomMember> {
      const member = await super.roomMemberRawPayload(roomId, contactId);
      if (member.name === '慢') await new Promise((resolve) => setTimeout(resolve, 50));
      return member;
    }
  }
  const { wechat, heard, lin, room } = await inRoom({ puppet: (world) => new SlowPuppet(world) });
  const slow = wechat.addPerson('慢').id;
  wechat.joinRoom(room, slow);

  wechat.say(slow, room, '一');
  wechat.say(lin, room, '二');
  wechat.say(slow, room, '三');

  await heard.event('message.received', ({ text }) => text === '三');
  expect(heard.of('message.received').map(({ text }) => text)).toEqual(['一', '二', '三']);
});

test('a message that cannot be read at first is read again', async () => {
  let failures = 2;
  class FlakyPuppet extends SimulatedPuppet {
    override async messageRawPayload(messageId: string): Promise<WorldMessage> {
      failures -= 1;
      if (failures >= 0) throw new Error('14 UNAVAILABLE');
      return super.messageRawPayload(messageId);
    }
  }
  const { wechat, heard, lin, room } = await inRoom({ puppet: (world) => new FlakyPuppet(world) });

  wechat.say(lin, room, '打卡');

  expect(await heard.event('message.received')).toMatchObject({ text: '打卡' });
});

test('what was said while the bot was connecting is heard', async () => {
  scene = await startScene();
  await scene.gateway.stop();
  const lin = scene.wechat.addPerson('林').id;
  scene.wechat.say(lin, lin, '早上好');

  await scene.gateway.start(scene.heard);

  expect(await scene.heard.event('message.received')).toMatchObject({ text: '早上好' });
});

test('a listener that fails is logged, and the next event reaches it', async () => {
  const { wechat, heard, lin, room, log } = await inRoom();
  const hear = heard.onEvent.bind(heard);
  let calls = 0;
  heard.onEvent = (event) => {
    calls += 1;
    return calls === 1 ? Promise.reject(new Error('no room on the disk')) : hear(event);
  };

  wechat.say(lin, room, '一');
  wechat.say(lin, room, '二');

  await heard.event('message.received', ({ text }) => text === '二');
  expect(log.lines(50)).toEqual([expect.objectContaining({ msg: 'a chat event was not taken' })]);
});
