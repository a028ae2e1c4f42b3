import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type DemoParts, demoCommunity } from '../src/demo-community.js';
import { demoPicture } from '../src/demo-picture.js';
import { openSimulatedCommunity, type SimulatedCommunity } from './support/simulated-community.js';

const MONDAY_MORNING = '2026-03-02T10:00:00+08:00';
const LONGEST_MS = 15_000;

const TRIAL = '英语体验1群';
const PAID = '唐诗晨读1群';

/** Someone who has claimed the bot before the demonstration. */
async function claimAs(name: string, { wechat, claimCode, timeMachine }: SimulatedCommunity): Promise<void> {
  const person = wechat.addPerson(name);
  wechat.say(person.id, person.id, `认领 ${claimCode()}`);
  while (claimCode() !== undefined) await sleep(10);
  await timeMachine.moveBy(0);
}

describe('the demonstration', () => {
  const opened: SimulatedCommunity[] = [];
  let fresh: SimulatedCommunity;
  let claimed: SimulatedCommunity;
  let took = 0;

  beforeAll(async () => {
    opened.push(await openSimulatedCommunity(':memory:', MONDAY_MORNING));
    opened.push(await openSimulatedCommunity(':memory:', MONDAY_MORNING));
    [fresh, claimed] = opened as [SimulatedCommunity, SimulatedCommunity];
    const began = performance.now();
    await demoCommunity(fresh);
    took = performance.now() - began;
    await claimAs('王校长', claimed);
    await demoCommunity(claimed);
  });

  afterAll(async () => {
    for (const community of opened) await community.stop();
  });

  test(`takes less than ${LONGEST_MS / 1_000} seconds`, () => {
    expect(took).toBeLessThan(LONGEST_MS);
  });

  test('has two rooms and a staff room, twelve members and an owner', async () => {
    const rooms = await fresh.database.transaction((tx) =>
      tx
        .selectFrom('room')
        .leftJoin('course', 'course.id', 'course_id')
        .select(['topic', 'kind', 'name'])
        .orderBy('room.id')
        .execute(),
    );

    expect(rooms).toEqual([
      { topic: TRIAL, kind: 'trial', name: '英语' },
      { topic: PAID, kind: 'paid', name: '唐诗' },
      { topic: '员工群', kind: 'staff', name: null },
    ]);
    expect(fresh.wechat.people()).toHaveLength(1 + 12 + 1);
    expect(fresh.claimCode()).toBeUndefined();
  });

  test.each([
    { topic: TRIAL, name: '栗子Lily', streak: 7, total: 7, points: 95 },
    { topic: TRIAL, name: '老周', streak: 7, total: 7, points: 95 },
    { topic: TRIAL, name: '豆豆妈妈', streak: 3, total: 6, points: 70 },
    { topic: TRIAL, name: '阿May☕', streak: 1, total: 5, points: 50 },
    { topic: TRIAL, name: '夜猫子Kevin', streak: 6, total: 6, points: 65 },
    { topic: TRIAL, name: '小雨🌧️', streak: 5, total: 5, points: 55 },
    { topic: TRIAL, name: '晓峰', streak: 1, total: 3, points: 30 },
    { topic: TRIAL, name: '陈老师', streak: 0, total: 0, points: 0 },
    { topic: PAID, name: '南山一叶', streak: 7, total: 7, points: 95 },
    { topic: PAID, name: '老张头🌿', streak: 7, total: 7, points: 95 },
    { topic: PAID, name: '桃子酱🍑', streak: 2, total: 6, points: 65 },
    { topic: PAID, name: '清欢', streak: 3, total: 6, points: 70 },
    { topic: PAID, name: '王大锤', streak: 1, total: 4, points: 40 },
    { topic: PAID, name: '豆豆妈妈', streak: 1, total: 4, points: 40 },
  ])('$name in $topic has $streak days running of $total', async ({ topic, name, ...figures }) => {
    const [standing] = await fresh.database.transaction((tx) =>
      tx
        .selectFrom('membership')
        .innerJoin('room', 'room.id', 'room_id')
        .select(['streak', 'total', 'points'])
        .where('topic', '=', topic)
        .where('name', '=', name)
        .execute(),
    );

    expect(standing).toEqual(figures);
  });

  test('keeps what pictures and voices prove', async () => {
    const rows = await fresh.database.transaction((tx) =>
      tx
        .selectFrom('check_in')
        .select(['evidence', (eb) => eb.fn.countAll<number>().as('count')])
        .groupBy('evidence')
        .execute(),
    );

    expect(Object.fromEntries(rows.map(({ evidence, count }) => [evidence, count]))).toEqual({
      text: 60,
      picture: 8,
      voice: 5,
    });
  });

  test('reviews each day with the numbers of that evening', () => {
    const counts = (topic: string) =>
      fresh
        .transcript(topic)
        .filter((line) => line.includes('【今日点评】'))
        .map((line) =>
          (/✅.*/u.exec(line)?.[0].match(/\d+/gu) ?? [])
            .map(Number)
            .toSorted((a, b) => a - b)
            .join('/'),
        );

    expect(counts(TRIAL)).toEqual(['5/6', '5/6', '4/7', '4/7', '5/7', '4/7', '6/7']);
    expect(counts(PAID)).toEqual(['6/6', '5/6', '5/6', '4/6', '4/6', '4/6', '6/6']);
  });

  test('posts seven tasks and seven reviews in each room, and seven outlooks, and nothing is left over', async () => {
    const rows = await fresh.database.transaction((tx) =>
      tx
        .selectFrom('outbox')
        .select(['kind', 'state', (eb) => eb.fn.countAll<number>().as('count')])
        .where('day', 'is not', null)
        .groupBy(['kind', 'state'])
        .orderBy('kind')
        .execute(),
    );
    const unsent = await fresh.database.transaction((tx) =>
      tx.selectFrom('outbox').selectAll().where('state', '<>', 'sent').execute(),
    );

    expect(rows).toEqual([
      { kind: 'outlook', state: 'sent', count: 7 },
      { kind: 'review', state: 'sent', count: 14 },
      { kind: 'task', state: 'sent', count: 14 },
    ]);
    expect(unsent).toEqual([]);
  });

  test('answers as in life: a welcome, a second check-in, the small hours, a leaderboard, a roll', () => {
    const said = fresh.transcript(TRIAL).filter((line) => line.startsWith('早八助手: '));

    expect(said.some((line) => line.includes('👋') && line.includes('小雨'))).toBe(true);
    expect(said.some((line) => /阿May☕ 今天(?:已经|的|这一笔|打过)/u.test(line))).toBe(true);
    expect(said.some((line) => line.includes('夜猫子Kevin 的打卡已记到 3月5日，连续 3 天'))).toBe(true);
    expect(said.some((line) => line.includes('连续打卡排行'))).toBe(true);
    expect(fresh.transcript('员工群').at(-1)).toContain('应到 7 人');
  });

  test('makes nothing of talk: every answer in a room belongs to a line that asked for one', () => {
    const lines = fresh.transcript(TRIAL);

    expect(lines[lines.indexOf('夜猫子Kevin: 今天事情好多，晚点再来打卡') + 1]).toBe(
      '陈老师: 不着急，24点前都算今天的',
    );
    expect(lines[lines.indexOf('豆豆妈妈: 亲子跟读，豆豆也学会 thank you 了') + 1]).toBe('豆豆妈妈: 打卡');
  });

  test('logs no fault', () => {
    expect(opened.flatMap(({ log }) => log.lines(40))).toEqual([]);
  });

  test('is led by whoever has claimed the bot, and is the same otherwise', () => {
    expect(claimed.wechat.people().map(({ name }) => name)).not.toContain('陈老师');
    for (const topic of [TRIAL, PAID, '员工群']) {
      expect(claimed.transcript(topic).map((line) => line.replace('王校长', '陈老师'))).toEqual(
        fresh.transcript(topic),
      );
    }
  });

  test('is refused a second time, and changes nothing', async () => {
    const before = fresh.wechat.messagesAfter(0, 5_000).length;

    const again = demoCommunity(fresh);

    await expect(again).rejects.toThrow(new RangeError('The demonstration is here already.'));
    expect(fresh.wechat.messagesAfter(0, 5_000)).toHaveLength(before);
  });
});

