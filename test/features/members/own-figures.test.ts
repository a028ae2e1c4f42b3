import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';

describeDialects('我的', (dialect) => {
  async function startRooms() {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const rooms = [bot.room('英语1群'), bot.room('数学1群')] as const;
    for (const room of rooms) await owner.says('/建群 付费', room);
    return { bot, owner, rooms, lin: bot.person('小林') };
  }

  test('in a room it is that room’s figures', async () => {
    const { rooms, lin } = await startRooms();
    await lin.says('打卡', rooms[0]);

    expect(await lin.says('我的', rooms[0])).toBe(
      [
        '小林 ·「英语1群」',
        '连续 1 天（最长 1 天），累计 1 天',
        '积分 10',
        '保护卡 0 张，本月还能补卡 3 次',
        '等级 青铜，到白银还差打卡 13 天、积分 140',
        '再打卡 2 天，连续满 3 天，多得 5 分',
        '今天已打卡 ✅',
      ].join('\n'),
    );
    expect(await lin.says('我的', rooms[1])).toContain('在「数学1群」还没有打过卡');
  });

  test('in private it is those of every room that one is in, under the name used there', async () => {
    const { bot, rooms, lin } = await startRooms();
    await lin.named('英语林').says('打卡', rooms[0]);
    await lin.named('数学林').says('打卡', rooms[1]);
    expect(await lin.whispers('我的')).toMatch(/英语林 ·「英语1群」[^]+数学林 ·「数学1群」/u);

    await lin.leaves(rooms[1]);
    await bot.passTo('2026-03-02T09:02:00+08:00');

    expect(await lin.whispers('我的')).not.toContain('数学1群');
  });

  test('somebody in no room is told where it begins', async () => {
    const { bot } = await startRooms();

    expect(await bot.person('路人').whispers('我的')).toContain('还没有加入学习群');
  });

  test('a streak that has run out is shown as none, the best stays', async () => {
    const { bot, rooms, lin } = await startRooms();
    await lin.says('打卡', rooms[0]);
    await bot.passTo('2026-03-03T09:00:00+08:00');
    await lin.says('打卡', rooms[0]);
    await bot.passTo('2026-03-05T09:00:00+08:00');

    expect(await lin.says('我的', rooms[0])).toContain('连续 0 天（最长 2 天），累计 2 天');
  });

  test('the same line of one sender is answered once a minute, wherever else it is said', async () => {
    const { bot, rooms, lin } = await startRooms();

    expect(await lin.says('我的', rooms[0])).not.toBe('');
    expect(await lin.says('我的', rooms[0])).toBe('');
    expect(await lin.says('我的', rooms[1])).not.toBe('');
    expect(await lin.whispers('我的')).not.toBe('');
    expect(await bot.person('阿陈').says('我的', rooms[0])).not.toBe('');
    await bot.passTo('2026-03-02T09:00:59+08:00');
    expect(await lin.says('我的', rooms[0])).toBe('');
    await bot.passTo('2026-03-02T09:01:00+08:00');
    expect(await lin.says('我的', rooms[0])).not.toBe('');
  });

  test('a stranger who repeats a line in private is answered once a minute too', async () => {
    const { bot } = await startRooms();
    const stranger = bot.person('路人');

    for (const line of ['帮助', '打卡', '认领 WRONGONE', '/设置']) {
      expect(await stranger.whispers(line), line).not.toBe('');
      expect(await stranger.whispers(line), line).toBe('');
    }
    await bot.passTo('2026-03-02T09:01:00+08:00');
    expect(await stranger.whispers('帮助')).not.toBe('');
  });

  test('a manager’s command is obeyed as often as it is given', async () => {
    const { owner, rooms } = await startRooms();

    for (let time = 0; time < 3; time++) expect(await owner.says('/设置', rooms[0])).toContain('任务时间');
  });
});

describeDialects('帮助', (dialect) => {
  async function startRoom() {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 付费', room);
    return { bot, owner, room };
  }

  test('a member sees what members can say and nothing of management', async () => {
    const { bot, room } = await startRoom();
    const lin = bot.person('小林');

    for (const answer of [await lin.says('帮助', room), await lin.says('/帮助', room), await lin.whispers('帮助')]) {
      expect(answer).toContain('打卡');
      expect(answer).toContain('排行榜');
      expect(answer).not.toContain('管理指令');
      expect(answer).toMatch(/^还可以发：.*日签.*徽章/mu);
      expect(answer.split('\n').length).toBeLessThanOrEqual(9);
    }
    expect(await lin.whispers('/帮助 建群')).toContain('没有「建群」的说明');
    expect(await lin.whispers('/帮助 排行榜')).toContain('排行榜：');
    expect(await lin.whispers('/帮助 徽章')).toContain('徽章：');
  });

  test('staff see the commands of their role, the owner all', async () => {
    const { bot, owner, room } = await startRoom();
    const lin = bot.person('小林');
    await lin.joins(room);
    await owner.says('/授权 小林 老师 全部', room);

    expect(await lin.whispers('帮助')).toContain('/课程');
    expect(await lin.whispers('/帮助')).not.toContain('/授权');
    expect(await owner.whispers('帮助')).toContain('/授权');
    expect(await owner.says('帮助', room)).not.toContain('管理指令');
  });

  test('a manager of one room sees those commands in private too, as the grant promised', async () => {
    const { bot, owner, room } = await startRoom();
    const lin = bot.person('小林');
    await lin.joins(room);

    expect(await owner.says('/授权 小林 运营', room)).toContain('对方发送「帮助」就能看到可用的指令');

    expect(await lin.whispers('帮助')).toContain('/设置');
    expect(await lin.says('/帮助', room)).toContain('/设置');
  });
});
