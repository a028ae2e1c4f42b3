import { expect, test } from 'vitest';
import type { ChatRoom } from '../../../src/ports/chat-gateway.js';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot, type TestBot, type TestPerson } from '../../support/test-bot.js';

describeDialects('a camp', (dialect) => {
  async function startRoom(now = '2026-03-02T09:00:00+08:00') {
    const bot = await startTestBot({ dialect, now });
    const owner = await bot.owner();
    const [room, staff] = [bot.room('英语1群'), bot.room('员工群')];
    await owner.says('/建群 员工', staff);
    await owner.says('/建群 付费', room);
    await owner.says('/设置 点评时间 20:30', room);
    const people = ['小林', '小雨', '老王'].map((name) => bot.person(name));
    const [lin, yu, wang] = people as [TestPerson, TestPerson, TestPerson];
    for (const person of people) await person.joins(room);
    return { bot, owner, room, staff, lin, yu, wang };
  }

  async function checkInOn(bot: TestBot, room: ChatRoom, day: number, people: readonly TestPerson[]): Promise<void> {
    await bot.passTo(`2026-03-${String(day).padStart(2, '0')}T10:00:00+08:00`);
    for (const person of people) await person.says('打卡', room);
  }

  /** From the 3rd to the 6th, three days required. */
  async function startCamp() {
    const scene = await startRoom();
    const said = await scene.owner.says('/开营 早读营 3-3 3-6 要求 3', scene.room);
    return { ...scene, said };
  }

  async function confirmed(owner: TestPerson, room: ChatRoom, line: string): Promise<string> {
    const asked = await owner.says(line, room);
    const code = /确认 (\d{4})/u.exec(asked)?.[1] ?? '';
    expect(asked).toContain('确认');
    return owner.says(`确认 ${code}`, room);
  }

  test('is opened with its days and what it takes', async () => {
    const { said } = await startCamp();

    expect(said.split('\n')).toEqual([
      '🏕 「英语1群」的「早读营」：3月3日–3月6日',
      '4 天里打卡满 3 天就结营',
      '中途进群的，要求按剩下的天数折算',
      '3月7日 09:00 公布结营名单，达标的可以领证书',
      '看自己的进度，发送：训练营',
    ]);
  });

  test('ends with the names of those who finished, told once on the morning after', async () => {
    const { bot, room, lin, yu, wang } = await startCamp();
    for (const day of [3, 4, 5]) await checkInOn(bot, room, day, [lin, yu]);
    await checkInOn(bot, room, 6, [lin, wang]);
    expect((await bot.passTo('2026-03-07T08:59:00+08:00'))(room)).not.toContain('结营');

    const closing = (await bot.passTo('2026-03-07T09:00:00+08:00'))(room).split('\n');

    expect(closing.slice(0, 3)).toEqual([
      '【结营】早读营 3月3日–3月6日',
      '🎓 3 位走到最后，2 位结营',
      '结营：小林、小雨',
    ]);
    expect(closing.at(-1)).toBe('结营的同学领证书，发送：证书');
    expect((await bot.passTo('2026-03-09T12:00:00+08:00'))(room)).not.toContain('结营');
  });

  test('names nobody who has left the board, and counts them all the same', async () => {
    const { bot, room, lin, yu } = await startCamp();
    await yu.says('退出排行', room);
    for (const day of [3, 4, 5]) await checkInOn(bot, room, day, [lin, yu]);

    const closing = (await bot.passTo('2026-03-07T09:00:00+08:00'))(room);

    expect(closing).toContain('2 位结营');
    expect(closing).toContain('结营：小林 等 2 人');
    expect(closing).not.toContain('小雨');
  });

  test('a bot that was away tells it when it is back, marked as late', async () => {
    const { bot, room, lin } = await startCamp();
    for (const day of [3, 4, 5]) await checkInOn(bot, room, day, [lin]);
    const before = bot.said(room).length;
    bot.clock.moveTo(Date.parse('2026-03-09T11:00:00+08:00'));

    await bot.bot.plan();
    await bot.bot.sender.drain();

    expect(bot.said(room).slice(before).join('\n')).toContain('【结营·补发】早读营');
  });

  test('in a pause it waits for the morning after', async () => {
    const { bot, owner, room, lin } = await startCamp();
    for (const day of [3, 4, 5]) await checkInOn(bot, room, day, [lin]);
    await bot.passTo('2026-03-06T22:00:00+08:00');
    await owner.says('/暂停 3天', room);

    expect((await bot.passTo('2026-03-08T23:00:00+08:00'))(room)).not.toContain('结营');
    expect((await bot.passTo('2026-03-09T09:00:00+08:00'))(room)).toContain('结营：小林');
  });

  test('whoever finished is given the certificate, whoever did not a kind word', async () => {
    const { bot, room, lin, yu } = await startCamp();
    for (const day of [3, 4, 5]) await checkInOn(bot, room, day, [lin]);
    await checkInOn(bot, room, 6, [yu]);
    expect(await lin.says('证书', room)).toContain('3月6日 结束，之后就能领证书');
    await bot.passTo('2026-03-07T09:00:00+08:00');

    await lin.says('证书', room);

    const graphic = bot.said(room).at(-1) ?? '';
    expect(graphic).toContain('小林 在「英语1群」完成了《早读营》');
    expect(graphic).toContain('打卡 3 天，最长连续 3 天（2026.3.3 – 2026.3.6）');
    expect(await yu.says('我的证书', room)).toContain('打卡 1 天，要 3 天，这一期没有证书');
    expect(await lin.whispers('领证书')).toContain('《早读营》');
  });

  test('the word for it means nothing where no camp ever was', async () => {
    const { room, lin } = await startRoom();

    expect(await lin.says('证书', room)).toBe('');
    expect(await lin.whispers('证书')).toContain('结营以后才有证书');
  });

  test('who comes in the middle has to do a share, and gets a certificate with the own days', async () => {
    const { bot, room } = await startCamp();
    await bot.passTo('2026-03-05T09:00:00+08:00');
    const late = bot.person('小满');
    await late.joins(room);
    await checkInOn(bot, room, 5, [late]);
    expect(await late.says('训练营', room)).toContain('打卡 1 天，要 2 天，还能打 1 天（3月5日 进群，要求已折算）');
    await checkInOn(bot, room, 6, [late]);

    expect((await bot.passTo('2026-03-07T09:00:00+08:00'))(room)).toContain('结营：小满');
    await late.says('证书', room);
    expect(bot.said(room).at(-1)).toContain('2026.3.5 – 2026.3.6');
  });

  test('who leaves does not finish; who comes back within it goes on from the first day', async () => {
    const { bot, room, lin, yu } = await startCamp();
    await checkInOn(bot, room, 3, [lin, yu]);
    await lin.leaves(room);
    await yu.leaves(room);
    await checkInOn(bot, room, 5, []);
    await lin.joins(room);
    await checkInOn(bot, room, 5, [lin]);
    await checkInOn(bot, room, 6, [lin]);

    const closing = (await bot.passTo('2026-03-07T09:00:00+08:00'))(room);

    expect(closing).toContain('2 位走到最后，1 位结营');
    expect(closing).toContain('结营：小林');
    await yu.joins(room);
    expect(await yu.says('证书', room)).toContain('中途离开过，这一期没有证书');
  });

  test('a make-up or a correction that comes after the end still counts for the certificate', async () => {
    const { bot, room, lin } = await startCamp();
    for (const day of [3, 4]) await checkInOn(bot, room, day, [lin]);
    await bot.passTo('2026-03-07T10:00:00+08:00');
    expect(await lin.says('证书', room)).toContain('打卡 2 天，要 3 天');

    await lin.says('打卡 晚到的', room, { sentAt: Date.parse('2026-03-06T21:00:00+08:00') });
    await bot.passTo('2026-03-07T10:02:00+08:00');

    await lin.says('证书', room);
    expect(bot.said(room).at(-1)).toContain('《早读营》');
  });

  test('staff see counts in the room, and names among themselves', async () => {
    const { bot, owner, room, staff, lin, yu } = await startCamp();
    for (const day of [3, 4]) await checkInOn(bot, room, day, [lin, yu]);
    await bot.passTo('2026-03-05T09:30:00+08:00');

    const inRoom = await owner.says('/训练营', room);
    expect(inRoom).toContain('「英语1群」的「早读营」第 3 天，共 4 天');
    expect(inRoom).toContain('进度正常 2 人，够不到了 1 人');
    expect(inRoom).not.toContain('老王');

    expect(await owner.says('/训练营', staff)).toContain('够不到了：老王');
    expect(await owner.says('/英语1群 训练营', staff)).toContain('够不到了：老王');
  });

  test('members read their own progress, and in their own figures too', async () => {
    const { bot, room, lin } = await startCamp();
    await checkInOn(bot, room, 3, [lin]);

    expect((await lin.says('训练营', room)).split('\n')).toEqual([
      '小林 ·「早读营」第 1 天，共 4 天',
      '打卡 1 天，要 3 天，还能打 3 天',
      '进度正常，接着打',
    ]);
    expect(await lin.says('我的', room)).toContain('「早读营」打卡 1/3 天，到 3月6日');
    expect(await lin.whispers('训练营')).toContain('打卡 1 天，要 3 天');
    expect(await lin.says('/训练营 规则', room)).toContain('中途进群');
  });

  test('there is one at a time, and of sensible days', async () => {
    const { owner, room } = await startCamp();

    expect(await owner.says('/开营 晚读营 3-6 3-20 要求 10', room)).toContain('「早读营」到 3月6日 才结束');
    expect(await owner.says('/开营 晚读营 3-7 3-20 要求 15', room)).toContain('一共 14 天');
    expect(await owner.says('/开营 晚读营 3-20 3-7 要求 10', room)).toContain('训练营要 2 到 180 天');
    expect(await owner.says('/开营 晚读营 3-7 3-20 要求10天', room)).toContain('14 天里打卡满 10 天');
  });

  test('its days can be changed, and the closing moves along', async () => {
    const { bot, owner, room, lin } = await startCamp();
    await checkInOn(bot, room, 3, [lin]);

    expect(await owner.says('/改营 3-3 3-4 要求 1', room)).toBe(
      '好，「早读营」改为 3月3日–3月4日，2 天里打卡满 1 天就结营。',
    );

    expect((await bot.passTo('2026-03-05T09:00:00+08:00'))(room)).toContain('结营：小林');
    expect((await bot.passTo('2026-03-07T12:00:00+08:00'))(room)).not.toContain('结营');
  });

  test('ending it early is confirmed, and asks for a share of the days', async () => {
    const { bot, owner, room, lin, yu } = await startCamp();
    await checkInOn(bot, room, 3, [lin, yu]);
    await checkInOn(bot, room, 4, [lin]);

    expect(await confirmed(owner, room, '/结营')).toContain('今天是最后一天');

    expect((await bot.passTo('2026-03-05T09:00:00+08:00'))(room)).toContain('3 位走到最后，1 位结营');
    expect(await owner.says('/结营', room)).toContain('现在没有训练营');
  });

  test.each([
    ['opening', ['/开营 早读营 3-3 3-6 要求 3'], '现在没有训练营'],
    ['a change', ['/开营 早读营 3-3 3-6 要求 3', '/改营 3-3 3-9 要求 5'], '3月3日–3月6日'],
  ])('%s can be undone', async (_, lines, left) => {
    const { bot, owner, room } = await startRoom();
    for (const line of lines) {
      await bot.passTo(new Date(bot.clock.now() + 120_000).toISOString());
      await owner.says(line, room);
    }

    await owner.says('/撤销', room);

    await bot.passTo(new Date(bot.clock.now() + 120_000).toISOString());
    expect(await owner.says('/训练营', room)).toContain(left);
  });

  test('members can neither open nor end one', async () => {
    const { room, lin } = await startRoom();

    expect(await lin.says('/开营 早读营 3-3 3-6 要求 3', room)).toBe('');
    expect(await lin.says('/结营', room)).toBe('');
  });
});
