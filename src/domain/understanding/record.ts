/** A pasted chat record opens with a speaker. Only a hashtag needs to ask: all else must open with its own word. */

import { anyOf } from './pattern.js';
import type { Vocabulary } from './vocabulary.js';

export interface RecordPatterns {
  readonly speaker: RegExp;
  /** A subject before a colon is no speaker. */
  readonly subject: RegExp;
}

const MAX_LINES = 50;

export function compileRecord({ veto, lead }: Vocabulary): RecordPatterns {
  const time = String.raw`(?:[\d\-\/.]{1,10} |${anyOf(veto.recordTimes)} ?){0,3}\d{1,2}:\d{2}(?::\d{2})?`;
  const name = String.raw`[^\s:,.\u3002!?#\[\(\u3010][^:\n,\u3002!?#]{0,19}?`;
  return {
    speaker: new RegExp(String.raw`^(?<name>${name})(?: +(?<time>${time}) *|: ?\S.*)$`, 'v'),
    subject: new RegExp(`^${anyOf(lead.activities)}$`, 'v'),
  };
}

/** Two lines of speakers, or one with its time, of which the first opens the message. */
export function isRecord({ speaker, subject }: RecordPatterns, text: string): boolean {
  const lines = text.trim().split('\n', MAX_LINES);
  const first = speaker.exec(lines[0] ?? '')?.groups;
  if (lines.length < 2 || first?.['name'] === undefined || subject.test(first['name'])) return false;
  return first['time'] !== undefined || lines.slice(1).some((each) => speaker.test(each));
}
