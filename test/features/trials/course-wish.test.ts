/** What offers invite to say is understood: a kind answer, and a person who speaks with the member. */

import { expect, test } from 'vitest';
import { describeDialects, type Dialect } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';

/** Tuesday, 3 March 2026, 10:00: Xiao Lin has come by a room whose source is known; day 1 is Wednesday. */
async function startScene(dialect: Dialect) {
  const bot = await startTestBot({ dialect, now: '2026-03-02T07:00:00+08:00' });
  const owner = await bot.owner();
  const [room, staff] = [bot.room('英语体验群'), bot.room('员工群')];
  await owner.says('/建群 员工', staff);
  await owner.says('/建群 体验 英语', room);
  await owner.says('/来源 群 小红书', room);
  await bot.passTo('2026-03-03T10:00:00+08:00');
  const lin = bot.person('小林');
  await lin.joins(room);
  await bot.passTo('2026-03-04T10:00:00+08:00');
  await lin.says('打卡', room);
  const tells = (line: string) => owner.says(line, staff);
  return { bot, owner, room, staff, lin, tells };
}

const at = (day: number, time: string) => `2026-03-${String(day).padStart(2, '0')}T${time}:00+08:00`;

describeDialects('a wish to go on with the course', (dialect) => {
  test('is answered kindly, and told to staff with day, check-ins and source', async () => {
    const { bot, room, staff, lin } = await startScene(dialect);
    await bot.passTo(at(8, '18:00'));
    const before = bot.said(staff).length;

    const answer = await lin.says('我想了解', room);

    expect(answer).toMatch(/^小林，/u);
    expect(answer).toContain('体验第 5 天，你已经打卡 1 天。\n课怎么安排、费用多少，运营看到后会来跟你细说。');
    expect(answer).toMatch(/发送：打卡$/u);
    expect(bot.said(staff).slice(before)).toEqual([
      [
        '【待办】1 件事等人来定',
        '1. 小林 想了解课程「英语体验群」：体验第 5 天（共 7 天），打卡 1 天，来源：小红书（已联系／不用）',
        '怎么办就怎么回，例如：/待办 1 已联系',
      ].join('\n'),
    ]);
  });

  test('is told once a day, however often and in whatever words it is said', async () => {
    const { bot, room, staff, lin, tells } = await startScene(dialect);
    await bot.passTo(at(10, '12:00'));
    await lin.says('我想了解', room);
    const told = bot.said(staff).length;

    for (const line of ['我想继续', '我要报名', '我想了解']) {
      await bot.passTo(new Date(bot.clock.now() + 5 * 60_000).toISOString());
      expect(await lin.says(line, room)).toBe('小林，已经转给运营了，看到就会来找你，不用再说一遍。');
    }
    expect(await lin.whispers('我要报名')).toContain('已经转给运营了');
    expect(bot.said(staff)).toHaveLength(told);

    await tells('/待办 1 已联系');
    await bot.passTo(at(10, '15:00'));
    expect(await lin.says('我要报名', room)).toContain('已经转给运营了');
    expect(await tells('/待办')).toBe('没有待办，都处理好了。');
  });

  test('that nobody saw to is told anew on another day, as it is then', async () => {
    const { bot, room, lin, tells } = await startScene(dialect);
    await bot.passTo(at(8, '18:00'));
    await lin.says('我想了解', room);
    await bot.passTo(at(10, '18:00'));
    await lin.says('我要报名', room);

    const open = await tells('/待办');

    expect(open).toContain('小林 想报名「英语体验群」：体验第 7 天（共 7 天），打卡 1 天，来源：小红书');
    expect(open).not.toContain('想了解课程');
  });

  test('may be said in private, also once the trial is over', async () => {
    const { bot, lin, tells } = await startScene(dialect);
    await bot.passTo(at(20, '12:00'));

    const answer = await lin.whispers('我想继续');

    expect(answer).toContain('怎么进正式群、怎么接着学，运营看到后会来告诉你。');
    expect(answer).not.toContain('体验第');
    expect(await tells('/待办')).toContain('小林 想接着学「英语体验群」：7 天体验过了，打卡 1 天，来源：小红书');
  });

  test('of somebody who is in no room is told as well', async () => {
    const { bot, tells } = await startScene(dialect);
    const stranger = bot.person('路人');

    expect(await stranger.whispers('我要报名')).toContain('运营看到后会来帮你办。');

    expect(await tells('/待办')).toContain('路人 想报名：没有体验期，来源：未知');
  });

  test('of a member with a card costs nobody time, and tells nobody else of the card', async () => {
    const { owner, room, staff, lin, tells } = await startScene(dialect);
    const bought = await tells('/英语体验群 订单 @小林 季卡 199');
    await owner.says(`确认 ${/确认 (\d{4})/u.exec(bought)?.[1] ?? ''}`, staff);

    expect(await lin.says('我要报名', room)).toBe('小林，谢谢你想接着学！\n看看自己的会员情况，私聊我发送：我的会员');
    expect(await lin.whispers('我想继续')).toContain('你的会员卡还在用，不用再报名。');
    expect(await tells('/待办')).not.toContain('小林 想');
  });

  test('is done with once they pay', async () => {
    const { owner, room, staff, lin, tells } = await startScene(dialect);
    await lin.says('我要报名', room);
    expect(await tells('/待办')).toContain('小林 想报名');

    const bought = await tells('/英语体验群 订单 @小林 季卡 199');
    await owner.says(`确认 ${/确认 (\d{4})/u.exec(bought)?.[1] ?? ''}`, staff);

    expect(await tells('/待办')).not.toContain('小林 想报名');
  });

  test('is talk outside of trial rooms, in the mouth of staff, and with anything else in the line', async () => {
    const { bot, owner, room, lin, tells } = await startScene(dialect);
    const paid = bot.room('英语付费群');
    await owner.says('/建群 付费 英语', paid);
    await lin.joins(paid);

    expect(await lin.says('我要报名', paid)).toBe('');
    expect(await owner.says('我要报名', room)).toBe('');
    expect(await lin.says('我想了解一下这个词怎么读', room)).toBe('');
    expect(await lin.says('我要报名周六的线下活动', room)).toBe('');
    expect(await tells('/待办')).toBe('没有待办，都处理好了。');
  });

  test('what staff chose can be undone', async () => {
    const { room, lin, tells } = await startScene(dialect);
    await lin.says('我要报名', room);
    expect(await tells('/待办 1 已联系')).toBe('好，小林 这件记下了。付了款就发送：/订单 @小林 季卡 199');

    expect(await tells('/撤销')).toContain('已撤销');

    expect(await tells('/待办')).toContain('1. 小林 想报名');
  });
});

