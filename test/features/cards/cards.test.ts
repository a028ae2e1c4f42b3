import { expect, test } from 'vitest';
import type { CourseId } from '../../../src/domain/ids.js';
import { type LocalDay, parseLocalDay } from '../../../src/domain/local-day.js';
import { isCovered } from '../../../src/kit/cards.js';
import { listEntitlements, takeEntitlement } from '../../../src/storage/entitlements.js';
import { openDatabase } from '../../../src/storage/open-database.js';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';
import { confirmed, importCards, leapTo, morningOf, startCardRoom } from './card-room.js';

const day = (text: string) => parseLocalDay(text) as LocalDay;

describeDialects('cards', (dialect) => {
  async function startWithCard(line = '/订单 @小林 月卡 69') {
    const scene = await startCardRoom(dialect);
    const staff = scene.bot.room('员工群');
    await scene.owner.says('/建群 员工', staff);
    await scene.owner.says(line, scene.room);
    return { ...scene, staff };
  }

  test('a frozen card uses up no day, and goes on where it stood', async () => {
    const { bot, owner, room } = await startWithCard();
    leapTo(bot, '2026-03-05T10:00:00+08:00');

    expect(await owner.says('/会员 @小林 冻结', room)).toContain('剩下的 28 天留着');
    expect(await owner.says('/会员 @小林 冻结', room)).toContain('已经冻结了');
    leapTo(bot, '2026-03-09T10:00:00+08:00');
    expect(await owner.whispers('/会员 @小林')).toContain('英语 月卡：3月5日 起冻结，解冻后还有 28 天');
    expect(await owner.says('/会员 @小林 解冻', room)).toContain('会员到 4月5日（还有 28 天）');
    expect(await owner.says('/会员 @小林 解冻', room)).toContain('没有冻结');
    expect(await owner.says('/会员 @小周 冻结', room)).toContain('现在没有可用的会员卡');

    await owner.says('/撤销', room);
    expect(await owner.whispers('/会员 @小林')).toContain('起冻结');
  });

  test('days are added by hand, and all of it is told in eight lines at most', async () => {
    const { owner, room } = await startWithCard();
    await owner.says('/权益 月卡 一对一 2次', room);
    await owner.says('/权益 月卡 直播', room);
    await owner.says('/订单 @小林 月卡 69', room);

    expect(await owner.says('/会员 @小林 补7天', room)).toContain('补了 7 天');
    const view = await owner.whispers('/会员 @小林');
    expect(view).toBe(
      '小林 的会员卡\n英语 月卡：到 5月8日（还有 68 天）\n权益：一对一 剩 2/2 次、直播 不限次（用了 0 次）\n最近：3月2日 补 7 天；3月2日 开通月卡；3月2日 开通月卡',
    );
    expect(view.split('\n').length).toBeLessThanOrEqual(8);
    expect(await owner.whispers('/英语1群 会员')).toContain('接下来 7 天没有会员卡到期');
    await owner.says('/订单 @小周 周卡 9', room);
    expect(await owner.whispers('/英语1群 会员')).toContain(
      '7 天内到期的会员卡，共 1 张：\n小周 英语周卡　3月8日 周日到期',
    );
    expect(await owner.says('/会员 @小林', room)).toContain('不在群里说');
  });

  test('an entitlement is used up by its quota, undone by a word, and rests while the card does', async () => {
    const { owner, room, zhou, bot } = await startWithCard('/权益 月卡 一对一 2次');
    await owner.says('/订单 @小林 月卡 69', room);

    expect(await owner.says('/权益', room)).toContain('月卡：一对一 2 次');
    expect(await owner.says('/权益 用 @小林 一对一 讲语法', room)).toContain('还剩 1 次');
    expect(await owner.says('/权益 用 @小林 一对一', room)).toContain('还剩 0 次');
    expect(await owner.says('/权益 用 @小林 一对一', room)).toContain('已经用完了');
    await owner.says('/撤销', room);
    expect(await owner.whispers('/会员 @小林')).toContain('一对一 剩 1/2 次');
    expect(await owner.says('/权益 用 @小林 线下', room)).toContain('没有「线下」这项权益，有：一对一');
    await owner.says('/会员 @小林 冻结', room);
    expect(await owner.says('/权益 用 @小林 一对一', room)).toContain('停着或到期了');
    await owner.says('/订单 @小周 周卡 9', room);
    expect(await zhou.whispers('我的会员')).not.toContain('一对一');
    expect(await owner.says('/权益 删 月卡 一对一', room)).toContain('不再带');
    expect(bot.said(room).length).toBeGreaterThan(0);
  });

  test('what a card brought ends with it, also where it ends by a refund, and is back when that was a mistake', async () => {
    const { owner, room, bot } = await startWithCard('/权益 周卡 一对一 2次');
    await owner.says('/订单 @小林 周卡 29', room);
    await owner.says('/订单 @小林 月卡 69', room);
    leapTo(bot, '2026-03-11T10:00:00+08:00');
    expect(await owner.says('/权益 用 @小林 一对一', room)).toContain('还剩 1 次');
    expect(await confirmed(owner, '/订单 退款 2', room)).toContain('今天起不再有效');
    await owner.says('/订单 @小林 日卡 9', room);
    expect(await owner.says('/权益 用 @小林 一对一', room)).not.toContain('还剩');
    await owner.says('/撤销', room);
    await owner.says('/撤销', room);

    expect(await owner.says('/权益 用 @小林 一对一', room)).toContain('还剩 0 次');
  });

  test('a quota is not overdrawn by those who take from it at once', async () => {
    const url = await dialect.freshUrl();
    const bot = await startTestBot({ dialect, url });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 体验 英语', room);
    await bot.person('小林').joins(room);
    await owner.says('/权益 月卡 一对一 5次', room);
    await owner.says('/订单 @小林 月卡 69', room);
    const memberId = await bot.database.transaction(
      async (tx) => (await tx.selectFrom('entitlement').select('member_id').executeTakeFirstOrThrow()).member_id,
    );
    const other = dialect.name === 'postgres' ? openDatabase(url) : bot.database;
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? bot.database : other).transaction(async (tx) => {
          const [one] = await listEntitlements(tx, memberId);
          return one !== undefined && takeEntitlement(tx, one.id);
        }),
      ),
    );
    if (other !== bot.database) await other.close();

    expect(taken.filter(Boolean)).toHaveLength(5);
  });

  test('the end is brought to mind a week and a day before and three days after it, then it is dealt with, each once', async () => {
    const { bot, lin, staff, owner } = await startWithCard('/订单');
    await lin.whispers('你好');
    await importCards(owner, '2026-02-10', ['小林', '小周']);
    for (const date of ['02', '08', '12', '13', '14']) await morningOf(bot, `2026-03-${date}`);

    const told = bot.said(staff).filter((text) => text.startsWith('【会员】'));
    const private_ = bot.said(lin).filter((text) => text.includes('英语月卡'));
    expect(private_.length).toBe(2);
    expect(private_[0]).toMatch(/3月9日.*\n要续费，找群里的运营就行；看详情发送：我的会员/u);
    expect(told).toEqual([
      '【会员】\n小林 英语月卡 3月9日 到期，已私聊提醒\n小周 英语月卡 3月9日 到期，还没法私聊，请人提醒',
      '【会员】\n小林 英语月卡 3月9日 到期，还没法私聊，请人提醒\n小周 英语月卡 3月9日 到期，还没法私聊，请人提醒',
      '【会员】\n小林 英语月卡 3月9日 已到期，已私聊提醒\n小周 英语月卡 3月9日 已到期，还没法私聊，请人提醒',
      '【会员】\n小林 英语月卡 3月9日 到期，宽限期过了，已按到期处理\n小周 英语月卡 3月9日 到期，宽限期过了，已按到期处理',
    ]);
    const lapses = await bot.database.transaction((tx) =>
      tx.selectFrom('card_event').select(['member_id', 'day']).where('type', '=', 'lapsed').execute(),
    );
    expect(lapses.map((one) => one.day)).toEqual([day('2026-03-13'), day('2026-03-13')]);
  });

  test('the grace of the room decides when an end is dealt with, and a renewal within it is as ever', async () => {
    const { bot, owner, room } = await startWithCard('/订单');
    await importCards(owner, '2026-02-01', ['小林', '小周']);
    expect(await owner.says('/设置 宽限期 10天', room)).toContain('宽限期：会员到期后 10 天');
    await morningOf(bot, '2026-03-08');

    expect(await owner.whispers('/英语1群 会员 @小林')).toContain('2月28日 到期，还在 10 天宽限期里');
    await owner.says('/订单 @小周 月卡 69', room);
    for (const date of ['10', '11', '12']) await morningOf(bot, `2026-03-${date}`);
    const lapsed = await bot.database.transaction((tx) =>
      tx.selectFrom('member_card').select(['lapsed', 'through_day']).orderBy('member_id').execute(),
    );
    expect(lapsed).toEqual([
      { lapsed: 1, through_day: day('2026-02-28') },
      { lapsed: 0, through_day: day('2026-04-07') },
    ]);
  });

  test('why a card stands where it stands is told to its owner and to staff, not in public', async () => {
    const { lin, owner, room } = await startWithCard();

    expect(await owner.whispers('/为什么 @小林 会员')).toContain('依据：3月2日 开通月卡');
    expect(await lin.whispers('为什么会员到期了')).toContain('你的会员卡是这样算的');
    expect(await lin.says('为什么我的会员到期了', room)).not.toContain('月卡');
  });

  test('a day is covered by the card that ran then; a frozen one counts, grace does not', async () => {
    const { bot, owner, room } = await startWithCard();
    await owner.says('/订单 @小周 周卡 9', room);
    leapTo(bot, '2026-03-04T10:00:00+08:00');
    await owner.says('/会员 @小周 冻结', room);
    const covered = (name: string, text: string) =>
      bot.database.transaction(async (tx) => {
        const { id } = await tx.selectFrom('member').select('id').where('name', '=', name).executeTakeFirstOrThrow();
        return isCovered(tx, id, 1 as CourseId, day(text));
      });

    expect(await covered('小林', '2026-03-01')).toBe(false);
    expect(await covered('小林', '2026-04-01')).toBe(true);
    expect(await covered('小林', '2026-04-02')).toBe(false);
    expect(await covered('小周', '2026-06-02')).toBe(true);
  });
});
