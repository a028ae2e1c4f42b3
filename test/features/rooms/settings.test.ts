import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';

describeDialects('rooms', (dialect) => {
  async function startRoom() {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 体验 英语', room);
    return { bot, owner, room };
  }

  test('registering says what the room is now, and asks for its member list', async () => {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const room = bot.room('英语1群');

    expect(await owner.says('/建群 体验 英语', room)).toMatch(
      /「英语1群」已登记为体验群。\n课程：.+，3月3日 周二 是第 1 天。/u,
    );
    expect(bot.gateway.rosterRequests).toEqual([room.platformId]);
  });

  test('every kind of room is registered by its short name and by its long one', async () => {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();

    for (const [word, kind] of [
      ['体验', '体验群'],
      ['付费群', '付费群'],
      ['核心', '核心群'],
      ['员工群', '员工群'],
    ] as const)
      expect(await owner.says(`/建群 ${word}`, bot.room(`${word}的群`))).toContain(`已登记为${kind}`);
  });

  test('a room is not registered from a private chat, and the answer says where', async () => {
    const { owner } = await startRoom();

    expect(await owner.whispers('/建群 体验 英语')).toContain('要到那个群里发');
    expect(await owner.whispers('/英语1群 建群 付费')).toContain('要到那个群里发');
  });

  test('a course that nobody knows is refused with those that are there', async () => {
    const { bot, owner } = await startRoom();

    expect(await owner.says('/建群 体验 法语', bot.room('法语群'))).toMatch(
      /没有叫「法语」的课程。\n现有课程：.*英语/u,
    );
    expect(await owner.says('/设置', bot.room('法语群'))).toContain('还没有登记');
  });

  test('each setting is changed within its bounds, and refused with an example beyond them', async () => {
    const { owner, room } = await startRoom();
    const allowed = [
      ['任务时间', '7:30', '任务时间：07:30'],
      ['任务时间', '21：29', '任务时间：21:29'],
      ['点评时间', '20:30', '点评时间：20:30'],
      ['时区', 'America/New_York', '时区：America/New_York'],
      ['补记截止', '0:00', '补记截止：00:00'],
      ['补记截止', '6:00', '补记截止：06:00'],
      ['打卡内容', '文字或图片', '打卡内容：文字或图片'],
      ['推送日', '工作日', '推送日：工作日'],
      ['推送间隔', '60', '推送间隔：60 秒'],
      ['推送间隔', '3600秒', '推送间隔：3600 秒'],
    ] as const;
    const refused = [
      ['任务时间', '7:29'],
      ['任务时间', '21:30'],
      ['点评时间', '24:00'],
      ['时区', '北京'],
      ['时区', 'constructor'],
      ['补记截止', '6:01'],
      ['打卡内容', '随便'],
      ['打卡内容', 'constructor'],
      ['推送日', '__proto__'],
      ['推送间隔', '59'],
      ['推送间隔', '3601'],
      ['推送间隔', '-60'],
      ['推送间隔', ''],
    ] as const;

    for (const [name, value, shown] of allowed)
      expect(await owner.says(`/设置 ${name} ${value}`, room)).toBe(`已改好，${shown}。`);
    const before = await owner.says('/设置', room);
    for (const [name, value] of refused)
      expect(await owner.says(`/设置 ${name} ${value}`, room), `${name} ${value}`).toContain(`「${name}」不能设为`);
    for (const name of ['颜色', 'constructor', '__proto__', 'taskTime'])
      expect(await owner.says(`/设置 ${name} 1`, room)).toContain(`没有「${name}」这个设置`);

    expect(await owner.says('/设置', room)).toBe(before);
  });

  test('a post that is set to the last minute of the day still appears', async () => {
    const { bot, owner, room } = await startRoom();
    await owner.says('/设置 任务时间 21:29', room);

    const said = await bot.passTo('2026-03-03T21:40:00+08:00');

    expect(said(room)).toContain('【今日任务');
  });

  test('the settings and rules of one room are copied to another, but not where its members come from', async () => {
    const { bot, owner, room } = await startRoom();
    for (const line of ['/设置 任务时间 9:15', '/设置 来源 抖音', '/规则 广告 开', '/规则 刷屏 开'])
      await owner.says(line, room);
    const other = bot.room('英语2群');
    await owner.says('/建群 体验 英语', other);
    for (const line of ['/设置 来源 小红书', '/规则 链接 关', '/设置 点评时间 19:00']) await owner.says(line, other);
    const before = [await owner.says('/设置', other), await owner.says('/规则', other)];

    expect(await owner.says('/设置 复制 英语1群', other)).toContain('已把「英语1群」的设置和群规则复制到「英语2群」');
    const settings = await owner.says('/设置', other);
    expect(settings).toContain('任务时间：09:15');
    expect(settings).toContain('来源：小红书');
    expect(await owner.says('/规则', other)).toMatch(/广告：开[\s\S]*链接：只提醒[\s\S]*刷屏：开/u);
    expect(await owner.says('/撤销', other)).toContain('已撤销');
    expect([await owner.says('/设置', other), await owner.says('/规则', other)]).toEqual(before);
    expect(await owner.says('/设置', room)).toContain('来源：抖音');
    expect(await owner.says('/设置 复制 没有的群', other)).toContain('没有找到群「没有的群」');
  });

  test('a pause lasts as long as it says, and nothing is posted in it', async () => {
    const { bot, owner, room } = await startRoom();

    expect(await owner.says('/暂停 2天', room)).toContain('暂停推送，到 3月3日 周二 为止');
    expect((await bot.passTo('2026-03-03T23:00:00+08:00'))(room)).toBe('');
    expect((await bot.passTo('2026-03-04T08:01:00+08:00'))(room)).toContain('【今日任务');
  });

  test('a pause is ended early, and what is not paused cannot be resumed', async () => {
    const { bot, owner, room } = await startRoom();

    expect(await owner.says('/恢复', room)).toContain('这个群没有暂停');
    await owner.says('/暂停 一周', room);
    expect(await owner.says('/恢复', room)).toContain('已恢复推送');
    expect((await bot.passTo('2026-03-03T08:01:00+08:00'))(room)).toContain('【今日任务');
  });

  test('a length of time that is none is refused', async () => {
    const { owner, room } = await startRoom();

    for (const given of ['0天', '91天', '9999周'])
      expect(await owner.says(`/暂停 ${given}`, room), given).toContain('1 到 90 之间');
    for (const given of ['constructor', '3constructor', '__proto__', '三年', '-1', '1.5天'])
      expect(await owner.says(`/暂停 ${given}`, room), given).toContain(`没看懂「${given}」`);
    expect(await owner.says('/恢复', room)).toContain('这个群没有暂停');
  });

  test('two rooms with one name keep their own course and their own posts', async () => {
    const { bot, owner } = await startRoom();
    const [one, two] = [bot.room('同名群', 'one@chatroom'), bot.room('同名群', 'two@chatroom')];
    await owner.says('/建群 付费 英语', one);
    await owner.says('/建群 付费 唐诗', two);

    const said = await bot.passTo('2026-03-03T08:10:00+08:00');

    expect(said(one)).toContain('【今日任务');
    expect(said(two)).toContain('【今日任务');
    expect(said(one)).not.toBe(said(two));
  });
});
