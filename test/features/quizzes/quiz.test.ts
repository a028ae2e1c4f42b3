import { expect, test } from 'vitest';
import { tapStatements } from '../../../scripts/bench/statement-tap.js';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';

const POEM = '「床前明月光」是谁写的？\nA 李白\nB. 杜甫\nC、白居易\n答案 A 10分钟 5分';

describeDialects('a quiz', (dialect) => {
  async function startRoom() {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const [room, staff] = [bot.room('英语1群'), bot.room('员工群')];
    await owner.says('/建群 员工', staff);
    await owner.says('/建群 体验 英语', room);
    const opens = (text = POEM) => owner.says(`/英语1群 答题 开 ${text}`, staff);
    return { bot, owner, room, staff, opens };
  }

  test('is posted without its answer, taken in silence, and marked at its end', async () => {
    const { bot, room, opens } = await startRoom();

    expect(await opens()).toBe('好，马上发到「英语1群」。');
    expect(bot.said(room).at(-1)).toBe(
      '📝 「床前明月光」是谁写的？\nA. 李白\nB. 杜甫\nC. 白居易\n' +
        '3月2日 周一 09:10 公布答案，答对得 5 分，只算第一次\n直接发一个字母，例如：A',
    );
    const before = bot.said(room).length;
    for (const [name, line] of [
      ['小林', 'b'],
      ['小王', 'Ａ'],
      ['阿陈', '1'],
      ['老周', ' a '],
      ['小林', 'A'],
      ['小美', 'D'],
      ['小李', 'A 李白'],
    ] as const)
      await bot.person(name).says(line, room);
    expect(bot.said(room)).toHaveLength(before);

    expect((await bot.passTo('2026-03-02T09:11:00+08:00'))(room)).toBe(
      '📝 「床前明月光」是谁写的？\n答案：A. 李白\n4 人作答，3 人答对，各得 5 分\n答对最快：小王、阿陈、老周\nA 3 人 · B 1 人 · C 0 人',
    );
    expect(await bot.person('小王').says('我的', room)).toContain('还没有打过卡');
    const paid = await bot.database.transaction((tx) =>
      tx.selectFrom('points_entry').select(['reason', 'ref', 'amount']).execute(),
    );
    expect(paid).toEqual(Array.from({ length: 3 }, () => ({ reason: 'quiz', ref: 'quiz:1', amount: 5 })));
  });

  test('the day’s cap holds for all quizzes together', async () => {
    const { bot, owner, room, opens } = await startRoom();
    await owner.says('/设置 每日积分上限 8', room);
    for (const minute of ['09:11', '09:22', '09:33']) {
      await opens();
      await bot.person('小林').says('A', room);
      await bot.passTo(`2026-03-02T${minute}:00+08:00`);
    }

    const paid = await bot.database.transaction((tx) => tx.selectFrom('points_entry').select('amount').execute());
    expect(paid.map(({ amount }) => amount)).toEqual([5, 3, 0]);
    expect(bot.said(room).join('\n')).toContain('其中 1 人今天的积分到了上限，只补到上限');
  });

  test('answers that were sent after the end, by staff, or by who has left do not count', async () => {
    const { bot, owner, room, opens } = await startRoom();
    await opens();
    await owner.says('A', room);
    await bot.person('小林').says('A', room);
    await bot.person('小林').leaves(room);
    await bot.person('小王').says('A', room, { sentAt: Date.parse('2026-03-02T09:10:00+08:00') });

    expect((await bot.passTo('2026-03-02T09:11:00+08:00'))(room)).toContain('这题还没有人答');
  });

  test('single letters are nothing without a quiz, and cost no statement more than other words', async () => {
    const { bot, room } = await startRoom();
    const lin = bot.person('小林');
    await lin.says('好', room);
    const count = async (line: string): Promise<number> => {
      let statements = 0;
      const untap = tapStatements(() => void (statements += 1));
      expect(await lin.says(line, room)).toBe('');
      untap();
      return statements;
    };

    const plain = await count('今');

    expect(await count('A')).toBe(plain);
  });

  test('is not to be written where its answer would be read', async () => {
    const { owner, room } = await startRoom();

    expect(await owner.says(`/答题 开 ${POEM}`, room)).toBe(
      '在群里发，大家就看到答案了。\n请到员工群或私聊我发送：/英语1群 答题 开 …',
    );
  });

  test('one runs at a time, and a cancelled one pays nothing', async () => {
    const { bot, owner, room, staff, opens } = await startRoom();
    await opens();
    await bot.person('小林').says('A', room);
    expect(await opens()).toContain('上一题还没结束');

    await owner.says('/英语1群 答题 取消', staff);

    expect((await bot.passTo('2026-03-02T09:11:00+08:00'))(room)).toBe('');
    expect(await opens('1+1=? | 1 | 2 | 答案 B 30分钟')).toContain('马上发到');
    expect(await owner.says('/英语1群 答题', staff)).toContain('「1+1=?」进行中：0 人作答');
  });

  test.each([
    ['', '还缺少「题目」'],
    ['谁写的？', '要有 2 个以上的选项'],
    ['谁写的？\nA 李白\nB 杜甫', '还没写答案'],
    ['谁写的？\nA 李白\nB 杜甫\n答案 C', '答案「C」不在选项里，要在 A 到 B 之间'],
    ['谁写的？\nA 李白\nB 杜甫\n答案 A 500分', '「分」要在 0 到 100 之间'],
    ['谁写的？\nA 李白\nB 杜甫\n答案 A 13小时', '「分钟数」要在 1 到 720 之间'],
    [`谁写的？|${'1|2|3|4|5|6|7|8|9'}|答案 A`, '选项最多 8 个'],
  ])('%j is refused: %s', async (text, why) => {
    const { opens } = await startRoom();

    expect(await opens(text)).toContain(why);
  });
});
