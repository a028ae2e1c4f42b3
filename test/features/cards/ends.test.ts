/** Whose ends are looked after where: courses without a room, courses with several, and orders that were a mistake. */

import { expect, test } from 'vitest';
import type { CourseId } from '../../../src/domain/ids.js';
import { type LocalDay, parseLocalDay } from '../../../src/domain/local-day.js';
import { listEnding } from '../../../src/storage/member-cards.js';
import { describeDialects } from '../../support/dialects.js';
import type { TestBot } from '../../support/test-bot.js';
import { confirmed, leapTo, morningOf, startCardRoom } from './card-room.js';

type Room = ReturnType<TestBot['room']>;

describeDialects('the ends of cards', (dialect) => {
  const newsIn = (bot: TestBot, room: Room) => bot.said(room).filter((text) => text.startsWith('【会员】'));

  async function lapsesIn(bot: TestBot) {
    return bot.database.transaction((tx) =>
      tx.selectFrom('card_event').select('member_id').where('type', '=', 'lapsed').execute(),
    );
  }

  async function startWithStaff() {
    const scene = await startCardRoom(dialect);
    const staff = scene.bot.room('员工群');
    await scene.owner.says('/建群 员工', staff);
    await scene.owner.says('/课程 导入 数学\n# 数学 5 天\n## 第 1 天 认识分数\n做完第 3 页', staff);
    return { ...scene, staff };
  }

  const importMaths = (name: string) =>
    `/订单 导入\n成员,课程,会员卡,金额,付款日期,订单号\n${name},数学,月卡,69,2026-02-10,1`;

  test('of a course without a room are looked after by staff, each once, however many staff rooms there are', async () => {
    const { bot, owner, staff } = await startWithStaff();
    const second = bot.room('员工二群');
    await owner.says('/建群 员工', second);
    await confirmed(owner, importMaths('小林'));
    for (const date of ['02', '08', '12', '13', '14']) await morningOf(bot, `2026-03-${date}`);

    expect(newsIn(bot, staff)).toEqual([
      '【会员】\n小林 数学月卡 3月9日 到期，还没法私聊，请人提醒',
      '【会员】\n小林 数学月卡 3月9日 到期，还没法私聊，请人提醒',
      '【会员】\n小林 数学月卡 3月9日 已到期，还没法私聊，请人提醒',
      '【会员】\n小林 数学月卡 3月9日 到期，宽限期过了，已按到期处理',
    ]);
    expect(newsIn(bot, second)).toEqual(newsIn(bot, staff));
    expect(await lapsesIn(bot)).toHaveLength(1);
  });

  test('without a staff room another course’s room looks after them', async () => {
    const { bot, owner, lin } = await startCardRoom(dialect);
    await owner.says('/课程 导入 数学\n# 数学 5 天\n## 第 1 天 认识分数\n做完第 3 页', bot.room('英语1群'));
    await lin.whispers('你好');
    await confirmed(owner, importMaths('小林'));
    for (const date of ['08', '13']) await morningOf(bot, `2026-03-${date}`);

    expect(bot.said(lin).filter((text) => text.includes('数学月卡'))).toHaveLength(1);
    expect(await lapsesIn(bot)).toHaveLength(1);
  });

  test('of a course in several rooms are looked after in one of them', async () => {
    const { bot, owner, lin, staff } = await startWithStaff();
    for (const topic of ['英语付费1群', '英语付费2群']) {
      const room = bot.room(topic);
      await owner.says('/建群 付费 英语', room);
      await lin.joins(room);
    }
    await confirmed(owner, importMaths('小林').replace('数学,月卡', '英语,月卡'));
    for (const date of ['08', '13', '14']) await morningOf(bot, `2026-03-${date}`);

    expect(newsIn(bot, staff).filter((text) => text.includes('还没法私聊'))).toHaveLength(2);
    expect(await lapsesIn(bot)).toHaveLength(1);
  });

  test('are no affair of another account whose rooms run the same course', async () => {
    const { bot, owner, room } = await startCardRoom(dialect);
    await owner.says('/订单 @小林 月卡 69', room);

    const [own, others] = await bot.database.transaction(async (tx) => {
      const account = await tx.selectFrom('account').select('id').executeTakeFirstOrThrow();
      const second = { name: 'second', created_at: bot.clock.now() };
      const other = await tx.insertInto('account').values(second).returning('id').executeTakeFirstOrThrow();
      const ending = { courseId: 1 as CourseId, until: parseLocalDay('2026-05-01') as LocalDay };
      return [await listEnding(tx, account.id, ending), await listEnding(tx, other.id, { ...ending, courseId: null })];
    });
    expect(own).toHaveLength(1);
    expect(others).toEqual([]);
  });

  test('come after their grace, also where an order within it was a mistake', async () => {
    const { bot, owner, lin, room, staff } = await startWithStaff();
    const paid = bot.room('英语付费1群');
    await owner.says('/建群 付费 英语', paid);
    await lin.joins(paid);
    await confirmed(owner, importMaths('小林').replace('数学,月卡', '英语,月卡'));
    await morningOf(bot, '2026-03-10');
    await owner.says('/订单 @小林 季卡 199', room);
    await bot.passTo('2026-03-10T10:00:00+08:00');
    expect(await owner.says('/撤销', room)).toContain('已撤销');
    await bot.passTo('2026-03-10T11:00:00+08:00');

    expect(await owner.says('/流程 @小林', staff)).not.toContain('离开付费群');
    expect(await lapsesIn(bot)).toEqual([]);
    leapTo(bot, '2026-03-13T09:25:00+08:00');
    await bot.passTo('2026-03-13T10:00:00+08:00');
    expect(await owner.says('/流程 @小林', staff)).toContain('离开付费群，进行中（到期了）');
    expect(await lapsesIn(bot)).toHaveLength(1);
  });
});
