import { expect, test } from 'vitest';
import { openingWords } from '../../src/copy/zh-cn/quizzes.js';
import { readQuizOpening } from '../../src/domain/quiz-opening.js';
import { letterOf, markQuiz, readChoice } from '../../src/domain/quiz.js';

test.each([
  ['A', 0],
  ['b', 1],
  ['Ｃ', 2],
  ['１', 0],
  [' 2 ', 1],
  ['h', 7],
  ['i', undefined],
  ['0', undefined],
  ['9', undefined],
  ['AB', undefined],
  ['A.', undefined],
  ['A 李白', undefined],
  ['甲', undefined],
  ['', undefined],
])('%j chooses %s', (line, place) => {
  expect(readChoice(line)).toBe(place);
  if (place !== undefined) expect(readChoice(letterOf(place))).toBe(place);
});

const POEM = { question: '谁写的？', options: ['李白', '杜甫', '白居易'], answer: 1, minutes: 10, points: 5 };

test.each([
  '谁写的？\nA 李白\nB 杜甫\nC 白居易\n答案 B 10分钟 5分',
  '谁写的？ | A 李白 | B 杜甫 | C 白居易 答案 B 10分钟 5分',
  '谁写的？｜A. 李白｜B. 杜甫｜C. 白居易｜答案：b',
  '谁写的？\n1、李白\n2、杜甫\n3、白居易\n答案2',
  '谁写的？\n\n李白\n杜甫\n白居易\n\n答案 Ｂ 5分 10分钟',
])('%j is the same quiz', (text) => {
  expect(readQuizOpening(text, openingWords, '')).toEqual({ ok: true, value: POEM });
});

test('a letter that belongs to the option stays with it', () => {
  const read = readQuizOpening('维生素？\nC 族\nB 族\n答案 B', openingWords, '');

  expect(read).toMatchObject({ value: { options: ['C 族', '族'] } });
});

test('the first answers are the fastest, whatever the rows come in', () => {
  const answers = [3, 1, 2, 4].map((number) => ({ number, choice: number === 2 ? 1 : 0 }));

  expect(markQuiz({ answer: 0, options: 3 }, answers)).toEqual({
    answered: 4,
    right: [1, 3, 4].map((number) => ({ number, choice: 0 })),
    chosen: [3, 1, 0],
  });
});
