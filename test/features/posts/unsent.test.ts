/** Posts that were ready and could not leave in time, or at all. */

import { expect, test } from 'vitest';
import { type LocalDay, parseLocalDay } from '../../../src/domain/local-day.js';
import { type SendTrouble, SendError } from '../../../src/ports/chat-gateway.js';
import { countStarted } from '../../../src/storage/room-days.js';
import { describeDialects } from '../../support/dialects.js';
import { type Scene, startScene } from './scene.js';

const TUESDAY = parseLocalDay('2026-03-03') as LocalDay;

/** Every send to the first room fails, the task's and whatever else. */
function cutOff({ bot, room }: Scene, trouble: SendTrouble): void {
  bot.gateway.beforeSend = ({ to }) => {
    if ('roomPlatformId' in to && to.roomPlatformId === room.platformId)
      throw new SendError('not-sent', trouble, 'no way');
  };
}

function restore({ bot }: Scene): void {
  bot.gateway.beforeSend = () => {};
}

/** Plans what is due then, while nothing can be sent. */
async function passOffline({ bot, wakesAt }: Scene, instant: string): Promise<void> {
  const online = bot.gateway.connection;
  bot.gateway.connection = () => ({ state: 'offline', reason: 'The wire is cut.' });
  await wakesAt(instant);
  bot.gateway.connection = online;
}

/** As many campaigns and announcements have gone out as the day allows. */
async function spendBudget({ bot }: Scene, topic: string): Promise<void> {
  await bot.database.transaction(async (tx) => {
    const { id } = await tx.selectFrom('room').select('id').where('topic', '=', topic).executeTakeFirstOrThrow();
    for (let count = 0; count < 3; count++) await countStarted(tx, id, TUESDAY);
  });
}

async function task({ bot }: Scene): Promise<{ id: number; state: string; reason: string | null; late: number }> {
  return bot.database.transaction((tx) =>
    tx
      .selectFrom('outbox')
      .select(['id', 'state', 'reason', 'late'])
      .where('kind', '=', 'task')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
  );
}

describeDialects('a post that the sender holds up', (dialect) => {
  test('is marked as late when it leaves more than ten minutes after its time, word for word as if composed late', async () => {
    const scene = await startScene(dialect);
    const { bot, room } = scene;
    await passOffline(scene, '2026-03-03T08:00:00+08:00');

    const heard = await scene.wakesAt('2026-03-03T08:10:01+08:00');

    const late = await startScene(dialect);
    const composedLate = await late.wakesAt('2026-03-03T08:10:01+08:00');
    expect(heard(room)).toContain('【今日任务·补发】3月3日 周二 · Day 1');
    expect(heard(room)).toBe(composedLate(late.room));
    expect(await task(scene)).toMatchObject({ state: 'sent', late: 1 });
    expect(bot.said(room).filter((text) => text.startsWith('【今日任务'))).toHaveLength(1);
  });

  test('is not marked when it leaves within ten minutes', async () => {
    const scene = await startScene(dialect);
    await passOffline(scene, '2026-03-03T08:00:00+08:00');

    const heard = await scene.wakesAt('2026-03-03T08:10:00+08:00');

    expect(heard(scene.room)).toContain('【今日任务】3月3日 周二 · Day 1');
    expect(await task(scene)).toMatchObject({ state: 'sent', late: 0 });
  });

  test('keeps its words when a person sends it again', async () => {
    const scene = await startScene(dialect);
    const { bot, owner, room, staff } = scene;
    cutOff(scene, 'gone');
    await bot.passTo('2026-03-03T08:00:00+08:00');
    restore(scene);
    await bot.passTo('2026-03-03T09:00:00+08:00');

    await owner.says(`/补发 ${(await task(scene)).id}`, staff);

    expect(bot.said(room).at(-1)).toContain('【今日任务】3月3日 周二 · Day 1');
  });
});

describeDialects('a post that cannot be sent', (dialect) => {
  test('because of the day’s budget is told to staff at once, with the number that sends it all the same', async () => {
    const scene = await startScene(dialect);
    const { bot, owner, room, staff } = scene;
    await spendBudget(scene, room.topic);

    const heard = await bot.passTo('2026-03-03T08:00:00+08:00');

    const { id, state, reason } = await task(scene);
    expect({ state, reason }).toEqual({ state: 'expired', reason: 'over-budget' });
    expect(heard(staff)).toContain(
      `【没有推送】\n「英语1群」今天的任务：这个群今天的主动推送已满，多的不发\n要补发就发送：/补发 ${id}`,
    );
    expect(heard(room)).toBe('');
    expect(await owner.says(`/补发 ${id}`, staff)).toBe(`好，编号 ${id} 马上再发到「英语1群」。`);
    expect(bot.said(room).at(-1)).toContain('【今日任务】3月3日');
  });

  test('is told once, and of the notice itself nothing is told', async () => {
    const scene = await startScene(dialect);
    const { bot, room, staff } = scene;
    await spendBudget(scene, room.topic);
    await bot.passTo('2026-03-03T08:00:00+08:00');
    bot.gateway.beforeSend = () => {
      throw new SendError('not-sent', 'gone', 'nobody is there');
    };

    await bot.passTo('2026-03-03T19:59:00+08:00');
    restore(scene);

    const notices = bot.said(staff).filter((text) => text.startsWith('【没有推送】'));
    expect(notices).toHaveLength(1);
  });

  test('because the room is gone tells what to do first', async () => {
    const scene = await startScene(dialect);
    cutOff(scene, 'gone');

    const heard = await scene.bot.passTo('2026-03-03T08:00:00+08:00');

    const { id } = await task(scene);
    expect(heard(scene.staff)).toContain(
      `【没有推送】\n「英语1群」今天的任务：找不到这个群，机器人可能不在群里了\n先把我拉回群里，再发送：/补发 ${id}`,
    );
  });

  test('because the way was cut until it was too late is told when the way is back', async () => {
    const scene = await startScene(dialect);
    await passOffline(scene, '2026-03-03T08:00:00+08:00');

    const heard = await scene.wakesAt('2026-03-03T11:00:01+08:00');

    const { id, state } = await task(scene);
    expect(state).toBe('expired');
    expect(heard(scene.room)).toBe('');
    expect(heard(scene.staff)).toContain(`「英语1群」今天的任务：一直没能发出，已过时\n要补发就发送：/补发 ${id}`);
  });

  test('because the night has come is told in the morning, when nothing is left to do', async () => {
    const scene = await startScene(dialect);
    const { bot, owner, room, staff } = scene;
    await owner.says('/设置 点评时间 21:29', room);
    await owner.says('/设置 推送间隔 3600', room);
    await bot.passTo('2026-03-03T20:50:00+08:00');
    await bot.database.transaction((tx) =>
      tx.updateTable('room').set({ last_post_at: bot.clock.now() }).where('topic', '=', room.topic).execute(),
    );
    await bot.person('小林').says('打卡', room);

    await bot.passTo('2026-03-03T22:00:00+08:00');
    expect(bot.said(staff).join('\n')).not.toContain('【没有推送】');
    const heard = await bot.passTo('2026-03-04T07:30:00+08:00');

    expect(heard(staff)).toBe('【没有推送】\n「英语1群」昨天的点评：轮到它时已经夜里，不打扰大家');
  });
});
