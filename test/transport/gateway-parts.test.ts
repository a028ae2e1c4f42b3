import { expect, test } from 'vitest';
import { types } from 'wechaty-puppet';
import { SendError } from '../../src/ports/chat-gateway.js';
import type { ChatEvent } from '../../src/ports/chat-gateway.js';
import { backOff } from '../../src/transport/wechaty/back-off.js';
import { capabilitiesOf } from '../../src/transport/wechaty/capabilities.js';
import { instantOf } from '../../src/transport/wechaty/instant-of.js';
import { messageKind } from '../../src/transport/wechaty/message-kind.js';
import { OrderedEvents } from '../../src/transport/wechaty/ordered-events.js';
import { messageOf, plainReason } from '../../src/transport/wechaty/plain-reason.js';
import { addressFailure, sendFailure } from '../../src/transport/wechaty/send-failure.js';

test('pauses double from one second to five minutes', () => {
  const pauses = [1, 2, 3, 4, 8, 9, 10, 50, 5_000].map((failures) => backOff(failures, () => 0) / 1_000);

  expect(pauses).toEqual([1, 2, 4, 8, 128, 256, 300, 300, 300]);
});

test('jitter adds a quarter at most and never passes five minutes', () => {
  expect(backOff(1, () => 0.5)).toBe(1_125);
  expect(backOff(4, () => 0.999_999)).toBe(10_000);
  expect(backOff(9, () => 0.999_999)).toBe(300_000);
});

test.each([
  ['seconds', 1_772_409_600, 1_772_409_600_000],
  ['milliseconds', 1_772_409_600_123, 1_772_409_600_123],
  ['fractions of a second', 1_772_409_600.5, 1_772_409_600_500],
  ['nothing', undefined, 7],
  ['zero', 0, 7],
  ['not a number', Number.NaN, 7],
])('a time in %s is understood', (_, told, expected) => {
  expect(instantOf(told, 7)).toBe(expected);
});

test('the numbers of message types are those of wechaty', () => {
  const { Text, Image, Audio, Video, Url, Attachment, Emoticon, GroupNote, Location, Recalled, Unknown } =
    types.Message;
  const kinds = [Text, Image, Audio, Video, Url, Attachment, Emoticon, GroupNote, Location, Recalled, Unknown].map(
    messageKind,
  );

  expect(kinds).toEqual([
    'text',
    'picture',
    'voice',
    'video',
    'link',
    'file',
    'sticker',
    'text',
    'other',
    undefined,
    undefined,
  ]);
  const all = Object.values(types.Message).filter((value): value is types.Message => typeof value === 'number');
  expect(all.filter((type) => messageKind(type) === undefined)).toEqual([Unknown, Recalled]);
});

test('capabilities are those found by running the puppets', () => {
  expect(capabilitiesOf('simulated')).toMatchObject({ mention: 'ids', recall: true, echo: true, tag: true });
  expect(capabilitiesOf('wechaty-puppet-service')).toMatchObject({ mention: 'ids', tag: false, recall: false });
  expect(capabilitiesOf('wechaty-puppet-wechat4u')).toMatchObject({
    mention: 'text',
    announce: false,
    stableIds: false,
  });
  expect(capabilitiesOf('wechaty-puppet-of-tomorrow')).toMatchObject({
    mention: 'text',
    echo: false,
    stableIds: false,
  });
});

test.each([
  ['操作太频繁，请稍后再试', 'not-sent', 'throttled'],
  ['操作频繁', 'not-sent', 'throttled'],
  ['操作过于频繁', 'not-sent', 'throttled'],
  ['You are sending too frequently', 'not-sent', 'throttled'],
  ['429 Too Many Requests', 'not-sent', 'throttled'],
  ['rate limit exceeded', 'not-sent', 'throttled'],
  ['14 UNAVAILABLE: Connection dropped', 'unknown', 'unreachable'],
  ['Sending took longer than 15 seconds.', 'unknown', 'other'],
  ['something odd', 'unknown', 'other'],
])('a failed send with 「%s」 is %s, %s', (message, outcome, trouble) => {
  expect(sendFailure(new Error(message))).toMatchObject({ name: 'SendError', outcome, trouble });
});

test.each([
  ['There is no room 1@chatroom.', 'gone'],
  ['room not found', 'gone'],
  ['contact does not exist', 'gone'],
  ['14 UNAVAILABLE: Connection dropped', 'unreachable'],
  ['Finding the chat took longer than 5 seconds.', 'unreachable'],
  ['something odd', 'other'],
])('a chat that could not be found for 「%s」 is certain: nothing was sent', (message, trouble) => {
  expect(addressFailure(new Error(message))).toMatchObject({ outcome: 'not-sent', trouble });
});

test('a send error stays what it is', () => {
  const gone = new SendError('not-sent', 'gone', 'gone');

  expect(sendFailure(gone)).toBe(gone);
  expect(addressFailure(gone)).toBe(gone);
});

test.each([
  ["Cannot find package 'wechaty-puppet-x' imported from /a/b.js", 'The puppet package is not installed.'],
  ['16 UNAUTHENTICATED: Invalid Wechaty TOKEN "puppet_donut_secret"', 'The puppet service refused the token.'],
  ['14 UNAVAILABLE: No connection established.', 'The puppet service cannot be reached.'],
  [
    'request to https://wx.qq.com failed, reason: getaddrinfo ENOTFOUND wx.qq.com',
    'WeChat cannot be reached over the network.',
  ],
  [
    '14 Name resolution failed for target dns:puppet.invalid:8788',
    'The name of the puppet service cannot be resolved.',
  ],
  ['', 'The puppet failed without saying why.'],
  ['It broke\n    at somewhere (file.js:1:1)', 'It broke.'],
])('「%s」 is said in one plain sentence', (message, sentence) => {
  expect(plainReason(new Error(message))).toBe(sentence);
});

test('logs hold neither ids nor tokens', () => {
  const message = messageOf(
    new Error('wxid_abc123 in 123_4@chatroom, @@1234567890abcdef1234567890, TOKEN "x1", insecure_a-b1'),
  );

  expect(message).toBe('[id] in [id], [id], TOKEN [token], [token]');
});

test('the cause of an error is told with it', () => {
  expect(messageOf(new Error('fetch failed', { cause: new Error('ECONNRESET') }))).toBe('fetch failed (ECONNRESET)');
});

test('events come in order however long each takes to prepare, and a failed one holds up nobody', async () => {
  const delivered: ChatEvent[] = [];
  const lost: unknown[] = [];
  const line = new OrderedEvents({ deliver: (event) => delivered.push(event), onLost: (error) => lost.push(error) });
  const event = (topic: string) => ({ type: 'room.renamed', at: 0, room: { platformId: 'r', topic } }) as const;
  let arrive: (event: ChatEvent) => void = () => {};
  const slow = new Promise<ChatEvent>((resolve) => {
    arrive = resolve;
  });

  line.push(slow);
  line.push(Promise.reject(new Error('gone')));
  line.push(Promise.resolve(undefined));
  line.push(Promise.resolve(event('second')));
  await new Promise(setImmediate);
  expect(delivered).toEqual([]);
  arrive(event('first'));
  await new Promise(setImmediate);

  expect(delivered).toEqual([event('first'), event('second')]);
  expect(lost).toEqual([new Error('gone')]);
  line.close();
});
