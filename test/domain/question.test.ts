import { expect, test } from 'vitest';
import { asksTheSame, decideQuestion, decideVote } from '../../src/domain/question.js';

test('a question is one line of something, three a day', () => {
  expect(decideQuestion(' 怎么读\n这个词 ', 2)).toEqual({ ok: true, value: '怎么读 这个词' });
  expect(decideQuestion('', 0)).toMatchObject({ refusal: { code: 'question.empty' } });
  expect(decideQuestion('字'.repeat(200), 0)).toMatchObject({ ok: true });
  expect(decideQuestion('字'.repeat(201), 0)).toMatchObject({ refusal: { code: 'question.too_long' } });
  expect(decideQuestion('怎么读', 3)).toMatchObject({ refusal: { code: 'question.too_many', max: 3 } });
});

test('marks, spaces, width and case part no two questions; words do', () => {
  expect(asksTheSame('作业几点交？', '作业 几点交')).toBe(true);
  expect(asksTheSame('ＡＢＣ怎么读', 'abc 怎么读?')).toBe(true);
  expect(asksTheSame('作业几点交', '作业几点前交')).toBe(false);
  expect(asksTheSame('3+2 等于几', '3-2 等于几')).toBe(false);
});

test('who asked does not ask along, and nobody does once it is closed', () => {
  const question = { number: 1, state: 'open', memberId: 7 as never } as const;

  expect(decideVote(question, 8 as never)).toEqual({ ok: true, value: null });
  expect(decideVote(question, 7 as never)).toMatchObject({ refusal: { code: 'question.own' } });
  expect(decideVote({ ...question, state: 'dropped' }, 8 as never)).toMatchObject({
    refusal: { code: 'question.closed', state: 'dropped' },
  });
});
