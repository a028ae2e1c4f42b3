/** Core users: scored by what the rows tell, proposed to staff, asked, and made so by their own word alone. */

import { expect, test } from 'vitest';
import { findCoreScore } from '../../../src/storage/core-scores.js';
import { countCoreSeats, listCoreUsers } from '../../../src/storage/core-users.js';
import { countReferrals } from '../../../src/storage/referrals.js';
import { listTagsOf } from '../../../src/storage/tags.js';
import { describeDialects, describePostgres } from '../../support/dialects.js';
import { startTestBot, type TestPerson } from '../../support/test-bot.js';
import { type CoreScene, deserve, memberIdOf, startCoreScene } from './scene.js';

const NEXT_MORNING = '2026-03-06T09:40:00+08:00';

async function coreNames({ bot }: CoreScene): Promise<string[]> {
  return bot.database.transaction(async (tx) => {
    const { id } = await tx.selectFrom('account').select('id').executeTakeFirstOrThrow();
    return (await listCoreUsers(tx, id, 'active')).map(({ name }) => name);
  });
}

async function tagsOf({ bot }: CoreScene, person: TestPerson): Promise<string[]> {
  return bot.database.transaction(async (tx) => {
    const { id: accountId } = await tx.selectFrom('account').select('id').executeTakeFirstOrThrow();
    const tags = await listTagsOf(tx, { accountId, memberId: await memberIdOf(tx, person) }, bot.clock.now());
    return tags.map(({ tag }) => tag);
  });
}

function first({ members }: CoreScene): TestPerson {
  return members[0] as TestPerson;
}

/** Sleeps until then. Resolves to what staff were told. */
async function wakeAt({ bot, staff }: CoreScene, instant: string): Promise<string> {
  const from = bot.said(staff).length;
  bot.clock.moveTo(Date.parse(instant));
  await bot.bot.plan();
  await bot.bot.sender.drain();
  return bot.said(staff).slice(from).join('\n');
}

/** By their number in the list of to-dos. */
async function numberOf({ tells }: CoreScene, words: string): Promise<string> {
  const line = (await tells('/待办')).split('\n').find((one) => one.includes(words));
  const number = /^(\d+)\./u.exec(line ?? '')?.[1];
  if (number === undefined) throw new Error(`There is no to-do about ${words}.`);
  return number;
}

describeDialects('the core score', (dialect) => {
  test('counts each part from the rows of 90 days, and shows it', async () => {
    const scene = await startCoreScene(dialect);
    const { bot, room, tells } = scene;
    const lin = first(scene);
    await lin.says('打卡', room);
    await deserve(scene, lin, { quizzes: 4, referrals: 2, accepted: 1 });
    await lin.says('反馈 早上的任务能不能早一点发', room);
    await deserve(scene, lin, { quizzes: 3, referrals: 1, accepted: 1, at: '2025-12-06T12:00:00+08:00' });
    await bot.passTo(NEXT_MORNING);

    const [score, referrals] = await bot.database.transaction(async (tx) => {
      const id = await memberIdOf(tx, lin);
      const found = await findCoreScore(tx, id);
      return [found, await countReferrals(tx, id, ((found?.day ?? 0) - 89) as never)] as const;
    });
    expect(score).toMatchObject({ loyalty: 0, feedback: 6, response: 12, referral: 16, total: 34 });
    expect(score?.facts).toEqual({ days: 1, accepted: 1, opinions: 1, quizzes: 4, referrals });
    expect(await tells('/核心 @小林')).toBe(
      '小林：不是核心用户\n核心分 34（3月6日）：坚持 0、反馈 6、响应 12、推荐 16\n' +
        '近 90 天打卡 1 天，意见采纳或处理 1 条（每条 5 分）、其余 1 条（每条 1 分，最多 5 分），答题 4 次，带来 2 位坚持到第三次打卡的新朋友\n/核心 邀请 @小林',
    );
    expect(await lin.says('我的核心分', room)).toContain('小林 的核心分 34：坚持 0、反馈 6、响应 12、推荐 16');
    expect(await tells('/为什么 @小林 核心')).toContain('成为核心用户要运营邀请、本人同意。');
    expect(await scene.owner.says('/核心 @小林', room)).toContain('候选和分数不在群里说');
    expect(await lin.says('/核心', room)).toBe('');
  });
});

