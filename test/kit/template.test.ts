import { describe, expect, test } from 'vitest';
import {
  sayTemplateFault,
  templateFallbacks,
  templateNames,
  templateValues,
} from '../../src/copy/zh-cn/template-variables.js';
import { checkTemplate, renderTemplate, type TemplateValues } from '../../src/kit/template.js';

function faultsOf(text: string) {
  return checkTemplate(text, templateNames);
}

function render(text: string, values: TemplateValues = {}): string {
  return renderTemplate(text, values, templateFallbacks);
}

describe('a text that is saved', () => {
  test.each([
    ['没有变量，{括号} 和 (｡･ω･｡)'],
    ['{{ 昵称 }}，早'],
    ['{{昵称}}{{群名}}'],
    ['{{ 昵称 | default: "朋友" }}'],
    ["{{ 昵称|default:'朋友' }}"],
    ['{{ 昵称 ｜ default：“朋友” }}'],
    ['{{ 连续天数 | default: 「好几」 }}'],
    ['{{ 日期 | default: "" }}'],
  ])('may be «%s»', (text) => {
    expect(faultsOf(text)).toEqual([]);
  });

  test.each`
    text                            | fault
    ${'{{ 昵程 }}'}                 | ${{ code: 'template.unknown_variable', line: 1, column: 4, name: '昵程', suggestion: '昵称' }}
    ${'早\n😀{{连续天}}'}           | ${{ code: 'template.unknown_variable', line: 2, column: 4, name: '连续天', suggestion: '连续天数' }}
    ${'{{ nickname }}'}             | ${{ code: 'template.unknown_variable', line: 1, column: 4, name: 'nickname' }}
    ${'{{ constructor }}'}          | ${{ code: 'template.unknown_variable', line: 1, column: 4, name: 'constructor' }}
    ${'{{ 昵称 | upcase }}'}        | ${{ code: 'template.unknown_filter', line: 1, column: 9, name: 'upcase', suggestion: 'default' }}
    ${'{{ 昵称 | defualt: "友" }}'} | ${{ code: 'template.unknown_filter', line: 1, column: 9, name: 'defualt', suggestion: 'default' }}
    ${'早，{{ 昵称'}                | ${{ code: 'template.unclosed', line: 1, column: 3 }}
    ${'早，{{ 昵称\n好'}            | ${{ code: 'template.unclosed', line: 1, column: 3 }}
    ${'昵称 }}'}                    | ${{ code: 'template.unopened', line: 1, column: 4 }}
    ${'{{ }}'}                      | ${{ code: 'template.empty', line: 1, column: 1 }}
    ${'{{ 昵称 | default }}'}       | ${{ code: 'template.malformed', line: 1, column: 1 }}
    ${'{{ 昵称 | default: 友 }}'}   | ${{ code: 'template.malformed', line: 1, column: 1 }}
    ${'{{ 昵称 | default: "友 }}'}  | ${{ code: 'template.malformed', line: 1, column: 1 }}
    ${'{{ 昵称.length }}'}          | ${{ code: 'template.malformed', line: 1, column: 1 }}
    ${'{{ 昵称 群名 }}'}            | ${{ code: 'template.malformed', line: 1, column: 1 }}
    ${'{{- 昵称 -}}'}               | ${{ code: 'template.malformed', line: 1, column: 1 }}
    ${'{{ "友" }}'}                 | ${{ code: 'template.malformed', line: 1, column: 1 }}
    ${`{{ ${'长'.repeat(21)} }}`}   | ${{ code: 'template.malformed', line: 1, column: 1 }}
    ${'{昵称}'}                     | ${{ code: 'template.wrong_braces', line: 1, column: 1, name: '昵称' }}
    ${'早 ｛｛ 昵称 ｝｝'}          | ${{ code: 'template.wrong_braces', line: 1, column: 3, name: '昵称' }}
    ${'｛｛'}                       | ${{ code: 'template.wrong_braces', line: 1, column: 1 }}
    ${'{% if 昵称 %}'}              | ${{ code: 'template.tag_refused', line: 1, column: 1 }}
  `('is refused for «$text»', ({ text, fault }: { text: string; fault: unknown }) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  test('is told all of its faults at once', () => {
    const codes = faultsOf('{{ 昵程 }} {% x %} {{ 群名 }}\n{群名} {{').map(({ code, line }) => `${line} ${code}`);
    expect(codes).toEqual([
      '1 template.unknown_variable',
      '1 template.tag_refused',
      '2 template.wrong_braces',
      '2 template.unclosed',
    ]);
  });

  test.each([['{{'], ['{{ '], ['}}'], ['{{ 昵称 }}'], ['{{ 昵程 }}'], ['{ '], ['{{ 昵称 | ']])(
    'is read in a moment even as a hundred thousand characters of «%s»',
    (scrap) => {
      const before = performance.now();
      faultsOf(scrap.repeat(100_000 / scrap.length));
      render(scrap.repeat(100_000 / scrap.length));
      expect(performance.now() - before).toBeLessThan(2000);
    },
  );
});

describe('a text that is posted', () => {
  test('holds the values', () => {
    const values = templateValues({ memberName: '小林', dayNumber: 3, roomName: '英语 1 群' });
    expect(render('{{ 昵称 }}，今天是{{群名}}第 {{ 第几天 }} 天', values)).toBe('小林，今天是英语 1 群第 3 天');
  });

  test('falls back to what the text says, then to what the variable says', () => {
    expect(render('{{ 昵称 | default: "大家" }}早，{{ 昵称 }}早')).toBe('大家早，同学早');
  });

  test.each([[undefined], [''], [' ']])('takes %j for no value', (memberName) => {
    expect(render('{{ 昵称 }}早', { 昵称: memberName })).toBe('同学早');
  });

  test('takes zero for a value', () => {
    expect(render('连续 {{ 连续天数 }} 天', templateValues({ streakDays: 0 }))).toBe('连续 0 天');
  });

  test('never reads a value as a template', () => {
    expect(render('{{ 昵称 }}早', templateValues({ memberName: '{{ 群名 }}' }))).toBe('{{ 群名 }}早');
  });

  test.each([
    ['{{ 昵程 }}'],
    ['{{ 昵程 | default: "友" }}'],
    ['{{ constructor }}'],
    ['{{ __proto__ }}'],
    ['{{ 昵称'],
    ['{% x %}'],
    ['{{ }}\n{{ 1 }}'],
  ])('leaves «%s» as written: a post is never lost to a typo', (text) => {
    expect(render(text)).toBe(text);
  });

  test('keeps its line ends', () => {
    expect(render('{{ 昵称 }}\r\n\n{{ 群名 }}\n')).toBe('同学\r\n\n本群\n');
  });
});

test.each([
  ['{{ 昵程 }}', '第 1 行第 4 字：没有「昵程」这个变量，是不是「昵称」？'],
  ['{{ name }}', '第 1 行第 4 字：没有「name」这个变量。可用：昵称、第几天、连续天数、群名、日期'],
  ['{昵称}', '第 1 行第 1 字：变量要用两个半角花括号。例：{{ 昵称 }}'],
])('the fault in «%s» is told in one line', (text, told) => {
  expect(faultsOf(text).map(sayTemplateFault)).toEqual([told]);
});
