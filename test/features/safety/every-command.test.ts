/**
 * Every command of every feature, told to a small community on both dialects: each does what its effect says, leaves its
 * trace in the log, and gives back every row when it is undone.
 */

import { describe, expect, test } from 'vitest';
import { features } from '../../../src/features.js';
import { Catalogue } from '../../../src/kit/catalogue.js';
import type { Command } from '../../../src/kit/feature.js';
import { describeDialects } from '../../support/dialects.js';
import { type Dump, dump, readLedger, type Scene, startScene } from './scene.js';
import { type Script, SCRIPTS } from './scripts.js';

const { commands } = new Catalogue(features);

interface Logged {
  readonly id: number;
  readonly command: string;
  readonly effect: string;
}

function actions({ bot }: Scene): Promise<Logged[]> {
  return bot.database.transaction((tx) =>
    tx.selectFrom('action').select(['id', 'command', 'effect']).orderBy('id').execute(),
  );
}

function look({ bot }: Scene): Promise<Dump> {
  return bot.database.migrating(dump);
}

/** Says it, and confirms what it asks to be confirmed, by a second manager where one is needed. */
async function perform(scene: Scene, { says }: Script): Promise<string> {
  const answer = typeof says === 'string' ? await scene.says(says) : await says(scene);
  const code = /发送：确认 (\d{4})/u.exec(answer)?.[1];
  if (code === undefined) return answer;
  const first = await scene.says(`确认 ${code}`);
  return first.includes('另一位运营') ? scene.says(`确认 ${code}`, scene.manager) : first;
}

function isUsual({ scene, given }: Script): boolean {
  return scene === undefined && given === undefined;
}

async function undoAll(scene: Scene, done: readonly Logged[]): Promise<void> {
  for (const { id } of done.toReversed()) expect(await scene.owner.whispers(`/撤销 ${id}`)).toContain(`已撤销 #${id}`);
}

describe('the table of scripts', () => {
  test.each(commands.map(({ name }) => name))('%s has a script in test/features/safety/scripts.ts', (name) => {
    expect(
      SCRIPTS[name] ?? [],
      `Write a script for the command ${name} into test/features/safety/scripts.ts.`,
    ).not.toEqual([]);
  });

  test('no script is for a command that there is not', () => {
    expect(Object.keys(SCRIPTS).filter((name) => commands.every((command) => command.name !== name))).toEqual([]);
  });
});

describeDialects('every command', (dialect) => {
  /** Resolves to whether the script changed anything. */
  async function walk({ name, effect }: Command, script: Script, scene: Scene): Promise<boolean> {
    const [before, logged] = [await look(scene), await actions(scene)];
    const ledger = await scene.bot.database.migrating(readLedger);
    const answer = await perform(scene, script);
    const after = await look(scene);
    const done = (await actions(scene)).slice(logged.length);
    const isChanged = JSON.stringify(after) !== JSON.stringify(before);
    const told = `${name} answered: ${answer}`;

    expect(answer, `${name} got no answer`).not.toBe('');
    if (effect === 'none') expect(after, told).toEqual(before);
    if (effect === 'none' || effect === 'own')
      expect(
        done.filter((one) => one.effect !== 'none'),
        told,
      ).toEqual([]);
    if (effect !== 'undoable' && effect !== 'final') return isChanged;
    if (isChanged)
      expect(
        done.map((one) => [one.command, one.effect]),
        told,
      ).toContainEqual([name, effect]);
    if (effect === 'final') return isChanged;
    await undoAll(
      scene,
      done.filter((one) => one.effect === 'undoable'),
    );
    expect(await look(scene), told).toEqual(before);
    const grown = await scene.bot.database.migrating(readLedger);
    expect(grown.slice(0, ledger.length), `${name} changed the ledger`).toEqual(ledger);
    return isChanged;
  }

  test.each(commands.map((command) => ({ command, name: command.name })))(
    '$name does what its effect says, and all of it can be undone if it can',
    { timeout: 60_000 },
    async ({ command }) => {
      const changed: boolean[] = [];
      let usual: Scene | undefined;
      for (const script of SCRIPTS[command.name] ?? []) {
        const scene: Scene = (isUsual(script) ? usual : undefined) ?? (await (script.scene ?? startScene)(dialect));
        await script.given?.(scene);
        const isChanged = await walk(command, script, scene);
        changed.push(isChanged);
        // What was proved to be as before can be used again.
        if (isUsual(script)) usual = isChanged && command.effect !== 'undoable' ? undefined : scene;
      }

      if (command.effect === 'undoable' || command.effect === 'final')
        expect(changed, `No script makes ${command.name} change anything.`).toContain(true);
    },
  );
});