describeDialects('the note of a trial room', (dialect) => {
  test('has a part for each day on which somebody is, and never one for another day', async () => {
    const { bot, room, tells } = await startScene(dialect);
    // Lin is on day 7 on the 10th; the others come a day and two days later.
    const [zhou, yu] = [bot.person('小周'), bot.person('小雨')];
    await zhou.joins(room);
    await zhou.says('打卡', room);
    await bot.passTo(at(5, '10:00'));
    await yu.joins(room);
    await yu.says('打卡', room);
    await tells('/英语体验群 体验 文案 6 {{ 昵称 }}，第 {{ 第几天 }} 天了，想接着学，回一句：我想继续');
    const noteOn = async (day: number): Promise<string> => {
      await bot.passTo(at(day, '16:00'));
      const said = (await bot.passTo(at(day, '19:00')))(room);
      const notes = said.split('\n\n').filter((text) => text.startsWith('【体验小记】'));
      expect(notes).toHaveLength(1);
      return notes[0] ?? '';
    };

    expect(await noteOn(8)).toMatch(/^【体验小记】3月8日 周日\n同学，[^【]*回一句：我想了解$/u);
    const both = await noteOn(9);
    expect(both).toMatch(
      /^【体验小记】3月9日 周一\n【第 5 天】[^【]*回一句：我想了解\n【第 6 天】同学，第 6 天了，想接着学，回一句：我想继续$/u,
    );
    const three = await noteOn(10);
    expect(three.split('\n').length).toBeLessThanOrEqual(8);
    expect(three).toMatch(
      /^【体验小记】3月10日 周二\n【第 5 天】[^【]*我想了解\n【第 6 天】[^【]*我想继续\n【第 7 天】[^【]*我要报名$/u,
    );
    expect(await noteOn(11)).toMatch(/\n【第 6 天】[^【]*我想继续\n【第 7 天】[^【]*我要报名$/u);
    expect(await noteOn(12)).toMatch(/^【体验小记】3月12日 周四\n同学，[^【]*我要报名$/u);
  });
});
