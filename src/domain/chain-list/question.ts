/** A line of a chain list of which nobody can tell from its name whose it is: a person says so, in time. */

/** `taken`: it was somebody's; `declined`: it is nobody's check-in. */
export type QuestionState = 'open' | 'taken' | 'declined' | 'expired';

export const QUESTION_LIFETIME_MS = 48 * 60 * 60_000;
/** Of one list at a time: what has more lines in doubt is no list of this room. */
export const MOST_QUESTIONS = 20;
