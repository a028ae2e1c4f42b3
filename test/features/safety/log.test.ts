/** The log: who did what, when, where, what was before and after. */

import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { TABLE_NAMES } from '../../../src/copy/zh-cn/action-fields.js';
import { keepHouse } from '../../../src/kit/housekeeping.js';
import { WATCHED_TABLES } from '../../../src/storage/row-images.js';
import { describeDialects } from '../../support/dialects.js';
import { quietLog } from '../../support/quiet-log.js';
import { startScene } from './scene.js';

describeDialects('the log', (dialect) => {
  test('lists the last steps of a room, of somebody, of a day, the newest first', async () => {
    const { bot, says, owner, manager, staff } = await startScene(dialect);
    await says('/暂停 3天', manager);
    await says('/课程 导入 晨读\n# 晨读\n\n## 第 1 天 开始\n读第一段。', owner, 'private');
    await bot.passTo('2026-03-05T09:00:00+08:00');
    await says('/恢复', owner);

    const all = await says('/记录', owner, 'private');
    expect(all.split('\n').slice(0, 4)).toEqual([
      '最近的操作，新的在前：',
      '#7 3月5日 09:00 陈老师「英语1群」：/恢复',
      '#6 3月4日 10:00 陈老师：/课程 导入 晨读…',
      '#5 3月4日 10:00 阿陈「英语1群」：/暂停 3天',
    ]);
    expect(await says('/英语1群 记录', owner, staff)).not.toContain('晨读');
    expect(await says('/英语1群 记录 阿陈', owner, staff)).toBe(
      '「英语1群」最近的操作，新的在前：\n#5 3月4日 10:00 阿陈：/暂停 3天\n看改前改后：/英语1群 记录 5',
    );
    expect(await says('/记录 昨天', owner, 'private')).not.toContain('/恢复');
    expect(await says('/记录 3月9日', owner, 'private')).toContain('没有这样的操作记录');
  });

  test('shows one step with what was before and after, who undid it, and who may undo it', async () => {
    const { says, owner, manager, staff } = await startScene(dialect);
    await says('/英语1群 设置 任务时间 9:30', manager, staff);

    expect(await says('/记录 5', owner, 'private')).toBe(
      [
        '#5 3月4日 周三 10:00',
        '阿陈（运营）在「员工群」发的：/英语1群 设置 任务时间 9:30',
        '说的是「英语1群」',
        '群 任务时间：08:00 → 09:30',
        '24 小时内可以撤销：/撤销 5',
      ].join('\n'),
    );
    await says('/撤销 5', owner, 'private');
    expect(await says('/记录 5', owner, 'private')).toContain('3月4日 周三 10:00 由 陈老师 撤销了');
    expect(await says('/记录', owner, 'private')).toMatch(/#6 .*：\/撤销 5（不能撤销）\n#5 .*（已撤销）/u);
  });

  test('names people and roles, lessons and courses', async () => {
    const { says, owner } = await startScene(dialect);
    await says('/任务 明天 读两遍');
    await says('/授权 @吴老师 运营');
    await says('/撤权 @吴老师');
    await says('/课程 使用 唐诗 明天');

    const show = (id: number) => says(`/记录 ${id}`, owner, 'private');
    expect(await show(5)).toContain('课程内容（英语，第 4 天） 任务：');
    expect(await show(5)).toContain('→ 读两遍');
    expect(await show(6)).toContain('身份（吴老师，英语1群） 身份：老师 → 运营');
    expect(await show(7)).toContain('去掉了身份（吴老师，英语1群）');
    expect(await show(8)).toContain('群 课程：英语 → 唐诗');
  });

  test('what was exported is in it, by whom and how many rows', async () => {
    const { says, owner } = await startScene(dialect);
    await says('/英语1群 名单', owner, 'private');
    await says('/课程 导出 英语', owner, 'private');

    expect(await says('/记录', owner, 'private')).toMatch(/\/课程 导出 英语（导出）\n.*\/英语1群 名单（导出）/u);
    expect(await says('/记录 6', owner, 'private')).toContain('导出了课程 7 行');
    expect(await says('/撤销', owner, 'private')).not.toContain('#6');
  });

  test('is for managers of that room, and not for a room where members read', async () => {
    const { bot, says, owner, manager, teacher, lin, room } = await startScene(dialect);
    const other = bot.room('别的群');
    await owner.says('/建群 付费 英语', other);
    await lin.says('大家好', other);
    await owner.says('/授权 @小林\u2005运营', other, { mentions: [lin] });

    expect(await says('/记录', manager, room)).toContain('只在员工群和私聊里给');
    expect(await says('/英语1群 记录', teacher, 'private')).toContain('需要运营身份');
    expect(await says('/记录', lin, 'private')).toContain('要说明是哪个群');
    expect(await says('/别的群 记录', lin, 'private')).toContain('/授权 @小林');
    expect(await says('/别的群 记录 1', lin, 'private')).toContain('没有编号 1 的操作');
  });

  test('who did what stays, and what was before and after is forgotten with all words after ninety days', async () => {
    const { bot, says, owner, room } = await startScene(dialect);
    await says('/设置 任务时间 9:30');
    await says('/设置 任务时间 3:00');
    bot.clock.moveTo(Date.parse('2026-06-15T09:00:00+08:00'));

    await keepHouse({ database: bot.database, clock: bot.clock, log: quietLog().log });

    const refusals = await bot.database.transaction((tx) => tx.selectFrom('last_refusal').selectAll().execute());
    expect(refusals).toEqual([]);
    const shown = await says('/记录 5', owner, 'private');
    expect(shown).toContain('陈老师（群主）在「英语1群」发的：/设置 任务时间 9:30');
    expect(shown).not.toContain('08:00 →');
    expect(await owner.says('/撤销 5', room)).toContain('过了 24 小时');
  });

  test('its questions are answered by an index', async () => {
    const { bot } = await startScene(dialect);
    const plans = await bot.database.migrating(async (kysely) => {
      if (dialect.name === 'postgres') await sql`set enable_seqscan = off`.execute(kysely);
      const explain = dialect.name === 'sqlite' ? sql`explain query plan` : sql`explain`;
      const ask = async (column: 'account_id' | 'room_id' | 'member_id') =>
        sql`${explain} select id from action where ${sql.ref(column)} = 1 order by at desc, id desc limit 10`.execute(
          kysely,
        );
      return [await ask('account_id'), await ask('room_id'), await ask('member_id')].map(({ rows }) =>
        JSON.stringify(rows),
      );
    });

    for (const [index, name] of ['action_account', 'action_room', 'action_member'].entries())
      expect(plans[index]).toContain(name);
  });
});

test('every table that can be watched has a name in the log: write it into src/copy/zh-cn/action-fields.ts', () => {
  expect(Object.keys(WATCHED_TABLES).filter((table) => TABLE_NAMES[table] === undefined)).toEqual([]);
});
