/** The words that single intents are said with. */

import type { CourseWish } from '../course-wish.js';
import type { ReasonTopic } from '../reason.js';

export interface CheckInWords {
  readonly stamps: readonly string[];
  readonly homework: string;
  readonly coming: readonly string[];
  readonly fixed: readonly string[];
  /** A check-in only with content: alone it is what bots say. */
  readonly success: string;
  readonly initials: string;
  readonly particles: readonly string[];
}

export interface MakeUpWords {
  readonly keys: readonly string[];
  readonly verbs: readonly string[];
  /** Verbs whose last character may belong to the date: last Friday, next Friday. */
  readonly ambiguousVerbs: readonly string[];
  readonly of: string;
  readonly objects: readonly string[];
  readonly afterObject: readonly string[];
  readonly passiveObjects: readonly string[];
  readonly passiveVerbs: readonly string[];
  readonly joiners: readonly string[];
  readonly particles: readonly string[];
  readonly endings: readonly string[];
  /** Dates that do not lead a make-up: what one will do is talk. */
  readonly notBefore: readonly string[];
}

export interface LeaveWords {
  readonly keys: readonly string[];
  readonly self: string;
  readonly from: string;
  readonly until: readonly string[];
  readonly starts: readonly string[];
  readonly periods: readonly string[];
  readonly particles: readonly string[];
  readonly reasons: readonly string[];
  /** What follows the word in talk about leaves, even when a day stands before it. */
  readonly talk: readonly string[];
  /** Before the last day of a leave that begins today, and between the first and the last. */
  readonly untilWords: readonly string[];
  readonly through: readonly string[];
  readonly back: readonly string[];
  /** In days. */
  readonly spanUnits: Readonly<Record<string, number>>;
  /** Makes of an amount of days the number of one. */
  readonly notBeforeCount: string;
  readonly durationCounts: readonly string[];
  readonly durationUnits: readonly string[];
}

export interface NoteWords {
  readonly ask: string;
  /** Asks only before a colon. */
  readonly askBeforeColon: string;
  readonly feedback: readonly string[];
  readonly complaint: string;
  readonly appeal: string;
}

export interface ClosedWords {
  readonly tails: readonly string[];
  readonly withdraw: {
    readonly verbs: readonly string[];
    readonly whose: readonly string[];
    readonly objects: readonly string[];
    readonly reasonStarts: readonly string[];
    readonly reasons: readonly string[];
  };
  readonly mine: { readonly verbs: readonly string[]; readonly objects: readonly string[] };
  readonly board: {
    readonly verbs: readonly string[];
    readonly scopes: readonly string[];
    readonly objects: readonly string[];
    readonly fixed: readonly string[];
  };
  readonly phrases: {
    readonly 'end-leave': readonly string[];
    readonly calendar: readonly string[];
    readonly 'day-graphic': readonly string[];
    readonly certificate: readonly string[];
    readonly draw: readonly string[];
    readonly 'flash-sale': readonly string[];
    readonly 'own-code': readonly string[];
    readonly 'board-opt-out': readonly string[];
    readonly 'board-opt-in': readonly string[];
    readonly 'my-data': readonly string[];
    readonly 'export-data': readonly string[];
    readonly 'delete-data': readonly string[];
    readonly help: readonly string[];
  };
  /** How one asks, what about, and how it may end. Anything else is a question among people. */
  readonly why: {
    readonly heads: readonly string[];
    readonly topics: Readonly<Partial<Record<ReasonTopic, readonly string[]>>>;
    readonly ends: readonly string[];
  };
  readonly wishes: Readonly<Record<CourseWish, readonly string[]>>;
  readonly quietOn: readonly string[];
  readonly quietOff: readonly string[];
  /** Courtesies that a polite word would turn into commands. */
  readonly courtesies: readonly string[];
  readonly redeem: {
    readonly keys: readonly string[];
    readonly gluedItems: readonly string[];
    /** Words that no item has: somebody talks about redeeming. */
    readonly talk: readonly string[];
  };
  readonly confirm: string;
  /** Whose it is, the word for it, and what may stand before it. */
  readonly invitation: { readonly owners: readonly string[]; readonly key: string; readonly is: readonly string[] };
  /** Of a code for a card: whose it is, the words for it, and what may stand before it. */
  readonly activation: {
    readonly owners: readonly string[];
    readonly keys: readonly string[];
    readonly is: readonly string[];
  };
  /** How one chooses a tag, gives one up, and says what one is. */
  readonly choose: {
    readonly choose: readonly string[];
    readonly drop: readonly string[];
    readonly is: readonly string[];
  };
}
