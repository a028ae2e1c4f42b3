/** The words of the plan format, which are people's words and so come in from `copy`. */

/** The first spelling is the one that is written; all of them are read. */
export type Spellings = readonly [string, ...string[]];

export interface CoursePlanWords {
  readonly dayPrefix: Spellings;
  readonly daySuffix: Spellings;
  readonly homework: Spellings;
  readonly picture: Spellings;
  /** Behind the name of a field, where it is written; either width is read. */
  readonly colon: string;
  /** Written digits, such as the character for three, to their values 0–9. */
  readonly digits: Readonly<Record<string, number>>;
  readonly ten: string;
  readonly hundred: string;
}
