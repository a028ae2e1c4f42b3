/**
 * `npm run moderation-score`: how well the rules tell advertising from talk, on the lines in test/corpus/moderation. The `tuned` half was
 * looked at while the rules were made; the `held-out` half was written before them, and no rule was made for a line of it.
 */

import { readHalf, scoreHalf } from './support/moderation-corpus.js';

for (const half of ['tuned', 'held-out'] as const) {
  const { harmless, offences } = readHalf(half);
  const { precision, recall, missed, wrong } = scoreHalf({ harmless, offences });
  console.log(
    `${half}: ${harmless.length} harmless, ${offences.length} offences; ` +
      `precision ${percent(precision)}, recall ${percent(recall)}`,
  );
  if (!process.argv.includes('--lines')) continue;
  for (const line of wrong) console.log(`  wrong: ${line}`);
  for (const line of missed) console.log(`  missed: ${line}`);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
