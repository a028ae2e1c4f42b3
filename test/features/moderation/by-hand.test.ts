/** What people do by hand about offences: warnings, hiding, lists of words, appeals; and who may. */

import { expect, test } from 'vitest';
import { keepHouse } from '../../../src/kit/housekeeping.js';
import { describeDialects } from '../../support/dialects.js';
import { quietLog } from '../../support/quiet-log.js';
import { AD, OTHER_AD, startScene } from './scene.js';

describeDialects('moderation by hand', (dialect) => {
  test('a warning says why, in the room, and counts', async () => {
    const { owner, teacher, room, staff, lin, news } = await startScene(dialect);

    const answer = await teacher.says('/警告 @小林 群里请不要发和课程无关的链接', room, { mentions: [lin] });
    const why = await lin.says('为什么', room);
    await owner.says('/规则 广告 开', room);
    await lin.says(AD, room);

    expect(answer).toMatch(/@小林 .*群里请不要发和课程无关的链接.*申诉/su);
    expect(answer).toContain('已提醒 小林，记为 #1');
    expect(why).toBe(
      '刚才提醒你，是因为那条老师觉得不合适：群里请不要发和课程无关的链接。\n觉得是误会，发送：申诉 加一句说明',
    );
    expect(await news()).toContain('#2 小林（英语1群）');
    expect(await owner.says('/英语1群 违规 小林', staff)).toMatch(/#2 .*广告.*（隐藏）\n#1 .*人工/su);
  });

  test('a warning needs a reason, and nobody warns staff', async () => {
    const { bot, owner, teacher, room, lin } = await startScene(dialect);

    expect(await teacher.says('/警告 @小林', room, { mentions: [lin] })).toContain('还缺少理由');
    expect(await teacher.says(`/警告 @陈老师 不好`, room, { mentions: [owner] })).not.toContain('已提醒');
    expect(await lin.says('/警告 @吴老师 不好', room, { mentions: [teacher] })).toBe('');
    const rows = await bot.database.transaction((tx) => tx.selectFrom('offence').select('id').execute());
    expect(rows).toEqual([]);
  });

  test('a moderator warns and hides as far as it was lent, and no longer than that', async () => {
    const { bot, owner, room, lin, zhou } = await startScene(dialect);
    await zhou.says('打卡 读完了第三章，写了很长的一段感想', room);
    await owner.says('/版主 加 @小林 2天 提醒', room, { mentions: [lin] });

    const warned = await lin.says('/警告 @小周 请看群公告', room, { mentions: [zhou] });
    const hidden = await lin.says('/隐藏 @小周', room, { mentions: [zhou] });
    await owner.says('/版主 加 @小林 隐藏', room, { mentions: [lin] });
    const nowHidden = await lin.says('/隐藏 @小周', room, { mentions: [zhou] });
    bot.clock.moveTo(Date.parse('2026-06-01T10:00:00+08:00'));
    const later = await lin.says('/警告 @小周 再看一次', room, { mentions: [zhou] });

    expect(warned).toContain('已提醒 小周');
    expect(hidden).toBe('');
    expect(nowHidden).toContain('不会出现在点评和精选里');
    expect(later).toBe('');
  });

  test('what is hidden is praised nowhere, and comes back when that is undone', async () => {
    const { bot, owner, room, staff, zhou, news } = await startScene(dialect);
    const long = '今天读了三页，又抄了一遍，还跟读了两次，收获很多很多';
    await zhou.says(`打卡 ${long}`, room);

    const answer = await owner.says('/隐藏 @小周', room, { mentions: [zhou] });
    const told = await news();
    const content = () =>
      bot.database.transaction((tx) => tx.selectFrom('offence').select(['id', 'verdict']).execute());
    const hidden = await content();
    await owner.says('/撤销', room);

    expect(answer).toContain('#1：小周');
    expect(told).toContain('陈老师 隐藏');
    expect(hidden).toEqual([{ id: 1, verdict: 'hide' }]);
    expect(await content()).toEqual([]);
    expect(await owner.says('/英语1群 违规', staff)).toContain('没有违规记录');
  });

  test('a reminder becomes a hidden line by its number', async () => {
    const { owner, room, staff, lin, news } = await startScene(dialect);
    await lin.says(AD, room);

    expect(await owner.says('/隐藏 1', room)).toContain('#1：小林');
    expect(await owner.says('/隐藏 1', room)).toContain('已经隐藏了');
    expect(await owner.says('/隐藏 99', room)).toContain('没有编号 99');
    expect(await news()).toContain('兼职刷单');
    await owner.says('/撤销', room);
    expect(await owner.says('/英语1群 违规', staff)).toContain('（提醒）');
  });

  test('an appeal that is granted takes the offence out of everything, and its author is told', async () => {
    const { owner, room, staff, lin, news, wait } = await startScene(dialect);
    await owner.says('/规则 广告 开', room);
    await lin.says(AD, room);

    const taken = await lin.says('申诉 那是老师让我转的反诈材料', room);
    const again = await lin.says('申诉', room);
    const told = await news();
    const number = /(\d+)\. 小林 在「英语1群」申诉 #1/u.exec(told)?.[1] ?? '';
    const decided = await owner.says(`/待办 ${number} 通过`, staff);
    wait(20);
    const next = await lin.says(OTHER_AD, room);

    expect(taken).toBe('收到，#1 的申诉交给运营了，有结果会告诉你。');
    expect(again).toContain('已经交给运营了');
    expect(told).toContain('理由：那是老师让我转的反诈材料');
    expect(decided).toContain('那条记录不算数了');
    expect(next).toContain('@小林');
    expect(await news()).not.toContain('已从点评和精选里隐藏');
    expect(await owner.says('/英语1群 信任 小林', staff)).toContain('被提醒 1 次');
  });

  test('an appeal in private is heard and answered there, and a denied one stays denied', async () => {
    const { bot, owner, room, staff, lin, news } = await startScene(dialect);
    await lin.says(AD, room);

    const taken = await lin.whispers('申诉：我自己写的');
    const number = /(\d+)\. 小林/u.exec(await news())?.[1] ?? '';
    await owner.says(`/待办 ${number} 驳回`, staff);
    await bot.bot.sender.drain();

    expect(taken).toContain('#1 的申诉');
    expect(bot.said(lin).at(-1)).toContain('这次维持提醒');
    expect(await lin.whispers('申诉')).toContain('维持原来的提醒');
  });

  test('an appeal without an offence, and talk about appeals, change nothing', async () => {
    const { room, lin } = await startScene(dialect);

    expect(await lin.says('申诉', room)).toContain('最近没有提醒过你');
    for (const line of ['申诉期是几天', '他申诉成功了', '我想申诉怎么办？', '申诉材料写好了'])
      expect(await lin.says(line, room)).toBe('');
  });

  test('words that managers list are found in other clothes, in all rooms, and no longer once they are taken off', async () => {
    const { bot, owner, room, staff, lin, zhou, wait } = await startScene(dialect);

    const added = await owner.says('/词库 加 兼职群、拼单返利，HSK押题', staff);
    const found = await lin.says('那个兼  職\u200b群 里有人在说', room);
    const allowed = await owner.says('/白名单 加 反兼职群宣传', staff);
    wait(11);
    const inAllowed = await lin.says('今天开反兼职群宣传会', room);
    const inRecord = await zhou.says('打卡 学了新词：拼单返利', room);
    const removed = await owner.says('/词库 减 兼职群', staff);
    const after = await zhou.says('那个兼职群里有人在说', room);

    expect(added).toBe('敏感词加了 3 个：兼职群、拼单返利、hsk押题。');
    expect(found).toContain('里有本群不用的词');
    expect(allowed).toContain('放行的词加了 1 个');
    expect(inAllowed).toBe('');
    expect(inRecord).not.toContain('申诉');
    expect(removed).toContain('去掉了「兼职群」');
    expect(after).toBe('');
    expect(await owner.says('/词库', staff)).toContain('敏感词：hsk押题、拼单返利');
    expect(await owner.says('/词库', room)).toContain('词库只在员工群和私聊里看');
    await owner.says('/撤销', staff);
    expect(await owner.says('/词库', staff)).toContain('兼职群');
    expect(await bot.person('小吴').says('兼职群', room)).toContain('本群不用的词');
  });

  test('hosts on the list never count', async () => {
    const { owner, room, staff, lin } = await startScene(dialect);
    const line = '报名点链接领资料 https://sign.zaoba-class.vip/x 免费领';

    const before = await lin.says(line, room);
    await owner.says('/白名单 加 https://zaoba-class.vip/abc', staff);

    expect(before).toContain('申诉');
    expect(await lin.says(`${line} `, room)).toBe('');
    expect(await owner.says('/白名单', staff)).toContain('放行的域名：zaoba-class.vip');
  });

  test('trust is the sum of what happened, explains itself to staff, and does nothing by itself', async () => {
    const { bot, owner, teacher, room, staff, lin } = await startScene(dialect);
    await lin.says('打卡 读完了', room);

    const before = await owner.says('/英语1群 信任 小林', staff);
    for (let index = 0; index < 7; index++) {
      await teacher.says(`/警告 @小林 第${index}次`, room, { mentions: [lin] });
    }
    const after = await owner.says('/英语1群 信任 小林', staff);
    await bot.passTo('2026-03-03T10:00:00+08:00');

    expect(before).toBe(
      '小林 的信任分：61（0 到 100，从 60 开始）\n打卡 1 次：+1，随时间淡去\n只供参考，不会因为分数做任何事。',
    );
    expect(after).toContain('小林 的信任分：0');
    expect(after).toContain('被提醒 7 次：-70');
    expect(await owner.says('/为什么 @小林 信任', staff, { mentions: [lin] })).toContain('被提醒 7 次');
    expect(await owner.says('/信任 @小林', room, { mentions: [lin] })).toContain('只在员工群和私聊里看');
    expect(bot.gateway.performed).toEqual([]);
    const todos = await bot.database.transaction((tx) =>
      tx.selectFrom('todo').select('kind').where('kind', '=', 'removal').execute(),
    );
    expect(todos).toEqual([]);
  });

  test('what was said is forgotten after ninety days, that it was is not', async () => {
    const { bot, owner, room, staff, lin, news } = await startScene(dialect);
    await lin.says(AD, room);
    await lin.says('申诉 那是作业', room);
    const number = /(\d+)\. 小林/u.exec(await news())?.[1] ?? '';
    await owner.says(`/待办 ${number} 驳回`, staff);

    bot.clock.moveTo(Date.parse('2026-06-10T10:00:00+08:00'));
    await keepHouse({ database: bot.database, clock: bot.clock, log: quietLog().log });

    const [offences, appeals] = await bot.database.transaction(async (tx) => [
      await tx.selectFrom('offence').select(['kind', 'content', 'appeal']).execute(),
      await tx.selectFrom('todo').select('data').where('kind', '=', 'appeal').execute(),
    ]);
    expect(offences).toEqual([{ kind: 'ad', content: null, appeal: null }]);
    expect(appeals).toEqual([{ data: 'null' }]);
  });
});
