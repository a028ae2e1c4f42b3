import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { attendanceOf } from '../../../src/domain/attendance.js';
import { lengthOf } from '../../../src/domain/course/course.js';
import type { LocalDay } from '../../../src/domain/local-day.js';
import { DEFAULT_SETTINGS } from '../../../src/domain/room.js';
import { recordCheckIn } from '../../../src/kit/standing.js';
import { findOrAddAccount } from '../../../src/storage/accounts.js';
import { listAttendees } from '../../../src/storage/attendance.js';
import type { Tx } from '../../../src/storage/database.js';
import { listRoomsOfKind } from '../../../src/storage/rooms.js';
import { readTurnout } from '../../../src/storage/turnout.js';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';
import { type Scene, startScene } from './scene.js';

async function toTheFirstDay(scene: Scene, names: readonly string[]) {
  const people = names.map((name) => scene.bot.person(name));
  for (const person of people) await person.joins(scene.room);
  await scene.bot.passTo('2026-03-03T08:10:00+08:00');
  return people;
}

/** Newcomers to a trial have been spoken to in the afternoon. */
async function reviewOfTheFirstDay({ bot, room }: Scene): Promise<string> {
  await bot.passTo('2026-03-03T19:59:00+08:00');
  return (await bot.passTo('2026-03-03T20:00:00+08:00'))(room);
}

describeDialects('the review', (dialect) => {
  test('says how many of how many, praises by name, and counts the open without a name', async () => {
    const scene = await startScene(dialect);
    const [lin, , wang] = await toTheFirstDay(scene, ['小林', '阿陈', '老王']);
    await lin?.says("打卡 Hi, I'm Lin. I'm from Chengdu. I love hot pot.", scene.room);
    await wang?.says('打卡', scene.room);

    const text = await reviewOfTheFirstDay(scene);

    const lines = text.split('\n');
    expect(lines[0]).toBe('【今日点评】3月3日 周二 · Day 1');
    expect(lines[1]?.match(/\d+/gu)?.map(Number).toSorted()).toEqual([2, 3]);
    expect(lines[2]).toMatch(/^👏 .*(小林|老王)/u);
    expect(text).toContain('24:00 前都算');
    expect(text).toContain('记到昨天');
    expect(text).not.toContain('阿陈');
    expect(lines.at(-1)).toMatch(/^打卡 Hi/u);
    expect(lines.length).toBeLessThanOrEqual(8);
    expect(lengthOf(text)).toBeLessThanOrEqual(180);
  });

  test('names milestones of the day, and nobody who left the board', async () => {
    const scene = await startScene(dialect);
    const [lin, chen] = await toTheFirstDay(scene, ['小林', '阿陈']);
    await chen?.says('退出排行', scene.room);
    for (const day of ['03', '04', '05']) {
      await scene.bot.passTo(`2026-03-${day}T08:30:00+08:00`);
      await lin?.says('打卡', scene.room);
      await chen?.says('打卡 今天写了很多很多很多很多很多很多字', scene.room);
    }

    const text = (await scene.bot.passTo('2026-03-05T20:00:00+08:00'))(scene.room);

    expect(text).toMatch(/🎉 .*连续.*：小林 3 天/u);
    expect(text).not.toContain('阿陈');
    expect(text).not.toContain('24:00');
  });

  test('when nobody has checked in it stays warm and names no one', async () => {
    const scene = await startScene(dialect);
    await toTheFirstDay(scene, ['小林', '阿陈']);

    const text = await reviewOfTheFirstDay(scene);

    expect(text).toContain('【今日点评】');
    expect(text).toContain('2 位');
    expect(text).not.toMatch(/小林|阿陈|0 人/u);
    expect(text.split('\n').at(-1)).toMatch(/^打卡 /u);
  });

  test('teachers are not expected, and count once they check in', async () => {
    const scene = await startScene(dialect);
    const [lin] = await toTheFirstDay(scene, ['小林']);
    await lin?.says('打卡', scene.room);
    expect(await scene.owner.says('/预览 今晚', scene.room)).toMatch(/\n✅ \D*1\D+1\D*\n/u);

    await scene.owner.says('打卡', scene.room);

    expect(await scene.owner.says('/预览 今晚', scene.room)).toMatch(/\n✅ \D*2\D+2\D*\n/u);
  });

  test('who has left counts on neither side', async () => {
    const scene = await startScene(dialect);
    const [lin, chen] = await toTheFirstDay(scene, ['小林', '阿陈', '老王']);
    await lin?.says('打卡', scene.room);
    await chen?.says('打卡', scene.room);
    await lin?.leaves(scene.room);

    expect(await scene.owner.says('/预览 今晚', scene.room)).toMatch(/\n✅ \D*(1\D+2|2\D+1)\D*\n/u);
  });

  test.each([
    ['before the course starts', '2026-03-02T20:00:00+08:00', []],
    ['while paused', '2026-03-03T20:00:00+08:00', ['/暂停 3天']],
    ['on a rest day', '2026-03-07T20:00:00+08:00', ['/设置 推送日 工作日']],
    ['after the course', '2026-03-10T20:00:00+08:00', []],
  ])('is silent %s', async (_, instant, commands) => {
    const scene = await startScene(dialect);
    await scene.bot.person('小林').joins(scene.room);
    for (const command of commands) await scene.owner.says(command, scene.room);
    const before = new Date(Date.parse(instant) - 3_600_000).toISOString();
    await scene.bot.passTo(before);

    expect((await scene.bot.passTo(instant))(scene.room)).toBe('');
  });

  test('is caught up until half past nine, marked as late, and skipped afterwards', async () => {
    const late = await startScene(dialect);
    await late.bot.person('小林').joins(late.room);
    await late.bot.passTo('2026-03-03T08:10:00+08:00');
    expect((await late.wakesAt('2026-03-03T21:20:00+08:00'))(late.room)).toContain('【今日点评·补发】3月3日');

    const missed = await startScene(dialect);
    await missed.bot.person('小林').joins(missed.room);
    await missed.bot.passTo('2026-03-03T08:10:00+08:00');
    expect((await missed.wakesAt('2026-03-03T21:31:00+08:00'))(missed.room)).toBe('');
    expect(await missed.rows()).toContainEqual(
      expect.objectContaining({ kind: 'review', state: 'skipped', reason: 'too-late' }),
    );
  });
});

