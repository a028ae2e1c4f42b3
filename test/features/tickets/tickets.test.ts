/** Feedback and complaints: taken, answered by staff, told to their author; a complaint is never spoken of in public. */

import { expect, test } from 'vitest';
import { keepHouse } from '../../../src/kit/housekeeping.js';
import { trustOfMember } from '../../../src/kit/trust.js';
import { findMemberByPlatformId } from '../../../src/storage/members.js';
import { describeDialects } from '../../support/dialects.js';
import { quietLog } from '../../support/quiet-log.js';
import type { TestPerson } from '../../support/test-bot.js';
import { logInAgain, numberOf } from '../identities/log-in-again.js';
import { type Scene, startScene } from '../safety/scene.js';

const SECRET = '助教在群里骂人，我很难受';

function ticketsOf({ bot }: Scene) {
  return bot.database.transaction((tx) =>
    tx.selectFrom('ticket').select(['kind', 'outcome', 'outcome_text', 'text']).orderBy('id').execute(),
  );
}

function trustIn({ bot }: Scene, { platformId }: TestPerson): Promise<number> {
  return bot.database.transaction(async (tx) => {
    const { id: accountId } = await tx.selectFrom('account').select('id').executeTakeFirstOrThrow();
    const member = await findMemberByPlatformId(tx, accountId, platformId);
    if (member === undefined) throw new Error('Nobody of the scene.');
    return (await trustOfMember({ tx, now: bot.clock.now() }, member.id)).score;
  });
}

/** What staff are told keeps a minute between two. */
async function settle({ bot }: Scene): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    bot.clock.moveTo(bot.clock.now() + 61_000);
    await bot.bot.sender.drain();
  }
}

