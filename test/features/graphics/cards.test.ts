/** Graphics that members and managers ask for: what is on them, what is said where no picture can be had, and who may ask. */

import { expect, test } from 'vitest';
import type { Graphic } from '../../../src/domain/graphic.js';
import { describeDialects } from '../../support/dialects.js';
import { FakeGraphicRenderer } from '../../support/fake-graphic-renderer.js';
import { startTestBot, type TestBot } from '../../support/test-bot.js';

describeDialects('graphics', (dialect) => {
  async function start({ pictures = true } = {}) {
    const graphics = new FakeGraphicRenderer();
    const bot = await startTestBot({ dialect, graphics, ...(!pictures && { capabilities: { sendPicture: false } }) });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 付费 英语', room);
    return { bot, graphics, owner, room, lin: bot.person('小林') };
  }

  function pictures({ gateway }: TestBot): string[] {
    return gateway.sent.flatMap(({ picture }) => picture ?? []);
  }

  function only<Kind extends Graphic['kind']>(
    graphics: FakeGraphicRenderer,
    kind: Kind,
  ): Graphic & { readonly kind: Kind } {
    expect(graphics.asked.map((graphic) => graphic.kind)).toEqual([kind]);
    return graphics.asked[0] as Graphic & { readonly kind: Kind };
  }

  test('排行榜 is a picture with the first twenty, those around the one who asks, and how many there are', async () => {
    const { bot, graphics, room } = await start();
    const people = Array.from({ length: 30 }, (_, index) => bot.person(`成员${index + 1}`));
    for (const person of people) await person.says('打卡', room);

    await people[26]?.says('排行榜', room);

    const board = only(graphics, 'leaderboard');
    expect(pictures(bot)).toEqual(['leaderboard.png']);
    expect(board.top).toHaveLength(20);
    expect(board.own.map(({ name, isSelf }) => [name, isSelf])).toEqual([
      ['成员25', false],
      ['成员26', false],
      ['成员27', true],
      ['成员28', false],
      ['成员29', false],
    ]);
    expect(board.note).toBe('共 30 人 · 3月2日');
  });

  test('排行榜 in words is what it was', async () => {
    const { room, lin } = await start({ pictures: false });
    await lin.says('打卡', room);

    expect(await lin.says('排行榜', room)).toBe('🏆 「英语1群」连续打卡排行\n1. 小林　连续 1 天 · 累计 1 天（你）');
  });

  test('an empty board is words alone', async () => {
    const { bot, room, lin } = await start();

    expect(await lin.says('排行榜', room)).toContain('还空着');
    expect(pictures(bot)).toEqual([]);
  });

  test('打卡日历 holds the last 26 weeks of the one who asks, deeper as the streak grows', async () => {
    const { bot, graphics, room, lin } = await start();
    const chen = bot.person('阿陈');
    await chen.says('打卡', room);
    for (const day of ['03', '04', '05', '07']) {
      await bot.passTo(`2026-03-${day}T09:00:00+08:00`);
      await lin.says('打卡', room);
    }

    await lin.says('打卡日历', room);

    const calendar = only(graphics, 'calendar');
    expect(calendar).toMatchObject({ name: '小林', place: '英语1群', note: '近 26 周 · 打卡 4 天' });
    expect(calendar.weeks).toHaveLength(26);
    expect(calendar.weeks.at(-1)).toEqual(['missed', 1, 1, 2, 'missed', 1, 'future']);
    expect(calendar.figures.map(({ value }) => value)).toEqual(['1', '4', '3']);
  });

  test('打卡日历 in words shows four weeks', async () => {
    const { bot, room, lin } = await start({ pictures: false });
    await lin.says('打卡', room);
    await bot.passTo('2026-03-04T09:00:00+08:00');

    expect(await lin.says('我的日历', room)).toBe(
      [
        '📅 小林 在「英语1群」的打卡日历，到 3月4日',
        '连续 0 天，累计 1 天，最长连续 1 天',
        '近 26 周打卡 1 天，最近 4 周（周一到周日）：',
        '□□□□□□□',
        '□□□□□□□',
        '□□□□□□□',
        '■□□',
      ].join('\n'),
    );
  });

  test('talk of a calendar is not answered', async () => {
    const { bot, room, lin } = await start();

    expect(await lin.says('打卡日历好好看', room)).toBe('');
    expect(pictures(bot)).toEqual([]);
  });

  test('日签 is the page of the day, with the day of the course and one’s figures', async () => {
    const { bot, graphics, owner, room, lin } = await start();
    await owner.says('/课程 选择 唐诗', room);
    await lin.says('打卡', room);
    await bot.passTo('2026-03-03T09:00:00+08:00');

    await lin.says('日签', room);

    const page = only(graphics, 'day');
    expect(page).toMatchObject({
      dayOfMonth: '3',
      month: '2026 年 3 月',
      weekday: '周二',
      name: '小林',
      place: '英语1群',
    });
    expect(page.line).not.toBe('');
    expect(page.figures.map(({ value }) => value)).toEqual(['1', '1', '1']);
  });

  test('日签 does not say the same within two weeks', async () => {
    const { bot, graphics, room, lin } = await start();
    for (let day = 3; day <= 16; day++) {
      await bot.passTo(`2026-03-${String(day).padStart(2, '0')}T09:00:00+08:00`);
      await lin.says('日签', room);
    }

    const lines = graphics.asked.map((graphic) => (graphic.kind === 'day' ? graphic.line : ''));
    expect(lines).toHaveLength(14);
    expect(new Set(lines).size).toBe(14);
  });

  test('日签 in words has the date, a line and the figures', async () => {
    const { room, lin } = await start({ pictures: false });
    await lin.says('打卡', room);

    expect(await lin.says('日签', room)).toMatch(/^【日签】3月2日 周一[^\n]*\n.+\n小林：连续 1 天，累计 1 天$/u);
  });

  test('/周报 counts the last seven days as the review does', async () => {
    const { bot, graphics, owner, room, lin } = await start();
    const chen = bot.person('阿陈');
    await lin.says('打卡', room);
    await chen.says('打卡', room);
    await bot.passTo('2026-03-03T09:00:00+08:00');
    await lin.says('打卡', room);

    await owner.says('/周报', room);

    const week = only(graphics, 'week');
    expect(week.note).toBe('2月25日 – 3月3日');
    expect(week.bars.map(({ label, value, detail, isBest }) => [label, value, detail, isBest])).toEqual([
      ['周三', '–', '–', false],
      ['周四', '–', '–', false],
      ['周五', '–', '–', false],
      ['周六', '–', '–', false],
      ['周日', '–', '–', false],
      ['周一', '100%', '2/2', true],
      ['周二', '50%', '1/2', false],
    ]);
    expect(week.figures.map(({ value }) => value)).toEqual(['75', '3', '2']);
  });

  test('/周报 in words has a line for each day', async () => {
    const { owner, room, lin } = await start({ pictures: false });
    await lin.says('打卡', room);

    const words = await owner.says('/周报', room);

    expect(words.split('\n')).toHaveLength(8);
    expect(words).toContain('3月2日 周一　1/1 人');
  });

  test('/证书 tells what a member has done since the course began, which was on the next day', async () => {
    const { bot, graphics, owner, room, lin } = await start();
    for (const day of ['02', '03', '04', '06']) {
      await bot.passTo(`2026-03-${day}T09:30:00+08:00`);
      await lin.says('打卡', room);
    }

    await owner.says('/证书 @小林', room, { mentions: [lin] });

    const certificate = only(graphics, 'certificate');
    expect(certificate).toMatchObject({ title: '结营证书', name: '小林', place: '英语1群', issued: '2026.3.6 颁发' });
    expect(certificate.figures.map(({ value }) => value)).toEqual(['3', '2', '4']);
    expect(certificate.period).toBe('2026.3.3 – 2026.3.6');
  });

  test('/证书 for somebody without a check-in is refused', async () => {
    const { bot, owner, room, lin } = await start();
    await lin.says('你好', room);

    expect(await owner.says('/证书 @小林', room, { mentions: [lin] })).toContain('还没有打卡');
    expect(pictures(bot)).toEqual([]);
  });

  test('a member gives neither 周报 nor 证书', async () => {
    const { bot, room, lin } = await start();
    await lin.says('打卡', room);

    expect(await lin.says('/周报', room)).toBe('');
    expect(await lin.says('/证书 @小林', room, { mentions: [lin] })).toBe('');
    expect(pictures(bot)).toEqual([]);
  });

  test('a graphic that cannot be rendered is said in words, in private too', async () => {
    const { bot, graphics, owner, room, lin } = await start();
    graphics.meanwhile = () => {
      throw new Error('no ink');
    };
    await lin.says('打卡', room);

    expect(await lin.says('日签', room)).toContain('【日签】');
    expect(await owner.whispers('/英语1群 周报')).toContain('近 7 天打卡');
    expect(pictures(bot)).toEqual([]);
  });
});
