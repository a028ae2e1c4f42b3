/** What the rules do with lines of a room: reminders, hiding, proposals; and what they leave alone. */

import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { AD, OTHER_AD, startScene, THIRD_AD } from './scene.js';

describeDialects('rules of a room', (dialect) => {
  test('a room begins with reminders alone, and says so', async () => {
    const { owner, room, lin, news, wait } = await startScene(dialect);

    const list = await owner.says('/规则', room);
    const answers: string[] = [];
    for (const line of [AD, OTHER_AD, THIRD_AD]) {
      answers.push(await lin.says(line, room));
      wait(30);
    }

    expect(list).toContain('广告：只提醒');
    expect(list).toContain('二维码：关');
    for (const answer of answers) expect(answer).toMatch(/^@小林 .*像广告.*\n是误会的话，发送：申诉$/su);
    expect(new Set(answers).size).toBe(1);
    expect(await news()).toBe('');
  });

  test('a rule that is on reminds, then hides and tells staff, then asks a person', async () => {
    const { bot, owner, room, staff, lin, news, wait } = await startScene(dialect);
    await owner.says('/规则 广告 开', room);

    const first = await lin.says(AD, room);
    const toldFirst = await news();
    wait(30);
    await lin.says(OTHER_AD, room);
    const toldSecond = await news();
    wait(30);
    await lin.says(THIRD_AD, room);
    const toldThird = await news();

    expect(first).toContain('@小林');
    expect(first).not.toContain('刷单');
    expect(toldFirst).toBe('');
    expect(toldSecond).toContain('小林（英语1群）「专业代写论文');
    expect(toldThird).toMatch(
      /小林 在「英语1群」近期违规合计 3 次，信任 \d+ 分（仅供参考），要不要移出群（移出／再观察／误判）/u,
    );
    expect(bot.gateway.performed).toEqual([]);
    const number = /(\d+)\. 小林 在/u.exec(toldThird)?.[1] ?? '';
    const asked = await owner.says(`/待办 ${number} 移出`, staff);
    const code = /确认 (\d{4})/u.exec(asked)?.[1] ?? '';
    expect(bot.gateway.performed).toEqual([]);
    expect(await owner.says(`确认 ${code}`, staff)).toContain('正在把 小林 移出「英语1群」');
    expect(bot.gateway.performed).toEqual([
      { do: 'remove', roomPlatformId: room.platformId, personPlatformId: lin.platformId },
    ]);
  });

  test('where the bot cannot remove, a person is asked to', async () => {
    const { owner, room, staff, lin, news, wait } = await startScene(dialect, { capabilities: { remove: false } });
    await owner.says('/规则 广告 开', room);
    for (const line of [AD, OTHER_AD, THIRD_AD]) {
      await lin.says(line, room);
      wait(30);
    }
    const number = /(\d+)\. 小林 在/u.exec(await news())?.[1] ?? '';

    const code = /确认 (\d{4})/u.exec(await owner.says(`/待办 ${number} 移出`, staff))?.[1] ?? '';
    await owner.says(`确认 ${code}`, staff);

    expect(await news()).toContain('机器人移不了人，请在微信里把 小林 移出「英语1群」');
  });

  test('what lies a quarter back is forgiven', async () => {
    const { bot, owner, room, lin, news } = await startScene(dialect);
    await owner.says('/规则 广告 开', room);
    await lin.says(AD, room);

    bot.clock.moveTo(Date.parse('2026-06-02T10:00:00+08:00'));
    await lin.says(OTHER_AD, room);

    expect(await news()).not.toContain('群规');
  });

  test('the same again before a reminder could be read goes no further than hiding', async () => {
    const { owner, room, lin, news } = await startScene(dialect);
    await owner.says('/规则 广告 开', room);

    for (const line of [AD, OTHER_AD, THIRD_AD, `${AD}1`, `${AD}2`]) await lin.says(line, room);

    const told = await news();
    expect(told).toContain('条已从点评和精选里隐藏');
    expect(told).not.toContain('要不要移出');
  });

  test('a message that is delivered twice is one offence', async () => {
    const { owner, room, staff, lin } = await startScene(dialect);

    await lin.says(AD, room, { messageId: 'twice' });
    await lin.says(AD, room, { messageId: 'twice' });

    expect((await owner.says('/英语1群 违规', staff)).match(/广告/gu)).toHaveLength(1);
  });

  test('staff, those on the list and other rooms are left alone', async () => {
    const { bot, owner, teacher, room, staff, lin, zhou } = await startScene(dialect);
    await owner.says('/白名单 加 @小周', room, { mentions: [zhou] });

    expect(await teacher.says(AD, room)).toBe('');
    expect(await owner.says(AD, room)).toBe('');
    expect(await zhou.says(AD, room)).toBe('');
    expect(await owner.says(AD, staff)).toBe('');
    expect(await lin.says(AD, bot.room('没登记的群'))).toBe('');
    expect(await lin.says(AD, room)).toContain('@小林');
  });

  test('nobody is punished for a quotation, a warning or a question', async () => {
    const { room, lin } = await startScene(dialect);

    for (const line of [
      `「小周：${AD}」\n- - - - - - - - - - - - - - -\n这个谁发的`,
      '有人私聊我「兼职刷单日结300」，大家小心',
      '那种加V领资料的都是骗人的吗？',
      '老师团购练习册一本18，要的接龙',
      '我写的读后感 https://mp.weixin.qq.com/s/9Kd3jfQp0aLxY',
    ])
      expect(await lin.says(line, room)).toBe('');
  });

  test('a check-in counts whatever is in it, and its words are shown nowhere', async () => {
    const { bot, owner, room, staff, lin } = await startScene(dialect);

    const answer = await lin.says(`打卡 今天读了三页 ${AD}`, room);
    await lin.says('打卡 学了 invoice 发票、loan 贷款、lottery 彩票', room);

    expect(answer).toContain('小林');
    expect(await lin.says('我的', room)).toContain('1');
    const content = await bot.database.transaction((tx) => tx.selectFrom('check_in').select('content').execute());
    expect(content).toHaveLength(1);
    expect((await owner.says('/英语1群 违规', staff)).match(/广告/gu)).toHaveLength(1);
  });

  test('reminders of one minute are said together, to those whom they name', async () => {
    const { bot, room, lin, zhou, wait } = await startScene(dialect);
    const third = bot.person('小吴');
    await third.says('大家好', room);

    const first = await lin.says(AD, room);
    const second = await zhou.says(AD, room);
    const then = await third.says(OTHER_AD, room);
    const others = ['甲', '乙', '丙', '丁', '戊'].map((name) => bot.person(name));
    for (const one of others) await one.says(`${THIRD_AD}${one.name}`, room);
    wait(1.1);
    const before = bot.said(room).length;
    await bot.bot.sender.drain();

    expect(first).toContain('@小林');
    expect([second, then]).toEqual(['', '']);
    expect(bot.said(room).slice(before)).toEqual([expect.stringMatching(/^@小周 @小吴 @甲 @乙 @丙 [^@]+$/u)]);
    const called = [zhou, third, ...others.slice(0, 3)].map(({ platformId }) => platformId);
    expect(bot.gateway.sent.at(-1)?.mentions.toSorted()).toEqual(called.toSorted());
  });

  test('too many lines, and the same one again and again, are a flood', async () => {
    const { owner, room, staff, lin, zhou } = await startScene(dialect);
    expect(await owner.says('/规则', room)).toContain('刷屏：关');
    await owner.says('/规则 刷屏 只提醒', room);

    for (let index = 0; index < 16; index++) await lin.says(`第${index}句闲话`, room);
    for (let index = 0; index < 5; index++) await zhou.says('大家帮忙看看这个呀', room);

    const list = await owner.says('/英语1群 违规', staff);
    expect(list.match(/小林 刷屏/gu)).toHaveLength(1);
    expect(list.match(/小周 刷屏/gu)).toHaveLength(1);
  });

  test('links into shops, and codes that open an app, are told from what one reads', async () => {
    const { owner, room, staff, lin } = await startScene(dialect);

    await lin.says('帮我点一下 https://mobile.yangkeduo.com/abc', room);
    await lin.says('这本书的豆瓣 https://book.douban.com/subject/1', room);
    await lin.says('https://shop.zaoba-fans.top/kan 帮砍一刀，差一刀了', room, { kind: 'link' });

    expect(await owner.says('/英语1群 违规', staff)).toMatch(/链接 「帮我点一下/u);
    expect((await owner.says('/英语1群 违规 @小林', staff, { mentions: [lin] })).split('\n')).toHaveLength(4);
  });
});
