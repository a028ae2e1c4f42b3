/** The parts of the rules: words, links, codes, floods, verdicts. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moderationWords } from '../../../src/copy/zh-cn/vocabulary/moderation-words.js';
import { FloodWatch } from '../../../src/domain/moderation/flood-watch.js';
import { judgeCode } from '../../../src/domain/moderation/judge-code.js';
import { createLineJudge } from '../../../src/domain/moderation/judge-line.js';
import { findHosts, judgeHosts } from '../../../src/domain/moderation/links.js';
import { densify } from '../../../src/domain/moderation/normal-text.js';
import { decideVerdict } from '../../../src/domain/moderation/verdict.js';
import { WordFinder } from '../../../src/domain/moderation/word-finder.js';
import { createWordLists, normalWord } from '../../../src/domain/moderation/word-lists.js';

const judge = createLineJudge(moderationWords);
const { hosts } = moderationWords;
const DAY = 86_400_000;
const NOW = Date.parse('2026-03-02T10:00:00+08:00');

test('the finder finds what looking for each word finds', () => {
  const letters = fc.string({ unit: fc.constantFrom('兼', '职', '刷', 'a', 'b'), maxLength: 40 });
  const list = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom('兼', '职', '刷', 'a', 'b'), minLength: 1, maxLength: 4 }),
    {
      maxLength: 30,
    },
  );

  fc.assert(
    fc.property(letters, list, (text, words) => {
      const found = new WordFinder(words).findAll(text).map(({ word, start, end }) => `${words[word]} ${start} ${end}`);
      const plain = words.flatMap((word) => placesOf(text, word).map((at) => `${word} ${at} ${at + word.length}`));
      expect(found.toSorted()).toEqual(plain.toSorted());
    }),
  );
});

test('one look tells whether one of the words that are meant is there', () => {
  const finder = new WordFinder(['兼职', '刷单', '职刷']);

  expect(finder.finds('兼职刷', (word) => word === 2)).toBe(true);
  expect(finder.finds('兼职刷', (word) => word === 1)).toBe(false);
  expect(finder.finds('', () => true)).toBe(false);
});

function placesOf(text: string, word: string): number[] {
  return Array.from({ length: text.length }, (_, at) => at).filter((at) => text.startsWith(word, at));
}

test('ten thousand words cost a line less than 50 microseconds', () => {
  const han = (index: number): string => String.fromCodePoint(0x4e00 + (index % 3_000));
  const words = Array.from(
    { length: 10_000 },
    (_, index) => `${han(index)}${han(index * 7 + 3)}${han(index * 13 + 11)}`,
  );
  const lines = Array.from({ length: 200 }, (_, at) =>
    Array.from({ length: 60 }, (_, index) => han(at * 61 + index * 17)).join(''),
  );
  const lists = createWordLists(
    words.map((word) => ({ list: 'banned', word })),
    judge.normalise,
  );

  const times = Array.from({ length: 20 }, () => {
    const start = performance.now();
    for (const line of lines) lists.findBanned(line);
    return (performance.now() - start) / lines.length;
  });

  expect(Math.min(...times)).toBeLessThan(0.05);
});

test('ordinary talk costs less than 20 microseconds', () => {
  const lines = [
    '老师，第3题的答案是 B 吗',
    '今天读了三页，收获很大，继续加油',
    '会议号 987 654 321，密码 1234',
    '哈哈哈哈',
    '我先去吃饭了，晚上八点见',
  ];

  const times = Array.from({ length: 200 }, () => {
    const start = performance.now();
    for (const line of lines) judge.judge(line);
    return (performance.now() - start) / lines.length;
  });

  expect(Math.min(...times)).toBeLessThan(0.02);
});

test('banned words are found in other clothes, as whole Latin words, and not within allowed ones', () => {
  const entries = [
    { list: 'banned', word: normalWord('赌 博', judge.normalise) },
    { list: 'banned', word: normalWord('ＨＳＫ', judge.normalise) },
    { list: 'allowed-word', word: '反赌博' },
  ] as const;
  const lists = createWordLists(entries, judge.normalise);

  expect(lists.findBanned('赌\u200b 博')).toBe('赌博');
  expect(lists.findBanned('赌.博|群')).toBe('赌博');
  expect(lists.findBanned('反赌博宣传')).toBeUndefined();
  expect(lists.findBanned('考 hsk 的同学')).toBe('hsk');
  expect(lists.findBanned('thskx')).toBeUndefined();
});

test('hosts are told from mailboxes, numbers and sentences', () => {
  expect(
    findHosts('见 https://user@evil.example.com:8080/a?b=c 和 www.bbc.com/news，a.b@qq.com，3.5元，v1.2.3'),
  ).toEqual(['evil.example.com', 'www.bbc.com']);
  expect(judgeHosts(['book.douban.com'], hosts)).toBe('good');
  expect(judgeHosts(['douban.com.evil.com'], hosts)).toBe('unknown');
  expect(judgeHosts(['mobile.yangkeduo.com', 'bbc.com'], hosts)).toBe('bad');
  expect(judgeHosts(['a.shop'], hosts)).toBe('cheap');
  expect(judgeHosts(['a.shop'], hosts, ['a.shop'])).toBe('good');
  expect(judgeHosts(['wеchat.com'], hosts), 'a Cyrillic letter in it').toBe('bad');
});

test('a link in disguise, a short one and one in a card with an offer are found; alone they are something to read', () => {
  expect(judge.judge('领资料点这里 https://wеchat.com/a')?.kind).toBe('link');
  expect(judge.judge('打车券免费领，点链接 https://t.cn/A6QwErT')?.kind).toBe('ad');
  expect(judge.judge('xn--fiqs8s.com 免费领课，加微信 abc123')?.kind).toBe('ad');
  expect(judge.judge('这篇不错 https://t.cn/A6QwErT')).toBeUndefined();
});

test('codes lead to people and rooms, to good hosts, or nowhere', () => {
  expect(judgeCode('https://u.wechat.com/MExample', hosts)).toBe('wechat-invite');
  expect(judgeCode('https://weixin.qq.com/g/AwYAA', hosts)).toBe('wechat-invite');
  expect(judgeCode('wxp://f2f0abc', hosts)).toBe('wechat-invite');
  expect(judgeCode('https://docs.qq.com/form/1', hosts)).toBeUndefined();
  expect(judgeCode('https://evil.example/1', hosts)).toBe('other-code');
  expect(judgeCode('https://evil.example/1', hosts, ['evil.example'])).toBeUndefined();
  expect(judgeCode('第三课 单词表', hosts)).toBeUndefined();
});

test('verdicts go step by step, and what lies back counts less', () => {
  const ago = (...days: number[]) => days.map((day) => ({ at: NOW - day * DAY }));

  expect(decideVerdict([], NOW)).toBe('warn');
  expect(decideVerdict(ago(1), NOW)).toBe('hide');
  expect(decideVerdict(ago(45), NOW)).toBe('warn');
  expect(decideVerdict(ago(1, 2), NOW)).toBe('propose');
  expect(decideVerdict(ago(25, 29), NOW)).toBe('hide');
  expect(decideVerdict(ago(0, 0, 0, 0), NOW), 'all in the same moment').toBe('hide');
});

test('a flood is told once, by whoever it is, and a message that comes twice counts once', () => {
  const watch = new FloodWatch();
  const say = (who: string, at: number, text: string, messageId = `${who}${at}${text}`) =>
    watch.hear({ who, at: NOW + at, text, messageId });

  const lines = Array.from({ length: 40 }, (_, index) => say('lin', index * 1_000, `第${index}句话说得挺多`));
  const slow = Array.from({ length: 40 }, (_, index) => say('zhou', index * 10_000, `慢慢说第${index}句话`));
  const same = Array.from({ length: 6 }, (_, index) => say('wu', index * 20_000, '大家看看这个吧'));
  const twice = Array.from({ length: 9 }, () => say('chen', 0, '大家看看这个吧', 'one'));

  expect(lines.filter((flood) => flood !== undefined)).toEqual(['lines']);
  expect(slow.every((flood) => flood === undefined)).toBe(true);
  expect(same).toEqual([undefined, undefined, undefined, 'repeats', undefined, undefined]);
  expect(twice.every((flood) => flood === undefined)).toBe(true);
});

const PIECES =
  String.raw`加微信|v:|https://|a.|.com|xn--|「|“|」|兼职|日结|1|0|9|q|+|@|微 |群|零|,|.|，|。|?|领|元|私|a_|-|送| |\n|😀|¥|́|赚|的`.split(
    '|',
  );

test('ten thousand characters of whatever it is are read in no time', () => {
  const lists = createWordLists([{ list: 'banned', word: '加微' }], judge.normalise);
  const bestTime = (line: string): number =>
    Math.min(
      ...Array.from({ length: 3 }, () => {
        const start = performance.now();
        judge.judge(line);
        lists.findBanned(line);
        return performance.now() - start;
      }),
    );
  const repeated = PIECES.map((piece) => piece.repeat(10_000 / piece.length));
  const pairs = PIECES.flatMap((one) => PIECES.map((other) => (one + other).repeat(5_000 / (one + other).length)));

  expect([...repeated, ...pairs].filter((line) => bestTime(line) > 50).map((line) => line.slice(0, 12))).toEqual([]);
});

test('ten thousand lines of any characters are judged without a fault', () => {
  const line = fc.string({
    unit: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })),
    maxLength: 60,
  });

  fc.assert(
    fc.property(line, (text) => {
      const start = performance.now();
      judge.judge(text);
      return performance.now() - start < 250;
    }),
    { numRuns: 10_000 },
  );
});

test.each([
  '激活 VXWX-92ZT-VX11-HHW4',
  '激活：vxwx-92zt-vx11-hhw4',
  '我的兑换码 VXWX92ZTVX11HHW4。',
  '@机器人 激活 VXWX-92ZT-VX11-HHW4',
  '邀请码 VX7Q3MXA',
])('%s is a code and no address', (line) => {
  expect(judge.isCode(line)).toBe(true);
});

test.each([
  '加微信领资料 激活码 vx123456',
  '激活码加vx VXWX-92ZT-VX11-HHW4',
  '激活 VXWX-92ZT-VX11-HHW4 兼职日结加微信 abc12345',
  '邀请码 加我 vx7q3mxa',
  'vx12345678',
  '加微信 abcd1234',
])('%s is more than a code', (line) => {
  expect(judge.isCode(line)).toBe(false);
});

test('a line is read character by character as it is read whole', () => {
  const { normalise } = judge;
  const units = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
  const common = fc.constantFrom(
    '打',
    '卡',
    '，',
    '。',
    '…',
    'Ａ',
    'É',
    'é',
    '\u0301',
    '薇',
    '“',
    ' ',
    '　',
    '.',
    'a',
    '7',
    '️',
    '🐧',
  );
  const text = fc.string({ unit: fc.oneof(common, units), maxLength: 30 });

  fc.assert(
    fc.property(text, (line) => {
      // A mark that is dropped again makes the line one that is read whole.
      expect(normalise(line)).toBe(normalise(`${line}\u00ad`));
      expect(densify(line)).toBe(densify(`${line}\u{1f427}`));
    }),
    { numRuns: 5_000 },
  );
});
