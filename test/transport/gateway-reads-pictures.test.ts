/** The bytes of what members send: fetched only when asked for, and never more than a bound. */

import { Readable } from 'node:stream';
import { FileBox, type FileBoxInterface } from 'file-box';
import { expect, onTestFinished, test } from 'vitest';
import { LARGEST_READ_PICTURE } from '../../src/domain/picture.js';
import { SimulatedPuppet } from '../../src/transport/simulated/simulated-puppet.js';
import { codePng } from '../support/code-pictures.js';
import { startScene } from '../support/simulated-gateway.js';

const MEGABYTE = 1024 * 1024;

class HostilePuppet extends SimulatedPuppet {
  static next: (() => Readable) | undefined;
  static sent = 0;

  override async messageImage(messageId: string): Promise<FileBoxInterface> {
    const make = HostilePuppet.next;
    return make ? FileBox.fromStream(make(), 'a.png') : this.messageFile(messageId);
  }
}

function endless(megabytes: number): Readable {
  async function* parts(): AsyncGenerator<Buffer> {
    for (let at = 0; at < megabytes; at++) {
      HostilePuppet.sent += 1;
      yield Buffer.alloc(MEGABYTE);
    }
  }
  return Readable.from(parts());
}

test(
  'a picture is read as it was sent; one without an end is let go of, and memory stays flat',
  { timeout: 60_000 },
  async () => {
    const scene = await startScene({ puppet: (world) => new HostilePuppet(world) });
    onTestFinished(() => scene.gateway.stop());
    const lin = scene.wechat.addPerson('林').id;
    const room = scene.wechat.addRoom('晨读', [lin]).id;
    const bytes = codePng('https://u.wechat.com/abc');
    const { id } = scene.wechat.sendPicture(lin, room, { name: 'a.png', type: 'image/png', bytes });
    await scene.heard.event('message.received', ({ messageId }) => messageId === id);

    const read = await scene.gateway.readPicture(id);
    const before = process.memoryUsage.rss();
    HostilePuppet.next = () => endless(Infinity);
    const refused = await scene.gateway.readPicture(id).catch((error: unknown) => error);
    HostilePuppet.next = () => endless(100);
    const large = await scene.gateway.readPicture(id).catch((error: unknown) => error);
    HostilePuppet.next = undefined;

    expect(Buffer.from(read).equals(bytes)).toBe(true);
    expect(refused).toBeInstanceOf(Error);
    expect(large).toBeInstanceOf(Error);
    expect(HostilePuppet.sent).toBeLessThan((2 * 4 * LARGEST_READ_PICTURE) / MEGABYTE);
    expect((process.memoryUsage.rss() - before) / MEGABYTE).toBeLessThan(100);
    await expect(scene.gateway.readPicture('gone')).rejects.toThrow();
  },
);
