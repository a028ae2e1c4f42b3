/** What core rooms read in the morning: tomorrow's content, once a day; thanks, once a calendar month. */

import { expect, test } from 'vitest';
import { SendError } from '../../../src/ports/chat-gateway.js';
import { describeDialects } from '../../support/dialects.js';
import type { TestPerson } from '../../support/test-bot.js';
import { type CoreScene, deserve, startCoreScene } from './scene.js';

async function enter({ bot, members, room, core, tells }: CoreScene, count: number): Promise<void> {
  for (const one of members.slice(0, count)) {
    await tells(`/核心 邀请 @${one.name}`);
    await one.says('愿意', room);
    await one.joins(core);
  }
  await bot.bot.sender.drain();
}

function slots({ bot }: CoreScene) {
  return bot.database.transaction((tx) =>
    tx.selectFrom('outbox').select(['day', 'state', 'reason']).where('kind', '=', 'preview').orderBy('day').execute(),
  );
}

describeDialects('previews in the core room', (dialect) => {
  test('come the day before, once each day, and say why where there is nothing', async () => {
    const scene = await startCoreScene(dialect);
    const { bot, owner, room, core, members } = scene;
    const before = await bot.passTo('2026-03-06T12:00:00+08:00');
    expect(before(core)).not.toContain('明天先看');
    await enter(scene, 2);
    expect(bot.said(core).join('\n')).toContain('每天 08:30 先看到第二天的内容');
    await owner.says('/抽奖 开 周末抽奖 奖品 书 1名 3-7 20:00', room);

    const told =
      (await bot.passTo('2026-03-06T23:00:00+08:00'))(core) + (await bot.passTo('2026-03-07T12:00:00+08:00'))(core);
    const posts = bot.said(core).filter((text) => text.startsWith('【明天先看】'));

    expect(told).toContain('【明天先看】3月8日 周日\n「英语1群」Day 7');
    expect(posts).toHaveLength(1);
    expect(posts[0]?.split('\n').length).toBeLessThanOrEqual(8);
    await bot.bot.plan();
    await bot.bot.sender.drain();
    expect(bot.said(core).filter((text) => text.startsWith('【明天先看】'))).toHaveLength(1);
    for (const one of members.slice(0, 2)) await one.leaves(core);
    await bot.passTo('2026-03-08T12:00:00+08:00');
    const [first, second, third] = await slots(scene);
    expect([first?.reason, second?.state, third?.reason]).toEqual(['nobody-here', 'sent', 'nobody-here']);
  });

  test('that failed are told to staff, who send them again', async () => {
    const scene = await startCoreScene(dialect);
    const { bot, core, staff, tells } = scene;
    await enter(scene, 1);
    bot.gateway.beforeSend = ({ to }) => {
      if ('roomPlatformId' in to && to.roomPlatformId === core.platformId)
        throw new SendError('not-sent', 'gone', 'no room');
    };
    await bot.passTo('2026-03-06T09:00:00+08:00');

    const told = bot.said(staff).find((text) => text.startsWith('【没有推送】')) ?? '';
    expect(told).toContain('「核心群」今天的核心群预告：找不到这个群，机器人可能不在群里了');
    const again = /发送：(\/补发 \d+)/u.exec(told)?.[1] ?? '';
    bot.gateway.beforeSend = () => {};
    expect(await tells(again)).toContain('核心群');
    await bot.bot.sender.drain();
    expect(bot.said(core).join('\n')).toContain('【明天先看】3月7日');
  });

  test('that came too late are told to staff where there was something to say, who bring them today', async () => {
    const scene = await startCoreScene(dialect);
    const { bot, core, staff, tells, room, owner } = scene;
    await enter(scene, 1);
    bot.clock.moveTo(Date.parse('2026-03-06T13:00:00+08:00'));
    await bot.passTo('2026-03-06T13:10:00+08:00');

    const told = bot.said(staff).findLast((text) => text.startsWith('【没有推送】')) ?? '';
    expect(told).toContain('「核心群」今天的核心群预告：当时没有运行，错过了时间');
    expect(await tells('/核心群 补发 核心群预告')).toContain('马上发到「核心群」');
    expect(bot.said(core).join('\n')).toContain('【明天先看】3月7日');
    expect(await owner.says('/补发 核心群预告', room)).toContain('没有要推送的内容');
    await bot.passTo('2026-03-06T14:00:00+08:00');
    expect(bot.said(core).filter((text) => text.startsWith('【明天先看】'))).toHaveLength(1);
  });

  test('of which nothing was lost are told to nobody', async () => {
    const { bot, staff } = await startCoreScene(dialect);
    bot.clock.moveTo(Date.parse('2026-03-06T13:00:00+08:00'));
    await bot.passTo('2026-03-06T13:10:00+08:00');

    expect(bot.said(staff).join('\n')).not.toContain('核心群预告');
  });

  test(
    'bring thanks once a calendar month, with what the rows tell, also across the year',
    { timeout: 30_000 },
    async () => {
      const scene = await startCoreScene(dialect, { now: '2026-11-30T09:00:00+08:00' });
      const { bot, members, room, core } = scene;
      await enter(scene, 2);
      const [lin, zhou] = members as [TestPerson, TestPerson];
      await lin.says('打卡 读完了', room);
      await deserve(scene, zhou, { quizzes: 1, referrals: 2 });
      const thanks: string[] = [];
      for (const day of ['2026-12-01', '2026-12-02', '2026-12-31', '2027-01-01', '2027-01-02', '2027-02-01']) {
        // Days between are slept through: what was missed there is skipped.
        bot.clock.moveTo(Date.parse(`${day}T08:00:00+08:00`));
        await bot.bot.plan();
        thanks.push((await bot.passTo(`${day}T09:00:00+08:00`))(core));
        if (day === '2026-12-02') await lin.says('打卡 读完了', room);
      }

      const told = thanks.map((text) => /【感谢】.*/u.exec(text)?.[0] ?? '');
      expect(told.map((line) => line !== '')).toEqual([true, false, false, true, false, true]);
      expect(told[0]).toContain('11月');
      expect(thanks[0]).toContain('小周：带来 2 位新朋友，答题 1 次\n小林：打卡 1 天');
      expect(thanks[0]?.split('\n\n')[0]?.split('\n').length).toBeLessThanOrEqual(8);
      expect(told[3]).toContain('12月');
      expect(thanks[3]).toContain('小林：打卡 1 天\n还有 小周，一样谢谢');
      expect(thanks[3]).not.toContain('小周：');
      expect(told[5]).toContain('1月');
    },
  );

  test('thank nobody for a month in which nobody was there yet', async () => {
    const scene = await startCoreScene(dialect, { now: '2026-03-31T09:00:00+08:00' });
    const { bot, core } = scene;
    await bot.passTo('2026-04-01T09:00:00+08:00');
    await enter(scene, 1);

    expect((await bot.passTo('2026-04-03T12:00:00+08:00'))(core)).not.toContain('【感谢】');
    expect((await bot.passTo('2026-05-01T12:00:00+08:00'))(core)).toContain('【感谢】');
  });
});
