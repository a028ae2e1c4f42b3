import { expect, test } from 'vitest';
import { startTestWebServer, type TestWebServer } from '../support/test-web-server.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function upload({ url }: TestWebServer, bytes: Uint8Array, from: { personId: string; chatId: string }) {
  const form = new FormData();
  form.set('personId', from.personId);
  form.set('chatId', from.chatId);
  form.set('picture', new File([new Uint8Array(bytes)], '早餐.png', { type: 'image/png' }));
  const headers = { origin: url };
  return fetch(`${url}/api/pictures`, { method: 'POST', body: form, headers });
}

test('a person says something and mentions somebody', async () => {
  const web = await startTestWebServer();
  const lin = web.wechat.addPerson('林小满');
  const room = web.wechat.addRoom('早起群', [lin.id]);

  const message = { personId: lin.id, chatId: room.id, text: '@早八助手\u2005 打卡\n读书', mentionIds: ['bot'] };
  const response = await web.post('/api/messages', message);

  expect(response.status).toBe(201);
  expect(web.wechat.messagesAfter(0, 1)).toMatchObject([
    { fromId: lin.id, chatId: room.id, text: '@早八助手\u2005 打卡\n读书', mentionIds: ['bot'] },
  ]);
});

test('people and rooms are added, renamed, joined and left', async () => {
  const web = await startTestWebServer();
  const change = async (method: string, path: string, json: unknown = {}): Promise<number> => {
    const headers = { 'content-type': 'application/json', origin: web.url };
    return (await fetch(`${web.url}/api${path}`, { method, headers, body: JSON.stringify(json) })).status;
  };

  expect(await change('POST', '/people', { name: ' 林小满 ' })).toBe(201);
  expect(await change('POST', '/rooms', { topic: '早起群', memberIds: [] })).toBe(201);
  expect(await change('PATCH', '/people/p1', { name: '林大满' })).toBe(200);
  expect(await change('PATCH', '/rooms/r1', { topic: '晨读群' })).toBe(200);
  expect(await change('PUT', '/rooms/r1/members/p1')).toBe(200);

  expect(web.wechat.people()[1]).toMatchObject({ name: '林大满' });
  expect(web.wechat.rooms()).toEqual([{ id: 'r1', topic: '晨读群', memberIds: ['bot', 'p1'] }]);
  expect(await change('DELETE', '/rooms/r1/members/p1')).toBe(200);
  expect(web.wechat.rooms()[0]?.memberIds).toEqual(['bot']);
});

test.each([
  ['/api/people', { name: '  ' }, '名字要 1 到 40 个字。'],
  ['/api/people', { name: '长'.repeat(41) }, '名字要 1 到 40 个字。'],
  ['/api/people', [], '请求的格式不对。'],
  ['/api/people', '{"name":', '请求的格式不对。'],
  ['/api/rooms', { topic: '', memberIds: [] }, '群名要 1 到 40 个字。'],
  ['/api/rooms', { topic: '群', memberIds: 'p1' }, '群成员不对，请重新选择。'],
  ['/api/messages', { personId: 'p1', chatId: 'p1', text: ' \n ' }, '消息要 1 到 4000 个字。'],
  ['/api/messages', { personId: 'p1', chatId: 'p1', text: '长'.repeat(4_001) }, '消息要 1 到 4000 个字。'],
  ['/api/messages', { chatId: 'p1', text: '早' }, '没有这个人物，请刷新页面。'],
  ['/api/media', { personId: 'p1', chatId: 'p1', kind: 'game', caption: '玩' }, '不支持这种消息。'],
  ['/api/time', { kind: 'by', minutes: -5 }, '不能这样调整时间。'],
  ['/api/time', { kind: 'to', localTime: '25:00' }, '不能这样调整时间。'],
  ['/api/time', { kind: 'back' }, '不能这样调整时间。'],
])('%s refuses %j in plain words', async (path, json, error) => {
  const web = await startTestWebServer();

  const response = await web.post(path, json);

  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error });
});

test('what the world refuses is an answer, not a fault', async () => {
  const web = await startTestWebServer();

  const response = await web.post('/api/messages', { personId: 'nobody', chatId: 'nobody', text: '早' });

  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({ detail: 'There is no such person.' });
});

test('a picture comes back as it was sent', async () => {
  const web = await startTestWebServer();
  const lin = web.wechat.addPerson('林小满');

  const sent = await upload(web, png, { personId: lin.id, chatId: lin.id });
  const { id } = (await sent.json()) as { id: string };
  const received = await fetch(`${web.url}/api/pictures/${id}`);

  expect(received.headers.get('content-type')).toBe('image/png');
  expect(received.headers.get('x-content-type-options')).toBe('nosniff');
  expect(Buffer.from(await received.arrayBuffer())).toEqual(png);
});

test.each([
  ['a script named as a picture', Buffer.from('<svg onload="alert(1)"/>'), 400],
  ['a picture of more than 5 MB', Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]), 413],
  ['a body far beyond the limit', Buffer.alloc(8 * 1024 * 1024), 413],
])('%s is refused', async (_what, bytes, status) => {
  const web = await startTestWebServer();
  const lin = web.wechat.addPerson('林小满');

  const response = await upload(web, bytes, { personId: lin.id, chatId: lin.id });

  expect(response.status).toBe(status);
  expect(web.wechat.messagesAfter(0, 9)).toEqual([]);
});

test('JSON of more than 64 KB is refused', async () => {
  const web = await startTestWebServer();

  const response = await web.post('/api/people', { name: 'x'.repeat(65 * 1024) });

  expect(response.status).toBe(413);
});

test('time moves one move at a time', async () => {
  const web = await startTestWebServer();
  let arrive = (): void => undefined;
  web.timeMachine.gate = new Promise((resolve) => (arrive = resolve));

  const first = web.post('/api/time', { kind: 'next-day' });
  await expect.poll(() => web.timeMachine.moves).toEqual(['next day']);
  const second = await web.post('/api/time', { kind: 'by', minutes: 10 });
  arrive();

  expect(second.status).toBe(409);
  expect(await (await first).json()).toEqual({ now: Date.parse('2025-11-21T07:50:00+08:00') });
  expect(web.timeMachine.moves).toEqual(['next day']);
});

test('the demo data is loaded once', async () => {
  const web = await startTestWebServer();

  const statuses = [(await web.post('/api/demo', {})).status, (await web.post('/api/demo', {})).status];

  expect(statuses).toEqual([200, 409]);
  expect(web.seeds()).toBe(1);
});
