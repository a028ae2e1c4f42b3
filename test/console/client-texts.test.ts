import { expect, test } from 'vitest';
import { fullMoment, localMoment, shortMoment } from '../../src/console/client/local-moment.js';
import { insertMention, mentionedIds, mentionQuery } from '../../src/console/client/mention-text.js';
import { mergeMessages } from '../../src/console/client/merge-messages.js';
import type { SimulatedMessage } from '../../src/ports/simulated-wechat.js';

const now = Date.parse('2025-11-20T20:00:00+08:00');

test.each([
  ['2025-11-20T00:05:00+08:00', '00:05'],
  ['2025-11-19T23:59:00+08:00', '昨天 23:59'],
  ['2025-11-16T08:00:00+08:00', '周日 08:00'],
  ['2025-11-13T08:00:00+08:00', '11月13日 08:00'],
  ['2025-11-21T08:00:00+08:00', '11月21日 08:00'],
])('%s is told as %s on the evening of the 20th', (at, told) => {
  const { day: today } = localMoment(now, 'Asia/Shanghai');

  expect(shortMoment(Date.parse(at), today, 'Asia/Shanghai')).toBe(told);
});

test('a moment is told in the time zone of the community', () => {
  expect(fullMoment(now, 'Asia/Shanghai')).toBe('11月20日 周四 20:00');
  expect(fullMoment(now, 'America/New_York')).toBe('11月20日 周四 07:00');
});

test.each([
  ['@', 1, { start: 0, words: '' }],
  ['你好@林', 4, { start: 2, words: '林' }],
  ['＠林', 2, { start: 0, words: '林' }],
  ['@林 你好', 5, undefined],
  ['@林小满\u2005', 5, undefined],
  ['打卡', 2, undefined],
])('in "%s" with the caret at %i the name being typed is %j', (text, caret, query) => {
  expect(mentionQuery(text, caret)).toEqual(query);
});

test('a chosen name takes the place of what was typed, and the caret goes behind it', () => {
  const chosen = insertMention('早，@林 读完了', { start: 2, words: '林' }, '林小满🌱');

  expect(chosen).toEqual({ text: '早，@林小满🌱\u2005 读完了', caret: 9 });
});

test('a mention that was deleted again mentions nobody', () => {
  const picked = [
    { id: 'lin', name: '林' },
    { id: 'emma', name: 'Emma' },
    { id: 'lin', name: '林' },
  ];

  expect(mentionedIds('@林\u2005早 @Emma', picked)).toEqual(['lin']);
});

test('messages that come twice are held once, and the oldest go first', () => {
  const message = (sequence: number): SimulatedMessage => ({
    sequence,
    id: `m${sequence}`,
    chatId: 'r',
    fromId: 'p',
    at: 0,
    kind: 'text',
    text: '',
    mentionIds: [],
  });
  const held = Array.from({ length: 2_000 }, (_, index) => message(index + 1));

  const merged = mergeMessages(held, [message(2_000), message(2_001)]);

  expect(merged).toHaveLength(2_000);
  expect(merged.at(0)?.sequence).toBe(2);
  expect(merged.at(-1)?.sequence).toBe(2_001);
});
