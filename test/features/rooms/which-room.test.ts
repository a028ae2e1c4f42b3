/** Commands that do not say which room they mean, and names that several rooms bear. */

import { expect, test } from 'vitest';
import type { ChatRoom } from '../../../src/ports/chat-gateway.js';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';

describeDialects('which room', (dialect) => {
  async function startRooms(topics: readonly string[] = ['英语1群', '英语2群', '英语3群']) {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const rooms = topics.map((topic, index) => bot.room(topic, `room-${index}@chatroom`)) as [
      ChatRoom,
      ChatRoom,
      ChatRoom,
    ];
    for (const room of rooms) await owner.says('/建群 付费 英语', room);
    const staff = bot.room('员工群');
    await owner.says('/建群 员工', staff);
    const wang = bot.person('小王');
    for (const room of rooms) await wang.joins(room);
    return { bot, owner, rooms, staff, wang };
  }

  test('is asked in private of a manager of one room, with the line to send', async () => {
    const { owner, rooms, wang } = await startRooms();
    await owner.says('/授权 小王 运营', rooms[0]);

    expect(await wang.whispers('/设置 任务时间 7:45')).toBe(
      '这个指令要说明是哪个群。\n发送：/英语1群 设置 任务时间 7:45',
    );
    expect(await wang.whispers('设置')).toBe('这个指令要说明是哪个群。\n发送：/英语1群 设置');
    expect(await wang.whispers('/英语1群 设置 任务时间 7:45')).toContain('已改好');
  });

  test('is asked with the rooms to choose from, and none in which the speaker may not', async () => {
    const { owner, rooms, wang } = await startRooms();
    await owner.says('/授权 小王 运营', rooms[0]);
    await owner.says('/授权 小王 老师', rooms[1]);

    expect(await wang.whispers('/名单')).toBe(
      '这个指令要说明是哪个群：「英语1群」「英语2群」。\n把群名写在前面，例如：/英语1群 名单',
    );
    expect(await wang.whispers('/暂停 3天')).toBe('这个指令要说明是哪个群。\n发送：/英语1群 暂停 3天');
    expect(await wang.whispers('/状态')).toBe('这个指令要说明是哪个群。\n发送：/英语1群 状态');
    expect(await wang.whispers('/授权 小林 老师')).toContain('需要群主身份');
  });

  test('is asked of the owner in the staff room, for every command that needs one', async () => {
    const { owner, staff } = await startRooms(['英语1群', '英语 2群']);

    expect(await owner.says('/补发 点评', staff)).toBe(
      '这个指令要说明是哪个群：「英语1群」「英语 2群」。\n把群名写在前面，例如：/英语1群 补发 点评',
    );
    expect(await owner.says('/课程 使用 唐诗', staff)).toContain('例如：/英语1群 课程 使用 唐诗 明天');
    expect(await owner.says('/任务 明天', staff)).toContain('例如：/英语1群 任务 明天');
  });

  test('is not asked of a member: what is not theirs stays so', async () => {
    const { wang, rooms } = await startRooms();

    expect(await wang.whispers('/设置')).toContain('需要运营身份');
    expect(await wang.says('/设置', rooms[0])).toBe('');
    expect(await wang.says('/设', rooms[0])).toBe('');
    expect(await wang.whispers('记到昨天')).toBe('请到「英语1群」「英语2群」「英语3群」里发，我在群里等你。');
  });

  test('a command that must be said in the room itself says so', async () => {
    const { owner, rooms, wang } = await startRooms();
    await owner.says('/授权 小王 运营', rooms[0]);

    expect(await wang.whispers('/建群 体验 英语')).toContain('要到那个群里发');
  });

  test('of two with one name is told by number in private and among staff, and not in front of members', async () => {
    const { owner, rooms, staff } = await startRooms(['同名群', '同名群', '乙群']);

    expect(await owner.says('/同名群 设置', rooms[2])).toBe(
      '叫「同名群」的群不止一个，这里不列出来。\n私聊我再发一次，我告诉你编号',
    );
    expect(await owner.says('/设置 复制 同名群', rooms[2])).not.toContain('#');
    expect(await owner.whispers('/同名群 设置')).toMatch(
      /有 2 个群叫「同名群」.*\n1\. 同名群#\d+（付费群，编号 \d+）\n2\. /u,
    );
    expect(await owner.says('/同名群 设置', staff)).toContain('1. 同名群#');
  });

  test('is part of every line that is offered elsewhere', async () => {
    const { owner, rooms, staff } = await startRooms();
    await owner.says('/英语1群 设置 推送日 工作日', staff);

    expect(await owner.says('/英语1群 设置', staff)).toContain('要改就发送：/英语1群 设置 任务时间 7:45');
    expect(await owner.says('/英语1群 设置 点评时间 23:00', staff)).toContain('例如：/英语1群 设置 点评时间 20:30');
    expect(await owner.says('/英语2群 设置 复制 英语1群', staff)).toContain('看一眼：/英语2群 设置');
    expect(await owner.says('/英语1群 暂停 3天', staff)).toContain('提前恢复就发送：/英语1群 恢复');
    expect(await owner.says('/英语1群 课程 使用 英语 明天', staff)).toContain('看看会发什么：/英语1群 预览 明早');
    expect(await owner.says('/英语1群 任务 明天 朗读', staff)).toContain('看推送的样子：/英语1群 预览 3月3日');
    expect(await owner.says('/英语1群 任务 3-7', staff)).toContain('/英语1群 设置 推送日 每天');
    expect(await owner.says('/暂停 3天', rooms[0])).toContain('提前恢复就发送：/恢复');
  });

  test('is part of every example that is given elsewhere', async () => {
    const { owner, rooms } = await startRooms();

    expect(await owner.whispers('/英语1群 任务')).toBe('还缺少「日期」。\n例如：/英语1群 任务 明天 朗读第 3 课三遍');
    expect(await owner.says('/英语2群 任务', rooms[0])).toContain('例如：/英语2群 任务 明天');
    expect(await owner.says('/任务', rooms[0])).toContain('例如：/任务 明天');
    expect(await owner.says('/英语1群 任务', rooms[0])).toContain('例如：/任务 明天');
  });
});
