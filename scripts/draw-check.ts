/**
 * `npm run draw-check`: works a draw out again from what was published, without the bot and its database.
 *
 * Reads what the room was shown (all pages, one after the other; what a chat adds around them is left out) from the files
 * that are named, or from stdin. The rules are those of `.github/decisions/0016-draws-can-be-recomputed.md`.
 */

import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { type CheckedDraw, checkDraw } from './support/check-draw.js';

const [...files] = process.argv.slice(2);
const published =
  files.length > 0 ? files.map((file) => readFileSync(file, 'utf8')).join('\n') : await text(process.stdin);
report(checkDraw(published));

function report({ draw, entries, winners, faults }: CheckedDraw): void {
  const lines = [
    `draw ${draw}: ${entries} entries`,
    ...winners.map((number, index) => `${index + 1}. number ${number}`),
    ...faults.map((fault) => `WRONG: ${fault}`),
    faults.length === 0 ? 'Everything fits.' : 'This draw was not made as it was published.',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (faults.length > 0) process.exitCode = 1;
}
