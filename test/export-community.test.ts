import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { MemberId, RoomId } from '../src/domain/ids.js';
import { parseLocalDay } from '../src/domain/local-day.js';
import { exportCommunity } from '../src/export-community.js';
import type { Database } from '../src/storage/database.js';
import { openDatabase } from '../src/storage/open-database.js';
import { type Dialect, describeDialects } from './support/dialects.js';
import { readCsv } from './support/read-csv.js';
import { startTestBot, type TestBot } from './support/test-bot.js';

const NAMES = [
  'rooms members check_ins points posts redemptions red_packets',
  'orders cards card_events entitlements',
  'sources referrals tags tag_changes tiers tier_changes',
  'trials moves core_users moderators offences trust_events questions tickets',
].flatMap((some) => some.split(' '));

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zaoba-export-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function exported(bot: Pick<TestBot, 'database' | 'clock'>, folder = freshFolder()) {
  const files = await exportCommunity(bot.database, folder, bot.clock.now());
  return { folder, files, read: (name: string) => readCsv(join(folder, `${name}.csv`)) };
}

async function smallRoom(dialect: Dialect) {
  const bot = await startTestBot({ dialect, now: '2026-03-01T21:00:00+08:00' });
  const room = bot.room('英语1群');
  const owner = await bot.owner();
  await owner.says('/建群 体验 英语', room);
  return { ...bot, room, owner };
}

