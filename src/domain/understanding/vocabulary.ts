/**
 * The words the recogniser is made of. The grammar is here, the language is in copy: a list may grow without a
 * change of code. All words are simplified and lower case; a line is folded the same way before it is compared.
 */

import type { CheckInWords, ClosedWords, LeaveWords, MakeUpWords, NoteWords } from './intent-words.js';

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
  /** What marks a chain list, in either script. */
  readonly chains: readonly string[];
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
