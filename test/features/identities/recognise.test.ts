/** People after a login that changed all ids: listed to staff, joined by a person's word, parted again by another. */

import { expect, test } from 'vitest';
import { keepHouse } from '../../../src/kit/housekeeping.js';
import type { Tx } from '../../../src/storage/database.js';
import { describeDialects, type Dialect } from '../../support/dialects.js';
import { quietLog } from '../../support/quiet-log.js';
import { logInAgain, NAMES, numberOf } from './log-in-again.js';

const LAST_NIGHT = Date.parse('2026-03-03T22:00:00+08:00');

describeDialects('people after a login that changed all ids', (dialect) => {
  async function start() {
    const community = await logInAgain(dialect);
    const { newOwner, newRoom, seeRoster, fresh } = community;
    await newOwner.says('/认群', newRoom);
    await seeRoster(newRoom, [newOwner, ...NAMES.map(fresh)]);
    return community;
  }

  test('a member who is confirmed goes on with the streak, over the gap', async () => {
    const { newOwner, newRoom, fresh } = await start();
    expect(await fresh('小林').says('打卡', newRoom)).toContain('小林');
    expect(await fresh('小林').says('我的', newRoom)).toContain('连续 1 天');

    const list = await newOwner.whispers('/认人');
    expect(list).toContain('前后都只有一位叫这个名字');
    expect(await newOwner.whispers(`/认人 ${numberOf('小林', list)} 是 小林`)).toContain('就是原来的');

    const own = await fresh('小林').says('我的', newRoom);
    expect(own).toContain('连续 3 天（最长 3 天），累计 3 天');
    expect(await newOwner.whispers('/认人')).not.toContain('小林');
  });

  test('a member with a code needs nobody, before the room is back or after', async () => {
    const { newOwner, newRoom, fresh, seeRoster, memberCode } = await logInAgain(dialect);

    expect(await fresh('阿敏').whispers(`绑定 ${memberCode}`)).toContain('认出你了');
    await newOwner.says('/认群', newRoom);
    await seeRoster(newRoom, [newOwner, ...NAMES.map(fresh)]);

    expect(await fresh('阿敏').says('我的', newRoom)).toContain('连续 2 天');
    expect(await newOwner.whispers('/认人')).not.toContain('阿敏');
  });

  test('a day on which both checked in counts once, and the ledger agrees', async () => {
    const { bot, newOwner, newRoom, fresh } = await start();
    await fresh('小林').says('打卡', newRoom, { sentAt: LAST_NIGHT });
    await fresh('小林').says('打卡', newRoom);
    const list = await newOwner.whispers('/认人');
    await newOwner.whispers(`/认人 ${numberOf('小林', list)} 是 小林`);

    expect(await fresh('小林').says('我的', newRoom)).toContain('连续 3 天（最长 3 天），累计 3 天');
    expect(await bot.database.transaction(listWrongBooks)).toEqual([]);
  });

  test('namesakes are shown as such, and none is picked', async () => {
    const { bot, newOwner, newRoom, seeRoster, fresh } = await start();
    const second = bot.person('小林', 'wx-second-lin');
    await seeRoster(newRoom, [newOwner, second, ...NAMES.map(fresh)]);

    const list = await newOwner.whispers('/认人');
    expect(list).toContain('叫这个名字的不止一位');
    expect(await second.says('我的', newRoom)).toContain('还没有打过卡');
  });

  test('somebody who is here already is not given to a second person', async () => {
    const { bot, newOwner, newRoom, seeRoster, fresh } = await start();
    const second = bot.person('小林', 'wx-second-lin');
    const list = await newOwner.whispers('/认人');
    const number = numberOf('小林', list);
    await newOwner.whispers(`/认人 ${number} 是 小林`);
    await seeRoster(newRoom, [newOwner, second, ...NAMES.map(fresh)]);
    expect(await newOwner.whispers(`/认人 ${number} 是 阿陈`)).toContain('没有编号');
    await second.says('打卡', newRoom);

    expect(await newOwner.whispers('/认人')).not.toMatch(/小林#/u);
  });

  test('a newcomer who is declared one is listed no longer', async () => {
    const { newOwner } = await start();
    const number = numberOf('小林', await newOwner.whispers('/认人'));

    expect(await newOwner.whispers(`/认人 ${number} 新`)).toContain('算新成员');

    expect(await newOwner.whispers('/认人')).not.toContain(`${number}. `);
  });

  test('taking it back restores every row, also of what came since', async () => {
    const { bot, newOwner, newRoom, fresh } = await start();
    await fresh('小林').says('打卡 昨晚的', newRoom, { sentAt: LAST_NIGHT });
    await fresh('小林').says('打卡 新的一天', newRoom);
    const number = numberOf('小林', await newOwner.whispers('/认人'));
    const before = await bot.database.transaction(readAll);

    expect(await newOwner.whispers(`/认人 ${number} 是 小林`)).toContain('发送：/撤销');
    expect(await bot.database.transaction(readAll)).not.toEqual(before);
    expect(await newOwner.whispers('/撤销')).toContain('已撤销');

    expect(await bot.database.transaction(readAll)).toEqual(before);
    expect(await bot.database.transaction(listWrongBooks)).toEqual([]);
    expect(await newOwner.whispers('/记录')).toContain('（已撤销）');
  });

  test('what the new face redeemed, was given and has left of its points goes along, and back', async () => {
    const { bot, newOwner, newRoom, fresh } = await start();
    const lin = fresh('小林');
    const mentions = { mentions: [lin] };
    await newOwner.says('/礼品 加 水杯 20 库存 5', newRoom);
    await newOwner.says('/积分 @小林 +50 分享笔记', newRoom, mentions);
    await newOwner.says('/徽章 给 @小林 最佳笔记', newRoom, mentions);
    expect(await lin.says('兑换 水杯', newRoom)).toContain('水杯');
    const number = numberOf('小林', await newOwner.whispers('/认人'));
    const before = await bot.database.transaction(readAll);

    await newOwner.whispers(`/认人 ${number} 是 小林`);

    expect(await lin.says('我的兑换', newRoom)).toContain('水杯');
    expect(await lin.says('积分明细', newRoom)).toContain('认回旧身份');
    expect(await lin.says('我的', newRoom)).toContain('50');
    expect(await bot.database.transaction(listWrongBooks)).toEqual([]);

    await newOwner.whispers('/撤销');

    expect(await bot.database.transaction(readAll)).toEqual(before);
    expect(await bot.database.transaction(listWrongBooks)).toEqual([]);
  });

  test('what was checked in since goes along with the new face when it is taken back', async () => {
    const { bot, newOwner, newRoom, fresh } = await start();
    const number = numberOf('小林', await newOwner.whispers('/认人'));
    await newOwner.whispers(`/认人 ${number} 是 小林`);
    await fresh('小林').says('打卡', newRoom);
    expect(await fresh('小林').says('我的', newRoom)).toContain('连续 3 天');

    await newOwner.whispers('/撤销');

    bot.clock.moveTo(bot.clock.now() + 120_000);
    expect(await fresh('小林').says('我的', newRoom)).toContain('连续 1 天（最长 1 天），累计 1 天');
    expect(await bot.database.transaction(listWrongBooks)).toEqual([]);
  });

  test('who was recognised stays on record; words that it took to take it back are forgotten', async () => {
    const { bot, newOwner } = await start();
    const number = numberOf('小林', await newOwner.whispers('/认人'));
    await newOwner.whispers(`/认人 ${number} 是 小林`);
    bot.clock.moveTo(Date.parse('2026-03-20T09:00:00+08:00'));

    await keepHouse({ database: bot.database, clock: bot.clock, log: quietLog().log });

    const log = await bot.database.transaction((tx) =>
      tx.selectFrom('identity_log').select(['how', 'details']).orderBy('id').execute(),
    );
    expect(log).toEqual(['code', 'room', 'staff'].map((how) => ({ how, details: '' })));
  });

  test('after a day it cannot be taken back any more', async () => {
    const { bot, newOwner } = await start();
    const number = numberOf('小林', await newOwner.whispers('/认人'));
    await newOwner.whispers(`/认人 ${number} 是 小林`);
    const step = /#(\d+)/u.exec(await newOwner.whispers('/记录'))?.[1];

    await bot.passTo('2026-03-05T09:01:00+08:00');

    expect(await newOwner.whispers(`/撤销 ${step}`)).toContain('过了 24 小时');
  });
});

describeDialects('passing for staff after a login', (dialect) => {
  async function startWithManager(given: Dialect) {
    const community = await logInAgain(given);
    const { bot, newOwner, newRoom, fresh, seeRoster } = community;
    await newOwner.says('/认群', newRoom);
    await seeRoster(newRoom, [newOwner, ...NAMES.map(fresh)]);
    const mentions = [{ platformId: fresh('阿陈').platformId, name: '阿陈' }];
    await newOwner.says('/授权 @阿陈\u2005运营 全部', newRoom, { mentions });
    return { ...community, manager: fresh('阿陈'), bot };
  }

  test('a manager recognises members, and neither an equal nor the owner', async () => {
    const { bot, manager, member, newOwner } = await startWithManager(dialect);
    const lin = await bot.database.transaction((tx) =>
      tx
        .selectFrom('member_identity')
        .select('member_id')
        .where('platform_id', '=', member('小林').platformId)
        .executeTakeFirstOrThrow(),
    );
    await bot.database.transaction((tx) =>
      tx
        .insertInto('role_grant')
        .values({ member_id: lin.member_id, room_id: 0, role: 'manager', granted_at: 0 })
        .execute(),
    );
    const list = await manager.whispers('/认人');

    expect(await manager.whispers(`/认人 ${numberOf('小林', list)} 是 小林`)).toContain('要由本人来认');
    expect(await manager.whispers(`/认人 ${numberOf('小周', list)} 是 小周`)).toContain('就是原来的');
    expect(await newOwner.whispers(`/认人 ${numberOf('小林', list)} 是 小林`)).toContain('就是原来的');
  });

  test('a manager does not take back what the owner has recognised', async () => {
    const { manager, newOwner } = await startWithManager(dialect);
    const number = numberOf('小林', await newOwner.whispers('/认人'));
    await newOwner.whispers(`/认人 ${number} 是 小林`);
    const step = /#(\d+)/u.exec(await newOwner.whispers('/记录'))?.[1];

    expect(await manager.whispers(`/撤销 ${step}`)).toContain('身份更高的人');
    expect(await newOwner.whispers('/撤销')).toContain('已撤销');
  });

  test('the manager’s name in a room of the same name gives a stranger nothing', async () => {
    const { bot, seeRoster, newOwner } = await startWithManager(dialect);
    bot.gateway.logInAs({ platformId: 'wx-bot-third', name: '机器人' });
    bot.bot.noteConnection(bot.gateway.connection());
    const clone = bot.room('英语1群', 'third-clone@chatroom');
    const stranger = bot.person('阿陈', 'wx-third-stranger');
    await seeRoster(clone, [stranger, newOwner.named('陈老师')]);

    for (const line of ['/认群', '/认人', '/设置', '/授权 @阿陈 老师']) {
      expect(await stranger.says(line, clone), line).toBe('');
      expect(await stranger.whispers(line), line).toContain('需要');
    }
  });

  test('what the new face was granted is not inherited', async () => {
    const { bot, manager, newOwner, fresh } = await startWithManager(dialect);
    const list = await newOwner.whispers('/认人');
    await newOwner.whispers(`/认人 ${numberOf('阿陈', list)} 是 阿陈`);

    bot.clock.moveTo(bot.clock.now() + 120_000);
    expect(await manager.whispers('/认人')).toContain('需要运营身份');
    expect(fresh('阿陈').platformId).toBe(manager.platformId);
  });
});

/** What people are and did, without the ids of rows that are written anew, and the ledger by its sums. */
async function readAll(tx: Tx) {
  const checkIns = await tx
    .selectFrom('check_in')
    .select(['room_id', 'member_id', 'day', 'at', 'evidence', 'content'])
    .orderBy('room_id')
    .orderBy('member_id')
    .orderBy('day')
    .execute();
  const seats = await tx.selectFrom('membership').selectAll().orderBy('room_id').orderBy('member_id').execute();
  return {
    checkIns,
    seats: seats.map(({ last_entry_id: _entry, last_check_in_id: _checkIn, ...seat }) => seat),
    ids: await tx.selectFrom('member_identity').selectAll().orderBy('platform_id').execute(),
    rooms: await tx.selectFrom('room_identity').selectAll().orderBy('platform_id').execute(),
    roles: await tx.selectFrom('role_grant').selectAll().orderBy('member_id').orderBy('room_id').execute(),
    redeemed: await tx.selectFrom('redemption').select(['id', 'member_id']).orderBy('id').execute(),
    badges: await tx.selectFrom('badge_grant').select(['id', 'member_id']).orderBy('id').execute(),
    given: await tx.selectFrom('points_grant').select(['id', 'member_id']).orderBy('id').execute(),
    days: await tx.selectFrom('room_day').select(['day', 'room_id', 'check_ins']).orderBy('day').execute(),
  };
}

/** Memberships whose figures are not what their rows amount to. */
async function listWrongBooks(tx: Tx): Promise<string[]> {
  const { seats, checkIns } = await readAll(tx);
  const entries = await tx.selectFrom('points_entry').select(['room_id', 'member_id', 'amount']).execute();
  return seats.flatMap((seat) => {
    const own = <Row extends { room_id: number; member_id: number }>(rows: readonly Row[]) =>
      rows.filter((row) => row.room_id === seat.room_id && row.member_id === seat.member_id);
    const points = own(entries).reduce((sum, { amount }) => sum + amount, 0);
    const total = own(checkIns).length;
    return points === seat.points && total === seat.total ? [] : [`${seat.name}: ${points}/${seat.points}, ${total}`];
  });
}
