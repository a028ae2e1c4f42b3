/** A trial from joining to its end: what is said when, to whom and where, and what is left to a person. */

import { expect, test } from 'vitest';
import { describeDialects, type Dialect } from '../../support/dialects.js';
import { startTestBot, type TestPerson } from '../../support/test-bot.js';

/** Tuesday, 3 March 2026, 10:00. The course began on Monday. */
async function startScene(dialect: Dialect, capabilities = {}) {
  const bot = await startTestBot({ dialect, now: '2026-03-02T07:00:00+08:00', capabilities });
  const owner = await bot.owner();
  const [room, staff] = [bot.room('英语体验群'), bot.room('员工群')];
  await owner.says('/建群 员工', staff);
  await owner.says('/建群 体验 英语', room);
  await bot.passTo('2026-03-03T10:00:00+08:00');
  const [lin, zhou, yu] = ['小林', '小周', '小雨'].map((name) => bot.person(name)) as [
    TestPerson,
    TestPerson,
    TestPerson,
  ];
  const tells = (line: string) => owner.says(line, staff);
  const sure = async (line: string) => tells(`确认 ${/确认 (\d{4})/u.exec(await tells(line))?.[1] ?? ''}`);
  return { bot, owner, room, staff, lin, zhou, yu, tells, sure };
}

const at = (day: number, time: string) => `2026-03-${String(day).padStart(2, '0')}T${time}:00+08:00`;

