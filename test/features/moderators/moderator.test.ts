/** Moderators: power that is lent for a while, in steps, in one room; what it ends with, and what staff hear of it. */

import { expect, test } from 'vitest';
import type { Power } from '../../../src/domain/power.js';
import { powersOf } from '../../../src/kit/moderators.js';
import { findMemberByPlatformId } from '../../../src/storage/members.js';
import { findRoomByPlatformId } from '../../../src/storage/seen-rooms.js';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot, type TestBot, type TestPerson } from '../../support/test-bot.js';
import { type Scene, startScene } from '../safety/scene.js';

/** What a moderator hears who has nothing to undo; members hear nothing. */
const AS_MODERATOR = '这里最近 24 小时没有你能撤销的操作';
const END = Date.parse('2026-04-03T10:00:00+08:00');

function powers({ bot, room }: Scene, person: TestPerson, at = bot.clock.now()): Promise<readonly Power[]> {
  return bot.database.transaction(async (tx) => {
    const { id: accountId } = await tx.selectFrom('account').select('id').executeTakeFirstOrThrow();
    const here = await findRoomByPlatformId(tx, accountId, room.platformId);
    const member = await findMemberByPlatformId(tx, accountId, person.platformId);
    if (here === undefined || member === undefined) throw new Error('Nobody of the scene.');
    return powersOf(tx, member.id, here, at);
  });
}

