/**
 * Pictures that are bombs, files of 100 MB, streams without an end, at every door through which a picture can come: the
 * simulator's page, and members in a chat. The bot never opens what members show: its kind is all that it looks at.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FileBoxInterface } from 'file-box';
import { expect, onTestFinished, test } from 'vitest';
import { SimulatedPuppet } from '../../src/transport/simulated/simulated-puppet.js';
import { BotProcess } from '../support/bot-process.js';
import { bomb, MEGABYTE, megabytes, type Upload, upload } from '../support/faults/hostile-upload.js';
import { amount, minutes } from '../support/faults/scale.js';
import { startScene } from '../support/simulated-gateway.js';

const PACKED = gzipSync(Buffer.alloc(100 * MEGABYTE));
const ANNOUNCED = { 'content-length': String(100 * MEGABYTE) };
const ROUNDS = amount(1, 10);

/** Pictures are 5 MB at most there. */
const HOSTILE: readonly (readonly [string, (personId: string) => Upload])[] = [
  ['100 MB', (personId) => ({ personId, picture: megabytes(100) })],
  ['100 MB, announced', (personId) => ({ personId, picture: megabytes(100), headers: ANNOUNCED })],
  ['a stream without an end', (personId) => ({ personId, picture: megabytes(Infinity) })],
  [
    '100 MB that are packed into 100 KB',
    (personId) => ({ personId, picture: [PACKED], headers: { 'content-encoding': 'gzip' } }),
  ],
];

async function startBot(): Promise<BotProcess> {
  const home = mkdtempSync(join(tmpdir(), 'zaoba-hostile-'));
  const bot = new BotProcess(home, { ZAOBA_PORT: '0' });
  onTestFinished(async () => {
    await bot.kill();
    rmSync(home, { recursive: true, force: true });
  });
  await bot.online();
  return bot;
}

async function addPerson(url: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/people`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ name: '林小满' }),
  });
  return ((await answer.json()) as { readonly id: string }).id;
}

test('what is too much is refused at the page, and memory stays flat', { timeout: minutes(5, 20) }, async () => {
  const bot = await startBot();
  const url = await bot.url();
  const personId = await addPerson(url);
  const before = bot.memoryMb();

  for (let round = 0; round < ROUNDS; round++) {
    for (const [what, make] of HOSTILE) {
      const status = await upload(url, make(personId));
      expect([0, 400, 413], what).toContain(status);
    }
    for (let index = 0; index < 6; index++) {
      expect(await upload(url, { personId, picture: [bomb()] }), 'a bomb is kept as the few bytes that it is').toBe(
        201,
      );
    }
  }
  expect(bot.memoryMb() - before).toBeLessThan(150);
  expect(bot.logged(50)).toEqual([]);
});

class GuardedPuppet extends SimulatedPuppet {
  opened = 0;

  override async messageFile(messageId: string): Promise<FileBoxInterface> {
    this.opened += 1;
    return super.messageFile(messageId);
  }

  override async messageImage(messageId: string): Promise<FileBoxInterface> {
    return this.messageFile(messageId);
  }
}

test('what members show is never fetched', async () => {
  const puppets: GuardedPuppet[] = [];
  const guarded = (world: ConstructorParameters<typeof SimulatedPuppet>[0]): SimulatedPuppet => {
    const puppet = new GuardedPuppet(world);
    puppets.push(puppet);
    return puppet;
  };
  const scene = await startScene({ puppet: guarded });
  onTestFinished(() => scene.gateway.stop());
  const lin = scene.wechat.addPerson('林').id;
  const room = scene.wechat.addRoom('晨读', [lin]).id;

  for (let index = 0; index < 10 * ROUNDS; index++) {
    const picture = { name: 'a.png', type: 'image/png', bytes: bomb() } as const;
    const { id } = scene.wechat.sendPicture(lin, room, picture);
    const heard = await scene.heard.event('message.received', ({ messageId }) => messageId === id);
    expect(heard).toMatchObject({ kind: 'picture', text: '' });
  }

  expect(puppets.map(({ opened }) => opened)).toEqual([0]);
});