interface Person {
  readonly present: boolean;
  readonly role: 'member' | 'moderator' | 'teacher' | 'manager';
  readonly everywhere: boolean;
  readonly checkedIn: boolean;
  readonly onOtherDay: boolean;
  /** Came into the room only on the day after. */
  readonly cameLater: boolean;
  /** On the day, so that its words are not to be spoken of. */
  readonly brokeRule: boolean;
}

const person: fc.Arbitrary<Person> = fc.record({
  present: fc.boolean(),
  role: fc.constantFrom('member', 'moderator', 'teacher', 'manager'),
  everywhere: fc.boolean(),
  checkedIn: fc.boolean(),
  onOtherDay: fc.boolean(),
  cameLater: fc.boolean(),
  brokeRule: fc.boolean(),
});

const DAY = 20_515 as LocalDay;
/** Midnight of Greenwich, which is 08:00 of the day after in Shanghai. */
const NEXT_DAY = (DAY + 1) * 86_400_000;

describeDialects('the figures of the review', (dialect) => {
  test('equal an independent count in SQL', async () => {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    let serial = 0;

    await fc.assert(
      fc.asyncProperty(fc.array(person, { maxLength: 12 }), async (people) => {
        const room = bot.room(`群${++serial}`);
        await owner.says('/建群 体验', room);
        await bot.database.transaction(async (tx) => {
          const account = await findOrAddAccount(tx, 'test', 0);
          const { id } = (await listRoomsOfKind(tx, account.id, 'trial')).at(-1) ?? { id: 0 };
          await tx
            .deleteFrom('membership')
            .where('room_id', '=', id as never)
            .execute();
          for (const one of people) await seed(tx, id, one);

          const room = { id: id as never, settings: DEFAULT_SETTINGS };
          const { expected, done, open } = attendanceOf(await listAttendees(tx, room, DAY));
          const turnout = await readTurnout(tx, room, DAY);

          expect({ expected, done: done.length, open: open.length }).toEqual(await countBySql(tx, id));
          expect(turnout.open).toBe(open.length);
          const wordsOf = (all: typeof turnout.done) => all.map((one) => [one.memberId, one.checkIn.content]);
          expect(wordsOf(turnout.done)).toEqual(wordsOf(done));
          expect(turnout.done.filter((one) => one.checkIn.content === '')).toHaveLength(await countHushed(tx, id));
        });
      }),
      { numRuns: 40, verbose: 1 },
    );
  });
});

async function seed(
  tx: Tx,
  roomId: number,
  { present, role, everywhere, checkedIn, onOtherDay, cameLater, brokeRule }: Person,
): Promise<void> {
  const { id } = await tx
    .insertInto('member')
    .values({ name: '某人', created_at: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  const key = { room_id: roomId as never, member_id: id };
  await tx
    .insertInto('membership')
    .values({ ...key, name: '某人', joined_at: cameLater ? NEXT_DAY : 1, left_at: present ? null : 2 })
    .execute();
  if (role !== 'member') {
    const scope = everywhere ? 0 : (roomId as never);
    await tx.insertInto('role_grant').values({ member_id: id, room_id: scope, role, granted_at: 1 }).execute();
  }
  const days = [...(onOtherDay ? [(DAY - 1) as LocalDay] : []), ...(checkedIn ? [DAY] : [])];
  for (const day of days) {
    const checkIn = { day, at: 5, evidence: 'text', content: '读了三页' } as const;
    await recordCheckIn(tx, { roomId: key.room_id, memberId: id }, checkIn, 5);
  }
  if (!brokeRule) return;
  const offence = { day: DAY, at: 5, kind: 'ad', verdict: 'hide', content: '兼职' } as const;
  const account = await findOrAddAccount(tx, 'test', 0);
  await tx
    .insertInto('offence')
    .values({ ...key, ...offence, account_id: account.id })
    .execute();
}

async function countHushed(tx: Tx, roomId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from membership m
    where m.room_id = ${roomId} and m.left_at is null
      and exists (select 1 from check_in c where c.day = ${DAY} and c.room_id = m.room_id and c.member_id = m.member_id)
      and exists (select 1 from offence o where o.day = ${DAY} and o.room_id = m.room_id and o.member_id = m.member_id)`.execute(
    tx,
  );
  return Number(rows[0]?.n);
}

async function countBySql(tx: Tx, roomId: number) {
  const checked = sql`exists (select 1 from check_in c where c.day = ${DAY} and c.room_id = m.room_id and c.member_id = m.member_id)`;
  const staff = sql`exists (select 1 from role_grant g where g.member_id = m.member_id and g.room_id in (0, m.room_id)
    and g.role not in ('moderator'))`;
  const count = async (condition: ReturnType<typeof sql>): Promise<number> => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from membership m
      where m.room_id = ${roomId} and m.left_at is null and (m.joined_at < ${NEXT_DAY} or ${checked})
        and (${condition})`.execute(tx);
    return Number(rows[0]?.n);
  };
  return {
    expected: await count(sql`not ${staff} or ${checked}`),
    done: await count(checked),
    open: await count(sql`not ${staff} and not ${checked}`),
  };
}
