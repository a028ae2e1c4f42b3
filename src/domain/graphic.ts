/**
 * Graphics: what a picture shows, as plain words and figures. All of its words come from copy; whoever draws it adds none.
 *
 * A graphic is kept in the outbox as JSON until it leaves, so it is bounded: rows are counted out, names are cut.
 */

import type { DayMark } from './run-calendar.js';

export type Graphic = LeaderboardGraphic | CalendarGraphic | DayGraphic | WeekGraphic | CertificateGraphic;
export type GraphicKind = Graphic['kind'];

/** A number that is worth a look: large, with what it counts beside it and what it means below. */
export interface Figure {
  readonly value: string;
  readonly unit: string;
  readonly label: string;
}

export interface LeaderboardGraphic {
  readonly kind: 'leaderboard';
  readonly title: string;
  /** The room's topic. */
  readonly place: string;
  readonly note: string;
  readonly unit: string;
  /** Beside the name of the one who asked. */
  readonly selfMark: string;
  readonly top: readonly BoardRow[];
  /** Those around the one who asked, for somebody further down. */
  readonly own: readonly BoardRow[];
  readonly closing: string;
}

export interface BoardRow {
  readonly place: number;
  readonly name: string;
  readonly streak: number;
  readonly detail: string;
  readonly isSelf: boolean;
}

export interface CalendarGraphic {
  readonly kind: 'calendar';
  readonly title: string;
  readonly name: string;
  readonly place: string;
  readonly note: string;
  readonly figures: readonly Figure[];
  /** Monday first; an empty one is not written. */
  readonly weekdays: readonly string[];
  /** Above the week, counted from 0, in which the month begins. */
  readonly months: ReadonlyArray<{ readonly week: number; readonly word: string }>;
  /** Of seven days each. */
  readonly weeks: ReadonlyArray<readonly DayMark[]>;
  readonly legend: ReadonlyArray<{ readonly mark: DayMark; readonly word: string }>;
}

/** The page of a day for one member. */
export interface DayGraphic {
  readonly kind: 'day';
  readonly dayOfMonth: string;
  readonly month: string;
  readonly weekday: string;
  /** Which day of the course it is; empty on a day without. */
  readonly courseDay: string;
  readonly line: string;
  readonly name: string;
  readonly place: string;
  readonly figures: readonly Figure[];
}

export interface WeekGraphic {
  readonly kind: 'week';
  readonly title: string;
  readonly place: string;
  readonly note: string;
  readonly figures: readonly Figure[];
  readonly bars: readonly WeekBar[];
  readonly closing: string;
}

export interface WeekBar {
  readonly label: string;
  readonly date: string;
  /** From 0 to 1. */
  readonly share: number;
  /** Above the bar. */
  readonly value: string;
  readonly detail: string;
  /** The best day. */
  readonly isBest: boolean;
}

export interface CertificateGraphic {
  readonly kind: 'certificate';
  readonly title: string;
  readonly name: string;
  readonly lead: string;
  readonly course: string;
  readonly praise: string;
  readonly figures: readonly Figure[];
  readonly period: string;
  readonly place: string;
  readonly issued: string;
  /** Two characters. */
  readonly seal: string;
}

/** A graphic, and the words that say the same where no picture can be had. */
export interface WordedGraphic {
  readonly graphic: Graphic;
  readonly text: string;
}
