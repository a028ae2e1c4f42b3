import { expect, test } from 'vitest';
import { SendError } from '../../../src/ports/chat-gateway.js';
import { markStopped } from '../../../src/storage/account-sending.js';
import { findOrAddAccount } from '../../../src/storage/accounts.js';
import { describeDialects } from '../../support/dialects.js';
import { type Scene, startScene } from './scene.js';

const EIGHT = '2026-03-03T08:00:00+08:00';

/** The next task for the first room fails. */
function failNextPost({ bot, room }: Scene, error: () => Error): void {
  bot.gateway.beforeSend = ({ text, to }) => {
    const isHere = 'roomPlatformId' in to && to.roomPlatformId === room.platformId;
    if (!isHere || !text.startsWith('【今日任务')) return;
    bot.gateway.beforeSend = () => {};
    throw error();
  };
}

const uncertain = () => new SendError('unknown', 'other', 'no answer');

describeDialects('sending again', (dialect) => {
  test("today's skipped task goes out once, marked as late", async () => {
    const scene = await startScene(dialect);
    const { bot, owner, room, staff } = scene;
    await scene.wakesAt('2026-03-03T13:00:00+08:00');

    expect(await owner.says('/英语1群 补发 任务', staff)).toBe('好，今天的任务马上发到「英语1群」。');

    expect(bot.said(room).at(-1)).toContain('【今日任务·补发】3月3日 周二 · Day 1');
    expect(await owner.says('/英语1群 补发 任务', staff)).toContain('已经发过了');
    expect(bot.said(room).filter((text) => text.startsWith('【今日任务'))).toHaveLength(1);
  });

  test('a slot that never was, because the room came later, can be filled too', async () => {
    const { bot, owner, room } = await startScene(dialect);
    await owner.says('/课程 使用 英语 今天', room);

    expect(await owner.says('/补发 任务', room)).toContain('【今日任务·补发】3月2日 周一 · Day 1');
    await bot.passTo('2026-03-02T12:00:00+08:00');
    expect(bot.said(room).filter((text) => text.startsWith('【今日任务'))).toHaveLength(1);
  });

  test('a task that appeared is not sent again, nor one whose time is to come', async () => {
    const { bot, owner, room } = await startScene(dialect);
    await bot.passTo('2026-03-03T07:40:00+08:00');
    expect(await owner.says('/补发 任务', room)).toBe('还没到时间，08:00 会自动推送。');
    await bot.passTo(EIGHT);

    expect(await owner.says('/补发 任务', room)).toContain('已经发过了');
    expect(await owner.says('/补发 点评', room)).toBe('还没到时间，20:00 会自动推送。');
  });

  test('after half past nine in the evening it is too late', async () => {
    const { owner, room, wakesAt } = await startScene(dialect);
    await wakesAt('2026-03-03T21:29:00+08:00');
    expect(await owner.says('/补发 任务', room)).toContain('马上发到');
    await wakesAt('2026-03-04T21:30:00+08:00');

    expect(await owner.says('/补发 任务', room)).toContain('太晚了');
  });

  test('what has nothing to say says why', async () => {
    const { owner, room, wakesAt } = await startScene(dialect);
    await owner.says('/暂停 3天', room);
    await wakesAt('2026-03-03T13:00:00+08:00');

    expect(await owner.says('/补发 任务', room)).toBe('今天没有可以补发的：推送已暂停。');
  });

  test('an uncertain post is sent again by its number alone', async () => {
    const scene = await startScene(dialect);
    const { bot, owner, room, staff } = scene;
    failNextPost(scene, uncertain);
    await bot.passTo(EIGHT);
    expect(bot.said(room).join('')).not.toContain('今日任务');
    const id = (await scene.rows()).find(({ state }) => state === 'uncertain')?.id;

    expect(await owner.says('/英语1群 补发 任务', staff)).toBe(
      `这条可能已经发出去了（编号 ${id}），先到群里看一眼。\n确实没有，再发送：/补发 ${id}`,
    );
    expect(await owner.says('/状态', staff)).toContain(`编号 ${id}「英语1群」3月3日任务`);
    expect(await owner.says(`/补发 ${id}`, staff)).toBe(`好，编号 ${id} 马上再发到「英语1群」。`);
    expect(bot.said(room).at(-1)).toContain('【今日任务】3月3日');
    expect(await owner.says(`/补发 #${id}`, staff)).toContain('已经发过了');
  });

  test('a failed post is composed anew', async () => {
    const scene = await startScene(dialect);
    failNextPost(scene, () => new SendError('not-sent', 'gone', 'no such room'));
    await scene.bot.passTo(EIGHT);
    await scene.owner.says('/任务 今天 换一个短的任务', scene.room);

    expect(await scene.owner.says('/补发 任务', scene.room)).toContain('换一个短的任务');
  });

  test('a number that does not exist, or lies in a room of somebody else, is unknown', async () => {
    const scene = await startScene(dialect);
    const { bot, owner, room } = scene;
    const other = bot.room('英语2群');
    const guest = bot.person('小王');
    await owner.says('/建群 付费 英语', other);
    await guest.joins(other);
    await owner.says('/授权 小王 运营', other);
    failNextPost(scene, uncertain);
    await bot.passTo(EIGHT);
    const id = (await scene.rows()).find(({ state }) => state === 'uncertain')?.id;

    expect(await owner.says('/补发 9999', room)).toContain('没有编号 9999');
    expect(await guest.says(`/补发 ${id}`, other)).toContain(`没有编号 ${id}`);
  });

  test('a skipped slot has no words to repeat', async () => {
    const scene = await startScene(dialect);
    await scene.wakesAt('2026-03-03T13:00:00+08:00');
    const id = (await scene.rows()).find(({ kind, state }) => kind === 'task' && state === 'skipped')?.id;

    expect(await scene.owner.says(`/补发 ${id}`, scene.room)).toContain('没有内容可发');
  });

  test('a stop of the account holds a person back too', async () => {
    const scene = await startScene(dialect);
    await scene.wakesAt('2026-03-03T13:00:00+08:00');
    await scene.bot.database.transaction(async (tx) => {
      const { id } = await findOrAddAccount(tx, 'test', 0);
      await markStopped(tx, id, Date.parse('2026-03-03T15:00:00+08:00'), 'throttled');
    });

    expect(await scene.owner.says('/补发 任务', scene.room)).toContain('保护性停发，到 3月3日 周二 15:00 为止');
    expect(await scene.owner.says('/状态', scene.room)).toContain('账号保护性停发，到今天 15:00 为止');
  });
});
