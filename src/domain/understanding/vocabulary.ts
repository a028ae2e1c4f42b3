/**
 * The words the recogniser is made of. The grammar is here, the language is in copy: a list may grow without a
 * change of code. All words are simplified and lower case; a line is folded the same way before it is compared.
 */

export interface Vocabulary {
  readonly script: ScriptWords;
  readonly lead: LeadWords;
  readonly calendar: CalendarWords;
  readonly question: QuestionWords;
  readonly report: ReportWords;
  readonly veto: VetoWords;
  readonly checkIn: CheckInWords;
  readonly makeUp: MakeUpWords;
  readonly leave: LeaveWords;
  readonly note: NoteWords;
  readonly closed: ClosedWords;
}

export interface ScriptWords {
  /** Characters and, at the same places of the second text, what they are read as. */
  readonly traditional: string;
  readonly simplified: string;
  /** Every line that means anything holds one of these characters, in either script, or one of these words. */
  readonly triggers: string;
  readonly triggerWords: readonly string[];
}

export interface LeadWords {
  readonly replies: readonly string[];
  readonly todays: readonly string[];
  readonly greetings: readonly string[];
  readonly activities: readonly string[];
  /** May stand before every command but a check-in. */
  readonly polite: readonly string[];
  /** Keywords that are no emoticon when they stand in square brackets. */
  readonly bracketed: readonly string[];
}

export interface CalendarWords {
  readonly numerals: Readonly<Record<string, number>>;
  readonly year: string;
  readonly month: string;
  readonly dayOfMonth: string;
  readonly dayMarks: readonly string[];
  /** What makes of a numbered day a place or a thing: building 3, line 3. */
  readonly notAfterDayOfMonth: readonly string[];
  readonly ordinal: string;
  readonly day: string;
  readonly dayTokens: readonly string[];
  readonly weeks: readonly string[];
  readonly weekCounter: string;
  readonly weekdays: Readonly<Record<string, number>>;
  readonly weekShifts: Readonly<Record<string, number>>;
  readonly notAfterWeekday: readonly string[];
  readonly relative: Readonly<Record<string, number>>;
  /** Days that a leave knows besides. */
  readonly relativeInLeave: Readonly<Record<string, number>>;
  /** A character before a relative day that shows that it is none. */
  readonly notBeforeRelative: string;
  /** A number before one of these is an amount. The long ones count even after a space. */
  readonly units: readonly string[];
  readonly longUnits: readonly string[];
}

export interface QuestionWords {
  readonly openers: readonly string[];
  readonly endings: readonly string[];
}

export interface ReportWords {
  readonly times: readonly string[];
  readonly verbs: readonly string[];
  /** Begin like a verb of doing and are none. */
  readonly notVerbs: readonly string[];
  /** Doings whose names also name groups and courses: they count before an end, an amount or a title. */
  readonly activities: readonly string[];
  readonly afterActivity: readonly string[];
  readonly notLatin: readonly string[];
  /** Amounts of these are a tally, not a report. */
  readonly tallies: readonly string[];
  readonly amounts: readonly string[];
  readonly attributes: readonly string[];
  readonly talk: readonly string[];
  /** Said of a verb at its end: running off, walking away. */
  readonly departures: readonly string[];
}

export interface VetoWords {
  readonly everyone: readonly string[];
  readonly cards: readonly string[];
  readonly record: string;
  readonly recordTitle: string;
  readonly forwards: readonly string[];
  readonly recordTimes: readonly string[];
  readonly success: string;
  readonly recorded: string;
  /** Acknowledged by bots alone. */
  readonly alwaysAcknowledged: readonly string[];
  readonly acknowledged: readonly string[];
  readonly rewards: readonly string[];
  readonly streaks: readonly string[];
}

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
  readonly durationCounts: readonly string[];
  readonly durationUnits: readonly string[];
}

export interface NoteWords {
  readonly ask: string;
  /** Asks only before a colon. */
  readonly askBeforeColon: string;
  readonly feedback: readonly string[];
  readonly complaint: string;
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
    readonly draw: readonly string[];
    readonly 'board-opt-out': readonly string[];
    readonly 'board-opt-in': readonly string[];
    readonly 'my-data': readonly string[];
    readonly 'export-data': readonly string[];
    readonly 'delete-data': readonly string[];
    readonly help: readonly string[];
  };
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
}
