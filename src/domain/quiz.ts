/** Quizzes: one question with a few options; each member's first answer counts, and nobody is told before the end. */

export type QuizState = 'open' | 'ended' | 'cancelled';

export const QUIZ_LIMITS = { question: 200, option: 60, options: 8, points: 100, minutes: 720 } as const;

/** How many are named: the fastest of those who were right. */
export const FASTEST = 3;

const LETTERS = 'ABCDEFGH';

/** A for the first option. */
export function letterOf(choice: number): string {
  return LETTERS.charAt(choice);
}

/** A single letter or digit, in any width or case, as the place of an option; undefined for all other lines. */
export function readChoice(line: string): number | undefined {
  const typed = line.trim();
  // Nearly every line is longer, and folding makes none shorter than a surrogate pair is.
  if (typed.length > 2) return undefined;
  const folded = typed.normalize('NFKC').trim().toUpperCase();
  if (folded.length !== 1) return undefined;
  const place = LETTERS.indexOf(folded);
  if (place >= 0) return place;
  return /^[1-8]$/.test(folded) ? Number(folded) - 1 : undefined;
}

export interface QuizAnswer {
  readonly number: number;
  readonly choice: number;
}

export interface QuizMarks<Answer extends QuizAnswer> {
  readonly answered: number;
  /** In the order in which they answered. */
  readonly right: readonly Answer[];
  /** How many chose each option. */
  readonly chosen: readonly number[];
}

export function markQuiz<Answer extends QuizAnswer>(
  { answer, options }: { readonly answer: number; readonly options: number },
  answers: readonly Answer[],
): QuizMarks<Answer> {
  return {
    answered: answers.length,
    right: answers.filter(({ choice }) => choice === answer).toSorted((a, b) => a.number - b.number),
    chosen: Array.from({ length: options }, (_, place) => answers.filter(({ choice }) => choice === place).length),
  };
}
