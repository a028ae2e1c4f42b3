/** Why: asked by members about themselves, and by staff about members and posts. */

import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { type Scene, startScene } from '../safety/scene.js';

const TOMORROW = '2026-03-05T09:00:00+08:00';

function lines(answer: string): number {
  return answer.split('\n').length;
}

describeDialects('asking why', (dialect) => {
  test('tells the streak by its days, and the balance by its entries', async () => {
    const { lin, zhou, room } = await startScene(dialect);

    expect(await lin.says('为什么连续断了', room)).toBe(
      '你在「英语1群」现在连续 3 天，从 3月2日 算起。\n最近打卡：3月2日、3月3日、3月4日',
    );
    const points = await zhou.says('为什么积分少了？', room);
    expect(points).toContain('你在「英语1群」有 20 分，最近 2 笔');
    expect(points).toContain('3月3日 +10 打卡，余 20');
    expect(await zhou.whispers('为什么积分不对')).toContain('有 20 分');
  });

  test('tells what ended a streak', async () => {
    const { bot, zhou, room } = await startScene(dialect);
    await bot.passTo('2026-03-06T10:00:00+08:00');

    expect(await zhou.says('为什么连续断了', room)).toBe(
      [
        '你在「英语1群」现在连续 0 天。',
        '上一段连续 2 天，3月4日 没打卡，也没有保护卡，断了。',
        '最近打卡：3月2日、3月3日',
      ].join('\n'),
    );
  });

  test('tells a place by those next to it', async () => {
    const { zhou, room } = await startScene(dialect);

    const answer = await zhou.says('为什么排名掉了', room);

    expect(answer).toContain('第 1 名 小林：连续 3 天，累计 3 天\n第 2 名 你：连续 2 天，累计 2 天');
    await zhou.says('退出排行', room);
    expect(await zhou.says('为什么没上榜', room)).toContain('退出了排行');
  });

  test('tells the last refusal, to its own person', async () => {
    const { owner, lin, room, bot } = await startScene(dialect);
    await owner.says('/设置 任务时间 3:00', room);

    const answer = await owner.says('为什么', room);

    expect(answer).toContain('你3月4日 10:00 发的「/设置 任务时间 3:00」没做成：\n「任务时间」不能设为「3:00」。');
    expect(lines(answer)).toBeLessThanOrEqual(5);
    expect(await lin.whispers('为什么')).toContain('没有没做成的事');
    await bot.passTo('2026-03-05T10:01:00+08:00');
    expect(await owner.whispers('为什么')).toContain('没有没做成的事');
  });

  test('a bare why among members is left alone, unless the bot has just refused or is spoken to', async () => {
    const { lin, room } = await startScene(dialect);

    expect(await lin.says('为什么', room)).toBe('');
    expect(await lin.says('为什么要学英语', room)).toBe('');
    expect(await lin.says('@机器人 为什么', room, { mentionsBot: true })).toContain('没有没做成的事');
    await lin.says('记到昨天', room);
    expect(await lin.says('为什么？', room)).toContain('「记到昨天」没做成');
  });

  test('codes are kept nowhere, and what was said in private is not told in a room', async () => {
    const { bot, lin, room } = await startScene(dialect);
    await lin.whispers('认领 ABCD2345');

    const answer = await lin.whispers('为什么');

    expect(answer).toContain('发的没做成');
    expect(answer).not.toContain('ABCD');
    expect(await lin.says('为什么没打上', room)).toContain('没有没做成的事');
    const kept = await bot.database.transaction((tx) => tx.selectFrom('last_refusal').select('line').execute());
    expect(JSON.stringify(kept)).not.toContain('ABCD2345');
  });

  test('staff ask about somebody, among staff and in private alone', async () => {
    const { says, owner, teacher, staff } = await startScene(dialect);

    expect(await says('/为什么 @小林 积分')).toContain('只在员工群和私聊里说');
    expect(await says('/英语1群 为什么 小林 积分', owner, staff)).toContain('小林在「英语1群」有 35 分');
    expect(await says('/英语1群 为什么 小林', teacher, 'private')).toContain('小林 没有没做成的事');
    expect(await says('/英语1群 为什么 小周 连续', teacher, 'private')).toContain('小周在「英语1群」现在连续 2 天');
    expect(await says('/英语1群 为什么 小周 天气', owner, staff)).toContain('「天气」我还说不清楚');
    expect(await says('/为什么', owner, staff)).toContain('例如：/为什么 @小林 积分');
  });

  test('a post tells when it was made, when it left, and why it did not', async () => {
    const { bot, says, owner, staff } = await startScene(dialect);
    const ask = (line: string) => says(line, owner, staff);

    expect(await ask('/英语1群 为什么 推送 任务')).toMatch(/任务（编号 \d+）：已发出。\n3月4日 周三 08:00 排进来/u);
    expect(await ask('/英语1群 为什么 推送 点评')).toContain('它的时间是 3月4日 周三 20:00');
    await says('/暂停 3天');
    await bot.passTo(TOMORROW);
    const paused = await ask('/英语1群 为什么 推送');
    expect(paused).toMatch(/3月5日 任务（编号 \d+）：没有发。\n原因：推送已暂停/u);
    const id = /编号 (\d+)/u.exec(paused)?.[1];
    expect(await ask(`/英语1群 为什么 推送 ${id}`)).toBe(paused);
    expect(lines(paused)).toBeLessThanOrEqual(5);
  });

  test('a message of another room does not exist', async () => {
    const { bot, says, owner, staff }: Scene = await startScene(dialect);
    await owner.says('/建群 付费 英语', bot.room('别的群'));

    expect(await says('/别的群 为什么 推送 4', owner, staff)).toContain('没有编号 4');
  });
});