describeDialects('feedback', (dialect) => {
  test('is a to-do for staff, closes with an outcome and a word, and its author hears it in the room where it was said', async () => {
    const scene = await startScene(dialect);
    const { bot, room, staff, owner, lin } = scene;

    const taken = await lin.says('建议：早上的任务能不能早半小时发', room);
    await settle(scene);
    const news = bot.said(staff).at(-1);
    const closed = await owner.says('/待办 1 采纳 下周起 7:30 发', staff);
    await bot.bot.sender.drain();

    expect(taken).toMatch(/收到|记下|谢谢|收好/u);
    expect(news).toBe(
      '【待办】1 件事等人来定\n1. 反馈 小林（英语1群）：早上的任务能不能早半小时发（采纳 …／已处理 …／暂不处理 …）\n' +
        '怎么办就怎么回，例如：/待办 1 采纳 …',
    );
    expect(closed).toBe('好，采纳。结果在「英语1群」里告诉 小林。');
    expect(bot.said(room).at(-1)).toBe(
      '@小林 你的反馈「早上的任务能不能早半小时发」有结果了：采纳。\n下周起 7:30 发\n谢谢你，这里因为你好了一点。',
    );
    expect(bot.gateway.sent.findLast(({ to }) => to === room.platformId)?.mentions).toEqual([lin.platformId]);
    expect(await owner.says('/待办 1 已处理', staff)).toContain('已经有人办过了，选的是「采纳」');
  });

  test('is told in private where that is allowed, and in public only as a hint once that week’s word is spent', async () => {
    const scene = await startScene(dialect);
    const { bot, room, staff, owner, lin } = scene;
    expect(await lin.whispers('反馈 音频没声音')).toBe(
      '收到，谢谢你告诉我们。有结果会告诉你，也可以随时发送：我的反馈',
    );
    await lin.whispers('反馈 图片打不开');

    expect(await owner.says('/待办 1 已处理', staff)).toBe('好，已处理。已私聊告诉 小林。');
    await bot.bot.sender.drain();
    expect(bot.said(lin).at(-1)).toBe('你的反馈「音频没声音」有结果了：已处理。\n谢谢你告诉我们，还有问题随时说。');
    expect(await owner.says('/待办 2 已处理 换了新图', staff)).toBe(
      '好，已处理。在「英语1群」里请 小林 私聊来看结果，没有说是什么事。',
    );
    await settle(scene);
    expect(bot.said(room).at(-1)).toBe('@小林 有一条给你的回复，私聊我发送：我的反馈');
    expect(await lin.whispers('我的反馈')).toBe(
      '【我的反馈】\n3月4日 反馈「图片打不开」：已处理，换了新图\n3月4日 反馈「音频没声音」：已处理',
    );
    expect(await lin.says('我的反馈', room)).toBe('请私聊我发送：我的反馈。在群里不说。');
  });

  test('is never declined without a reason; options that take no words refuse them, and long ones are too long', async () => {
    const { room, staff, owner, lin } = await startScene(dialect);
    await lin.says('反馈 想要一个夜读群', room);

    expect(await owner.says('/待办 1 暂不处理', staff)).toContain('不处理要说一句为什么');
    expect(await owner.says(`/待办 1 采纳 ${'好'.repeat(201)}`, staff)).toContain('最多 200');
    expect(await owner.says('/待办 1 再说', staff)).toContain('没有「再说」这个选项，可以选：采纳、已处理、暂不处理');
    expect(await owner.says('/待办 1 采纳', room)).toContain('不在这里说');
    expect(await owner.says('/待办 1', staff)).toContain('1. 反馈 小林（英语1群）：想要一个夜读群');
    expect(await owner.says('/待办 1 暂不处理 这个月人手不够', staff)).toContain('好，暂不处理。');
  });

  test('can be opened again: what was not said yet is not said, what was said is taken back', async () => {
    const scene = await startScene(dialect);
    const { bot, room, staff, owner, lin } = scene;
    await lin.says('反馈 音频没声音', room);
    await owner.says('/待办 1 已处理', staff);
    expect(await owner.says('/撤销', staff)).toContain('已撤销');
    await bot.bot.sender.drain();

    expect(bot.said(room).at(-1)).toBe('@小林 刚才给你的回复有误，我们再看一下，稍后再告诉你。');
    expect(await ticketsOf(scene)).toEqual([
      { kind: 'feedback', outcome: null, outcome_text: null, text: '音频没声音' },
    ]);
    await bot.passTo('2026-03-04T22:00:00+08:00');
    const from = bot.said(room).length;
    await owner.says('/待办 1 采纳 明天修', staff);
    await owner.says('/撤销', staff);
    await bot.passTo('2026-03-05T09:00:00+08:00');
    expect(bot.said(room).slice(from).join('\n')).not.toContain('反馈');
    expect(await owner.says('/待办', staff)).toContain('音频没声音');
    await lin.whispers('你好');
    await bot.passTo('2026-03-05T22:00:00+08:00');
    expect(await owner.says('/待办 1 已处理', staff)).toContain('已私聊告诉 小林');
    await owner.says('/撤销', staff);
    expect(await owner.says('/待办 1 采纳', staff)).toContain('已私聊告诉 小林');
  });

  test('is bounded kindly, and talk and what staff suggest are none', async () => {
    const scene = await startScene(dialect);
    const { room, staff, lin, zhou, teacher, owner } = scene;

    for (const line of ['我建议你早点睡', '反馈一下', '这个建议不错', '建议', '反馈', '投诉电话是多少', '他去投诉了'])
      expect(await zhou.says(line, room), line).toBe('');
    expect(await teacher.says('建议：每天读 20 分钟', room)).toBe('');
    expect(await owner.says('反馈 大家辛苦了', staff)).toBe('');
    for (let index = 1; index <= 5; index++) expect(await lin.says(`反馈 第${index}条`, room)).not.toBe('');
    expect(await lin.says('反馈 第6条', room)).toContain('你有 5 条还在处理');
    expect(await lin.says('投诉 太吵了', room)).toContain('负责人');
    expect(await lin.says(`反馈 ${'好'.repeat(301)}`, room)).toContain('一次最多 300 个字');
    expect(await ticketsOf(scene)).toHaveLength(6);
    await owner.says('/待办 1 已处理', staff);
    expect(await lin.says('反馈 第7条', room)).not.toContain('还在处理');
  });

  test('is reminded of once after 24 hours, and not once it is closed', async () => {
    const { bot, room, staff, owner, lin, zhou } = await startScene(dialect);
    await lin.says('反馈 音频没声音', room);
    await zhou.says('反馈 图片打不开', room);
    await owner.says('/待办 2 已处理', staff);

    expect((await bot.passTo('2026-03-05T09:59:00+08:00'))(staff)).not.toContain('等着答复');
    const told = (await bot.passTo('2026-03-05T10:10:00+08:00'))(staff);
    expect(told).toContain(
      '【等着答复】1 件\n待办 1　反馈 小林，等了 24 小时\n给个答复，例如：/待办 1 已处理 加一句话',
    );
    expect((await bot.passTo('2026-03-08T10:00:00+08:00'))(staff)).not.toContain('等着答复');
  });

  test('that is accepted is trusted for, and not once that is undone', async () => {
    const scene = await startScene(dialect);
    const { room, staff, owner, lin } = scene;
    const before = await trustIn(scene, lin);
    await lin.says('反馈 音频没声音', room);
    await owner.says('/待办 1 采纳', staff);

    expect(await trustIn(scene, lin)).toBe(before + 5);
    await owner.says('/撤销', staff);
    expect(await trustIn(scene, lin)).toBe(before);
  });

  test('forgets its words after 90 days, unless it is open still', async () => {
    const scene = await startScene(dialect);
    const { bot, room, staff, owner, lin } = scene;
    await lin.says('反馈 音频没声音', room);
    await lin.says('反馈 图片打不开', room);
    await owner.says('/待办 1 已处理 修好了', staff);

    bot.clock.moveTo(Date.parse('2026-06-10T09:00:00+08:00'));
    await keepHouse({ database: bot.database, clock: bot.clock, log: quietLog().log });

    expect(await ticketsOf(scene)).toEqual([
      { kind: 'feedback', outcome: 'done', outcome_text: null, text: null },
      { kind: 'feedback', outcome: null, outcome_text: null, text: '图片打不开' },
    ]);
    const todos = await bot.database.transaction((tx) => tx.selectFrom('todo').select('data').orderBy('id').execute());
    expect(todos[0]?.data).toBe('null');
    expect(todos[1]?.data).toContain('图片打不开');
    expect(await lin.whispers('我的反馈')).toContain('「时间久了，原文已删」：已处理');
  });

  test('of a new face goes along when it turns out to be somebody known', async () => {
    const { newOwner, newRoom, seeRoster, fresh, bot } = await logInAgain(dialect);
    await newOwner.says('/认群', newRoom);
    await seeRoster(newRoom, [newOwner, fresh('小林')]);
    await newOwner.says('/建群 员工', bot.room('员工群'));
    await fresh('小林').says('反馈 音频没声音', newRoom);

    const list = await newOwner.whispers('/认人');
    await newOwner.whispers(`/认人 ${numberOf('小林', list)} 是 小林`);
    await newOwner.says('/待办 1 已处理', bot.room('员工群'));
    await bot.bot.sender.drain();

    expect(bot.gateway.sent.findLast(({ to }) => to === newRoom.platformId)).toMatchObject({
      text: expect.stringContaining('@小林 你的反馈「音频没声音」有结果了'),
      mentions: [fresh('小林').platformId],
    });
  });
});

