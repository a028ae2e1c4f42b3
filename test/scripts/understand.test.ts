/** The script as it is run: lines in, answers out, and what is wrong with a line on the other side. */

import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

function understand(input: string) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/run.js', 'scripts/understand.ts'], {
    input,
    encoding: 'utf8',
  });
  const answers = stdout.split('\n').filter((line) => line !== '');
  return { answers: answers.map((line) => JSON.parse(line) as unknown), stderr, status };
}

test('each line is answered in the shape of the corpus, and blank lines are not', () => {
  const { answers, stderr, status } = understand(
    [
      '{"id":"a","text":"补卡 昨天 读书","today":"2027-01-01"}',
      '',
      '{"text":"补卡 2.30","today":"2026-11-20"}',
      '{"text":"补卡 明天","today":"2026-11-20"}',
      '{"text":"@机器人 抽奖","today":"2026-11-20"}\r',
      '{"text":"确认 0958","today":"2026-11-20"}',
      '{"text":"哈哈","today":"2026-11-20"}',
    ].join('\n'),
  );

  expect(answers).toEqual([
    { intent: 'make-up', day: '2026-12-31', content: '读书' },
    { intent: 'make-up', day: null, content: '' },
    { intent: 'make-up', day: 'future', content: '' },
    { intent: 'draw' },
    { intent: 'confirm', arg: '0958' },
    { intent: 'none' },
  ]);
  expect([stderr, status]).toEqual(['', 0]);
});

test('a bad line is named and fails the run, but the others are answered', () => {
  const { answers, stderr, status } = understand(
    [
      'nonsense',
      '{"text":1,"today":"2026-11-20"}',
      '{"text":"打卡","today":"2026-02-30"}',
      '{"text":"打卡","today":"2026-11-20"}',
    ].join('\n'),
  );

  expect(answers).toEqual([{ intent: 'check-in', content: '' }]);
  expect(stderr.split('\n')).toEqual([
    'understand: line 1: not a JSON object',
    'understand: line 2: "text" must be a string',
    'understand: line 3: "today" must be a date such as "2026-11-20"',
    '',
  ]);
  expect(status).toBe(1);
});
