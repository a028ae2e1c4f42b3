/** Attempts to pass for somebody else, or for a command. Identity is the platform's id and nothing else. */

import { expect, test } from 'vitest';
import { describeDialects } from '../support/dialects.js';
import { startTestBot } from '../support/test-bot.js';

const WAYS_TO_WRITE = [
  ['a half-width slash', '/设置'],
  ['a full-width slash', '／设置'],
  ['an exclamation mark', '!设置'],
  ['a full-width exclamation mark', '！设置'],
  ['a space after the prefix', '/ 设置'],
  ['an ideographic space in front', '\u3000/设置'],
  ['U+2005 within', '/\u2005设置\u2005'],
  ['zero-width characters in the word', '/设\u200b置'],
  ['a byte order mark in front', '\ufeff/设置'],
  ['right-to-left marks around', '\u202e/设置\u202c'],
  ['a word joiner in front of the prefix', '\u2060/设置'],
  ['a line break after it', '/设置\n'],
  ['a mention of the bot', '@机器人\u2005设置'],
  ['a mention of the bot and a prefix', '@机器人 /设置'],
] as const;

const MERE_TALK = [
  ['a division slash', '\u2215设置'],
  ['a fraction slash', '\u2044设置'],
  ['a mathematical diagonal', '\u27cb设置'],
  ['a backslash', '\\设置'],
  ['an inverted exclamation mark', '¡设置'],
  ['no prefix', '设置'],
  ['a quoted command', '「/设置」'],
  ['a command in the middle', '大家可以发 /设置'],
] as const;

describeDialects('passing for somebody else', (dialect) => {
  async function startRoom() {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner('陈老师');
    const room = bot.room('英语1群');
    await owner.says('/建群 付费 英语', room);
    return { bot, owner, room };
  }

  test('taking the owner’s name, or a likeness of it, gives nothing', async () => {
    const { bot, room } = await startRoom();

    for (const [index, name] of ['陈老师', '陈老师\u200b', '陈老师 ', 'wx-陈老师'].entries()) {
      const impostor = bot.person(name, `wx-impostor-${index}`);
      expect(await impostor.says('/设置', room)).toBe('');
      expect(await impostor.whispers('/设置')).toContain('需要运营身份');
    }
  });

  test('the owner keeps all rights under any name', async () => {
    const { owner, room } = await startRoom();

    expect(await owner.named('路人甲').says('/设置', room)).toContain('任务时间');
    expect(await owner.named('').says('/设置', room)).toContain('任务时间');
  });

  test('a typed name that two people bear gives a list, also when one of them imitates', async () => {
    const { bot, owner, room } = await startRoom();
    await bot.person('小林').joins(room);
    await bot.person('小林', 'wx-imitator').joins(room);

    expect(await owner.says('/授权 @小林 运营', room)).toContain('有 2 位「小林」，请带上编号');
  });

  test('a typed @name is not taken for the person who is mentioned further on', async () => {
    const { bot, owner, room } = await startRoom();
    const [lin, chen] = [bot.person('小林'), bot.person('阿陈')];
    for (const person of [lin, chen]) await person.joins(room);
    const mentions = [{ platformId: chen.platformId, name: chen.name }];

    await owner.says('/授权 @小林 @阿陈\u2005老师', room, { mentions });

    expect(await chen.says('/课程', room)).toBe('');
  });

  test('of two who are mentioned the first in the line is meant, whatever order the platform gives', async () => {
    const { bot, owner, room } = await startRoom();
    const [lin, chen] = [bot.person('小林'), bot.person('小林子')];
    for (const person of [lin, chen]) await person.joins(room);
    const mentions = [lin, chen].map(({ platformId, name }) => ({ platformId, name }));

    expect(await owner.says('/授权 @小林子\u2005老师', room, { mentions })).toContain('小林子 现在是');
    expect(await chen.says('/课程', room)).toContain('现有');
    expect(await lin.says('/课程', room)).toBe('');
  });

  test('a mention in which the platform writes another name still means its id', async () => {
    const { bot, owner, room } = await startRoom();
    const lin = bot.person('小林');
    await lin.joins(room);

    const mentions = [{ platformId: lin.platformId, name: '备注里的名字' }];
    expect(await owner.says('/授权 @小 林 昵称\u2005老师', room, { mentions })).toContain('现在是');
    expect(await lin.says('/课程', room)).toContain('现有');
  });

  test('mentioning the owner, or the bot, lends no right to a member', async () => {
    const { bot, owner, room } = await startRoom();
    const lin = bot.person('小林');
    const mentions = [{ platformId: owner.platformId, name: owner.name }];

    expect(await lin.says('@陈老师\u2005/设置 任务时间 9:00', room, { mentions })).toBe('');
    expect(await lin.says('@机器人\u2005/设置 任务时间 9:00', room, { mentions, mentionsBot: true })).toBe('');
    expect(await owner.says('/设置', room)).toContain('任务时间：08:00');
  });

  test('however a command is written, it is one from the owner and none from a member', async () => {
    const { bot, owner, room } = await startRoom();

    for (const [label, line] of WAYS_TO_WRITE) {
      const words = { mentionsBot: line.startsWith('@') };
      expect(await owner.says(line, room, words), label).toContain('任务时间');
      expect(await bot.person('小林').says(line, room, words), label).toBe('');
    }
  });

  test('what only looks like a prefix is talk, also from the owner', async () => {
    const { owner, room } = await startRoom();

    for (const [label, line] of MERE_TALK) expect(await owner.says(line, room), label).toBe('');
  });

  test('likenesses of the letters of a command are not the command', async () => {
    const { owner, room } = await startRoom();

    expect(await owner.says('/hеlp', room)).toContain('没有「hеlp」这个指令');
    expect(await owner.says('/ｈｅｌｐ', room)).toContain('你可以直接发送');
  });
});