describeDialects('a trial', (dialect) => {
  test('has days of its own, from the first task after joining', async () => {
    const { bot, room, lin, zhou, tells } = await startScene(dialect);
    await bot.passTo(at(3, '21:00'));
    await lin.joins(room);
    expect(await lin.says('我的', room)).toContain('体验还没开始，共 7 天');
    await bot.passTo(at(4, '07:50'));
    await zhou.joins(room);
    await bot.passTo(at(4, '08:00'));

    expect(await lin.says('我的', room)).toContain('体验第 1 天（共 7 天）');
    expect(await zhou.says('我的', room)).toContain('体验第 1 天（共 7 天）');
    expect(await tells('/体验')).toContain('【体验】英语体验群，2 人\n第 1 天：小林（0）、小周（0）');
    await bot.passTo(at(10, '10:00'));
    expect(await tells('/体验')).toContain('第 7 天：');
    await bot.passTo(at(11, '12:00'));
    expect(await tells('/体验')).toContain('到期等人定：小林（0）、小周（0），看 /待办');
    expect(await lin.says('我的', room)).not.toContain('体验第');
  });

  test('helps whoever has not begun, once: all newcomers in one message, by name, and in private where they spoke first', async () => {
    const { bot, room, lin, zhou, yu } = await startScene(dialect);
    await yu.whispers('你好');
    for (const one of [lin, zhou, yu]) await one.joins(room);
    const alone = bot.person('小吴');
    await alone.joins(room);
    await alone.says('打卡', room);

    const said = await bot.passTo(at(4, '19:00'));

    const notes = said(room)
      .split('\n\n')
      .filter((text) => text.startsWith('【体验小记】'));
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/^【体验小记】3月4日 周三\n@小林 @小周 .*发送：打卡$/u);
    expect(notes[0]).not.toMatch(/小雨|小吴|没|未/u);
    expect(said(yu)).toMatch(/^小雨，.*\n今天是你在「英语体验群」体验的第 1 天（共 7 天）。\n.*发送：打卡$/u);
    const later = await bot.passTo(at(7, '19:00'));
    expect(later(room)).not.toContain('体验小记');
    expect(later(yu)).toBe('');
  });

  test('offers on days 5, 6 and 7, in the room without a name, each once', async () => {
    const { bot, room, lin, zhou } = await startScene(dialect);
    await zhou.whispers('你好');
    for (const one of [lin, zhou]) {
      await one.joins(room);
      await one.says('打卡', room);
    }
    // Joined on the 3rd after the task: day 5 is the 8th.
    await bot.passTo(at(8, '16:59'));

    for (const [day, asks] of [
      [8, '我想了解'],
      [9, '我想继续'],
      [10, '我要报名'],
    ] as const) {
      const said = (await bot.passTo(at(day, '23:00')))(room);
      expect(said.split('【体验小记】')).toHaveLength(2);
      expect(said).toContain(asks);
      expect(said).not.toMatch(/小林|小周|\{\{/u);
    }
    expect((await bot.passTo(at(14, '23:00')))(room)).not.toContain('体验小记');
    // One private message a week: on the other days the room's note is for them too.
    expect(bot.said(zhou).filter((text) => text.startsWith('小周，'))).toEqual([expect.stringContaining('我想了解')]);
  });

  test('a day that was missed is not made up for', async () => {
    const { bot, room, lin } = await startScene(dialect);
    await lin.joins(room);
    await lin.says('打卡', room);
    await bot.passTo(at(7, '23:00'));
    bot.clock.moveTo(Date.parse(at(9, '22:00')));

    expect((await bot.passTo(at(9, '23:30')))(room)).not.toContain('体验小记');
    const seventh = (await bot.passTo(at(10, '19:00')))(room);

    expect(seventh.match(/体验小记/gu)).toHaveLength(1);
    expect(seventh).toContain('我要报名');
  });

  test('is quiet for those who have paid', async () => {
    const { bot, room, lin, tells, owner } = await startScene(dialect);
    await lin.joins(room);
    const bought = await tells('/英语体验群 订单 @小林 季卡 199');
    await owner.says(`确认 ${/确认 (\d{4})/u.exec(bought)?.[1] ?? ''}`, bot.room('员工群'));

    const said = await bot.passTo(at(13, '12:00'));

    expect(said(room)).not.toContain('体验小记');
    expect(said(bot.room('员工群'))).not.toContain('到期');
  });

  test('is handed to a person on day 8, with a proposal, in one message', async () => {
    const { bot, room, staff, lin, zhou, yu, tells } = await startScene(dialect);
    for (const one of [lin, zhou, yu]) await one.joins(room);
    for (const day of [3, 4, 5, 6, 7]) {
      await bot.passTo(at(day, '10:30'));
      await lin.says('打卡', room);
      if (day === 4) await zhou.says('打卡', room);
    }
    await bot.passTo(at(11, '09:29'));

    const news = (await bot.passTo(at(11, '09:40')))(staff);

    expect(news.split('\n')).toEqual([
      '【待办】3 件事等人来定',
      '1. 小林 在「英语体验群」的 7 天体验到期，打卡 4 天，建议：邀请（延长／邀请／送别）',
      '2. 小周 在「英语体验群」的 7 天体验到期，打卡 1 天，建议：延长（延长／邀请／送别）',
      '3. 小雨 在「英语体验群」的 7 天体验到期，没打过卡，建议：送别（延长／邀请／送别）',
      '怎么办就怎么回，例如：/待办 1 延长',
    ]);
    expect(bot.gateway.performed).toEqual([]);

    expect(await tells('/待办 2 延长')).toBe('小周 的体验延长到 3月13日 周五。');
    expect(await tells('/体验')).toContain('第 8 天：小周（1）');
    expect(await tells('/撤销')).toContain('已撤销');
    expect(await tells('/待办')).toContain('共 3 件');
    await tells('/待办 2 延长');
    expect((await bot.passTo(at(14, '09:40')))(staff)).toContain('小周 在「英语体验群」的 10 天体验到期，打卡 1 天');
  });

  test('an invitation goes out in private, or as words for a person to send', async () => {
    const { bot, room, lin, zhou, tells } = await startScene(dialect);
    await lin.whispers('你好');
    for (const one of [lin, zhou]) {
      await one.joins(room);
      await one.says('打卡', room);
    }
    // Told on day 5 in private, so there is no place for another one within a week.
    await bot.passTo(at(18, '10:00'));

    expect(await tells('/待办 1 邀请')).toBe('已经私聊邀请 小林，体验的事到此办完。');
    expect(bot.said(lin).at(-1)).toMatch(/^小林，.*\n.*我要报名$/u);
    expect(await tells('/待办 2 邀请')).toMatch(/^我现在不能私聊 小周，请你来发，下面这段可以直接复制：\n\n小周，/u);
    expect(await tells('/待办')).toBe('没有待办，都处理好了。');
  });

  test('nobody is removed without a person, who confirms it', async () => {
    const { bot, room, staff, lin, tells, sure } = await startScene(dialect);
    await lin.joins(room);
    await bot.passTo(at(11, '10:00'));
    expect(bot.gateway.performed).toEqual([]);

    const asked = await tells('/待办 1 送别');
    expect(asked).toContain('谢过并移出「英语体验群」');
    expect(bot.gateway.performed).toEqual([]);
    expect(await sure('/待办 1 送别')).toContain('没法私聊，没有道谢；小林 会在白天移出群');
    await bot.passTo(at(11, '11:00'));

    expect(bot.gateway.performed).toEqual([
      { do: 'remove', roomPlatformId: room.platformId, personPlatformId: lin.platformId },
    ]);
    expect(await tells('/撤销')).toContain('收不回来');
    expect(bot.said(staff).join('\n')).not.toContain('移不了');
  });

  test('what the platform cannot do is left to a person', async () => {
    const { bot, room, staff, lin, tells, sure } = await startScene(dialect, { remove: false });
    await lin.joins(room);
    await bot.passTo(at(11, '10:00'));

    await sure('/待办 1 送别');

    expect(bot.said(staff).at(-1)).toContain('请手动把 小林 移出「英语体验群」，我移不了（已移出／不移了）');
    expect(await tells('/待办 2 已移出')).toBe('好，小林 这件就这样。');
  });
});
