/** Undoing what staff did: rows as they were, for a day, by whoever may. */

import { expect, test } from 'vitest';
import { describeDialects, type Dialect } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';

async function start(dialect: Dialect) {
  const bot = await startTestBot({ dialect });
  const owner = await bot.owner();
  const room = bot.room('英语1群');
  const staff = bot.room('员工群');
  await owner.says('/建群 付费 英语', room);
  await owner.says('/建群 员工', staff);
  const manager = bot.person('阿陈');
  const teacher = bot.person('周老师');
  for (const one of [manager, teacher]) await one.says('早', room);
  const grant = (who: typeof manager, role: string) =>
    owner.says(`/授权 @${who.name}\u2005${role}`, room, { mentions: [who] });
  await grant(manager, '运营');
  await grant(teacher, '老师');
  return { bot, owner, manager, teacher, room, staff };
}

describeDialects('undoing', (dialect) => {
  test('without a number it takes back the speaker’s own last step in that room', async () => {
    const { owner, manager, room } = await start(dialect);
    await manager.says('/设置 任务时间 9:00', room);
    await owner.says('/设置 点评时间 21:00', room);

    expect(await manager.says('/撤销', room)).toContain('先撤销');
    expect(await owner.says('/撤销', room)).toContain('已撤销 #6：/设置 点评时间 21:00');
    expect(await manager.says('/撤销', room)).toContain('已撤销 #5：/设置 任务时间 9:00');

    const settings = await owner.says('/设置', room);
    expect(settings).toContain('任务时间：08:00');
    expect(settings).toContain('点评时间：20:00');
  });

  test('the schedule follows the settings back', async () => {
    const { bot, owner, room } = await start(dialect);
    await owner.says('/设置 任务时间 9:30', room);

    await owner.says('/撤销', room);

    const said = await bot.passTo('2026-03-03T08:10:00+08:00');
    expect(said(room)).toContain('今日任务');
  });

  test('what was changed since is not undone over it; the later step is named', async () => {
    const { owner, room } = await start(dialect);
    await owner.says('/暂停 3天', room);
    await owner.says('/暂停 5天', room);

    expect(await owner.whispers('/撤销 5')).toBe('#5 之后又改过：#6。\n先撤销它：/撤销 6');

    expect(await owner.whispers('/撤销 6')).toContain('已撤销 #6');
    expect(await owner.whispers('/撤销 5')).toContain('已撤销 #5');
    expect(await owner.says('/恢复', room)).toContain('没有暂停');
  });

  test('nothing is undone twice, after a day, or without there being such a step', async () => {
    const { bot, owner, room } = await start(dialect);
    await owner.says('/暂停 3天', room);
    expect(await owner.whispers('/撤销 99')).toContain('没有编号 99');
    await owner.whispers('/撤销 5');
    expect(await owner.whispers('/撤销 5')).toContain('已经撤销过了');
    await owner.says('/暂停 30天', room);

    await bot.passTo('2026-03-03T09:01:00+08:00');

    expect(await owner.whispers('/撤销 7')).toContain('过了 24 小时');
    expect(await owner.says('/撤销', room)).toContain('没有你能撤销的');
  });

  test('nobody undoes what somebody higher did, or what they might not do themselves', async () => {
    const { owner, manager, teacher, room } = await start(dialect);
    await owner.says('/暂停 3天', room);
    await teacher.says('/任务 明天 读第二章', room);

    expect(await manager.says('/撤销 5', room)).toContain('身份更高的人');
    expect(await teacher.says('/撤销 5', room)).toContain('身份更高的人');
    expect(await manager.says('/撤销 3', room)).toContain('身份更高的人');

    expect(await manager.says('/撤销 6', room)).toContain('已撤销 #6');
    expect(await owner.says('/撤销 5', room)).toContain('已撤销 #5');
  });

  test('a step is undone from elsewhere too, and a public room does not read what was said elsewhere', async () => {
    const { owner, room, staff } = await start(dialect);
    await owner.says('/英语1群 暂停 3天', staff);

    expect(await owner.says('/撤销 5', room)).not.toContain('暂停');

    await owner.says('/英语1群 暂停 4天', staff);
    expect(await owner.says('/英语1群 撤销', staff)).toContain('/英语1群 暂停 4天');
  });

  test('what other rows hang on stays', async () => {
    const { owner, room } = await start(dialect);
    const plan = '# 晨读\n\n## 第 1 天 开始\n读第一段。';
    expect(await owner.whispers(`/课程 导入 晨读\n${plan}`)).toContain('已保存');
    await owner.says('/课程 使用 晨读', room);

    expect(await owner.whispers('/撤销 5')).toContain('还有地方在用');

    await owner.says('/撤销', room);
    expect(await owner.whispers('/撤销 5')).toContain('已撤销 #5');
    expect(await owner.whispers('/课程')).not.toContain('晨读：');
  });

  test('a new course with a lesson that was edited since is not thrown away', async () => {
    const { owner, room } = await start(dialect);
    await owner.whispers('/课程 导入 晨读\n# 晨读\n\n## 第 1 天 开始\n读第一段。');
    await owner.says('/课程 使用 晨读 明天', room);
    await owner.says('/任务 明天 读第二段', room);
    await owner.says('/撤销 6', room);

    expect(await owner.whispers('/撤销 5')).toBe('#5 之后又改过：#7。\n先撤销它：/撤销 7');
  });

  test('a member’s own withdrawal is no undoing, with a space and in private too', async () => {
    const { bot, owner, room } = await start(dialect);
    const lin = bot.person('小林');
    await lin.says('打卡', room);

    for (const who of [lin, owner]) expect(await who.whispers('撤销 打卡')).not.toMatch(/编号|身份/u);
    expect(await lin.says('/撤销', room)).toBe('');
    expect(await lin.whispers('/撤销')).toContain('需要版主身份');
  });
});
