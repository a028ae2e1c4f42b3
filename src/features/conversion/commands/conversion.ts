/** Conversion: how many of those who began a trial paid, by week and by source, or how all of it is counted. */

import * as copy from '../../../copy/zh-cn/conversion.js';
import { accept, refuse } from '../../../domain/decision.js';
import { optional, wordAs } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { isPublic } from '../../../kit/public-place.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { MOST_WEEKS, readReport } from '../report.js';

const USUAL_WEEKS = 8;

/** A number of weeks; 0 for the formula. */
const what = wordAs(copy.labels.what, (given) => {
  if (given === copy.formulaWord) return accept(0);
  const weeks = Number(copy.WEEKS.exec(given)?.[1] ?? 0);
  if (weeks >= 1 && weeks <= MOST_WEEKS) return accept(weeks);
  return refuse({ code: 'argument.out_of_range', name: copy.labels.what, min: 1, max: MOST_WEEKS });
});

export const conversionCommand = defineCommand({
  name: 'conversion.conversion',
  triggers: copy.triggers.conversion,
  summary: copy.summaries.conversion,
  example: copy.examples.conversion,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'none',
  args: { what: optional(what, USUAL_WEEKS) },

  async run(work) {
    if (work.args.what === 0) return copy.formula(work.inRoom);
    if (isPublic(work.chatRoom)) throw new RefusedError({ code: 'conversion.not_in_public' });
    return copy.conversionReport(await readReport(work, work.args.what), work.inRoom);
  },
});