describeDialects('an export', (dialect) => {
  test('has a row for each room, membership, check-in, entry and slot', async () => {
    const { room, person, passTo, ...bot } = await smallRoom(dialect);
    const lin = person('小林');
    await lin.joins(room);
    for (const day of ['02', '03', '04']) {
      await passTo(`2026-03-${day}T08:05:00+08:00`);
      await lin.says(`打卡 读完 ${day} 课`, room);
    }

    const { files, read } = await exported(bot);

    expect(files.filter(({ rows }) => rows > 0)).toEqual([
      { name: 'rooms.csv', rows: 1 },
      { name: 'members.csv', rows: 1 },
      { name: 'check_ins.csv', rows: 3 },
      { name: 'points.csv', rows: 4 },
      { name: 'posts.csv', rows: 5 },
      { name: 'sources.csv', rows: 1 },
      { name: 'trials.csv', rows: 1 },
    ]);
    expect(read('rooms')).toMatchObject([
      {
        群名: '英语1群',
        类型: '体验群',
        课程: '英语',
        开课日: '2026-03-02',
        在群人数: '1',
        登记时间: '2026-03-01 21:00',
      },
    ]);
    expect(read('members').find((row) => row['成员'] === '小林')).toMatchObject({
      身份: '成员',
      当前连续天数: '3',
      最长连续天数: '3',
      累计天数: '3',
      积分: '35',
      最近打卡日: '2026-03-04',
    });
    expect(read('check_ins')[0]).toMatchObject({
      打卡日: '2026-03-02',
      打卡时间: '2026-03-02 08:05',
      形式: '文字',
      内容: '读完 02 课',
    });
    expect(read('points').map((row) => [row['积分变动'], row['变动后余额'], row['事由']])).toEqual([
      ['10', '10', '打卡'],
      ['10', '20', '打卡'],
      ['10', '30', '打卡'],
      ['5', '35', '连续打卡奖励'],
    ]);
    expect(read('posts').map((row) => [row['推送日'], row['推送'], row['状态'], row['发出时间']])).toEqual([
      ['2026-03-02', '任务', '已发送', '2026-03-02 08:00'],
      ['2026-03-02', '点评', '已发送', '2026-03-02 20:00'],
      ['2026-03-03', '任务', '已发送', '2026-03-03 08:00'],
      ['2026-03-03', '点评', '已发送', '2026-03-03 20:00'],
      ['2026-03-04', '任务', '已发送', '2026-03-04 08:00'],
    ]);
  });

  test('has redemptions and red packets, without addresses', async () => {
    const { owner, room, person, ...bot } = await smallRoom(dialect);
    const lin = person('小林');
    await lin.joins(room);
    await owner.says('/礼品 加 书签 20 要地址', room);
    await owner.says('/积分 小林 +50 分享笔记', room);
    await lin.says('兑换 书签', room);
    await lin.whispers('地址 小林 上海市静安区 1 号');
    const code = /确认 (\d{4})/u.exec(await owner.says('/红包 预算 20元', room))?.[1] ?? '';
    const again = /确认 (\d{4})/u.exec(await owner.says(`确认 ${code}`, room))?.[1];
    if (again !== undefined) await owner.says(`确认 ${again}`, room);
    await owner.says('/红包 记 小林 6.66元 早起冠军', room);

    const { read } = await exported(bot);

    expect(read('redemptions')).toEqual([
      {
        兑换编号: '1',
        群编号: '1',
        群名: '英语1群',
        成员编号: '2',
        成员: '小林',
        礼品: '书签',
        数量: '1',
        积分: '20',
        状态: '待发放',
        兑换时间: '2026-03-01 21:00',
        处理时间: '',
        备注: '',
      },
    ]);
    expect(read('red_packets')).toMatchObject([{ 成员: '小林', '金额（元）': '6.66', 原因: '早起冠军', 作废原因: '' }]);
    expect(read('points').at(-1)).toMatchObject({ 事由: '兑换礼品', 积分变动: '-20' });
  });

  test('has what was paid, what it brought, and how members went on', async () => {
    const { owner, room, person, passTo, ...bot } = await smallRoom(dialect);
    const paid = { topic: '英语付费1群', platformId: '英语付费1群@chatroom' };
    await owner.says('/建群 付费 英语', paid);
    const lin = person('小林');
    await lin.joins(room);
    await owner.says('/权益 季卡 一对一 2次', room);
    await owner.says('/订单 @小林 季卡 199.5 备注：=1+1', room);
    await owner.says('/标签 @小林 +早起', room);
    await owner.says('/版主 加 @小林 30天', room);
    await person('小周').says('兼职刷单，日结300，加微信 abc12345', room);
    await passTo('2026-03-01T21:10:00+08:00');

    const { read } = await exported(bot);

    expect(read('orders')).toMatchObject([
      {
        订单编号: '1',
        成员: '小林',
        课程: '英语',
        会员卡: '季卡',
        '金额（元）': '199.50',
        '已退（元）': '0',
        状态: '已付',
      },
    ]);
    expect(read('orders')[0]).toMatchObject({ 来自: '运营登记', 付款时间: '2026-03-01 21:00', 备注: "'=1+1" });
    expect(read('cards')).toMatchObject([{ 成员: '小林', 会员卡: '季卡', 最后一天: '2026-05-31', 到期已处理: '否' }]);
    expect(read('card_events')).toMatchObject([{ 变动: '开通', 会员卡: '季卡', 订单编号: '1', 操作人: '陈老师' }]);
    expect(read('entitlements')).toMatchObject([{ 权益: '一对一', 次数: '2', 已用: '0' }]);
    expect(read('tags')).toMatchObject([{ 标签: '早起', 来自: '人工', 操作人: '陈老师' }, { 标签: '英语付费' }]);
    expect(read('tag_changes').map((row) => row['变动'])).toContain('加');
    expect(read('trials')).toMatchObject([{ 成员: '小林', 群名: '英语1群', 课程: '英语', 第几轮: '1' }]);
    expect(read('moves')).toMatchObject([{ 方向: '进付费群', 到哪个群: '英语付费1群', 订单编号: '1', 状态: '进行中' }]);
    expect(read('moderators')).toMatchObject([{ 成员: '小林', 群名: '英语1群', 授权的人: '陈老师' }]);
    expect(read('offences')).toMatchObject([{ 成员: '小周', 规则: '广告', 处理: '提醒', 撤销原因: '' }]);
    expect(read('sources').map((row) => row['成员'])).toContain('小林');
  });

  test('has what members asked and told the team', async () => {
    const { room, owner, person, ...bot } = await smallRoom(dialect);
    await person('小林').says('提问 单词总是记不住怎么办', room);
    await person('小周').says('同问 1', room);
    await owner.says('/答疑 1 多读', room);
    await person('小周').says('投诉 太吵', room);

    const { read } = await exported(bot);

    expect(read('questions')).toMatchObject([
      { 编号: '1', 群名: '英语1群', 成员: '小林', 同问: '1', 状态: '已回答', 处理的人: '陈老师', 回答: '多读' },
    ]);
    expect(read('tickets')).toMatchObject([{ 成员: '小周', 类型: '投诉', 内容: '太吵', 在群里说的: '是', 结果: '' }]);
  });

  test('says in words why a post did not appear', async () => {
    const { room, owner, passTo, ...bot } = await smallRoom(dialect);
    await owner.says('/暂停 2天', room);
    await passTo('2026-03-02T08:30:00+08:00');

    const { read } = await exported(bot);

    expect(read('posts')).toMatchObject([{ 状态: '未推送', 原因: '推送已暂停', 发出时间: '', 补发: '否' }]);
  });

  test('shows a streak that has ended as ended, and the owner as such', async () => {
    const { room, owner, person, passTo, ...bot } = await smallRoom(dialect);
    const lin = person('小林');
    await lin.says('打卡', room);
    await owner.says('打卡', room);
    await passTo('2026-03-04T09:00:00+08:00');
    await lin.leaves(room);

    const rows = (await exported(bot)).read('members');

    expect(rows.find((row) => row['成员'] === '小林')).toMatchObject({
      当前连续天数: '0',
      最长连续天数: '1',
      退群时间: '2026-03-04 09:00',
    });
    expect(rows.find((row) => row['成员'] === '陈老师')).toMatchObject({ 身份: '群主' });
  });

  test('gives times in the room’s own zone', async () => {
    const { room, owner, ...bot } = await smallRoom(dialect);
    await owner.says('/设置 时区 America/New_York', room);
    await owner.says('打卡', room);

    const { read } = await exported(bot);

    expect(read('rooms')[0]).toMatchObject({ 时区: 'America/New_York', 登记时间: '2026-03-01 08:00' });
    expect(read('check_ins')[0]).toMatchObject({ 打卡日: '2026-03-01', 打卡时间: '2026-03-01 08:00' });
  });

  test('keeps hostile names and contents whole and harmless', async () => {
    const { room, person, ...bot } = await smallRoom(dialect);
    const names = [
      '=cmd|"/c calc"!A1',
      '小"林",\n二',
      '\u202e卡打\u202c',
      '👩‍👩‍👧‍👦 🇨🇳',
      '＠群主',
      'a\u0000b',
      '\tTab',
      '-5℃',
    ];
    for (const [index, name] of names.entries())
      await person(name, `wx-${index}`).says('打卡 读了《一》，\n"二"=1+1', room);

    const rows = (await exported(bot)).read('check_ins');

    const shown = ['\'=cmd|"/c calc"!A1', names[1], names[2], names[3], "'＠群主", 'a\uFFFDb', "'\tTab", "'-5℃"];
    expect(rows.map((row) => row['成员'])).toEqual(shown);
    expect(rows[0]?.['内容']).toBe('读了《一》，\n"二"=1+1');
  });

  test('replaces older files, is readable by its owner alone, and leaves nothing unfinished', async () => {
    const { room: _room, owner: _owner, ...bot } = await smallRoom(dialect);
    const folder = join(freshFolder(), 'a', 'b');
    await exported(bot, folder);
    writeFileSync(join(folder, 'rooms.csv'), 'old', { mode: 0o644 });
    writeFileSync(join(folder, 'rooms.csv.unfinished'), 'of a run that was cut off');

    const { read } = await exported(bot, folder);

    expect(read('rooms')).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(NAMES.map((name) => `${name}.csv`).toSorted());
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  test('of an unused bot has headings alone', async () => {
    const bot = await startTestBot({ dialect });

    const { folder, files } = await exported(bot);

    expect(files).toEqual(NAMES.map((name) => ({ name: `${name}.csv`, rows: 0 })));
    expect(readFileSync(join(folder, 'rooms.csv'), 'utf8')).toMatch(/^\uFEFF群编号,群名,类型,.*\r\n$/);
  });

  test('refuses a file in place of the directory', async () => {
    const bot = await startTestBot({ dialect });
    const file = join(freshFolder(), 'taken');
    writeFileSync(file, '');

    await expect(exported(bot, file)).rejects.toThrow(`${file} is a file. Name a directory.`);
    await expect(exported(bot, join(file, 'below'))).rejects.toThrow('is a file. Name a directory.');
  });

  test('works beside the running bot', async () => {
    let url = '';
    const noting: Dialect = { ...dialect, communityUrl: async () => (url = await dialect.communityUrl()) };
    const { room, person, clock } = await smallRoom(noting);
    const shared = openDatabase(url, () => {}, { shared: true });
    onTestFinished(() => shared.close());
    await person('小林').says('打卡', room);

    const { read } = await exported({ database: shared, clock });

    expect(read('check_ins')).toHaveLength(1);
    expect(await person('小陈').says('打卡', room)).toContain('小陈');
  });

  test('walks page by page through more rows than a page holds, missing none', async () => {
    const bot = await startTestBot({ dialect });
    await fill(bot.database);

    const { read, files } = await exported(bot);

    expect(files.map(({ rows }) => rows)).toEqual([2, 2_400, 4_800, 2_400, 2_400, ...NAMES.slice(5).map(() => 0)]);
    expect(new Set(read('check_ins').map((row) => `${row['打卡日']} ${row['群编号']} ${row['成员编号']}`)).size).toBe(
      4_800,
    );
    expect(new Set(read('members').map((row) => `${row['群编号']} ${row['成员编号']}`)).size).toBe(2_400);
    expect(new Set(read('points').map((row) => row['流水号'])).size).toBe(2_400);
    expect(read('posts').every((row, index) => row['推送日'] === dayNumber(index % 1_200))).toBe(true);
  });
});

test('a database that is not there is not made', () => {
  const path = join(freshFolder(), 'none.sqlite');

  expect(() => openDatabase(`file:${path}`, () => {}, { shared: true })).toThrow(`There is no database at ${path}.`);
  expect(existsSync(path)).toBe(false);
});

const FIRST_DAY = parseLocalDay('2020-01-01') ?? 0;

function dayNumber(index: number): string {
  return new Date((FIRST_DAY + index) * 86_400_000).toISOString().slice(0, 10);
}

/** Two rooms of 1,200 members, two check-ins a member, one entry each; a slot a day. */
async function fill(database: Database): Promise<void> {
  const day = (index: number) => (FIRST_DAY + index) as never;
  await database.transaction(async (tx) => {
    const { id: accountId } = await tx.selectFrom('account').select('id').executeTakeFirstOrThrow();
    const ids = Array.from({ length: 1_200 }, (_, index) => (index + 1) as MemberId);
    for (let from = 0; from < ids.length; from += 400) {
      const some = ids.slice(from, from + 400);
      await tx
        .insertInto('member')
        .values(some.map((id) => ({ id, name: `m${id}`, created_at: 0 })))
        .execute();
    }
    for (const roomId of [1, 2] as RoomId[]) {
      await tx
        .insertInto('room')
        .values({ id: roomId, account_id: accountId, topic: `r${roomId}` })
        .execute();
      for (let from = 0; from < ids.length; from += 400) {
        const keys = ids.slice(from, from + 400).map((memberId) => ({ room_id: roomId, member_id: memberId }));
        await tx
          .insertInto('membership')
          .values(keys.map((key) => ({ ...key, name: 'm', joined_at: 0 })))
          .execute();
        const marks = keys.flatMap((key) => [day(0), day(1)].map((one) => ({ ...key, day: one, at: 0, content: '' })));
        await tx
          .insertInto('check_in')
          .values(marks.map((mark) => ({ ...mark, evidence: 'none' as const })))
          .execute();
        const entries = keys.map((key) => ({ ...key, day: day(0), at: 0, amount: 10, balance: 10 }));
        await tx
          .insertInto('points_entry')
          .values(entries.map((entry) => ({ ...entry, reason: 'check-in' as const })))
          .execute();
        const slots = keys.map((_, index) => ({ room_id: roomId, day: day(from + index), account_id: accountId }));
        const common = {
          kind: 'task',
          priority: 3,
          started: 1,
          state: 'sent',
          body: '',
          not_before: 0,
          expires_at: 0,
          created_at: 0,
        } as const;
        await tx
          .insertInto('outbox')
          .values(slots.map((slot) => ({ ...slot, ...common })))
          .execute();
      }
    }
  });
}
