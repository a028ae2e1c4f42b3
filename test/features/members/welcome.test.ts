import { expect, test } from 'vitest';
import { CAREFUL_PACING, type Pacing } from '../../../src/domain/pacing.js';
import type { ChatPerson, ChatRoom } from '../../../src/ports/chat-gateway.js';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot, type TestBot } from '../../support/test-bot.js';

/** Careful, but with answers at once, so that each moment is about the welcome. */
const PACING: Pacing = { ...CAREFUL_PACING, minGap: 0, maxGap: 0, perMinute: 1_000, perDay: 10_000 };

async function roster(bot: TestBot, room: ChatRoom, people: readonly ChatPerson[]): Promise<string[]> {
  const before = bot.said(room).length;
  await bot.bot.receive({ type: 'room.roster', room, people, at: bot.clock.now() });
  await bot.bot.sender.drain();
  return bot.said(room).slice(before);
}

describeDialects('the welcome', (dialect) => {
  async function startRoom(now = '2026-03-02T09:00:00+08:00') {
    const bot = await startTestBot({ dialect, now, pacing: PACING });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 体验 英语', room);
    const welcomes = () => bot.said(room).filter((text) => text.startsWith('👋'));
    return { bot, owner, room, welcomes };
  }

  test('those who come within three minutes are welcomed together', async () => {
    const { bot, room, welcomes } = await startRoom();
    await bot.person('小林').joins(room);
    await bot.passTo('2026-03-02T09:01:00+08:00');
    await bot.person('阿陈').joins(room);
    await bot.passTo('2026-03-02T09:02:58+08:00');
    expect(welcomes()).toEqual([]);

    await bot.passTo('2026-03-02T09:03:00+08:00');
    await bot.passTo('2026-03-02T09:10:00+08:00');

    expect(welcomes()).toHaveLength(1);
    expect(welcomes()[0]).toContain('小林、阿陈');
  });

  test('seven who come at once are five names and a number', async () => {
    const { bot, room, welcomes } = await startRoom();
    for (const name of ['一', '二', '三', '四', '五', '六', '七']) await bot.person(name).joins(room);

    await bot.passTo('2026-03-02T09:05:00+08:00');

    expect(welcomes()[0]).toContain('一、二、三、四、五 等 7 位');
  });

  test('whoever leaves and comes back is not welcomed again, however often', async () => {
    const { bot, room, welcomes } = await startRoom();
    const lin = bot.person('小林');
    await lin.joins(room);
    await bot.passTo('2026-03-02T09:05:00+08:00');

    for (let hour = 10; hour < 15; hour++) {
      await lin.leaves(room);
      await lin.named(`小林${hour}`).joins(room);
      await bot.passTo(`2026-03-02T${hour}:00:00+08:00`);
    }

    expect(welcomes()).toHaveLength(1);
  });

  test('a join that is told twice is one welcome', async () => {
    const { bot, room, welcomes } = await startRoom();
    const lin = bot.person('小林');
    await lin.joins(room);
    await lin.joins(room);

    await bot.passTo('2026-03-02T09:10:00+08:00');

    expect(welcomes()).toHaveLength(1);
    expect(welcomes()[0]).toMatch(/小林(?!、)/u);
  });

  test('whoever comes at night is welcomed at half past seven', async () => {
    const { bot, room, welcomes } = await startRoom('2026-03-02T20:30:00+08:00');
    await bot.passTo('2026-03-02T21:28:00+08:00');
    await bot.person('小林').joins(room);
    await bot.passTo('2026-03-03T01:00:00+08:00');
    await bot.person('阿陈').joins(room);
    await bot.passTo('2026-03-03T07:29:58+08:00');
    expect(welcomes()).toEqual([]);

    await bot.passTo('2026-03-03T07:30:00+08:00');

    expect(welcomes()).toHaveLength(1);
    expect(welcomes()[0]).toContain('小林、阿陈');
  });

  test('the first member list after the registration greets nobody, later ones greet whose coming was not told', async () => {
    const { bot, room, welcomes } = await startRoom();
    const [lin, chen, zhou] = [bot.person('小林'), bot.person('阿陈'), bot.person('老周')];
    expect(bot.gateway.rosterRequests).toContain(room.platformId);

    await roster(bot, room, [lin, chen]);
    await bot.passTo('2026-03-02T09:10:00+08:00');
    expect(welcomes()).toEqual([]);
    await roster(bot, room, [lin, chen, zhou]);
    await bot.passTo('2026-03-02T09:20:00+08:00');

    expect(welcomes()).toHaveLength(1);
    expect(welcomes()[0]).toContain('老周');
    expect(welcomes()[0]).not.toContain('小林');
  });

  test('a staff room and a room that is not registered welcome nobody', async () => {
    const { bot, owner } = await startRoom();
    const [staff, passing] = [bot.room('员工群'), bot.room('路过的群')];
    await owner.says('/建群 员工', staff);
    for (const room of [staff, passing]) await bot.person('小林').joins(room);

    await bot.passTo('2026-03-02T09:10:00+08:00');

    for (const room of [staff, passing]) expect(bot.said(room).join()).not.toContain('👋');
  });
});

describeDialects('who is in the room', (dialect) => {
  async function startRoom() {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 付费', room);
    const people = [bot.person('小林'), bot.person('阿陈')] as const;
    for (const person of people) await person.joins(room);
    const present = async () => {
      const rows = await bot.database.transaction((tx) =>
        tx.selectFrom('membership').select('name').where('left_at', 'is', null).orderBy('member_id').execute(),
      );
      return rows.map((row) => row.name).filter((name) => name !== owner.name);
    };
    return { bot, owner, room, people, present };
  }

  test('somebody who left without a word is noticed by the next member list', async () => {
    const { bot, owner, room, people, present } = await startRoom();
    expect(await present()).toEqual(['小林', '阿陈']);

    await roster(bot, room, [owner, people[0]]);

    expect(await present()).toEqual(['小林']);
  });

  test('a list that could not be read makes nobody leave', async () => {
    const { bot, room, present } = await startRoom();

    await roster(bot, room, []);

    expect(await present()).toEqual(['小林', '阿陈']);
  });

  test('a new name is known from the next word or list, an unreadable one changes nothing', async () => {
    const { bot, owner, room, people, present } = await startRoom();
    const [lin, chen] = people;

    await lin.named('小林改名').says('早', room);
    await roster(bot, room, [owner, lin.named(''), chen.named('阿陈改名')]);

    expect(await present()).toEqual(['小林改名', '阿陈改名']);
  });

  test('who leaves keeps days and points, and is off the board until the return', async () => {
    const { bot, room, people } = await startRoom();
    const [lin, chen] = people;
    await lin.says('打卡', room);
    await lin.leaves(room);
    expect(await chen.says('排行榜', room)).not.toContain('小林');

    await lin.joins(room);

    expect(await lin.says('我的', room)).toContain('累计 1 天\n积分 10');
    await bot.passTo('2026-03-02T09:02:00+08:00');
    expect(await chen.says('排行榜', room)).toContain('小林');
  });
});
