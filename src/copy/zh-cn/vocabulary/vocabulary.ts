/** The Chinese that members write, as the recogniser needs it. */

import type { Vocabulary } from '../../../domain/understanding/vocabulary.js';
import { calendarWords } from './calendar-words.js';
import { checkInWords, leaveWords, makeUpWords, vetoWords } from './check-in-words.js';
import { closedWords, noteWords } from './command-words.js';
import { leadWords } from './lead-words.js';
import { questionWords, reportWords } from './report-words.js';
import { scriptWords } from './script-words.js';

export const vocabulary: Vocabulary = {
  script: scriptWords,
  lead: leadWords,
  calendar: calendarWords,
  question: questionWords,
  report: reportWords,
  veto: vetoWords,
  checkIn: checkInWords,
  makeUp: makeUpWords,
  leave: leaveWords,
  note: noteWords,
  closed: closedWords,
};

/** What the bot is called in the labelled corpus; in a room it is called as its account is. */
export const botName = '机器人';
