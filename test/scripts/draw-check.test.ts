/** The script as it is run: what a room was shown goes in, and comes out checked. */

import { spawnSync } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const SEED = 'ab'.repeat(32);

/** A draw of five with two places, as it would be published. */
function publish({ source = '', value = '' } = {}): string {
  const entries = Array.from({ length: 5 }, (_, index) => `${index + 1} ${sha256(String(index)).slice(0, 8)}`);
  const terms = ['zaoba-draw 1', 'draw 12', 'places 2', `commitment ${sha256(SEED)}`];
  const list = [...terms, ...(source ? [`public ${source}`] : []), 'entries 5', ...entries].join('\n');
  const ticket = (number: number) =>
    createHmac('sha256', SEED)
      .update(`${sha256(list)}\n${value}\n${number}`)
      .digest('hex');
  const order = [1, 2, 3, 4, 5].toSorted((a, b) => (ticket(a) < ticket(b) ? -1 : 1));
  const opened = [`list ${sha256(list)}`, `seed ${SEED}`, ...(value ? [`value ${value}`] : [])];
  return [list, '---', ...opened, `drawn ${order.slice(0, 2).join(' ')}`].join('\n');
}

function check(input: string) {
  const { stdout, status } = spawnSync(process.execPath, ['scripts/run.js', 'scripts/draw-check.ts'], {
    input,
    encoding: 'utf8',
  });
  return { lines: stdout.trimEnd().split('\n'), status };
}

test('a draw that fits is told with its winners', () => {
  const drawn = /^drawn (\d+) (\d+)$/m.exec(publish()) ?? [];

  expect(check(publish())).toEqual({
    lines: ['draw 12: 5 entries', `1. number ${drawn[1]}`, `2. number ${drawn[2]}`, 'Everything fits.'],
    status: 0,
  });
});

test('the example of the README is one that fits, and answers as it stands there', () => {
  const readme = readFileSync('README.md', 'utf8');
  const [, published = ''] = /```text\n(zaoba-draw 1\n[^`]*)```/.exec(readme) ?? [];

  const { lines, status } = check(published);

  expect(status).toBe(0);
  expect(readme).toContain(`shown-in-the-room.txt\n${lines.join('\n')}\n`);
});

test('pages as a chat shows them, with what stands around them, are read as one', () => {
  const [head = '', ...rest] = publish({ source: '福彩3D', value: '293' }).split('\n');
  const chat = ['早八助手', head, ...rest.slice(0, 6), '（第 1/2 页，下一页发送：/抽奖公示 2）', ...rest.slice(6)];

  expect(check(chat.join('\r\n')).status).toBe(0);
});

test.each([
  ['another seed', (text: string) => text.replace(/^seed ab/m, 'seed ac'), 'the seed is not the one'],
  ['an entry changed', (text: string) => text.replace(/^3 [0-9a-f]{8}$/m, '3 00000000'), 'the list is not the one'],
  ['an entry left out', (text: string) => text.replace(/^3 [0-9a-f]{8}\n/m, ''), 'entries are missing'],
  ['other winners', (text: string) => text.replace(/^drawn (\d+) (\d+)$/m, 'drawn $2 $1'), 'other numbers were drawn'],
  ['a winner kept back', (text: string) => text.replace(/^drawn (\d+) \d+$/m, 'drawn $1'), 'fewer were drawn'],
  ['a public number out of nowhere', (text: string) => `${text}\nvalue 1`, 'a public number was promised'],
  ['nothing', () => '', 'this is no list of a draw'],
])('%s is found out', (_, tamper, fault) => {
  const { lines, status } = check(tamper(publish()));

  expect(status).toBe(1);
  expect(lines.join('\n')).toContain(`WRONG: ${fault}`);
});