describeDialects('rooms that pass for others', (dialect) => {
  async function startTwo(topics: readonly [string, string]) {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const rooms = topics.map((topic, index) => bot.room(topic, `room-${index}@chatroom`));
    for (const room of rooms) await owner.says('/建群 付费', room);
    return { bot, owner, rooms };
  }

  test('of two rooms with one name neither is picked; the number picks', async () => {
    const { owner, rooms } = await startTwo(['同名群', '同名群']);

    const answer = await owner.whispers('/同名群 设置 任务时间 9:00');
    expect(answer).toContain('有 2 个群叫「同名群」');
    for (const room of rooms) expect(await owner.says('/设置', room)).toContain('任务时间：08:00');

    const [, second] = [...answer.matchAll(/同名群#(\d+)/gu)].map((match) => match[1]);
    expect(await owner.whispers(`/同名群#${second} 设置 任务时间 9:00`)).toContain('已改好');
    expect(await owner.whispers(`/#${second} 设置`)).toContain('任务时间：09:00');
    expect(await owner.whispers(`/#${second} 设置 任务时间 10:00`)).toContain('已改好');
  });

  test('a member who gives the room another’s name does not draw its commands', async () => {
    const { bot, owner, rooms } = await startTwo(['甲群', '乙群']);
    const [, second] = rooms;
    await bot.person('小林').says('打卡', { topic: '甲群', platformId: second?.platformId ?? '' });

    expect(await owner.whispers('/甲群 设置 任务时间 9:00')).toContain('有 2 个群叫「甲群」');
  });

  test('a room that is called like a command leaves the command as it is', async () => {
    const { owner, rooms } = await startTwo(['设置', '乙群']);
    const [named, other] = rooms as [(typeof rooms)[0], (typeof rooms)[0]];

    expect(await owner.says('/设置', other)).toContain('「乙群」的设置');
    expect(await owner.says('/设置 设置', named)).toContain('没有「设置」这个设置');
    expect(await owner.says('/乙群 设置', named)).toContain('「乙群」的设置');
  });

  test('a room is found by its name without the spaces, whatever else is in it', async () => {
    const { bot, owner } = await startTwo(['甲群', '乙群']);

    for (const topic of [
      '英语 1群',
      '英语２群',
      '英语\u200b3群',
      '👨‍👩‍👧亲子群',
      'English Club',
      "'; drop table room; --",
    ]) {
      await owner.says('/建群 付费', bot.room(topic));
      const shown = topic.replace('\u200b', '');
      expect(await owner.whispers(`/${topic.replaceAll(/\s/gu, '')} 设置`)).toContain(`「${shown}」的设置`);
    }
  });

  test('an unregistered room hears nothing but what its owner orders', async () => {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const room = bot.room('路过的群');
    const lin = bot.person('小林');

    for (const line of ['打卡', '排行榜', '我的', '记到昨天', '/设置', '/打卡', '/抽奖', '抽奖', '你好'])
      expect(await lin.says(line, room), line).toBe('');
    expect(await lin.says('@机器人 抽奖', room, { mentionsBot: true })).toBe('');
    expect(await owner.says('/设置', room)).toContain('还没有登记');
    expect(await owner.says('打卡', room)).toBe('');
  });
});
