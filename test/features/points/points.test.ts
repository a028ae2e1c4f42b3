import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { minuteLater, startGiftRoom } from '../gifts/gift-room.js';

describeDialects('points by hand', (dialect) => {
  test('points are given and taken with a reason, in whatever order it is said', async () => {
    const { owner, lin, room } = await startGiftRoom(dialect);

    expect(await owner.says('/积分 小林 +20 分享笔记', room)).toBe('小林 +20 分（分享笔记），现在有 20 分。');
    expect(await owner.says('/积分 -5分 小林 记错了', room)).toBe('小林 −5 分（记错了），现在有 15 分。');
    expect(await lin.whispers('积分明细')).toBe(
      '小林 ·「英语1群」有 15 分，最近 2 笔：\n3月2日　−5　运营发放：记错了\n3月2日　+20　运营发放：分享笔记',
    );
    expect(await lin.says('积分明细', room)).toContain('想多看几笔，私聊我发送：积分明细');
  });

  test('without a reason, below zero or to somebody who is not here nothing is booked', async () => {
    const { bot, owner, lin, room } = await startGiftRoom(dialect);
    const outsider = bot.person('路人');
    await outsider.whispers('你好');
    const mentions = [{ platformId: outsider.platformId, name: outsider.name }];

    expect(await owner.says('/积分 小林 +20', room)).toContain('还缺少「原因」');
    expect(await owner.says('/积分 小林 -20 记错了', room)).toContain('积分不够：差 20 分');
    expect(await owner.says('/积分 @路人\u2005+20 分享', room, { mentions })).toContain('没有找到叫「路人」的成员');
    expect(await lin.says('积分明细', room)).toContain('还没有积分');
  });

  test('several people at once, named', async () => {
    const { bot, owner, lin, room } = await startGiftRoom(dialect);
    const chen = bot.person('小陈');
    await chen.joins(room);
    const mentions = [lin, chen].map(({ platformId, name }) => ({ platformId, name }));

    expect(await owner.says('/积分 @小林\u2005@小陈\u2005+10 早起', room, { mentions })).toBe(
      '小林、小陈 +10 分（早起）。',
    );
    expect(await chen.says('积分明细', room)).toContain('有 10 分');
  });

  test('the word alone is what it always was for members, in private too', async () => {
    const { bot, lin, room } = await startGiftRoom(dialect);
    await lin.says('打卡', room);

    expect(await lin.whispers('积分')).toContain('积分 10');
    minuteLater(bot);
    expect(await lin.says('/积分', room)).toContain('积分 10');
    expect(await lin.says('/积分 小林 +20 自己加', room)).toBe('');
    minuteLater(bot);
    expect(await lin.says('我的积分', room)).toContain('积分 10');
  });

  test('what was given is taken back by an entry of its own', async () => {
    const { owner, lin, room } = await startGiftRoom(dialect);
    await owner.says('/积分 小林 +20 分享笔记', room);

    await owner.says('/撤销', room);

    expect(await lin.says('积分明细', room)).toContain('有 0 分，最近 2 笔：\n3月2日　−20　退回：分享笔记');
  });

  test('more than ten people are confirmed first', async () => {
    const { bot, owner, room } = await startGiftRoom(dialect);
    const people = Array.from({ length: 11 }, (_, index) => bot.person(`同学${index}号`));
    for (const person of people) await person.joins(room);
    const mentions = people.map(({ platformId, name }) => ({ platformId, name }));
    const line = `/积分 ${people.map(({ name }) => `@${name}\u2005`).join('')}+10 早起`;

    const asked = await owner.says(line, room, { mentions });

    expect(asked).toContain('11 人');
    const code = /确认 (\d{4})/u.exec(asked)?.[1] ?? '';
    expect(await owner.says(`确认 ${code}`, room)).toContain('+10 分（早起）');
  });
});
