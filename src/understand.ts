/** The recogniser with the words of this product: the bot, its commands and `npm run understand` use this very one. */

import { vocabulary } from './copy/zh-cn/vocabulary/vocabulary.js';
import type { LocalDay } from './domain/local-day.js';
import { resolveAhead } from './domain/understanding/date-expression.js';
import { compileDates, readDate } from './domain/understanding/date-reader.js';
import { foldText } from './domain/understanding/fold.js';
import { createRecogniser } from './domain/understanding/recogniser.js';

export const understand = createRecogniser(vocabulary);

const dates = compileDates(vocabulary.calendar, {
  ...vocabulary.calendar.relative,
  ...vocabulary.calendar.relativeInLeave,
});

/** A day as a manager writes it in a command. Weekdays look ahead; a month and day is the nearest such date. */
export function parseDay(text: string, today: LocalDay): LocalDay | undefined {
  const folded = foldText(text).trim();
  const found = readDate(dates, folded, 0);
  return found?.end === folded.length ? resolveAhead(found.expression, today) : undefined;
}
