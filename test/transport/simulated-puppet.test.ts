import { readdirSync, readFileSync } from 'node:fs';
import { FileBox } from 'file-box';
import { afterEach, expect, test } from 'vitest';
import { log as wechatyLog, payloads, Puppet, types } from 'wechaty-puppet';
import { SimulatedPuppet, type SimulatedPuppetOptions } from '../../src/transport/simulated/simulated-puppet.js';
import { openWorld } from '../support/simulated-gateway.js';

wechatyLog.level('silent');

const MIXINS = 'node_modules/wechaty-puppet/src/mixins';
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const running: SimulatedPuppet[] = [];

afterEach(async () => {
  for (const puppet of running.splice(0)) await puppet.stop();
});

async function logIn(options: SimulatedPuppetOptions = {}, opened?: Awaited<ReturnType<typeof openWorld>>) {
  const scene = opened ?? (await openWorld());
  const puppet = new SimulatedPuppet(scene.world, options);
  running.push(puppet);
  const emitted: { readonly event: string; readonly payload: unknown }[] = [];
  const events = [
    'message',
    'room-join',
    'room-leave',
    'room-topic',
    'room-invite',
    'friendship',
    'dong',
    'dirty',
  ] as const;
  for (const event of events) puppet.on(event, (payload: unknown) => void emitted.push({ event, payload }));
  puppet.on('error', () => {});
  const login = new Promise<void>((resolve) => {
    puppet.once('login', () => resolve());
  });
  await puppet.start();
  await login;
  const of = (event: string) => emitted.filter((one) => one.event === event).map(({ payload }) => payload);
  return { ...scene, puppet, of };
}

async function withRoom(options: SimulatedPuppetOptions = {}) {
  const scene = await logIn(options);
  const lin = scene.wechat.addPerson('林').id;
  const room = scene.wechat.addRoom('晨读', [lin]).id;
  return { ...scene, lin, room, me: scene.puppet.currentUserId };
}

