import { expect, test } from 'vitest';
import { markStopped } from '../../../src/storage/account-sending.js';
import { findOrAddAccount } from '../../../src/storage/accounts.js';
import { describeDialects } from '../../support/dialects.js';
import { type Scene, startScene } from './scene.js';

const EIGHT = '2026-03-03T08:00:30+08:00';

describeDialects('posts that wait for the end of a stop', (dialect) => {
  /** Stopped from before 08:00 until 09:50. */
  async function stopped() {
    const scene = await startScene(dialect);
    await scene.bot.passTo('2026-03-03T07:50:00+08:00');
    await scene.bot.database.transaction(async (tx) => {
      const { id } = await findOrAddAccount(tx, 'test', 0);
      await markStopped(tx, id, Date.parse('2026-03-03T09:50:00+08:00'), 'logout');
    });
    await scene.bot.passTo(EIGHT);
    return { ...scene, task: await taskOf(scene) };
  }

  async function taskOf(scene: Scene) {
    const task = (await scene.rows()).findLast(({ kind }) => kind === 'task');
    if (!task) throw new Error('There is no task.');
    return task;
  }

  test('are listed with their numbers, the cause of the stop and its end', async () => {
    const { bot, owner, room, staff, task } = await stopped();
    expect(bot.said(room).join('\n')).not.toContain('今日任务');

    const text = await owner.says('/状态', staff);

    expect(text).toContain('账号保护性停发，到今天 09:50 为止：微信把账号退出了登录');
    expect(text).toContain(`可以请人先发：\n编号 ${task.id}「英语1群」3月3日任务`);
    expect(text.split('\n').at(-1)).toBe(`看全文、复制去发：/状态 ${task.id}`);
  });

  test('are shown whole, as a message of their own, among staff and in private', async () => {
    const { bot, owner, room, staff, task } = await stopped();
    const preview = await owner.says('/英语1群 预览 3-3', staff);

    const shown = await owner.whispers(`/状态 ${task.id}`);

    expect(bot.said(owner).at(-1)).toBe(preview);
    expect(shown).toContain(`编号 ${task.id}「英语1群」3月3日任务：待发送`);
    expect(shown).toContain(`/状态 ${task.id} 已发`);
    expect(await owner.says(`/状态 ${task.id}`, room)).toContain('只在员工群和私聊里给');
  });

  test('are not sent again once a person says that they were sent', async () => {
    const scene = await stopped();
    const { bot, owner, room, staff, task } = scene;

    expect(await owner.says(`/状态 ${task.id} 已发`, staff)).toContain('已由人发到「英语1群」');
    expect(await owner.says(`/状态 ${task.id} 已发`, staff)).toContain('已经发过了');
    expect(await owner.says('/状态', staff)).not.toContain('可以请人先发');
    await bot.passTo('2026-03-03T12:00:00+08:00');

    expect(bot.said(room).join('\n')).not.toContain('今日任务');
    expect(await taskOf(scene)).toEqual({ ...task, state: 'sent', reason: 'by-hand' });
  });

  test('leave by themselves after the stop when nobody sent them', async () => {
    const { bot, room } = await stopped();

    const said = await bot.passTo('2026-03-03T10:00:00+08:00');

    expect(said(room)).toContain('今日任务');
  });

  test('one of another room, a private answer, or no message at all is unknown', async () => {
    const { bot, owner, staff, task } = await stopped();
    const other = bot.room('唐诗群');
    await owner.says('/建群 付费 唐诗', other);
    const wang = bot.person('小王');
    await wang.joins(other);
    await owner.says('/授权 小王 运营', other);
    const reply = await bot.database.transaction((tx) =>
      tx.selectFrom('outbox').select('id').where('kind', '=', 'reply').executeTakeFirstOrThrow(),
    );

    expect(await wang.says(`/状态 ${task.id}`, other)).toContain(`没有编号 ${task.id}`);
    expect(await owner.says(`/状态 ${reply.id}`, staff)).toContain(`没有编号 ${reply.id}`);
    expect(await owner.says('/状态 99999', staff)).toContain('没有编号 99999');
  });
});