test('a demonstration that is asked for before the bot is online begins once it is', async () => {
  const community = await openSimulatedCommunity(':memory:', MONDAY_MORNING);
  onTestFinished(() => community.stop());
  const bot = community.wechat.people().find(({ isBot }) => isBot);
  const comeOnline = (platformId: string | null) =>
    community.database.transaction((tx) => tx.updateTable('account').set({ platform_id: platformId }).execute());
  await comeOnline(null);

  const playing = demoCommunity(community);
  await sleep(300);
  expect(community.wechat.rooms()).toEqual([]);
  await comeOnline(bot?.id ?? null);
  await playing;

  expect(community.wechat.rooms()).toHaveLength(3);
});

describe('a demonstration that cannot be', () => {
  async function prepared(): Promise<SimulatedCommunity> {
    const community = await openSimulatedCommunity(':memory:', MONDAY_MORNING);
    onTestFinished(() => community.stop());
    return community;
  }

  async function expectRefusal(parts: DemoParts, reason: string): Promise<void> {
    await expect(demoCommunity(parts)).rejects.toThrow(new RangeError(reason));
    expect(parts.wechat.rooms()).toEqual([]);
  }

  test('is refused when the bot does not come online', async () => {
    const community = await prepared();
    await community.database.transaction((tx) => tx.updateTable('account').set({ platform_id: null }).execute());

    await expectRefusal(community, 'The bot has not come online within ten seconds.');
  });

  test('is refused when the owner is somebody from elsewhere', async () => {
    const community = await prepared();
    await claimAs('王校长', community);
    await community.database.transaction((tx) =>
      tx.updateTable('member_identity').set({ platform_id: 'from-elsewhere' }).execute(),
    );

    await expectRefusal(community, 'The owner of the bot is nobody in this simulated WeChat.');
  });

  test('is refused without a code to claim the bot with', async () => {
    await expectRefusal(
      { ...(await prepared()), claimCode: () => undefined },
      'The bot has no owner and cannot be claimed.',
    );
  });
});

test('a drawn picture is a small PNG, the same for the same number', () => {
  const { bytes } = demoPicture(3);

  expect(Buffer.from(bytes.subarray(0, 8)).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
  expect(bytes.byteLength).toBeLessThan(8_192);
  expect(demoPicture(3).bytes).toEqual(bytes);
  expect(demoPicture(4).bytes).not.toEqual(bytes);
});
