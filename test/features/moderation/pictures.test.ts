/** Codes in pictures, in rooms that asked for it; everywhere else pictures are nobody's business. */

import { expect, test } from 'vitest';
import type { CodeReader } from '../../../src/ports/code-reader.js';
import { describeDialects } from '../../support/dialects.js';
import { startScene } from './scene.js';

/** Reads a picture that is its own code. */
const plainReader: CodeReader = {
  async read(bytes) {
    const text = Buffer.from(bytes).toString();
    if (text === 'bomb') throw new RangeError('A picture of 50000 by 50000 pixels is not read.');
    return text === '' ? [] : [text];
  },
  close: async () => {},
};

describeDialects('codes in pictures', (dialect) => {
  test('pictures are fetched only where the rule is on, and invitations are reminded of', async () => {
    const { bot, owner, room, staff, lin, zhou } = await startScene(dialect, { codes: plainReader });
    let serial = 0;
    const shows = async (by: typeof lin, code: string): Promise<string> => {
      const messageId = `picture-${++serial}`;
      bot.gateway.shown.set(messageId, Buffer.from(code));
      const from = bot.said(room).length;
      await by.says('', room, { kind: 'picture', messageId });
      await bot.bot.settlePictures();
      await bot.bot.sender.drain();
      return bot.said(room).slice(from).join('\n');
    };

    const before = await shows(lin, 'https://u.wechat.com/abc');
    const readBefore = bot.gateway.picturesRead.length;
    await owner.says('/规则 二维码 只提醒', room);
    const invite = await shows(lin, 'https://u.wechat.com/abc');
    const meeting = await shows(zhou, 'https://meeting.tencent.com/dm/abc');
    const bomb = await shows(zhou, 'bomb');
    const note = await shows(zhou, '第三课笔记');
    const shop = await shows(zhou, 'https://shop.example-mall.com/9');
    await owner.says('/白名单 加 example-mall.com', staff);

    expect([before, readBefore]).toEqual(['', 0]);
    expect(invite).toMatch(/^@小林 .*图里的二维码会通到别处/u);
    expect([meeting, bomb, note, shop]).toEqual(['', '', '', '']);
    const list = await owner.says('/英语1群 违规', staff);
    expect(list).toContain('小林 二维码');
    expect(list).toContain('小周 二维码 「https://shop.example-mall.com/9」');
    expect(list.match(/二维码/gu)).toHaveLength(2);
    expect(await shows(zhou, 'https://shop.example-mall.com/10')).toBe('');
    expect((await owner.says('/英语1群 违规', staff)).match(/二维码/gu)).toHaveLength(2);
  });
});
