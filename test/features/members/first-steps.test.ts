/** What newcomers, and those who ask the bot how it works, hear; and what they do not. */

import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot, type TestBot, type TestPerson } from '../../support/test-bot.js';

const GREETINGS = ['你好', '您好呀！', '在吗？', 'hi', 'Hello~', '有人吗', '老师好👋', '请问在吗', '[微笑]你好'];
const CONTACT_MADE = '我通过了你的朋友验证请求，现在我们可以开始聊天了';

describeDialects('a greeting in private', (dialect) => {
  async function startRooms(...topics: readonly string[]): Promise<{ bot: TestBot; owner: TestPerson }> {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    for (const topic of topics) await owner.says('/建群 体验 英语', bot.room(topic));
    return { bot, owner };
  }

  test('tells a member which rooms and what to say there', async () => {
    const { bot } = await startRooms('英语1群', '英语2群');
    const lin = bot.person('小林');
    await lin.says('打卡', bot.room('英语2群'));

    expect(await lin.whispers('你好')).toBe(
      '小林 你好，我是早八，在「英语2群」帮大家发任务、记打卡。\n做完当天的任务，到群里发送：打卡 今天读了 3 页',
    );
  });

  test('is known in many forms, and when WeChat says it in somebody’s name', async () => {
    const { bot } = await startRooms('英语1群');

    for (const [index, line] of [...GREETINGS, CONTACT_MADE].entries())
      expect(await bot.person(`新人${index}`).whispers(line), line).toContain('我是早八');
  });

  test('tells a stranger what the bot is and whom to ask', async () => {
    const { bot } = await startRooms('英语1群');

    const answer = await bot.person('路人').whispers('你好');

    expect(answer).toContain('请联系邀请你的老师或运营');
    expect(answer).not.toContain('英语1群');
  });

  test('tells how to claim a bot that nobody has claimed, and not the code', async () => {
    const bot = await startTestBot({ dialect });

    const answer = await bot.person('陈老师').whispers('在吗');

    expect(answer).toContain('私聊我发送：认领 8 位认领码');
    expect(answer).not.toContain('TESTCODE');
  });

  test('tells the owner the next step: a room first, then the commands', async () => {
    const { bot, owner } = await startRooms();
    expect(await owner.whispers('你好')).toContain('在群里发送：/建群 体验 英语');
    await owner.says('/建群 体验 英语', bot.room('英语1群'));

    expect(await owner.whispers('在吗')).toContain('发送：帮助');
  });

  test('is answered three times a day, so that two bots do not talk for ever', async () => {
    const { bot } = await startRooms('英语1群');
    const other = bot.person('自动回复');
    const answers: string[] = [];

    for (let hour = 0; hour < 12; hour++) {
      answers.push(await other.whispers('你好'));
      bot.clock.moveTo(bot.clock.now() + 3_600_000);
    }
    bot.clock.moveTo(bot.clock.now() + 86_400_000);

    expect(answers.filter((answer) => answer !== '')).toHaveLength(3);
    expect(await other.whispers('你好')).toContain('我是早八');
  });

  test('meets silence in a room, with a mention too', async () => {
    const { bot } = await startRooms('英语1群');
    const lin = bot.person('小林');

    for (const line of [...GREETINGS, CONTACT_MADE]) {
      expect(await lin.says(line, bot.room('英语1群')), line).toBe('');
      expect(await lin.says(`@机器人\u2005${line}`, bot.room('英语1群'), { mentionsBot: true }), line).toBe('');
    }
  });
});

describeDialects('a private line that nobody understands', (dialect) => {
  test('gets one hint a day, then silence', async () => {
    const bot = await startTestBot({ dialect });
    const lin = bot.person('小林');
    await bot.owner();

    expect(await lin.whispers('这周的书单有人整理吗')).toBe(
      '这句我还听不懂，我只会管打卡和任务。\n想看能对我说什么，发送：帮助',
    );
    expect(await lin.whispers('那我再看看')).toBe('');
    expect(await bot.person('小王').whispers('那我再看看')).toContain('听不懂');
    bot.clock.moveTo(bot.clock.now() + 86_400_000);
    expect(await lin.whispers('今天的也没有')).toContain('听不懂');
  });

  test('is let be when it only ends the talk', async () => {
    const bot = await startTestBot({ dialect });
    await bot.owner();

    for (const line of ['谢谢', '好的👌', '收到', 'OK', '嗯嗯', '👍', '[微笑]', '。。。'])
      expect(await bot.person('小林').whispers(line), line).toBe('');
  });
});

describeDialects('how to check in', (dialect) => {
  const ASKED = ['怎么打卡？', '请问怎么打卡呢', '如何打卡', '咋打卡', '打卡怎么打', '怎么签到', '怎么用', '怎么用？'];

  async function startRoom() {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 体验 英语', room);
    const lin = bot.person('小林');
    await lin.joins(room);
    return { bot, owner, room, lin };
  }

  test('is told in private, with the room', async () => {
    const { lin } = await startRoom();

    for (const line of ASKED) {
      const answer = await lin.whispers(line);
      expect(answer, line).toContain('打卡在「英语1群」');
      expect(answer.endsWith('打卡 今天读了 3 页'), line).toBe(true);
    }
  });

  test('is told in the room to whoever asks the bot by name', async () => {
    const { room, lin } = await startRoom();

    for (const line of ASKED)
      expect(await lin.says(`@机器人\u2005${line}`, room, { mentionsBot: true }), line).toContain('打卡 今天读了 3 页');
  });

  test('is not told to a room in which members ask each other', async () => {
    const { room, lin } = await startRoom();

    for (const line of ASKED.filter((one) => !one.startsWith('怎么用')))
      expect(await lin.says(line, room), line).toBe('');
  });

  test('follows what the room asks for', async () => {
    const { owner, room, lin } = await startRoom();
    await owner.says('/设置 打卡内容 图片', room);

    expect(await lin.says('@机器人 怎么打卡', room, { mentionsBot: true })).toContain(
      '先发一张图片，3 分钟内再发送：打卡',
    );
  });

  test('is told to somebody in no room without naming one', async () => {
    const { bot } = await startRoom();

    expect(await bot.person('路人').whispers('怎么打卡')).toContain('打卡在学习群里');
  });
});
