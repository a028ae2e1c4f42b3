/** Rooms after a login that changed all ids: nothing but a manager's word brings them back. */

import { expect, test } from 'vitest';
import type { Tx } from '../../../src/storage/database.js';
import { describeDialects } from '../../support/dialects.js';
import { logInAgain, NAMES, numberOf } from './log-in-again.js';

describeDialects('rooms after a login that changed all ids', (dialect) => {
  test('the owner’s word in the room brings it back, with its posts, and nobody is welcomed anew', async () => {
    const { bot, newOwner, newRoom, seeRoster, fresh } = await logInAgain(dialect);

    expect(await newOwner.says('/认群', newRoom)).toContain('「英语1群」认回来了');
    await seeRoster(newRoom, [newOwner, ...NAMES.map(fresh)]);

    expect(bot.gateway.rosterRequests).toContain(newRoom.platformId);
    const said = await bot.passTo('2026-03-05T08:30:00+08:00');
    expect(said(newRoom)).toContain('今日任务');
    expect(bot.said(newRoom).join('\n')).not.toContain('欢迎');
    expect(await newOwner.says('/设置', newRoom)).toContain('「英语1群」的设置');
  });

  test('a room that looks lost is not registered anew, another one is', async () => {
    const { bot, newOwner, newRoom } = await logInAgain(dialect);

    expect(await newOwner.says('/建群 付费 英语', newRoom)).toContain('接着用它，发送：/认群');

    expect(await newOwner.says('/建群 付费 英语', bot.room('英语2群'))).toContain('英语2群');
    expect(await newOwner.says('/认群', newRoom)).toContain('认回来了');
    expect(await newOwner.says('/建群 付费 英语', newRoom)).toContain('英语1群');
  });

  test('in private they are listed with the evidence, and confirmed by number', async () => {
    const { newOwner, newRoom, seeRoster, fresh } = await logInAgain(dialect);
    expect(await newOwner.whispers('/认群')).toContain('还没看到：「英语1群」');
    await seeRoster(newRoom, [newOwner, ...NAMES.map(fresh)]);

    const list = await newOwner.whispers('/认群');
    expect(list).toContain('现在 6 人，原来 6 人，同名 6 人）');

    expect(await newOwner.whispers(`/认群 ${numberOf('英语1群', list)}`)).toContain('认回来了');
    expect(await newOwner.whispers('/认群')).toContain('没有要认的');
  });

  test('a cloned room, names and all, gets neither posts nor answers by itself', async () => {
    const { bot, newOwner, seeRoster, fresh } = await logInAgain(dialect);
    const clone = bot.room('英语1群', 'clone@chatroom');
    const stranger = bot.person('小林', 'wx-stranger');

    await seeRoster(clone, [newOwner, stranger, ...NAMES.slice(1).map(fresh)]);
    for (const line of ['打卡', '排行榜', '/设置', '/认群', '/认人']) expect(await stranger.says(line, clone)).toBe('');
    const said = await bot.passTo('2026-03-05T21:00:00+08:00');

    expect(said(clone)).toBe('');
  });

  test('of two rooms that look alike neither is picked, and the list shows both', async () => {
    const { bot, newOwner, newRoom, seeRoster, fresh } = await logInAgain(dialect);
    const clone = bot.room('英语1群', 'clone@chatroom');
    await seeRoster(clone, [newOwner, bot.person('小林', 'wx-stranger')]);
    await seeRoster(newRoom, [newOwner, ...NAMES.map(fresh)]);

    const list = await newOwner.whispers('/认群');

    expect(list).toContain('同名 2 人，对不上的多');
    expect(list).toContain('同名 6 人）');
  });

  test('a room is not listed where members read along', async () => {
    const { bot, newOwner, newRoom } = await logInAgain(dialect);
    await newOwner.says('/认群', newRoom);
    await newOwner.says('/建群 付费', bot.room('别的群', 'other@chatroom'));

    expect(await newOwner.says('/认人', newRoom)).toContain('只在员工群和私聊里给');
  });

  test('a room that was taken for another is let go, and the right one comes back with everybody', async () => {
    const { bot, newOwner, newRoom, seeRoster, fresh } = await logInAgain(dialect);
    const clone = bot.room('英语1群', 'clone@chatroom');
    const before = await bot.database.transaction(listPresent);
    await newOwner.says('/认群', clone);
    await seeRoster(clone, [newOwner, bot.person('路人', 'wx-stranger')]);

    expect(await newOwner.says('/撤销', clone)).toContain('已撤销');

    expect(await bot.database.transaction(listPresent)).toEqual(before);
    const said = await bot.passTo('2026-03-04T21:00:00+08:00');
    expect(said(clone)).toBe('');
    await seeRoster(newRoom, [newOwner, ...NAMES.map(fresh)]);
    expect(await newOwner.says('/认群', newRoom)).toContain('认回来了');
  });
});

async function listPresent(tx: Tx) {
  return tx
    .selectFrom('membership')
    .select(['room_id', 'member_id', 'name', 'joined_at', 'total'])
    .where('left_at', 'is', null)
    .orderBy('member_id')
    .execute();
}
