/** Every word of the vocabulary does what it is there for, so that a list grows without a test of its own. */

import { describe, expect, test } from 'vitest';
import { vocabulary } from '../../../src/copy/zh-cn/vocabulary/vocabulary.js';
import { meaningOf } from './meaning.js';

const { calendar, checkIn, closed, lead, leave, makeUp, question, script, veto } = vocabulary;

test.each(lead.activities)('%s may stand before a check-in and before nothing else', (activity) => {
  expect(meaningOf(`${activity}打卡 两遍`)).toBe('check-in|两遍');
  expect(meaningOf(`#${activity}打卡#`)).toBe('check-in|');
  expect(meaningOf(`${activity} 打卡群`)).toBe('none');
  expect(meaningOf(`${activity}抽奖`)).toBe('none');
});

test.each(lead.greetings)('the greeting %s may stand before a check-in and before nothing else', (greeting) => {
  expect(meaningOf(`${greeting}，打卡`)).toBe('check-in|');
  expect(meaningOf(`${greeting}，抽奖`)).toBe('none');
});

test.each(lead.polite)('%s may lead a command but no check-in', (polite) => {
  expect(meaningOf(`${polite}抽奖`)).toBe('draw');
  expect(meaningOf(`${polite}补卡 昨天`)).toBe('make-up|2026-11-19|');
  expect(meaningOf(`${polite}打卡`)).toBe('none');
});

describe.each([...checkIn.stamps, ...checkIn.fixed, checkIn.homework, ...checkIn.coming.map((each) => `${each}打卡`)])(
  'the word %s',
  (word) => {
    test.each(['', ...checkIn.particles])('checks in with the particle "%s"', (particle) => {
      expect(meaningOf(word + particle)).toBe('check-in|');
      expect(meaningOf(`${word}${particle}：读书20页`)).toBe('check-in|读书20页');
    });

    test.each(['率', '群', '的同学', '人数', '吗', '？', '了没', '好难', '吧', '时间', '的', '100天了', '第一名'])(
      'is talk before %s',
      (tail) => {
        expect(meaningOf(word + tail)).toBe('none');
      },
    );
  },
);

test.each(question.openers)('a report does not open with %s', (opener) => {
  expect(meaningOf(`打卡 ${opener}没有记录`)).toBe('none');
});

test.each(question.endings)('a report does not end its first clause in %s', (ending) => {
  expect(meaningOf(`打卡 今天算${ending}`)).toBe('none');
  expect(meaningOf(`打卡 读完了，今天算${ending}`)).not.toBe('none');
});

test.each(veto.cards.map((card) => `[${card}]`))('the card %s is nobody’s word', (card) => {
  expect(meaningOf(`打卡 ${card}`)).toBe('none');
});

test.each(makeUp.keys)('%s makes up', (key) => {
  expect(meaningOf(`${key} 昨天 读书`)).toBe('make-up|2026-11-19|读书');
  expect(meaningOf(`${key}卡`)).toBe('none');
  expect(meaningOf(`${key}可以吗`)).toBe('none');
});

test.each([...makeUp.verbs, ...makeUp.ambiguousVerbs])('%s makes up the day behind it', (verb) => {
  expect(meaningOf(`${verb}昨天的打卡`)).toBe('make-up|2026-11-19|');
  expect(meaningOf(`${verb}昨天的觉`)).toBe('none');
});

test.each(leave.reasons)('%s is a reason for a leave', (reason) => {
  expect(meaningOf(`请假${reason}`)).toBe('leave|2026-11-20');
});

test.each(calendar.units)('a number of %s is no day', (unit) => {
  expect(meaningOf(`补卡 11.18${unit}`)).toMatch(/^make-up\|null\|/);
});

test.each(Object.entries(closed.phrases).flatMap(([intent, phrases]) => phrases.map((phrase) => [phrase, intent])))(
  '%s means %s',
  (phrase, intent) => {
    expect(meaningOf(phrase)).toBe(intent);
    expect(meaningOf(`@机器人 【${phrase}】～`)).toBe(intent);
    expect(meaningOf(`${phrase}的事`)).toBe('none');
  },
);

test('traditional characters are paired with simplified ones', () => {
  expect(script.traditional).toHaveLength(script.simplified.length);
  expect(new Set(script.traditional).size).toBe(script.traditional.length);
});