describeDialects('core users', (dialect) => {
  test('are proposed, the best first and no more than there are places; not again for 30 days', async () => {
    const scene = await startCoreScene(dialect);
    const { bot, members, tells, staff } = scene;
    for (const [index, one] of members.slice(0, 4).entries())
      await deserve(scene, one, { quizzes: 9, referrals: index, accepted: 2 });

    const told = (await bot.passTo(NEXT_MORNING))(staff);

    expect(told).toContain('核心候选 阿芳 59 分：坚持 0、反馈 10、响应 25、推荐 24（邀请／先不）');
    expect(told).toContain('核心候选 阿明 51 分');
    expect(told).not.toContain('小周');
    const number = await numberOf(scene, '阿芳');
    expect(await tells(`/待办 ${number} 先不`)).toBe('好，先不邀请 阿芳，30 天内不再提。');
    expect(await tells('/核心')).toContain('最多 2 位（在群成员 10 人的两成）');
    expect(await wakeAt(scene, '2026-04-05T09:35:00+08:00')).not.toContain('阿芳');
    expect(await wakeAt(scene, '2026-04-06T09:35:00+08:00')).toContain('核心候选 阿芳 59 分');
    expect(await wakeAt(scene, '2026-04-07T09:35:00+08:00')).not.toContain('阿芳');
  });

  test('become so by their own word, asked in private, and by nothing else', async () => {
    const scene = await startCoreScene(dialect);
    const { bot, room, core, tells, members } = scene;
    const [lin, zhou] = members as [TestPerson, TestPerson];
    await lin.whispers('你好');

    expect(await lin.says('愿意', room)).toBe('');
    expect(await lin.says('同意加入核心', room)).toBe('');
    expect(await lin.whispers('同意加入核心')).toContain('现在没有等你回复的邀请');
    expect(await tells('/核心 邀请 @小林')).toBe('已私聊邀请 小林，TA 同意了才算，7 天内等回复。');
    expect(bot.said(lin).at(-1)).toContain('愿意就发送：同意加入核心');
    expect(await tells('/核心 邀请 @小林')).toContain('已经邀请过 小林 了');
    expect(await zhou.says('愿意', room)).toBe('');
    expect(await lin.says('愿意去吃饭', room)).toBe('');
    expect(await coreNames(scene)).toEqual([]);

    expect(await lin.whispers('愿意')).toContain('核心群的邀请很快发给你');
    expect(await coreNames(scene)).toEqual(['小林']);
    expect(await tagsOf(scene, lin)).toEqual(['核心用户']);
    expect(bot.gateway.performed).toContainEqual({
      do: 'invite',
      roomPlatformId: core.platformId,
      personPlatformId: lin.platformId,
    });
    expect(await tells('/核心')).toContain('【核心用户】1 位，最多 2 位');
    expect(await tells('/核心 邀请 @小林')).toContain('小林 已经是核心用户了');
  });

  test('are asked by a person where the bot may not; what nobody answers in seven days is over', async () => {
    const scene = await startCoreScene(dialect);
    const { bot, room, tells } = scene;
    const lin = first(scene);

    expect(await tells('/核心 邀请 @小林')).toContain('还不能私聊 小林，我开了一条待办');
    const number = await numberOf(scene, '请转告 小林');
    bot.clock.moveTo(Date.parse('2026-03-07T09:00:00+08:00'));
    expect(await tells(`/待办 ${number} 已转告`)).toContain('等 小林 回复');
    bot.clock.moveTo(Date.parse('2026-03-14T09:00:01+08:00'));
    expect(await lin.says('愿意', room)).toBe('');
    expect(await tells('/核心 邀请 @小林')).toContain('我开了一条待办');
    expect(await lin.says('先不加入', room)).toContain('一点不影响');
    expect(await tells('/待办')).not.toContain('请转告');
    expect(await tells('/核心 邀请 @小林')).toContain('30 天后再问更合适');
    expect(await lin.says('先不加入', room)).toBe('');
  });

  test('leave by a word at once, and come back by a word; staff decide about the room', async () => {
    const scene = await startCoreScene(dialect);
    const { bot, room, core, tells, owner, staff } = scene;
    const lin = first(scene);
    await tells('/核心 邀请 @小林');
    await lin.says('愿意', room);
    await lin.joins(core);

    expect(await lin.says('退出核心', room)).toContain('已经退出核心用户了');
    expect(await coreNames(scene)).toEqual([]);
    expect(await tagsOf(scene, lin)).toEqual([]);
    bot.clock.moveTo(bot.clock.now() + 61_000);
    expect(await lin.says('退出核心', room)).toContain('你现在不是核心用户');
    expect(await lin.says('愿意', room)).toBe('');
    expect(await lin.says('同意加入核心', room)).not.toBe('');
    expect(await coreNames(scene)).toEqual(['小林']);
    expect(await tagsOf(scene, lin)).toEqual(['核心用户']);
    bot.clock.moveTo(bot.clock.now() + 61_000);
    expect(await tells('/核心 移出 @小林')).toContain('还缺少「理由」');
    expect(await tells('/核心 移出 @小林 想休息一阵')).toContain('已把 小林 移出核心用户，理由：想休息一阵');
    expect(await lin.says('同意加入核心', room)).toBe('');
    const number = await numberOf(scene, '还在「核心群」里');
    const asked = await tells(`/待办 ${number} 请出群`);
    expect(asked).toContain('确认');
    expect(bot.gateway.performed.some((one) => one.do === 'remove')).toBe(false);
    await owner.says(`确认 ${/确认 (\d{4})/u.exec(asked)?.[1]}`, staff);
    expect(bot.gateway.performed).toContainEqual({
      do: 'remove',
      roomPlatformId: core.platformId,
      personPlatformId: lin.platformId,
    });
  });

  test('whose invitation was undone before it left hear nothing of it, and may be written to again', async () => {
    const scene = await startCoreScene(dialect, { now: '2026-03-05T22:00:00+08:00' });
    const { bot, members, tells } = scene;
    const [lin, zhou] = members as readonly [TestPerson, TestPerson];
    const toldOf = (person: TestPerson) =>
      bot.database.transaction(async (tx) => {
        const memberId = await memberIdOf(tx, person);
        const rows = tx.selectFrom('private_contact').select('told_at').where('member_id', '=', memberId);
        return (await rows.executeTakeFirstOrThrow()).told_at;
      });
    for (const one of [lin, zhou]) await one.whispers('你好');
    expect(await tells('/核心 邀请 @小林')).toContain('TA 同意了才算');
    expect(await tells('/撤销')).toContain('已撤销');
    expect(await toldOf(lin)).toBeNull();
    const asked = bot.clock.now();
    expect(await tells('/核心 邀请 @小周')).toContain('TA 同意了才算');
    await bot.passTo('2026-03-06T08:00:00+08:00');
    expect(await tells('/撤销')).toContain('已撤销');

    expect(bot.said(lin).join('\n')).not.toContain('核心');
    expect(bot.said(zhou).join('\n')).toContain('核心');
    expect(await toldOf(zhou)).toBe(asked);
  });

  test('are never more than a fifth, however many accept at once, on whichever day they were asked', async () => {
    const scene = await startCoreScene(dialect);
    const { bot, room, members, tells } = scene;
    const asked = members.slice(0, 5);
    for (const one of asked) expect(await tells(`/核心 邀请 @${one.name}`)).toContain('TA 同意了才算');
    const sentAt = bot.clock.now();
    const base = { type: 'message.received', room, kind: 'text', mentions: [], mentionsBot: false, sentAt } as const;
    await Promise.all(
      asked.map((sender) => bot.bot.receive({ ...base, messageId: `yes-${sender.name}`, sender, text: '愿意' })),
    );
    await bot.bot.sender.drain();

    expect(await coreNames(scene)).toHaveLength(2);
    expect(bot.said(room).filter((line) => line.includes('名额刚好满了'))).toHaveLength(3);
    expect(await tells(`/核心 邀请 @${members[7]?.name}`)).toContain('最多占在群成员的两成（10 人里 2 位），名额满了');
    const seats = await bot.database.transaction(async (tx) => {
      const { id } = await tx.selectFrom('account').select('id').executeTakeFirstOrThrow();
      return countCoreSeats(tx, id);
    });
    expect(seats).toEqual({ active: 2, present: 10 });
    bot.clock.moveTo(bot.clock.now() + 61_000);
    await first(scene).says('退出核心', room);
    expect(await (members[4] as TestPerson).says('愿意', room)).toContain('什么时候想停下都可以');
  });

  test('are invited by a person where the platform cannot, or where there is no core room yet', async () => {
    const scene = await startCoreScene(dialect, { capabilities: { invite: false } });
    const { bot, room, tells } = scene;
    const lin = first(scene);
    await tells('/核心 邀请 @小林');
    await lin.says('愿意', room);
    await bot.passTo('2026-03-05T09:10:00+08:00');

    expect(await tells('/待办')).toContain('请把核心用户 小林 拉进「核心群」');
  });
});

describePostgres('core users of two processes', (dialect) => {
  test('are never more than a fifth, though they accept at the same moment', async () => {
    const url = await dialect.freshUrl();
    const scene = await startCoreScene(dialect, { url });
    const { bot, room, members, tells } = scene;
    const other = await startTestBot({ dialect, url, now: '2026-03-05T09:00:00+08:00' });
    for (const one of members.slice(0, 6)) await tells(`/核心 邀请 @${one.name}`);
    const base = {
      type: 'message.received',
      room,
      kind: 'text',
      text: '愿意',
      mentions: [],
      mentionsBot: false,
    } as const;
    const sentAt = bot.clock.now();
    const takers = members.slice(0, 6).map((sender, index) => {
      const { bot: taker } = index % 2 === 0 ? bot : other;
      return taker.receive({ ...base, messageId: `yes-${index}`, sender, sentAt });
    });
    await Promise.all(takers);

    expect(await coreNames(scene)).toHaveLength(2);
  });
});
