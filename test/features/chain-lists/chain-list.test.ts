import { expect, test } from 'vitest';
import { keepHouse } from '../../../src/kit/housekeeping.js';
import type { ChatRoom } from '../../../src/ports/chat-gateway.js';
import { describeDialects } from '../../support/dialects.js';
import { quietLog } from '../../support/quiet-log.js';
import { startTestBot, type TestPerson } from '../../support/test-bot.js';

function list(title: string, ...lines: readonly string[]): string {
  return [`#接龙`, title, '', ...lines.map((line, index) => `${index + 1}. ${line}`)].join('\n');
}

describeDialects('a chain list for checking in', (dialect) => {
  async function startRoom(settings: readonly string[] = []) {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const [room, staff] = [bot.room('英语1群'), bot.room('员工群')];
    await owner.says('/建群 员工', staff);
    await owner.says('/建群 付费', room);
    for (const setting of settings) await owner.says(`/设置 ${setting}`, room);
    const people = ['小林', '小雨', '老王'].map((name) => bot.person(name));
    const [lin, yu, wang] = people as [TestPerson, TestPerson, TestPerson];
    for (const person of people) await person.joins(room);
    return { bot, owner, room, staff, lin, yu, wang };
  }

  async function totalOf(person: TestPerson, room: ChatRoom): Promise<number> {
    const mine = await person.says('我的', room);
    return Number(/累计 (\d+) 天/u.exec(mine)?.[1] ?? 0);
  }

  test('grows line by line, and each new line is the check-in of who added it', async () => {
    const { room, lin, yu, wang } = await startRoom();

    expect(await lin.says(list('早读打卡', '小林 已读3页'), room)).toContain('✅ 小林');
    expect(await yu.says(list('早读打卡', '小林 已读3页', '小雨 读完了'), room)).toContain('✅ 小雨');
    expect(await wang.says(list('早读打卡', '小林 已读3页', '小雨 读完了', '老王'), room)).toContain('✅ 老王');

    for (const person of [lin, yu, wang]) expect(await totalOf(person, room)).toBe(1);
  });

  test('the same list twice changes nothing and is met with silence', async () => {
    const { room, lin, yu } = await startRoom();
    await lin.says(list('早读打卡', '小林 已读3页'), room);

    expect(await lin.says(list('早读打卡', '小林 已读3页'), room)).toBe('');
    expect(await yu.says(list('早读打卡', '小林 已读3页'), room)).toBe('');
    expect(await totalOf(yu, room)).toBe(0);
  });

  test('a stale copy that lacks lines does not make them new again', async () => {
    const { bot, room, lin, yu, wang } = await startRoom();
    await lin.says(list('早读打卡', '小林 1页'), room);
    await yu.says(list('早读打卡', '小林 1页', '小雨 2页'), room);
    await bot.passTo('2026-03-03T09:00:00+08:00');

    expect(await wang.says(list('早读打卡', '小林 1页', '老王 3页'), room)).toContain('✅ 老王');
    expect(await wang.says(list('早读打卡', '小林 1页', '小雨 2页', '老王 3页'), room)).toBe('');
    expect(await totalOf(yu, room)).toBe(1);
    expect(await totalOf(lin, room)).toBe(1);
  });

  test('other numbers, another order and other spaces are the same lines', async () => {
    const { room, lin, yu } = await startRoom();
    await lin.says(list('早读打卡', '小林 1页', '小雨 2页'), room);

    expect(await yu.says('＃接龙\n早读打卡\n７、小雨　2页\n3) 小林 1页', room)).toBe('');
  });

  test('somebody else’s line counts for the one who bears the name', async () => {
    const { room, lin, yu } = await startRoom();

    const answer = await lin.says(list('早读打卡', '小雨 帮她接', '小林 1页'), room);

    expect(answer).toMatch(/小林\(1天\)/u);
    expect(answer).toMatch(/小雨\(1天\)/u);
    expect(await totalOf(yu, room)).toBe(1);
  });

  test('names are compared by their letters, whatever emoji they wear', async () => {
    const { bot, room, lin } = await startRoom();
    const emma = bot.person('Emma·早起🌱');
    await emma.joins(room);

    expect(await lin.says(list('早读打卡', 'emma 早起：读完', '小林'), room)).toContain('Emma');
  });

  test('a name that two people bear is asked about and not guessed', async () => {
    const { bot, room, staff, lin } = await startRoom();
    const twin = bot.person('小雨', 'wx-小雨-2');
    await twin.joins(room);

    await lin.says(list('早读打卡', '小雨 2页', '小林 1页'), room);

    expect(await totalOf(twin, room)).toBe(0);
    expect(bot.said(staff).at(-1)).toContain('1. 小雨 2页（英语1群）');
  });

  test('a name that nobody bears is asked about; the answer checks that member in, once', async () => {
    const { bot, owner, room, staff, lin, yu } = await startRoom();
    await lin.says(list('早读打卡', '小雨妈妈 2页', '林爸爸 5页', '小林 1页'), room);
    expect(bot.said(staff).at(-1)?.split('\n')).toEqual([
      '📋 2 行打卡接龙对不上人，我没有替他们记：',
      '1. 小雨妈妈 2页（英语1群）',
      '2. 林爸爸 5页（英语1群）',
      '是谁的：/接龙 认 1 @成员　都不是：/接龙 不认 1',
    ]);

    expect(await owner.says('/接龙 认 1 小雨', staff)).toBe('好，小雨 3月2日 的打卡记上了。');
    expect(await totalOf(yu, room)).toBe(1);
    expect(await owner.says('/接龙 认 1 老王', staff)).toContain('没有编号 1 的接龙');
    expect(await owner.says('/接龙 不认 2', staff)).toContain('不记');
    expect(await owner.says('/接龙', staff)).toContain('没有等您认的接龙');
  });

  test('an answer can be undone: the check-in goes, and the question is open again', async () => {
    const { owner, room, staff, lin, yu } = await startRoom();
    await lin.says(list('早读打卡', '小雨妈妈 2页', '小林 1页'), room);
    await owner.says('/接龙 认 1 小雨', staff);
    expect(await totalOf(yu, room)).toBe(1);

    await owner.says('/撤销', staff);

    expect(await owner.says('/接龙', staff)).toContain('1. 小雨妈妈 2页');
    expect(await yu.says('我的 ', room)).not.toContain('累计 1 天');
    expect(await owner.says('/接龙 认 1 老王', staff)).toContain('老王 3月2日 的打卡记上了');
  });

  test('a question lives for 48 hours', async () => {
    const { bot, owner, staff, room, lin } = await startRoom();
    await lin.says(list('早读打卡', '小雨妈妈 2页', '小林 1页'), room);
    await bot.passTo('2026-03-04T08:59:00+08:00');
    expect(await owner.says('/接龙', staff)).toContain('小雨妈妈');

    await bot.passTo('2026-03-04T09:00:00+08:00');

    expect(await owner.says('/接龙 认 1 小雨', staff)).toContain('没有编号 1 的接龙');
  });

  test('housekeeping gives up old questions with a note, and forgets lists in time', async () => {
    const { bot, room, lin } = await startRoom();
    await lin.says(list('早读打卡', '小雨妈妈 2页', '小林 1页'), room);
    const keep = async (instant: string) => {
      bot.clock.moveTo(Date.parse(instant));
      const { log, lines } = quietLog();
      await keepHouse({ database: bot.database, clock: bot.clock, log });
      return lines(30).map(({ msg }) => msg);
    };
    const rows = () =>
      bot.database.transaction(async (tx) => ({
        questions: await tx.selectFrom('chain_question').select(['state', 'line', 'content']).execute(),
        lines: (await tx.selectFrom('chain_line').selectAll().execute()).length,
      }));

    expect(await keep('2026-03-04T03:30:00+08:00')).toEqual([]);
    expect(await keep('2026-03-05T03:30:00+08:00')).toEqual([
      'lines of chain lists were given up: nobody said whose they are',
    ]);
    expect(await rows()).toEqual({ questions: [{ state: 'expired', line: '', content: '' }], lines: 2 });

    await keep('2026-06-10T03:30:00+08:00');
    expect((await rows()).lines).toBe(0);
  });

  test('whoever goes by another name in the list adds the one new line, and is known by it later', async () => {
    const { bot, room, wang } = await startRoom();
    expect(await wang.says(list('早读打卡', '王建国 3页'), room)).toContain('✅ 老王');
    await bot.passTo('2026-03-03T09:00:00+08:00');

    expect(await wang.says(list('早读打卡', '王建国 3页', '王建国 5页'), room)).toContain('✅ 老王');
    expect(await totalOf(wang, room)).toBe(2);
  });

  test('with the same heading every day, one’s own line counts every day, even in the same words', async () => {
    const { bot, room, lin, yu } = await startRoom();
    await lin.says(list('早读打卡', '小林'), room);
    await yu.says(list('早读打卡', '小林', '小雨'), room);
    await bot.passTo('2026-03-03T09:00:00+08:00');

    expect(await lin.says(list('早读打卡', '小林'), room)).toContain('✅ 小林');
    expect(await yu.says(list('早读打卡', '小林', '小雨'), room)).toContain('✅ 小雨');
    expect(await totalOf(lin, room)).toBe(2);
    expect(await totalOf(yu, room)).toBe(2);
  });

  test('two lists in one room are told apart by their headings', async () => {
    const { room, lin, yu } = await startRoom();
    await lin.says(list('早读打卡', '小林 1页'), room);

    expect(await lin.says(list('晚读打卡', '小林 1页'), room)).toBe('');
    expect(await yu.says(list('晚读打卡', '小林 1页', '小雨 1页'), room)).toContain('✅ 小雨');
  });

  test('who changes an old line of somebody else puts it right, and checks nobody in', async () => {
    const { bot, room, staff, lin, yu, wang } = await startRoom();
    await lin.says(list('早读打卡', '小林 1页', '小雨 2页', '老王 1页'), room);
    await bot.passTo('2026-03-03T09:00:00+08:00');
    const before = bot.said(staff).length;

    await wang.says(list('早读打卡', '小林 1页', '小雨 3页', '老王 1页', '老王 4页'), room);

    expect(await totalOf(yu, room)).toBe(1);
    expect(await totalOf(wang, room)).toBe(2);
    expect(bot.said(staff)).toHaveLength(before);
  });

  test('where a changed line may as well be a new day’s, a person is asked', async () => {
    const { bot, room, staff, lin, yu, wang } = await startRoom();
    await lin.says(list('早读打卡', '小林 1页', '小雨 2页'), room);
    await bot.passTo('2026-03-03T09:00:00+08:00');

    await wang.says(list('早读打卡', '小林 1页', '小雨 3页', '老王 4页'), room);

    expect(await totalOf(yu, room)).toBe(1);
    expect(bot.said(staff).at(-1)).toContain('小雨 3页');
  });

  test('a list begun anew on another day counts for everybody in it', async () => {
    const { bot, room, lin, yu } = await startRoom();
    await lin.says(list('早读打卡', '小林 1页', '小雨 2页'), room);
    await bot.passTo('2026-03-03T09:00:00+08:00');

    await lin.says(list('早读打卡', '小雨 3页', '小林 4页'), room);

    for (const person of [lin, yu]) expect(await totalOf(person, room)).toBe(2);
  });

  test('a message from before midnight counts for its own day', async () => {
    const { bot, room, lin } = await startRoom();
    await bot.passTo('2026-03-03T00:10:00+08:00');

    await lin.says(list('早读打卡', '小林 1页'), room, { sentAt: Date.parse('2026-03-02T23:58:00+08:00') });

    expect(await lin.says('打卡', room)).toContain('连续 2 天，累计 2 天');
  });

  test.each([
    ['for something else', list('周六聚餐报名', '小林 2人')],
    ['for checking in to an event', list('打卡活动报名', '小林 2人')],
    ['without a word of what it is for', list('3月2日', '小林')],
    ['of rules', '今天的打卡接龙规则：\n1. 每人一行\n2. 不要改别人的'],
    ['quoted in an answer', '「小雨：#接龙\n早读打卡\n1. 小雨」\n- - - - - -\n我也来'],
  ])('a list %s is left alone in silence', async (_, text) => {
    const { bot, room, staff, lin } = await startRoom();
    const before = bot.said(staff).length;

    expect(await lin.says(text, room)).toBe('');

    expect(await totalOf(lin, room)).toBe(0);
    expect(bot.said(staff)).toHaveLength(before);
  });

  test('staff say which headings count, and which do not', async () => {
    const { owner, room, staff, lin, yu } = await startRoom();

    expect(await owner.says('/英语1群 接龙 打卡 晨跑', staff)).toContain('标题带「晨跑」的接龙，算打卡');
    expect(await lin.says(list('3.2 晨跑', '小林 5km'), room)).toContain('✅ 小林');

    await owner.says('/接龙 忽略 家长打卡', room);
    expect(await yu.says(list('家长打卡', '小雨 到'), room)).toBe('');
  });

  test('a list of strangers from another group is nobody’s question', async () => {
    const { bot, room, staff, lin } = await startRoom();
    const before = bot.said(staff).length;

    expect(await lin.says(list('早读打卡', '张三 1页', '李四 2页'), room)).toBe('');

    expect(bot.said(staff)).toHaveLength(before);
  });

  test('a line’s words are the text that a room asks for; without them the check-in waits', async () => {
    const { bot, room, lin, yu } = await startRoom(['打卡内容 文字']);

    expect(await lin.says(list('早读打卡', '小林 读了3页'), room)).toContain('✅ 小林');
    expect(await yu.says(list('早读打卡', '小林 读了3页', '小雨'), room)).toContain('请在 30 分钟内发送');
    expect(await totalOf(yu, room)).toBe(0);
    await bot.passTo('2026-03-02T09:05:00+08:00');
    expect(await yu.says(list('早读打卡', '小林 读了3页', '小雨 也读了'), room)).toContain('✅ 小雨');
  });

  test('members cannot give answers', async () => {
    const { owner, room, staff, lin, yu } = await startRoom();
    await lin.says(list('早读打卡', '小雨妈妈 2页', '小林 1页'), room);

    expect(await yu.says('/接龙 认 1 小雨', room)).toBe('');

    expect(await owner.says('/接龙', staff)).toContain('小雨妈妈');
  });
});

describeDialects('a backlog after an outage', (dialect) => {
  test('of lists and check-ins is credited to the days on which they were sent, in whatever order it comes', async () => {
    const bot = await startTestBot({ dialect, now: '2026-03-05T12:00:00+08:00' });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 付费', room);
    const [lin, yu] = [bot.person('小林'), bot.person('小雨')];
    const at = (day: number, time: string) => ({ sentAt: Date.parse(`2026-03-0${day}T${time}:00+08:00`) });
    for (const person of [lin, yu]) await person.joins(room);

    await yu.says('打卡 补上', room, at(5, '08:00'));
    await lin.says(list('3月3日打卡', '小林 1页'), room, at(3, '08:00'));
    await yu.says(list('3月3日打卡', '小林 1页', '小雨 1页'), room, at(3, '08:10'));
    await lin.says('打卡 第二天', room, at(4, '23:59'));
    await yu.says(list('3月4日打卡', '小雨 2页'), room, at(4, '08:00'));
    await lin.says(list('3月5日打卡', '小林 3页'), room, at(5, '00:01'));

    for (const person of [lin, yu])
      expect(await person.says('我的', room)).toContain('连续 3 天（最长 3 天），累计 3 天');
  });
});