describeDialects('a complaint', (dialect) => {
  test('leaves the room at once, goes ahead of all else to staff, and never comes back to the room', async () => {
    const scene = await startScene(dialect);
    const { bot, room, staff, owner, lin, zhou } = scene;
    await zhou.says('反馈 图片打不开', room);
    const from = bot.said(staff).length;

    const taken = await lin.says(`投诉 ${SECRET}`, room);
    await settle(scene);
    const [first] = bot
      .said(staff)
      .slice(from)
      .filter((text) => text.includes('【待办】'));
    const list = await owner.says('/待办', staff);
    const closed = await owner.says('/待办 2 已处理 已经和助教谈过，他会向你道歉', staff);
    await settle(scene);

    expect(taken).toMatch(/负责人/u);
    expect(taken).toMatch(/私聊/u);
    expect(taken).not.toContain('助教');
    expect(first ?? '').toContain(`2. 先办：投诉 小林（英语1群）：${SECRET}`);
    expect(list.indexOf('先办：投诉')).toBeLessThan(list.indexOf('反馈 小周'));
    expect(closed).toBe('好，已处理。在「英语1群」里请 小林 私聊来看结果，没有说是什么事。');
    const inRoom = bot.said(room).join('\n');
    expect(inRoom).toContain('@小林 有一条给你的回复，私聊我发送：我的反馈');
    for (const word of ['助教', '骂人', '道歉', '投诉']) expect(inRoom, word).not.toContain(word);
    expect(await lin.whispers('我的反馈')).toContain(`：已处理，已经和助教谈过，他会向你道歉`);
    expect(await lin.says('我的投诉', room)).toBe('请私聊我发送：我的反馈。在群里不说。');
    await bot.passTo('2026-03-06T10:00:00+08:00');
    expect(bot.said(room).join('\n')).not.toContain('助教');
  });

  test('in private is answered there; the word alone in a room is told where to say it', async () => {
    const scene = await startScene(dialect);
    const { bot, room, staff, owner, lin } = scene;

    expect(await lin.says('投诉', room)).toBe('有不满意的地方，请私聊我发送：投诉 加上经过。只有负责人看得到。');
    expect(await lin.whispers('投诉')).toContain('没看到要说什么');
    expect(await lin.whispers(`投诉 ${SECRET}`)).toContain('收到，已转给负责人，不会在群里说。');
    const from = bot.said(room).length;
    expect(await owner.says('/待办 1 采纳 谢谢', staff)).toBe('好，采纳。已私聊告诉 小林。');
    await settle(scene);
    expect(bot.said(lin).at(-1)).toBe('你反映的事有结果了：采纳。\n谢谢\n谢谢你，这里因为你好了一点。');
    expect(await owner.says('/撤销', staff)).toContain('已撤销');
    await settle(scene);
    expect(bot.said(room).slice(from)).toEqual(['@小林 刚才给你的回复有误，我们再看一下，稍后再告诉你。']);
  });

  test('is reminded of after 4 hours in which people are awake', async () => {
    const { bot, room, staff, lin } = await startScene(dialect);
    await bot.passTo('2026-03-04T20:30:00+08:00');
    await lin.says(`投诉 ${SECRET}`, room);

    expect((await bot.passTo('2026-03-05T10:29:00+08:00'))(staff)).not.toContain('等着答复');
    expect((await bot.passTo('2026-03-05T10:40:00+08:00'))(staff)).toContain('待办 1　投诉 小林，等了 14 小时');
  });

  test('of somebody whom the bot cannot reach is told by a person', async () => {
    const scene = await startScene(dialect);
    const { bot, room, staff, owner, lin } = scene;
    await lin.says(`投诉 ${SECRET}`, room);
    await lin.leaves(room);

    expect(await owner.says('/待办 1 已处理 会改', staff)).toBe(
      '好，已处理。机器人联系不到 小林，开了一条待办，请你转告。',
    );
    await settle(scene);
    expect(bot.said(staff).at(-1)).toContain(`请转告 小林：投诉「${SECRET}」已处理，会改（已转告）`);
    expect(await owner.says('/待办 2 已转告', staff)).toBe('好，谢谢你转告 小林。');
    expect(await owner.says('/待办', staff)).toContain('没有待办');
  });

  test('of a stranger in private is taken as well, and reminded of', async () => {
    const { bot, staff, owner } = await startScene(dialect);
    const stranger = bot.person('路人');

    expect(await stranger.whispers('投诉 你们的广告发到我这里了')).toContain('收到，已转给负责人');
    expect((await bot.passTo('2026-03-04T14:10:00+08:00'))(staff)).toContain('投诉 路人，等了 4 小时');
    expect(await owner.says('/待办 1 已处理 已经停了', staff)).toBe('好，已处理。已私聊告诉 路人。');
  });

  test('of one room is no business of whoever manages another', async () => {
    const { bot, room, owner, lin, says } = await startScene(dialect);
    const other = bot.room('阅读1群');
    await owner.says('/建群 付费 英语', other);
    const wu = bot.person('吴经理');
    await wu.says('大家好', other);
    await owner.says('/授权 @吴经理 运营', other, { mentions: [wu] });
    await lin.says(`投诉 ${SECRET}`, room);

    expect(await wu.whispers('/阅读1群 待办')).toContain('没有待办');
    expect(await wu.whispers('/阅读1群 待办 1')).toContain('没有编号 1 的待办');
    expect(await wu.whispers('/阅读1群 待办 1 已处理')).toContain('没有编号 1 的待办');
    expect(await says('/待办', owner, 'private')).toContain(SECRET);
  });
});
