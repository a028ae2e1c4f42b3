/**
 * Whatever copy tells people to say is understood and has somebody who answers it. Read from the text of the copy itself, so
 * that a new line of copy needs no test of its own.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { botName, vocabulary } from '../../src/copy/zh-cn/vocabulary/vocabulary.js';
import { invited } from '../../src/copy/zh-cn/vocabulary/wish-words.js';
import type { LocalDay } from '../../src/domain/local-day.js';
import { createRecogniser } from '../../src/domain/understanding/recogniser.js';
import { features } from '../../src/features.js';
import { Catalogue } from '../../src/kit/catalogue.js';

const FOLDER = new URL('../../src/copy/zh-cn/', import.meta.url);
/** What is said goes to the end of the text or the sentence, or stands in quotes. */
const INVITED =
  /(?:(?:回一句|发送|跟我说|告诉我)[:：]\s*([^`'"」，。；（）\n\\]+)|(?:发送|说|发|回复)「([^」\n]+)」)/gu;
/** Stands for whatever is filled in. */
const FILLED = /\$\{(?:[^{}]|\{[^{}]*\})*\}/gu;

const catalogue = new Catalogue(features);
const recognise = createRecogniser(vocabulary);

interface Invitation {
  readonly file: string;
  readonly line: string;
}

async function listInvitations(): Promise<Invitation[]> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts'));
  const found = await Promise.all(files.map(listIn));
  return found.flat();
}

async function listIn(file: string): Promise<Invitation[]> {
  const url = new URL(file, FOLDER);
  const copy = (await import(url.href)) as Readonly<Record<string, unknown>>;
  return [...readFileSync(url, 'utf8').matchAll(INVITED)].flatMap(([, after, quoted]) => {
    const line = fillIn((after ?? quoted ?? '').trim(), copy);
    return line === undefined ? [] : [{ file, line }];
  });
}

/** Undefined where the whole line is somebody else's to give. */
function fillIn(text: string, copy: Readonly<Record<string, unknown>>): string | undefined {
  const path = /^\$\{(?:inRoom\()?(\w+(?:\.\w+|\['[\w-]+'\])*)\)?\}?$/u.exec(text)?.[1];
  if (path !== undefined) return lookUp({ ...copy, invited }, path);
  if (text.startsWith('${')) return undefined;
  return text.startsWith('确认') ? '确认 1234' : text.replaceAll(FILLED, '1').replace(/\$\{.*$/u, '1');
}

function lookUp(from: unknown, path: string): string | undefined {
  let found = from;
  for (const key of path.split(/[.[\]']+/u).filter((one) => one !== ''))
    found = (found as Readonly<Record<string, unknown>> | undefined)?.[key];
  return typeof found === 'string' ? found : undefined;
}

/** As it is typed: in a room, or to the bot alone. */
function isAnswered(line: string): boolean {
  const command = line.startsWith('/') ? line.slice(1) : line;
  const [first = '', second = ''] = command.split(' ');
  if (line.startsWith('/')) return [first, second].some((word) => catalogue.findCommand(word) !== undefined);
  const { intent } = recognise(line, 20_000 as LocalDay, [botName]);
  if (intent === 'confirm') return true;
  if (intent !== 'none') return catalogue.findIntent(intent) !== undefined;
  return catalogue.isBareCommand(line) || catalogue.findCommand(first)?.allow === 'member';
}

test('whatever copy tells people to say has somebody who answers it', async () => {
  const invitations = await listInvitations();

  expect(invitations.length).toBeGreaterThan(150);
  expect(invitations.filter(({ line }) => line === invited.enrol).length).toBeGreaterThan(0);
  expect(invitations.filter(({ line }) => !isAnswered(line))).toEqual([]);
});
