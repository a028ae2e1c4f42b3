/** The lent power to answer: who has it, where, until when; and that its use is told like the use of the others. */

import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';
import { startScene } from '../safety/scene.js';

const END = Date.parse('2026-03-06T10:00:00+08:00');

describeDialects('the lent power to answer', (dialect) => {
  test('is enough for a moderator, in the room, in private and among staff; members have none', async () => {
    const { room, staff, lin, zhou, says } = await startScene(dialect);
    for (const what of ['一', '二', '三']) await zhou.says(`提问 第${what}个`, room);

    expect(await says('/答疑 1 多读', lin)).toBe('');
    expect(await lin.whispers('/英语1群 答疑 1 多读')).not.toContain('好，');
    await says('/版主 加 @小林 2天');
    expect(await says('/答疑 1 多读', lin)).toBe('@小周 问1：「第一个」\n小林 答：多读');
    expect(await lin.whispers('/英语1群 答疑 2 多听')).toBe('好，问2 的回答发到「英语1群」了。');
    await says('大家好', lin, staff);
    expect(await says('/英语1群 答疑 3 多写', lin, staff)).toContain('问3 的回答发到');
    expect(await says('/删问题 3', lin)).toBe('');
    expect(await says('/答疑 3', zhou)).toBe('');
    expect(await lin.says('问题箱', room)).toContain('没有等着回答');
  });

  test('comes with the powers to warn and to hide, and covers one’s own question as well', async () => {
    const { room, lin, says } = await startScene(dialect);
    await says('/版主 加 @小林 2天 隐藏');
    await lin.says('提问 这样读对吗', room);

    expect(await lin.says('问题箱', room)).toContain('回答，发送：/答疑 1 加上回答');
    expect(await says('/答疑 1 问到了，是对的', lin)).toContain('小林 答：问到了，是对的');
  });

  test('ends to the second, by the time of the message, also where it arrives late', async () => {
    const { bot, room, lin, zhou, says } = await startScene(dialect);
    await says('/版主 加 @小林 2天');
    for (const what of ['一', '二', '三']) await zhou.says(`提问 第${what}个`, room);

    bot.clock.moveTo(END - 1_000);
    expect(await lin.says('/答疑 1 多读', room)).toContain('小林 答：多读');
    bot.clock.moveTo(END);
    expect(await lin.says('/答疑 2 多读', room)).toBe('');
    bot.clock.moveTo(END + 60 * 60_000);
    expect(await lin.says('/答疑 2 多听', room, { sentAt: END })).toBe('');
    expect(await lin.says('/答疑 2 多写', room, { sentAt: END - 1 })).toContain('小林 答：多写');
    expect(await lin.whispers('/英语1群 答疑 3 多读')).not.toContain('好，');
    expect(await zhou.says('问题箱', room)).toContain('1 个等回答\n问3');
  });

  test('ends across a restart as well', async () => {
    const url = await dialect.freshUrl();
    const before = await startTestBot({ dialect, url, now: '2026-03-04T10:00:00+08:00' });
    const owner = await before.owner();
    const room = before.room('英语1群');
    await owner.says('/建群 付费 英语', room);
    const [lin, zhou] = [before.person('小林'), before.person('小周')];
    await lin.joins(room);
    await owner.says('/版主 加 @小林 2天', room, { mentions: [lin] });
    for (const what of ['一', '二', '三']) await zhou.says(`提问 第${what}个`, room);
    expect(await lin.says('/答疑 1 多读', room)).toContain('小林 答：多读');
    await before.close();

    const after = await startTestBot({ dialect, url, now: '2026-03-06T10:00:01+08:00' });
    const again = after.person('小林');
    expect(await again.says('/答疑 2 多读', room, { sentAt: END - 1, messageId: 'late' })).toContain('小林 答：多读');
    expect(await again.says('/答疑 3 多读', room, { sentAt: END, messageId: 'too-late' })).toBe('');
    expect(await again.whispers('/答疑 3 多读')).toContain('这个指令需要版主身份');
  });

  test('is gone at once when it is taken back or its holder has left, and holds in no other room', async () => {
    const { bot, room, owner, lin, zhou, says } = await startScene(dialect);
    const other = bot.room('阅读1群');
    await owner.says('/建群 付费 英语', other);
    for (const one of [lin, zhou]) await one.says('大家好', other);
    await zhou.says('提问 这里呢', other);
    await zhou.says('提问 那里呢', room);
    await says('/版主 加 @小林 2天');
    const sentAt = bot.clock.now();

    expect(await lin.says('/答疑 1 多读', other)).toBe('');
    expect(await lin.says('/答疑 1 多读', room)).toContain('这里没有 问1');
    expect(await lin.says('/阅读1群 答疑 1 多读', room)).toBe('');
    expect(await zhou.named('小林').says('/答疑 2 多读', room)).toBe('');
    await says('/版主 收 @小林');
    expect(await lin.says('/答疑 2 多读', room, { sentAt: sentAt - 1 })).toBe('');
    await says('/版主 加 @小林 2天');
    await lin.leaves(room);
    expect(await lin.whispers('/英语1群 答疑 2 多读')).toContain('需要老师身份');
    expect(await zhou.says('问题箱', room)).toContain('问2　那里呢');
  });

  test('may be undone by whoever used it, and its use is told to staff on Monday', async () => {
    const { bot, room, staff, owner, lin, zhou, teacher, says } = await startScene(dialect);
    for (const what of ['一', '二', '三']) await zhou.says(`提问 第${what}个`, room);
    await says('/版主 加 @小林 10天');
    await says('/答疑 1 多读', lin);
    await says('/答疑 2 多读', lin);
    await says('/答疑 3 多读', teacher);

    expect(await says('/撤销', lin)).toContain('问2 刚才的回答先收回');
    expect(await says('/撤销', lin)).toContain('问1 刚才的回答先收回');
    expect(await says('/撤销', lin)).toContain('没有你能撤销的操作');
    expect(await owner.whispers('/记录')).toContain('/答疑 1 多读');
    expect(await owner.whispers('/英语1群 为什么 小林 版主')).toContain('最近 7 天用过');
    const monday = (await bot.passTo('2026-03-09T09:40:00+08:00'))(staff);
    expect(monday).toContain('小林：答疑 2 次（撤销 2 次）');
    expect(monday).toContain('【问题箱】2 个问题等回答');
  });
});
