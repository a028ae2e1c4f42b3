/** Tags on the platform: what is wanted there gets there in the end, or is told not to. */

import { expect, test } from 'vitest';
import { SendError } from '../../../src/ports/chat-gateway.js';
import { describeDialects } from '../../support/dialects.js';
import { startTagScene } from './scene.js';

describeDialects('tags on the platform', (dialect) => {
  test('follow ours, and what failed is tried again after growing pauses', async () => {
    const { bot, lin, says } = await startTagScene(dialect);
    await says('/标签 @小林 +英语 +晨读');
    await bot.passTo('2026-03-02T09:02:00+08:00');
    const contact = lin.platformId;
    const performed = bot.gateway.performed.map((errand) => JSON.stringify(errand)).toSorted();
    expect(performed).toEqual(
      ['晨读', '英语'].map((tag) => JSON.stringify({ do: 'tag', tag, personPlatformId: contact })),
    );
    expect(await says('/标签 同步')).toBe('这里的标签和微信上的一致。');

    let failures = 2;
    bot.gateway.beforePerform = () => {
      if (failures-- > 0) throw new SendError('not-sent', 'gone', 'busy');
    };
    await says('/标签 @小林 -英语');
    await bot.passTo('2026-03-02T09:05:00+08:00');
    expect(await says('/标签 同步')).toContain('小林「英语」微信上还没去掉');
    bot.gateway.beforePerform = () => {};
    await says('/标签 同步 重试');
    await bot.passTo('2026-03-02T12:00:00+08:00');

    expect(bot.gateway.performed.at(-1)).toEqual({ do: 'untag', tag: '英语', personPlatformId: contact });
    expect(await says('/标签 同步')).toBe('这里的标签和微信上的一致。');
  });

  test('where the platform knows none they are kept here alone, which is said once', async () => {
    const { bot, staff, lin, says } = await startTagScene(dialect);
    bot.gateway.beforePerform = () => {
      throw new SendError('not-sent', 'unsupported', 'unsupported');
    };
    await says('/标签 @小林 @小周 +英语 +晨读');
    const told = await bot.passTo('2026-03-02T11:00:00+08:00');
    await says('/标签 @小林 +早起');
    const later = await bot.passTo('2026-03-03T12:00:00+08:00');

    expect(told(staff).match(/不能写联系人标签/gu)).toHaveLength(1);
    expect(later(staff)).not.toContain('不能写联系人标签');
    expect(bot.gateway.performed).toEqual([]);
    expect(await says('/标签 同步')).toContain('标签只记在这里');
    expect(await says('/标签 英语')).toContain('2 人');
    expect(lin.name).toBe('小林');
  });

  test('taking an action back takes the tag back there too', async () => {
    const { bot, owner, says } = await startTagScene(dialect);
    await says('/标签 @小林 +英语');
    await bot.passTo('2026-03-02T09:02:00+08:00');

    expect(await owner.whispers('/撤销')).toContain('已撤销');
    await bot.passTo('2026-03-02T12:02:00+08:00');

    expect(bot.gateway.performed.map((errand) => errand.do)).toEqual(['tag', 'untag']);
  });
});