describeDialects('moderators', (dialect) => {
  test('are lent power in steps, each with the ones before it, told and listed', async () => {
    const scene = await startScene(dialect);
    const { says, lin, owner, manager, teacher } = scene;

    expect(await says('/版主')).toContain('现在没有版主');
    expect(await says('/版主 加 @小林 30天')).toContain(
      '小林 现在是「英语1群」的版主：可以答疑，到 4月3日 周五 10:00 为止。',
    );
    expect(await powers(scene, lin)).toEqual(['answer']);
    expect(await says('/版主 加 @小林 提醒')).toContain('可以答疑、提醒，到 4月3日 周五 10:00 为止');
    expect(await says('/版主 加 @小林 隐藏 30天', manager)).toContain(
      '可以答疑、提醒、隐藏，到 5月3日 周日 10:00 为止',
    );
    expect(await powers(scene, lin)).toEqual(['answer', 'warn', 'hide']);
    expect(await says('/版主', owner, scene.staff)).toBe('【版主】1 位\n小林　「英语1群」隐藏，到 5月3日 周日 10:00');
    expect(await powers(scene, teacher)).toEqual(['answer', 'warn', 'hide']);
    expect(await powers(scene, scene.zhou)).toEqual([]);
    await lin.leaves(scene.room);
    expect(await powers(scene, lin)).toEqual([]);
  });

  test('are not made of those who may more, of the absent, or for too long; and not by teachers', async () => {
    const { says, bot, teacher } = await startScene(dialect);

    expect(await says('/版主 加 @吴老师 30天')).toContain('吴老师 在这里是老师，版主能做的都能做');
    expect(await says('/版主 加 @陈老师 30天')).toContain('是群主');
    expect(await says('/版主 加 @小林 180天')).toContain('现在是「英语1群」的版主');
    expect(await says('/版主 加 @小林 1天')).toContain('版主最长借到 180 天以后');
    expect(await says('/版主 加 @小林 群主')).toContain('「权限」没有「群主」这一项');
    expect(await says('/版主 加 @小林 提醒 隐藏')).toContain('后面的「隐藏」没看懂');
    expect(await says('/版主 收 @小周')).toContain('小周 现在不是「英语1群」的版主');
    expect(await says('/版主 加 @小周 30天', teacher)).toBe('');
    const stranger = bot.person('路人');
    await stranger.whispers('你好');
    const mentions = [{ platformId: stranger.platformId, name: stranger.name }];
    const owner = bot.person('陈老师');
    expect(await owner.says('/版主 加 @路人\u2005 30天', bot.room('英语1群'), { mentions })).toContain(
      '没有找到叫「路人」',
    );
  });

  test('lose it to the second, by the time of their message, also where it arrives late', async () => {
    const scene = await startScene(dialect);
    const { says, lin, room, bot } = scene;
    await says('/版主 加 @小林 30天 提醒');

    bot.clock.moveTo(END - 1_000);
    expect(await lin.says('/撤销', room)).toContain(AS_MODERATOR);
    expect(await lin.says('/撤销 1', room)).toContain('要由当时的人，或身份更高的人来撤销');
    bot.clock.moveTo(END);
    expect(await lin.says('/撤销', room)).toBe('');
    bot.clock.moveTo(END + 60 * 60_000);
    expect(await lin.says('/撤销', room, { sentAt: END - 1_000 })).toContain(AS_MODERATOR);
    expect(await lin.says('/撤销', room, { sentAt: END })).toBe('');
    expect(await lin.says('/撤销', room, { sentAt: END + 1_000 })).toBe('');
    expect(await powers(scene, lin)).toEqual([]);
    expect(await says('/版主')).toContain('现在没有版主');
  });

  test('lose it across a restart as well, and while the bot was down', async () => {
    const url = await dialect.freshUrl();
    const before = await startTestBot({ dialect, url, now: '2026-03-04T10:00:00+08:00' });
    const owner = await before.owner();
    const room = before.room('英语1群');
    await owner.says('/建群 付费 英语', room);
    const lin = await joined(before, room);
    await owner.says('/版主 加 @小林 30天', room, { mentions: [lin] });
    expect(await lin.says('/撤销', room)).toContain(AS_MODERATOR);
    await before.close();

    const after = await startTestBot({ dialect, url, now: '2026-04-03T10:00:01+08:00' });
    const again = after.person('小林');
    expect(await again.says('/撤销', room, { sentAt: END - 1, messageId: 'late' })).toContain(AS_MODERATOR);
    expect(await again.says('/撤销', room, { sentAt: END, messageId: 'too-late' })).toBe('');
    expect(await again.whispers('/撤销')).toContain('这个指令需要版主身份');
  });

  test('have it taken back at once, in the middle of what they send', async () => {
    const { says, owner, lin, room, bot } = await startScene(dialect);
    await says('/版主 加 @小林 30天');
    const mentions = [{ platformId: lin.platformId, name: lin.name }];
    const base = { type: 'message.received', room, kind: 'text', mentionsBot: false } as const;
    const sentAt = bot.clock.now();
    const from = bot.said(room).length;

    await Promise.all([
      bot.bot.receive({ ...base, messageId: 'a', sender: lin, text: '/撤销', sentAt, mentions: [] }),
      bot.bot.receive({ ...base, messageId: 'b', sender: owner, text: '/版主 收 @小林', sentAt, mentions }),
      // Sent before it was taken back, and yet too late.
      bot.bot.receive({ ...base, messageId: 'c', sender: lin, text: '/撤销 1', sentAt: sentAt - 1, mentions: [] }),
    ]);
    await bot.bot.sender.drain();

    const heard = bot.said(room).slice(from);
    expect(heard).toHaveLength(2);
    expect(heard.join('\n')).toContain(AS_MODERATOR);
    expect(heard.join('\n')).toContain('已收回 小林 在「英语1群」的版主权限');
    await says('/撤销');
    expect(await lin.says('/撤销 3', room)).toContain('要由当时的人');
  });

  test('hear of it in private where that is allowed, else staff are asked to tell them', async () => {
    const { says, owner, staff, lin, zhou, bot } = await startScene(dialect);
    await lin.whispers('你好');
    const mentions = [zhou, lin].map(({ platformId, name }) => ({ platformId, name }));

    const told = await owner.says('/英语1群 版主 加 @小林 30天', staff, { mentions: mentions.slice(1) });
    expect(told).not.toContain('不能私聊');
    expect(bot.said(lin).at(-1)).toContain('小林，谢谢你愿意帮忙照看「英语1群」');
    const untold = await owner.says('/英语1群 版主 加 @小周 30天', staff, { mentions: mentions.slice(0, 1) });
    expect(untold).toContain('还不能私聊 小周，请你告诉一声。');
    expect(await owner.says('/版主 加 @小周 30天', staff, { mentions: mentions.slice(0, 1) })).toContain(
      '这个指令要说明是哪个群',
    );
    expect(await says('/为什么 @小林 版主', owner, 'private')).toContain('小林 是「英语1群」的版主，可以答疑，到');
  });

  test('hear nothing of what was taken back at night, and may be written to by day', async () => {
    const { owner, staff, lin, bot } = await startScene(dialect);
    const mentions = [{ platformId: lin.platformId, name: lin.name }];
    await lin.whispers('你好');
    const heard = bot.said(lin).length;
    bot.clock.moveTo(Date.parse('2026-03-04T23:00:00+08:00'));

    await owner.says('/英语1群 版主 加 @小林 30天', staff, { mentions });
    await owner.says('/撤销', staff);
    await bot.passTo('2026-03-05T09:00:00+08:00');
    expect(bot.said(lin)).toHaveLength(heard);
    await owner.says('/英语1群 版主 加 @小林 30天', staff, { mentions });

    expect(bot.said(lin).at(-1)).toContain('小林，谢谢你愿意帮忙照看「英语1群」');
  });

  test('are summed up for staff on Monday from the rows of the log, once a week, and also after a missed Monday', async () => {
    const { says, lin, zhou, staff, bot } = await startScene(dialect);
    await says('/版主 加 @小林 10天');
    await log(bot, lin, ['2026-03-04T12:00:00+08:00', '2026-03-08T12:00:00+08:00', '2026-03-09T09:29:59+08:00']);
    await log(bot, zhou, ['2026-03-10T12:00:00+08:00']);

    const first = (await bot.passTo('2026-03-09T09:40:00+08:00'))(staff);
    expect(first).toContain('【版主一周】现有 1 位版主\n小林：撤销 3 次\n7 天内到期：\n小林　「英语1群」答疑');
    expect((await bot.passTo('2026-03-15T12:00:00+08:00'))(staff)).not.toContain('版主一周');
    bot.clock.moveTo(Date.parse('2026-03-17T12:00:00+08:00'));
    const second = (await bot.passTo('2026-03-17T13:00:00+08:00'))(staff);
    expect(second).toContain('【版主一周】现有 0 位版主\n小周：撤销 1 次');
    expect((await bot.passTo('2026-03-22T12:00:00+08:00'))(staff)).not.toContain('版主一周');
  });
});

async function joined(bot: TestBot, room: { readonly topic: string; readonly platformId: string }) {
  const lin = bot.person('小林');
  await lin.joins(room);
  return lin;
}

/** As if it had been done then. */
async function log(bot: TestBot, person: TestPerson, times: readonly string[]): Promise<void> {
  await bot.database.transaction(async (tx) => {
    const { id: accountId } = await tx.selectFrom('account').select('id').executeTakeFirstOrThrow();
    const member = await findMemberByPlatformId(tx, accountId, person.platformId);
    for (const time of times)
      await tx
        .insertInto('action')
        .values({
          account_id: accountId,
          member_id: member?.id ?? (0 as never),
          role: 'moderator',
          command: 'safety.undo',
          line: '/撤销',
          at: Date.parse(time),
          effect: 'final',
          changes: '[]',
        })
        .execute();
  });
}
