import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { EventStream } from '../support/event-stream.js';
import { startTestWebServer, type TestWebServer } from '../support/test-web-server.js';

async function listen({ url }: TestWebServer, cursor?: string): Promise<EventStream> {
  const headers = cursor === undefined ? undefined : { 'last-event-id': cursor };
  const stream = await EventStream.open(`${url}/api/events`, headers);
  onTestFinished(() => stream.close());
  return stream;
}

test('a new page receives the situation, the cast and everything said so far', async () => {
  const web = await startTestWebServer();
  const lin = web.wechat.addPerson('林小满');
  web.wechat.say(lin.id, lin.id, '早');

  const stream = await listen(web);

  expect(await stream.next('situation')).toMatchObject({
    data: { claimCode: 'K7PM42QX', connection: { state: 'online' }, simulation: { moving: false, demo: 'absent' } },
  });
  expect(await stream.next('cast')).toMatchObject({ data: { people: [{ isBot: true }, { name: '林小满' }] } });
  expect(await stream.next('fresh')).toMatchObject({ data: [{ text: '早' }] });
});

test('what is said while a page listens arrives once', async () => {
  const web = await startTestWebServer();
  const lin = web.wechat.addPerson('林小满');
  const stream = await listen(web);
  await stream.next('fresh');

  web.wechat.say(lin.id, lin.id, '一');
  web.wechat.say(lin.id, lin.id, '二');

  expect(await stream.next('messages')).toMatchObject({ data: [{ text: '一' }, { text: '二' }] });
});

test('a page that resumes receives what it missed and nothing twice', async () => {
  const web = await startTestWebServer();
  const lin = web.wechat.addPerson('林小满');
  web.wechat.say(lin.id, lin.id, '以前');
  const first = await listen(web);
  const seen = await first.next('fresh');
  first.close();

  web.wechat.say(lin.id, lin.id, '错过一');
  web.wechat.say(lin.id, lin.id, '错过二');
  const second = await listen(web, seen?.id);

  expect(await second.next('messages')).toMatchObject({ data: [{ text: '错过一' }, { text: '错过二' }] });
});

test.each(['another.5', '5', 'rubbish', ''])('the cursor "%s" of another world starts afresh', async (cursor) => {
  const web = await startTestWebServer();
  const lin = web.wechat.addPerson('林小满');
  web.wechat.say(lin.id, lin.id, '早');

  const stream = await listen(web, cursor);

  expect(await stream.next('fresh')).toMatchObject({ data: [{ text: '早' }] });
});

test('a page that missed more than is kept starts afresh instead of showing a gap', async () => {
  const web = await startTestWebServer();
  const lin = web.wechat.addPerson('林小满');
  web.wechat.say(lin.id, lin.id, '以前');
  const first = await listen(web);
  const seen = await first.next('fresh');
  first.close();

  for (let count = 0; count < 1_001; count++) web.wechat.say(lin.id, lin.id, `${count}`);
  const second = await listen(web, seen?.id);

  expect((await second.next('fresh'))?.data).toHaveLength(1_000);
});

test('a recalled message is named to open pages and to those that come later', async () => {
  const web = await startTestWebServer();
  const lin = web.wechat.addPerson('林小满');
  const said = web.wechat.say(lin.id, lin.id, '说错了');
  const stream = await listen(web);
  const seen = await stream.next('fresh');

  web.wechat.recall(said.id);

  expect(await stream.next('recalled')).toMatchObject({ data: [said.id] });
  expect(await (await listen(web, seen?.id)).next('recalled')).toMatchObject({ data: [said.id] });
});

test('every page learns that time is moving, and where it stopped', async () => {
  const web = await startTestWebServer();
  let arrive = (): void => undefined;
  web.timeMachine.gate = new Promise((resolve) => (arrive = resolve));
  const stream = await listen(web);
  await stream.next('situation');

  const moved = web.post('/api/time', { kind: 'to', localTime: '08:00' });
  expect(await stream.next('situation')).toMatchObject({ data: { simulation: { moving: true } } });
  arrive();

  expect((await moved).status).toBe(200);
  const now = Date.parse('2025-11-20T08:00:00+08:00');
  expect(await stream.next('situation')).toMatchObject({ data: { simulation: { moving: false, now } } });
});

test('while time is moved, what is said arrives gathered, and whole when it has arrived', async () => {
  const web = await startTestWebServer();
  let arrive = (): void => undefined;
  web.timeMachine.gate = new Promise((resolve) => (arrive = resolve));
  const lin = web.wechat.addPerson('林小满');
  const stream = await listen(web);
  await stream.next('fresh');

  const moved = web.post('/api/time', { kind: 'next-day' });
  await stream.next('situation');
  for (let count = 0; count < 20; count++) {
    web.wechat.say(lin.id, lin.id, `${count}`);
    await sleep(2);
  }
  arrive();
  await moved;
  const gathered: unknown[][] = [];
  while (gathered.flat().length < 20) gathered.push((await stream.next('messages'))?.data as unknown[]);

  expect(gathered.flat()).toMatchObject(Array.from({ length: 20 }, (_, count) => ({ text: `${count}` })));
  expect(gathered.length).toBeLessThan(10);
});

test('the connection is looked at again by itself', async () => {
  let state: 'connecting' | 'stopped' = 'connecting';
  const web = await startTestWebServer({ connection: () => ({ state }) });
  const stream = await listen(web);
  await stream.next('situation');

  state = 'stopped';

  expect(await stream.next('situation')).toMatchObject({ data: { connection: { state: 'stopped' } } });
});

test('closing ends open streams at once and lets go of the world', async () => {
  const web = await startTestWebServer();
  const stream = await listen(web);
  await stream.next('fresh');
  const before = performance.now();

  await web.server.close();

  expect(performance.now() - before).toBeLessThan(500);
  expect(await stream.next('anything')).toBeUndefined();
  expect(web.wechat.listenerCount).toBe(0);
});

test('pages beyond the fiftieth are turned away', async () => {
  const web = await startTestWebServer();
  for (let count = 0; count < 50; count++) await listen(web);

  const response = await fetch(`${web.url}/api/events`);

  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ error: '打开的页面太多，请关掉几个再试。' });
});
