import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { CourseId, MemberId } from '../../../src/domain/ids.js';
import type { LocalDay } from '../../../src/domain/local-day.js';
import { makeRedeemCode } from '../../../src/domain/redeem-code.js';
import { activateCode } from '../../../src/features/cards/activate-code.js';
import { hashCardCode } from '../../../src/features/cards/card-code.js';
import { keepHouse } from '../../../src/kit/housekeeping.js';
import { appendCardCodes } from '../../../src/storage/card-codes.js';
import { saveCoursePlan } from '../../../src/storage/courses.js';
import type { Database } from '../../../src/storage/database.js';
import { rushCode, rushWork } from '../../support/code-rush.js';
import { describeDialects } from '../../support/dialects.js';
import { prepareRush, startRush } from '../../support/gift-rush.js';
import { openTestDatabase } from '../../support/kit-bot.js';
import { confirmed, leapTo, startCardRoom } from './card-room.js';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const TODAY = 20_514 as LocalDay;
const CHILD = new URL('../../support/code-rush-child.ts', import.meta.url);

const SEED = 20_260_302;

/** The same numbers from the same seed. */
function numbersFrom(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

describeDialects('codes for cards', (dialect) => {
  const codesIn = (text: string) => text.match(/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}(?=\n|$)/gu) ?? [];

  async function generate(line = '/兑换码 生成 季卡 3') {
    const scene = await startCardRoom(dialect);
    const answer = await confirmed(scene.owner, line, scene.room);
    const sheet = scene.bot.said(scene.owner).at(-1) ?? '';
    return { ...scene, answer, sheet, codes: codesIn(sheet) };
  }

  test('codes go to the manager alone, once, after a second word; the database keeps none of them', async () => {
    const { bot, owner, room, answer, sheet, codes } = await generate();

    expect(answer).toContain('批次 1：3 个英语季卡兑换码，私聊发给你了');
    expect(sheet).toContain('批次 1 英语季卡兑换码');
    expect(new Set(codes).size).toBe(3);
    expect(bot.said(room).join('\n')).not.toContain(codes[0]);
    expect(await owner.says('/兑换码', room)).toContain('1. 英语季卡 3 个：用了 0，剩 3');

    const clock = { now: () => bot.clock.now() + 3 * 86_400_000, monotonic: () => 0 };
    await keepHouse({ database: bot.database, clock, log: pino({ level: 'silent' }) });
    const kept = await bot.database.transaction(async (tx) =>
      JSON.stringify([
        await tx.selectFrom('outbox').selectAll().execute(),
        await tx.selectFrom('card_code').selectAll().execute(),
        await tx.selectFrom('action').selectAll().execute(),
      ]),
    );
    for (const code of codes) expect(kept).not.toContain(code.slice(0, 9));
  });

  test('a code opens a card in private, however it is typed, and once', async () => {
    const { bot, owner, lin, zhou, room, codes } = await generate();
    const [code = ''] = codes;
    const sloppy = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');

    expect(await lin.says(`激活 ${code}`, room, { mentionsBot: true })).toContain('兑换码别发在群里');
    expect(await lin.whispers(`激活 ${sloppy}`)).toContain('小林，英语季卡开通好了，到 6月1日');
    expect(await lin.whispers('我的会员')).toContain('英语 季卡：到 6月1日（还有 92 天）');
    expect(await lin.says('我的会员', room)).toContain('会员信息只给本人看');
    expect(await zhou.whispers(`激活 ${code}`)).toContain('这个码现在用不了');
    expect(await owner.whispers('/订单 1')).toContain('来自兑换码');
    expect(await owner.says('/兑换码', room)).toContain('用了 1，剩 2');
    leapTo(bot, '2026-03-02T09:29:00+08:00');
    expect(await confirmed(owner, '/订单 退款 1', room)).toContain('今天起不再有效');
  });

  test('a batch that was revoked, undone or is past its day opens nothing', async () => {
    const { bot, owner, lin, room, codes } = await generate('/兑换码 生成 英语 月卡 2 到3-5');

    expect(await owner.says('/兑换码 作废 1', room)).toContain('没用的 2 个都不能再激活');
    expect(await lin.whispers(`激活 ${codes[0]}`)).toContain('这个码现在用不了');
    await owner.says('/撤销', room);
    leapTo(bot, '2026-03-02T10:30:00+08:00');
    expect(await lin.whispers(`激活 ${codes[0]}`)).toContain('开通好了');
    leapTo(bot, '2026-03-06T09:00:00+08:00');
    expect(await lin.whispers(`激活 ${codes[1]}`)).toContain('这个码现在用不了');
    expect(await owner.says('/兑换码', room)).toContain('过期 1');
    expect(await owner.says('/兑换码 生成 月卡 201', room)).toContain('一次最多生成 200 个');
    expect(await owner.says('/兑换码 作废 9', room)).toContain('没有编号 9');
  });

  test('talk about codes and cards opens nothing and is not answered', async () => {
    const { lin, room } = await startCardRoom(dialect);

    for (const line of [
      '激活一下气氛',
      '激活码去哪找',
      '激活',
      '我的会员怎么还没开',
      '谁有兑换码',
      '会员到期了吗大家',
      '我的会员卡好贵啊',
    ])
      expect(await lin.says(line, room)).toBe('');
  });

  test('a code said in a room opens nothing, is kept for whoever said it first, and staff hear of it once', async () => {
    const { bot, owner, lin, zhou, room, codes } = await generate();
    const staff = bot.room('员工群');
    await owner.says('/建群 员工', staff);
    const [code = ''] = codes;
    const told = () => bot.said(staff).filter((text) => text.startsWith('【会员】'));

    const answer = await lin.says(`激活 ${code}`, room);
    expect(answer).toBe(
      '小林，兑换码别发在群里，先撤回吧。没用过的码我替你留着，别人用不了。\n私聊我发送：激活 兑换码',
    );
    expect(await zhou.says(`兑换 ${code}`, room)).toBe(answer.replace('小林', '小周'));
    await bot.passTo('2026-03-02T09:30:00+08:00');

    expect(told()).toEqual([
      `【会员】\n小林 把英语季卡兑换码 …${code.slice(-4)}（批次 1）发在了「英语1群」，还没用，已只留给本人激活`,
    ]);
    expect([...bot.said(staff), ...bot.said(room)].join('\n')).not.toContain(code.slice(0, 9));
    expect(await zhou.whispers(`激活 ${code}`)).toContain('这个码现在用不了');
    expect(await lin.whispers(`兑换码：${code}`)).toContain('小林，英语季卡开通好了');
  });

  test('a code whose letters look like an address is no advertisement, and is written down nowhere', async () => {
    const { bot, lin, room } = await startCardRoom(dialect);

    expect(await lin.says('激活 VX92-ZTHH-WX11-HHW4', room)).toMatch(/^小林，兑换码别发在群里/u);
    const offences = await bot.database.transaction((tx) => tx.selectFrom('offence').selectAll().execute());
    expect(offences).toEqual([]);
  });

  test('a wrong code said in a room is answered like a right one, a few times a day, and is no guess', async () => {
    const { bot, lin, owner, room, codes } = await generate();
    const wrong = (index: number) => `激活 AAAA-BBB${index}-CCCC-DDDD`;

    for (const index of [1, 2, 3, 4, 5]) expect(await lin.says(wrong(index), room)).toContain('没用过的码我替你留着');
    for (const index of [6, 7, 8]) expect(await lin.says(wrong(index), room)).toBe('');
    expect(await owner.says(`激活 ${codes[0]}`, room)).toContain('谁看到都能用');
    const kept = await bot.database.transaction((tx) => tx.selectFrom('kept_code').selectAll().execute());
    const tries = await bot.database.transaction((tx) => tx.selectFrom('card_code_try').selectAll().execute());
    expect([...kept, ...tries]).toEqual([]);
    expect(await lin.whispers(`激活 ${codes[0]}`)).toContain('开通好了');
  });

  async function openRush(members: number, codes: number) {
    const url = await dialect.freshUrl();
    const database = await openTestDatabase(url);
    const scene = await prepareRush(database, members, 1);
    const courseId = await database.transaction(async (tx) => {
      const id: CourseId = await saveCoursePlan(tx, '英语', { title: '英语', lessons: [] }, NOW);
      const hashes = Array.from({ length: codes }, (_, index) => hashCardCode(rushCode(index)) ?? '');
      const batch = { courseId: id, kind: 'month', lastDay: null, by: scene.memberIds[0] as MemberId, at: NOW, hashes };
      await appendCardCodes(tx, scene.accountId, batch as Parameters<typeof appendCardCodes>[2]);
      return id;
    });
    return { url, database, scene, courseId };
  }

  async function count(database: Database) {
    return database.transaction(async (tx) => {
      const orders = await tx.selectFrom('sales_order').select(['id', 'member_id']).execute();
      const used = await tx.selectFrom('card_code').select('order_id').where('used_at', 'is not', null).execute();
      const bought = await tx.selectFrom('card_event').select('order_id').where('type', '=', 'bought').execute();
      const cards = await tx.selectFrom('member_card').select('member_id').execute();
      return {
        orders: orders.length,
        codes: new Set(used.map((row) => row.order_id)).size,
        bought: bought.length,
        cards: cards.length,
      };
    });
  }

  test('each code opens one card, also where two processes take it at once', async () => {
    const { url, database, scene } = await openRush(60, 30);
    const halves = [scene.memberIds.slice(0, 30), scene.memberIds.slice(30)];
    const told: string[] = [];
    if (dialect.name === 'postgres') {
      const rushes = await Promise.all(
        halves.map((memberIds) => startRush(url, { ...scene, memberIds }, undefined, CHILD)),
      );
      for (const { ended } of rushes) expect(await ended).toBeNull();
      told.push(...rushes.flatMap((rush) => [...rush.told.values()]));
    } else {
      for (const memberId of halves.flat()) {
        const code = rushCode(scene.memberIds.indexOf(memberId) % 30);
        const paid = await database.transaction(async (tx) =>
          activateCode(await rushWork(tx, NOW), { memberId, code, today: TODAY }),
        );
        told.push(paid === undefined ? 'refused' : 'activated');
      }
    }

    expect(told.toSorted()).toEqual([...Array<string>(30).fill('activated'), ...Array<string>(30).fill('refused')]);
    expect(await count(database)).toEqual({ orders: 30, codes: 30, bought: 30, cards: 30 });
  });

  test('a hundred thousand guesses get nothing and are locked out', { timeout: 120_000 }, async () => {
    const { database, scene } = await openRush(1, 200);
    const guesses = dialect.name === 'sqlite' ? 100_000 : 10_000;
    const [memberId] = scene.memberIds as [MemberId];
    const pick = numbersFrom(SEED);
    let [got, looked, now] = [0, 0, NOW];
    for (let done = 0; done < guesses; done += 1_000) {
      await database.transaction(async (tx) => {
        const work = await rushWork(tx, now);
        for (let guess = 0; guess < 1_000; guess++) {
          now += 100;
          const code = makeRedeemCode(pick);
          if (await activateCode({ ...work, now }, { memberId, code, today: TODAY })) got += 1;
        }
      });
    }
    const tries = await database.transaction((tx) => tx.selectFrom('card_code_try').selectAll().execute());
    looked = tries.reduce((sum, { tries: open, locks }) => sum + open + locks * 5, 0);
    process.stdout.write(
      `seed ${SEED}: ${guesses} guesses in ${(now - NOW) / 60_000} minutes: ${looked} looked at, ${got} cards\n`,
    );

    expect(got).toBe(0);
    expect(looked).toBeLessThanOrEqual(20);
    expect(await count(database)).toMatchObject({ orders: 0, codes: 0, cards: 0 });
  });
});