function abstractMethods(): readonly string[] {
  const sources = readdirSync(MIXINS).filter((file) => file.endsWith('-mixin.ts'));
  const text = sources.map((file) => readFileSync(`${MIXINS}/${file}`, 'utf8')).join('\n');
  return [...new Set([...text.matchAll(/^\s+abstract (?:override )?(\w+)\s*\(/gm)].map(([, name]) => name ?? ''))];
}

/** Whether the method is found before the chain of classes reaches wechaty's own. */
function isOurs(name: string): boolean {
  for (
    let type: object = SimulatedPuppet.prototype;
    type !== Puppet.prototype;
    type = Object.getPrototypeOf(type) as object
  ) {
    if (Object.hasOwn(type, name)) return true;
  }
  return false;
}

test('every method that wechaty leaves open is ours', () => {
  const open = [...abstractMethods(), 'onStart', 'onStop', 'name', 'version'];

  expect(open.length).toBeGreaterThan(60);
  expect(open.filter((name) => !isOurs(name))).toEqual([]);
});

test('no method shadows one that wechaty implements itself', () => {
  const implemented = ['messagePayload', 'roomPayload', 'contactPayload', 'start', 'stop', 'login', 'logout', 'emit'];

  expect(implemented.filter(isOurs)).toEqual([]);
});

test('it logs in as the bot, is ready and says what it is', async () => {
  const { puppet, wechat } = await logIn();

  expect(puppet.currentUserId).toBe(wechat.people().find(({ isBot }) => isBot)?.id);
  expect([puppet.name(), puppet.version()]).toEqual(['simulated', '1.0.0']);
});

test('it answers a ding', async () => {
  const { puppet, of } = await logIn();

  puppet.ding('hello');

  await expect.poll(() => of('dong')).toEqual([{ data: 'hello' }]);
});

test('the bot has a code, a name and a signature of its own', async () => {
  const { puppet, world } = await logIn();

  await puppet.contactSelfName('晚八');
  await puppet.contactSelfSignature('每天八点');

  expect(world.cast.bot()).toMatchObject({ name: '晚八', signature: '每天八点' });
  expect(await puppet.contactSelfQRCode()).toContain(puppet.currentUserId);
});

test('a contact has remark, phone, description, corporation and avatar', async () => {
  const { puppet, lin, world } = await withRoom();

  await puppet.contactAlias(lin, '林老师');
  await puppet.contactPhone(lin, ['13800000000']);
  await puppet.contactDescription(lin, '数学');
  await puppet.contactCorporationRemark(lin, '学校');
  await puppet.contactAvatar(lin, FileBox.fromBuffer(PNG, 'lin.png'));

  expect(await puppet.contactAlias(lin)).toBe('林老师');
  expect(await puppet.contactPayload(lin)).toMatchObject({
    name: '林',
    alias: '林老师',
    description: '数学',
    friend: true,
  });
  expect(await puppet.friendshipSearchPhone('13800000000')).toBe(lin);
  expect(world.cast.person(lin).corporationRemark).toBe('学校');
  expect(await (await puppet.contactAvatar(lin)).toBuffer()).toEqual(PNG);
});

test('remarks and descriptions can be taken away, and a bare avatar is a picture too', async () => {
  const { puppet, lin, world } = await withRoom();
  await puppet.contactAlias(lin, '林老师');

  await puppet.contactAlias(lin, null);
  await puppet.contactDescription(lin, null);
  await puppet.contactCorporationRemark(lin, null);

  expect(world.cast.person(lin)).toMatchObject({ alias: '', description: '', corporationRemark: '' });
  expect((await puppet.contactAvatar(lin)).name).toContain('.png');
});

test('tags are put on contacts, taken off and dropped', async () => {
  const { puppet, lin } = await withRoom();

  await puppet.tagContactAdd('付费', lin);
  await puppet.tagContactAdd('核心', lin);
  expect(await puppet.tagContactList(lin)).toEqual(['付费', '核心']);

  await puppet.tagContactRemove('付费', lin);
  await puppet.tagContactDelete('核心');
  expect(await puppet.tagContactList(lin)).toEqual([]);
  expect(await puppet.tagContactList()).toEqual(['付费']);
});

test('a friend request is received, read and accepted', async () => {
  const { puppet, lin, of } = await withRoom();
  const { id } = puppet.requests.askBot(lin, '我是林');
  expect(await puppet.contactList()).not.toContain(lin);

  const asked = await puppet.friendshipPayload(id);
  await puppet.friendshipAccept(id);

  expect(asked).toMatchObject({ contactId: lin, hello: '我是林', type: types.Friendship.Receive });
  expect(await puppet.contactList()).toContain(lin);
  expect(of('friendship')).toHaveLength(2);
});

test('the bot asks for friendship itself', async () => {
  const { puppet, lin, of } = await withRoom();

  await puppet.friendshipAdd(lin, { hello: '我是早八' });
  await puppet.friendshipAdd(lin, '又是我');

  const ids = (of('friendship') as { friendshipId: string }[]).map(({ friendshipId }) => friendshipId);
  const kinds = await Promise.all(ids.map(async (id) => (await puppet.friendshipPayload(id)).type));
  expect(kinds).toEqual([
    types.Friendship.Verify,
    types.Friendship.Confirm,
    types.Friendship.Verify,
    types.Friendship.Confirm,
  ]);
  expect(await puppet.friendshipSearchHandle(lin)).toBe(lin);
  expect(await puppet.friendshipSearchPhone('0')).toBeNull();
});

test('a room tells its topic, members and their names in it', async () => {
  const { puppet, lin, room, me, world } = await withRoom();
  world.cast.changeRoom(room, { nicknames: { [lin]: '晨读-林' } });

  expect(await puppet.roomList()).toEqual([room]);
  expect(await puppet.roomPayload(room)).toMatchObject({ topic: '晨读', memberIdList: [me, lin], ownerId: me });
  expect(await puppet.roomMemberList(room)).toEqual([me, lin]);
  expect(await puppet.roomMemberPayload(room, lin)).toMatchObject({ name: '林', roomAlias: '晨读-林' });
  await expect(puppet.roomMemberPayload(room, 'wxid_nobody')).rejects.toThrow('is not in the room');
  expect(await puppet.roomQRCode(room)).toContain(room);
  expect((await puppet.roomAvatar(room)).name).toContain('.png');
});

test('wechaty may look a room up as a contact', async () => {
  const { puppet, room } = await withRoom();

  expect(await puppet.contactPayload(room)).toMatchObject({ id: room, name: '晨读', type: types.Contact.Unknown });
});

test('people are added to a room and taken out', async () => {
  const { puppet, wechat, room, lin, me, of, clock } = await withRoom();
  const wang = wechat.addPerson('王').id;

  await puppet.roomAdd(room, wang);
  await puppet.roomDel(room, [lin]);

  expect(wechat.rooms()[0]?.memberIds).toEqual([me, wang]);
  const at = { roomId: room, timestamp: clock.now() };
  expect(of('room-join').at(-1)).toEqual({ ...at, inviteeIdList: [wang], inviterId: me });
  expect(of('room-leave')).toEqual([{ ...at, removeeIdList: [lin], removerId: me }]);
  expect(wechat.messagesAfter(0, 9).map(({ text }) => text)).toEqual(['“王”加入了群聊', '“林”被移出了群聊']);
});

test('announcing and removing are for those in charge of the room', async () => {
  const { puppet, room, lin, world } = await withRoom();
  await puppet.roomAnnounce(room, '明早八点');
  expect(await puppet.roomAnnounce(room)).toBe('明早八点');

  world.cast.changeRoom(room, { ownerId: lin });

  await expect(puppet.roomAnnounce(room, '改了')).rejects.toThrow('Only the owner');
  await expect(puppet.roomDel(room, lin)).rejects.toThrow('Only the owner');
});

test('the topic is read and changed', async () => {
  const { puppet, room, of } = await withRoom();

  await puppet.roomTopic(room, '夜读');

  expect(await puppet.roomTopic(room)).toBe('夜读');
  expect(of('room-topic')).toEqual([expect.objectContaining({ oldTopic: '晨读', newTopic: '夜读', roomId: room })]);
  expect(await puppet.roomPayload(room)).toMatchObject({ topic: '夜读' });
});

test('the bot makes a room, leaves it and comes back by invitation', async () => {
  const { puppet, lin, me, world, of } = await withRoom();
  const room = await puppet.roomCreate([lin], '新群');
  const unnamed = await puppet.roomCreate([lin]);
  expect(await puppet.roomTopic(unnamed)).toBe('早八, 林');

  await puppet.roomQuit(room);
  expect(await puppet.roomList()).not.toContain(room);
  await expect(puppet.messageSendText(room, '在吗')).rejects.toThrow('not in the room');

  const { id } = puppet.requests.inviteBot(room, lin);
  const invitation = await puppet.roomInvitationPayload(id);
  await puppet.roomInvitationAccept(id);

  expect(of('room-invite')).toEqual([{ roomInvitationId: id }]);
  expect(invitation).toMatchObject({ inviterId: lin, topic: '新群', memberCount: 1, receiverId: me });
  expect(world.cast.isMember(room, me)).toBe(true);
});

test('what the bot sends is in the chat, comes back as its own message, and has an id', async () => {
  const { puppet, room, lin, me, wechat, of } = await withRoom();

  const inRoom = await puppet.messageSendText(room, '@林 第1天', [lin]);
  const inPrivate = await puppet.messageSendText(lin, '你好');

  expect(wechat.messagesAfter(0, 9)).toEqual([
    expect.objectContaining({ id: inRoom, fromId: me, chatId: room, text: '@林 第1天', mentionIds: [lin] }),
    expect.objectContaining({ id: inPrivate, fromId: me, chatId: lin, text: '你好' }),
  ]);
  expect(of('message')).toEqual([{ messageId: inRoom }, { messageId: inPrivate }]);
  expect(await puppet.messagePayload(inRoom)).toMatchObject({ roomId: room, talkerId: me, mentionIdList: [lin] });
  expect(await puppet.messagePayload(inPrivate)).toMatchObject({ listenerId: lin, talkerId: me });
});

test.each([
  ['an empty text', (p: SimulatedPuppet, lin: string) => p.messageSendText(lin, '  '), 'must not be empty'],
  ['an unknown chat', (p: SimulatedPuppet) => p.messageSendText('nobody', '你好'), 'There is no person nobody.'],
  ['an unknown message', (p: SimulatedPuppet) => p.messagePayload('msg_0'), 'There is no message msg_0'],
  [
    'a file of a text',
    async (p: SimulatedPuppet, lin: string) => p.messageFile(await p.messageSendText(lin, '字')),
    'holds no file',
  ],
  [
    'a contact of a text',
    async (p: SimulatedPuppet, lin: string) => p.messageContact(await p.messageSendText(lin, '字')),
    'holds no contact',
  ],
  [
    'a link of a text',
    async (p: SimulatedPuppet, lin: string) => p.messageUrl(await p.messageSendText(lin, '字')),
    'holds no link',
  ],
  [
    'a place of a text',
    async (p: SimulatedPuppet, lin: string) => p.messageLocation(await p.messageSendText(lin, '字')),
    'holds no location',
  ],
  [
    'a program of a text',
    async (p: SimulatedPuppet, lin: string) => p.messageMiniProgram(await p.messageSendText(lin, '字')),
    'holds no mini',
  ],
  ['an unknown friend request', (p: SimulatedPuppet) => p.friendshipAccept('f'), 'There is no friend request f.'],
  ['an unknown invitation', (p: SimulatedPuppet) => p.roomInvitationAccept('i'), 'There is no invitation i.'],
  ['an unknown moment', (p: SimulatedPuppet) => p.postPayload('m'), 'There is no moment m.'],
])('refuses %s', async (_, act, message) => {
  const { puppet, lin } = await withRoom();

  await expect(act(puppet, lin)).rejects.toThrow(message);
});

test('pictures, files and cards are sent and read back', async () => {
  const { puppet, lin } = await withRoom();
  const url = { title: '好文章', url: 'https://example.invalid/a' };
  const program = { title: '小程序', username: 'gh_1' };
  const place = { name: '学校', address: '路1号', accuracy: 1, latitude: 31, longitude: 121 };

  const picture = await puppet.messageSendFile(lin, FileBox.fromBuffer(PNG, '图.png'));
  const file = await puppet.messageSendFile(lin, FileBox.fromBuffer(Buffer.from('text'), '讲义.pdf'));
  const sent = {
    contact: await puppet.messageSendContact(lin, lin),
    url: await puppet.messageSendUrl(lin, url),
    program: await puppet.messageSendMiniProgram(lin, program),
    place: await puppet.messageSendLocation(lin, place),
    post: await puppet.messageSendPost(lin, { sayableList: [payloads.sayable.text('动态')] }),
  };

  expect(await (await puppet.messageImage(picture, types.Image.Artwork)).toBuffer()).toEqual(PNG);
  expect(await (await puppet.messageFile(file)).toBuffer()).toEqual(Buffer.from('text'));
  expect(await puppet.messageContact(sent.contact)).toBe(lin);
  expect(await puppet.messageUrl(sent.url)).toEqual(url);
  expect(await puppet.messageMiniProgram(sent.program)).toEqual(program);
  expect(await puppet.messageLocation(sent.place)).toEqual(place);
  const kinds = await Promise.all(
    [picture, file, ...Object.values(sent)].map(async (id) => (await puppet.messagePayload(id)).type),
  );
  const { Image, Attachment, Contact, Url, MiniProgram, Location, Post } = types.Message;
  expect(kinds).toEqual([Image, Attachment, Contact, Url, MiniProgram, Location, Post]);
});

test('a link that a person shared has its caption as title', async () => {
  const { puppet, wechat, lin } = await withRoom();

  const { id } = wechat.sendMedia(lin, lin, 'link', '好文章');

  expect(await puppet.messageUrl(id)).toMatchObject({ title: '好文章' });
});

test('a message is forwarded with all it carries', async () => {
  const { puppet, wechat, lin, room } = await withRoom();
  const picture = wechat.sendPicture(lin, lin, { name: '图.png', type: 'image/png', bytes: PNG });

  const forwarded = await puppet.messageForward(room, picture.id);

  expect(await (await puppet.messageFile(forwarded)).toBuffer()).toEqual(PNG);
  expect(await puppet.messagePayload(forwarded)).toMatchObject({ roomId: room, type: types.Message.Image });
});

test('the bot takes its own message back, and the platform tells so', async () => {
  const { puppet, wechat, lin, room, of } = await withRoom();
  const own = await puppet.messageSendText(room, '说错了');
  const other = wechat.say(lin, room, '打卡');

  expect(await puppet.messageRecall(other.id)).toBe(false);
  expect(await puppet.messageRecall(own)).toBe(true);
  expect(await puppet.messageRecall(own)).toBe(false);

  const told = of('message').at(-1) as { messageId: string };
  expect(await puppet.messagePayload(told.messageId)).toMatchObject({ type: types.Message.Recalled, text: own });
  expect(await puppet.messagePayload(own)).toMatchObject({ type: types.Message.Recalled });
});

test('chats are always read', async () => {
  const { puppet, room } = await withRoom();

  expect(await puppet.conversationReadMark(room)).toBe(true);
  expect(await puppet.conversationReadMark(room, false)).toBeUndefined();
});

test('moments are published, found and liked', async () => {
  const { puppet, me } = await withRoom();
  const sayableList = [
    payloads.sayable.text('第一条'),
    payloads.sayable.url({ title: '文', url: 'https://example.invalid' }),
  ];
  const first = await puppet.postPublish({ sayableList });
  const reply = await puppet.postPublish({
    sayableList: [payloads.sayable.image(FileBox.fromBuffer(PNG, 'a.png'))],
    parentId: first,
    rootId: first,
  });
  await expect(puppet.postPublish({ sayableList: [payloads.sayable.contact('x')] })).rejects.toThrow(
    'cannot hold Contact',
  );

  const post = await puppet.postPayload(first);
  if (!payloads.isPostServer(post)) throw new Error('The post was not published.');
  expect(post).toMatchObject({
    contactId: me,
    counter: { children: 1 },
    sayableList: [expect.any(String), expect.any(String)],
  });
  expect(await puppet.sayablePayload(post.sayableList[0] ?? '')).toMatchObject({
    type: 'Text',
    payload: { text: '第一条' },
  });
  expect(await puppet.postSearch({ contactId: me }, { pageSize: 1 })).toEqual({
    response: [first],
    nextPageToken: '1',
  });
  expect(await puppet.postSearch({ parentId: first })).toEqual({ response: [reply] });
  await expect(puppet.postPublish(post)).rejects.toThrow('published already');

  await puppet.tap(first, types.Tap.Like, true);
  expect(await puppet.tap(first)).toBe(true);
  expect(await puppet.tapSearch(first)).toMatchObject({ response: { [types.Tap.Like]: { contactId: [me] } } });
  await puppet.tap(first, types.Tap.Like, false);
  expect(await puppet.tap(first)).toBe(false);
  expect(await puppet.tapSearch(first, { contactId: me })).toMatchObject({
    response: { [types.Tap.Like]: { contactId: [] } },
  });
});

test('what is said before the login is told at the login, once', async () => {
  const opened = await openWorld();
  const lin = opened.wechat.addPerson('林').id;
  const room = opened.wechat.addRoom('晨读', [lin]).id;
  const early = opened.wechat.say(lin, room, '打卡');

  const first = await logIn({}, opened);
  const heard = opened.wechat.say(lin, room, '在线时说的');
  await first.puppet.stop();
  const missed = opened.wechat.say(lin, room, '离线时说的');
  const second = await logIn({}, opened);

  expect(first.of('message')).toEqual([{ messageId: early.id }, { messageId: heard.id }]);
  expect(second.of('message')).toEqual([{ messageId: missed.id }]);
});

test('the own latest messages are told again at login where that is asked for', async () => {
  const opened = await openWorld();
  const lin = opened.wechat.addPerson('林').id;
  const first = await logIn({}, opened);
  await first.puppet.messageSendText(lin, '第一句');
  const own = [await first.puppet.messageSendText(lin, '第二句'), await first.puppet.messageSendText(lin, '第三句')];
  opened.wechat.say(lin, lin, '好的');
  await first.puppet.stop();

  const second = await logIn({ replayOwn: 2 }, opened);

  expect(second.of('message')).toEqual(own.map((messageId) => ({ messageId })));
});

test('the bot is told nothing of a room that it was taken out of', async () => {
  const { wechat, lin, room, me, of } = await withRoom();

  wechat.leaveRoom(room, me);
  wechat.say(lin, room, '它走了');

  expect(of('room-leave')).toEqual([expect.objectContaining({ removeeIdList: [me] })]);
  expect(of('message')).toEqual([]);
});

test('after a stop nothing is told any more', async () => {
  const { puppet, wechat, lin, room, of } = await withRoom();

  await puppet.stop();
  wechat.say(lin, room, '还在吗');

  expect(of('message')).toEqual([]);
  expect(puppet.isLoggedIn).toBe(false);
});
