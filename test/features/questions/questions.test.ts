/** The question box: asked, asked along, answered in the room, taken back, dropped; and what is no question. */

import { expect, test } from 'vitest';
import { CAREFUL_PACING } from '../../../src/domain/pacing.js';
import { keepHouse } from '../../../src/kit/housekeeping.js';
import { describeDialects } from '../../support/dialects.js';
import { quietLog } from '../../support/quiet-log.js';
import { startTestBot } from '../../support/test-bot.js';
import { logInAgain, numberOf } from '../identities/log-in-again.js';
import { startScene } from '../safety/scene.js';

describeDialects('the question box', (dialect) => {
  test('takes questions by number, shows them to everybody, and is answered in the room with the asker called by name', async () => {
    const { bot, room, lin, zhou, teacher, says } = await startScene(dialect);

    const asked = await lin.says('提问 单词总是记不住怎么办', room);
    const other = await zhou.says('提问：作业几点前交？', room);
    const voted = await zhou.says('同问 1', room);
    const box = await lin.says('问题箱', room);

    expect(asked).toMatch(/小林.*问1|问1.*小林/u);
    expect(asked).toContain('也想知道的，发送：同问 1');
    expect(other).toContain('问2');
    expect(voted).toBe('问1 还有 1 人也想知道。');
    expect(box).toBe(
      '【问题箱】「英语1群」2 个等回答\n问1（1 人同问）　单词总是记不住怎么办\n问2　作业几点前交？\n也想知道，发送：同问 1',
    );
    expect(await says('/问题', teacher)).toContain('回答，发送：/答疑 1 加上回答');

    const answered = await says('/答疑 1 早晚各读一遍，\n三天后再读一遍', teacher);
    expect(answered).toBe(
      '@小林 问1：「单词总是记不住怎么办」\n吴老师 答：早晚各读一遍，\n三天后再读一遍\n同问的 1 位也请看。',
    );
    expect(bot.gateway.sent.at(-1)?.mentions).toEqual([lin.platformId]);
    expect(await lin.says('本周问题', room)).toContain('1 个等回答\n问2');
    expect(await says('/答疑 1 再说一遍', teacher)).toContain('问1 已经回答过了');
    expect(await lin.says('同问 1', room)).toContain('问1 已经回答过了');
  });

  test('an answer that is undone leaves the question open, and the room hears it', async () => {
    const { room, staff, lin, teacher, says, owner } = await startScene(dialect);
    await lin.says('提问 单词总是记不住怎么办', room);

    expect(await says('/答疑 1 多读', teacher)).toContain('吴老师 答：多读');
    const undone = await says('/撤销', teacher);
    expect(undone).toContain('问1 刚才的回答先收回，这个问题继续等回答。');
    expect(undone).toContain('已撤销');
    expect(await lin.says('问题箱', room)).toContain('1 个等回答');

    expect(await says('/英语1群 答疑 问1 早晚各读一遍', owner, staff)).toBe('好，问1 的回答发到「英语1群」了。');
    expect(await lin.says('本周问题', room)).toContain('没有等着回答的问题');
  });

  test('what is answered from elsewhere at night is said in the morning, or not at all once it is undone', async () => {
    const { bot, room, staff, lin, says, owner } = await startScene(dialect);
    await lin.says('提问 单词总是记不住怎么办', room);
    await bot.passTo('2026-03-04T23:00:00+08:00');

    expect(await says('/英语1群 答疑 1 多读', owner, staff)).toBe('好，问1 的回答早上在「英语1群」里说。');
    expect(await says('/撤销', owner, staff)).toContain('已撤销');
    const heard = (await bot.passTo('2026-03-05T10:00:00+08:00'))(room);
    expect(heard).not.toContain('问1');
    expect(await lin.says('问题箱', room)).toContain('问1　单词总是记不住怎么办');
  });

  test('the same question is a vote, one’s own is refused, and nobody votes twice or for themselves', async () => {
    const { room, lin, zhou, teacher } = await startScene(dialect);
    await lin.says('提问 单词总是记不住怎么办？', room);

    expect(await lin.says('提问：单词总是记不住，怎么办', room)).toContain('这个问题你问过了，是 问1');
    expect(await zhou.says('提问 单词总是记不住怎么办', room)).toBe('问1 还有 1 人也想知道。');
    expect(await zhou.says('同问 1', room)).toContain('问1 已经算上你了');
    expect(await lin.says('同问 1', room)).toContain('问1 是你自己问的');
    expect(await teacher.says('同问 问1', room)).toBe('');
    expect(await teacher.says('/同问 问1', room)).toBe('问1 还有 2 人也想知道。');
    expect(await zhou.says('同问 7', room)).toContain('这里没有 问7');
    await zhou.leaves(room);
    expect(await lin.says('问题箱', room)).toContain('问1（1 人同问）');
  });

  test('so many a day and so long, kindly', async () => {
    const { bot, room, lin } = await startScene(dialect);

    expect(await lin.says(`提问 ${'好'.repeat(201)}`, room)).toContain('问题最多 200 个字');
    for (const what of ['一', '二', '三']) expect(await lin.says(`提问 第${what}个`, room)).toContain('问');
    expect(await lin.says('提问 第四个', room)).toContain('一天最多提 3 个问题，剩下的明天再问');
    await bot.passTo('2026-03-05T09:00:00+08:00');
    expect(await lin.says('提问 第四个', room)).toContain('问4');
  });

  test('talk is no question, and what staff ask in the room is for its members', async () => {
    const { bot, room, staff, lin, zhou, teacher, owner } = await startScene(dialect);
    const talk = [
      '老师我想提问',
      '可以提问吗',
      '提问环节几点开始',
      '提问',
      '同问',
      '撤问',
      '问题',
      '我也同问',
      '这个问题怎么办',
      '有问题吗',
    ];

    for (const line of talk) expect(await lin.says(line, room), line).toBe('');
    expect(await teacher.says('提问：apple 的复数是什么', room)).toBe('');
    expect(await owner.says('提问 谁值班', staff)).toBe('');
    expect(await zhou.says('@机器人 提问', room, { mentionsBot: true })).toContain('没看到要问什么');
    expect(await zhou.says('@机器人 问题：怎么请假', room, { mentionsBot: true })).toContain('问1');
    expect(await zhou.says('@机器人 提问 怎么补卡', room, { mentionsBot: true })).toContain('问2');
    const rows = await bot.database.transaction((tx) =>
      tx.selectFrom('question').select('text').orderBy('id').execute(),
    );
    expect(rows).toEqual([{ text: '怎么请假' }, { text: '怎么补卡' }]);
  });

  test('in private it goes to the box of the one room somebody is in', async () => {
    const { bot, room, lin, zhou, owner, says } = await startScene(dialect);
    const other = bot.room('阅读1群');

    expect(await lin.whispers('提问 单词总是记不住怎么办')).toBe(
      '收到，记为「英语1群」的 问1，有了回答会在群里 @ 你。\n想收回，发送：撤问 1',
    );
    expect(await lin.whispers('问题箱')).toContain('问1　单词');
    expect(await zhou.whispers('同问 1')).toBe('好，问1 还有 1 人也想知道，会在群里回答。');
    expect(await bot.person('路人').whispers('同问 1')).toContain('这里没有 问1');
    expect(await bot.person('路人').whispers('提问 在吗')).toContain('你还没有加入');
    await owner.says('/建群 付费 英语', other);
    await zhou.says('大家好', other);
    expect(await zhou.whispers('提问 两个群里都能问吗')).toContain('请到「英语1群」「阅读1群」里发');
    expect(await zhou.says('同问 1', other)).toContain('这里没有 问1');
    expect(await says('/阅读1群 答疑 1 多读', owner)).toContain('这里没有 问1');
    expect(await zhou.says('撤问 1', room)).toContain('问1 不是你问的');
    expect(await lin.whispers('撤问 1')).toBe('好，问1 撤回了。');
    expect(await says('/答疑 1 多读')).toContain('问1 已经撤回了');
  });

  test('staff drop what is no question, without a word to the room, and may take that back', async () => {
    const { bot, room, staff, lin, owner, teacher, says } = await startScene(dialect);
    await lin.says('提问 哈哈哈哈', room);
    const from = bot.said(room).length;

    expect(await says('/英语1群 删问题 1', owner, staff)).toContain('问1（小林）请出问题箱了');
    expect(bot.said(room).slice(from)).toEqual([]);
    expect(await lin.says('问题箱', room)).toContain('没有等着回答');
    expect(await says('/撤销', owner, staff)).toContain('已撤销');
    expect(await lin.says('/删问题 1', room)).toBe('');
    expect(await says('/删问题 1', teacher)).toContain('请出问题箱了');
  });

  test('many who ask at once are answered by one message', async () => {
    const bot = await startTestBot({ dialect, pacing: { ...CAREFUL_PACING, newPercent: 100 } });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 付费 英语', room);
    for (let index = 1; index <= 20; index++)
      await bot.person(`同学${index}`).says(`提问 第 ${index} 课怎么读`, room, { messageId: `asked-${index}` });
    await bot.passTo('2026-03-02T09:30:00+08:00');

    const heard = bot.said(room).filter((text) => text.includes('问20') || text.includes('问1'));
    const told = heard.join('\n');
    expect(heard.length).toBeLessThanOrEqual(3);
    expect(told).toMatch(/收到 \d+ 个提问：问\d+（同学\d+）、/u);
    expect(told).toContain('也想知道的，发送：同问 20');
  });

  test('what waits is told to staff on Monday, the most wanted first, and not in an empty week', async () => {
    const { bot, room, staff, lin, zhou, teacher } = await startScene(dialect);
    await lin.says('提问 单词总是记不住怎么办', room);
    await bot.passTo('2026-03-05T10:00:00+08:00');
    for (const what of ['作业几点交', '音频在哪里', '能不能请假']) await zhou.says(`提问 ${what}`, room);
    await lin.says('同问 3', room);

    const monday = (await bot.passTo('2026-03-09T09:40:00+08:00'))(staff);
    expect(monday).toContain(
      '【问题箱】4 个问题等回答：「英语1群」4 个\n问3「英语1群」音频在哪里（1 人同问，等了 3 天）\n' +
        '问1「英语1群」单词总是记不住怎么办（等了 4 天）\n问2「英语1群」作业几点交（等了 3 天）\n' +
        '先答最多人想知道的：/英语1群 答疑 3 加上回答',
    );
    for (const number of [1, 2, 3, 4]) await teacher.says(`/答疑 ${number} 看群公告`, room);
    expect((await bot.passTo('2026-03-16T09:40:00+08:00'))(staff)).not.toContain('问题箱');
  });

  test('the words of what is closed are forgotten after 90 days, those of what is open are not', async () => {
    const { bot, room, lin, teacher, says } = await startScene(dialect);
    await lin.says('提问 单词总是记不住怎么办', room);
    await lin.says('提问 作业几点前交', room);
    await says('/答疑 1 多读', teacher);
    const rows = () =>
      bot.database.transaction((tx) => tx.selectFrom('question').select(['text', 'answer']).orderBy('id').execute());

    bot.clock.moveTo(Date.parse('2026-06-10T09:00:00+08:00'));
    await keepHouse({ database: bot.database, clock: bot.clock, log: quietLog().log });

    expect(await rows()).toEqual([
      { text: null, answer: null },
      { text: '作业几点前交', answer: null },
    ]);
  });

  test('somebody who is two members for a while counts once, and gets what the new face asked', async () => {
    const { newOwner, newRoom, seeRoster, fresh, room, member, bot } = await logInAgain(dialect);
    await newOwner.says('/认群', newRoom);
    await seeRoster(newRoom, [newOwner, ...['小林', '小周'].map(fresh)]);
    await fresh('小周').says('提问 作业几点前交', newRoom);
    await fresh('小林').says('提问 单词总是记不住怎么办', newRoom);
    await fresh('小林').says('同问 1', newRoom);
    const voter = (name: string) =>
      bot.database.transaction((tx) =>
        tx
          .selectFrom('member_identity')
          .innerJoin('member', 'member.id', 'member_identity.member_id')
          .select('member.id')
          .where('platform_id', '=', name)
          .executeTakeFirstOrThrow(),
      );
    const old = await voter(member('小林').platformId);
    await bot.database.transaction((tx) =>
      tx
        .insertInto('question_vote')
        .values({ question_id: 1 as never, member_id: old.id, at: 0 })
        .execute(),
    );

    const list = await newOwner.whispers('/认人');
    await newOwner.whispers(`/认人 ${numberOf('小林', list)} 是 小林`);

    expect(await fresh('小周').says('问题箱', newRoom)).toContain('问1（1 人同问）');
    expect(await fresh('小林').says('同问 2', newRoom)).toContain('问2 是你自己问的');
    expect(await fresh('小林').says('同问 1', newRoom)).toContain('问1 已经算上你了');
    expect(room.topic).toBe(newRoom.topic);
  });
});
