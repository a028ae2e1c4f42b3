import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SIMULATED_PACING } from '../../../src/domain/pacing.js';
import { exportCommunity } from '../../../src/export-community.js';
import { SendError } from '../../../src/ports/chat-gateway.js';
import type { GatewayCapabilities } from '../../../src/ports/chat-gateway.js';
import type { Dialect } from '../../support/dialects.js';
import { describeDialects } from '../../support/dialects.js';
import { readCsv } from '../../support/read-csv.js';
import { startTestBot } from '../../support/test-bot.js';

const EIGHT = '2026-03-03T08:00:00+08:00';
const PICTURE = '[图片] Day 1 day1.png';
const COURSE =
  '/课程 导入 数学\n# 数学\n## 第 1 天 分数\n打卡 做完第 3 页\n\n图片：day1.png\n## 第 2 天\n打卡 做完第 5 页';

interface Options {
  readonly capabilities?: Partial<GatewayCapabilities>;
  readonly put?: boolean;
}

/** A trial room that begins a course with a picture tomorrow, and a staff room. */
async function startPictureRoom(dialect: Dialect, { capabilities = {}, put = true }: Options = {}) {
  const bot = await startTestBot({ dialect, capabilities });
  const owner = await bot.owner();
  const [room, staff] = [bot.room('数学群'), bot.room('员工群')];
  if (put) bot.pictures.put('day1.png');
  await owner.says('/建群 员工', staff);
  const imported = await owner.says(COURSE, staff);
  await owner.says('/建群 体验 数学', room);
  const rows = () =>
    bot.database.transaction((tx) =>
      tx
        .selectFrom('outbox')
        .select(['id', 'kind', 'state', 'reason', 'picture', 'started'])
        .where('kind', 'in', ['task', 'task-picture'])
        .orderBy('id')
        .execute(),
    );
  const picturesSent = () => bot.gateway.sent.filter(({ picture }) => picture !== undefined);
  return { bot, owner, room, staff, imported, rows, picturesSent };
}

type Scene = Awaited<ReturnType<typeof startPictureRoom>>;

/** The next send that matches fails. */
function failNext({ bot }: Scene, of: 'words' | 'picture', error: SendError): void {
  bot.gateway.beforeSend = ({ text, picture }) => {
    if (of === 'picture' ? !picture : !text.startsWith('【今日任务')) return;
    bot.gateway.beforeSend = () => {};
    throw error;
  };
}

const UNKNOWN = new SendError('unknown', 'other', 'no answer');
const GONE = new SendError('not-sent', 'gone', 'no such room');

describeDialects('the picture of a task', (dialect) => {
  test('is posted once, right after its words', async () => {
    const { bot, room, rows, picturesSent } = await startPictureRoom(dialect);

    await bot.passTo('2026-03-03T12:00:00+08:00');
    await bot.bot.plan();
    await bot.bot.sender.drain();

    expect(bot.said(room).slice(-2)).toEqual([expect.stringContaining('【今日任务】3月3日 周二 · Day 1'), PICTURE]);
    expect(picturesSent()).toEqual([{ to: room.platformId, text: PICTURE, mentions: [], picture: 'day1.png' }]);
    expect(await rows()).toMatchObject([
      { kind: 'task', state: 'sent', picture: null },
      { kind: 'task-picture', state: 'sent', picture: 'day1.png' },
    ]);
  });

  test('does not come on a day whose lesson has none', async () => {
    const { bot, picturesSent } = await startPictureRoom(dialect);

    await bot.passTo('2026-03-04T12:00:00+08:00');

    expect(picturesSent()).toHaveLength(1);
  });

  test('is no message of its own in the three that a room gets a day, and waits for no gap', async () => {
    const { bot, room } = await startPictureRoom(dialect);

    await bot.passTo('2026-03-03T08:00:30+08:00');

    const days = await bot.database.transaction((tx) =>
      tx
        .selectFrom('room_day')
        .innerJoin('room', 'room.id', 'room_day.room_id')
        .select('room_day.started')
        .where('topic', '=', room.topic)
        .execute(),
    );
    expect(bot.said(room).at(-1)).toBe(PICTURE);
    expect(days).toEqual([{ started: 1 }]);
  });

  test('keeps the pace of the account', async () => {
    const bot = await startTestBot({ dialect, pacing: { ...SIMULATED_PACING, minGap: 5_000, maxGap: 5_000 } });
    const owner = await bot.owner();
    bot.clock.moveTo(bot.clock.now() + 5_000);
    const room = bot.room('数学群');
    bot.pictures.put('day1.png');
    for (const line of [COURSE, '/建群 体验 数学']) {
      await owner.says(line, room);
      bot.clock.moveTo(bot.clock.now() + 5_000);
      await bot.bot.sender.drain();
    }
    await bot.passTo(EIGHT);
    expect(bot.said(room).at(-1)).toContain('【今日任务】');

    bot.clock.moveTo(Date.parse(EIGHT) + 5_000);
    await bot.bot.sender.drain();

    expect(bot.said(room).at(-1)).toBe(PICTURE);
  });

  test('is cancelled when its words fail, and comes along when they are sent again', async () => {
    const scene = await startPictureRoom(dialect);
    const { bot, owner, room, staff, rows, picturesSent } = scene;
    failNext(scene, 'words', GONE);
    await bot.passTo(EIGHT);
    expect(await rows()).toMatchObject([{ state: 'failed' }, { state: 'cancelled', reason: 'words-not-sent' }]);
    expect(bot.said(staff).join('\n')).not.toContain('任务图片');

    await owner.says('/数学群 补发 任务', staff);

    expect(bot.said(room).slice(-2)).toEqual([expect.stringContaining('【今日任务'), PICTURE]);
    expect(picturesSent()).toHaveLength(1);
    expect(await owner.says('/数学群 补发 任务', staff)).toContain('已经发过了');
    expect(await rows()).toHaveLength(2);
  });

  test('waits while it is not known whether its words arrived, and goes with them when a person sends them again', async () => {
    const scene = await startPictureRoom(dialect);
    const { bot, owner, room, staff, rows, picturesSent } = scene;
    failNext(scene, 'words', UNKNOWN);
    await bot.passTo('2026-03-03T08:30:00+08:00');
    expect(picturesSent()).toEqual([]);
    const [words] = await rows();

    await owner.says(`/补发 ${words?.id}`, staff);
    await bot.passTo('2026-03-03T08:31:00+08:00');

    expect(bot.said(room).slice(-2)).toEqual([expect.stringContaining('【今日任务'), PICTURE]);
    expect(await rows()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
  });

  test('follows when a person says that the words have arrived', async () => {
    const scene = await startPictureRoom(dialect);
    const { bot, owner, staff, rows, picturesSent } = scene;
    failNext(scene, 'words', UNKNOWN);
    await bot.passTo(EIGHT);
    const [words] = await rows();

    await owner.says(`/状态 ${words?.id} 已发`, staff);
    await bot.passTo('2026-03-03T08:01:00+08:00');

    expect(picturesSent()).toHaveLength(1);
  });

  test('follows when the echo of its words comes late', async () => {
    const scene = await startPictureRoom(dialect);
    const { bot, room, rows, picturesSent } = scene;
    let words = '';
    failNext(scene, 'words', UNKNOWN);
    const failing = bot.gateway.beforeSend;
    bot.gateway.beforeSend = (message) => {
      if (message.text.startsWith('【今日任务')) words = message.text;
      failing(message);
    };
    await bot.passTo(EIGHT);
    const to = { roomPlatformId: room.platformId };
    await bot.bot.receive({ type: 'message.echoed', messageId: 'late', sentAt: bot.clock.now(), to, text: words });
    await bot.passTo('2026-03-03T08:01:00+08:00');

    expect(picturesSent()).toHaveLength(1);
    expect(await rows()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
  });

  test('is given up when its words stay unknown, and staff are told how to send it', async () => {
    const scene = await startPictureRoom(dialect);
    const { bot, owner, staff, rows, picturesSent } = scene;
    failNext(scene, 'words', UNKNOWN);

    await bot.passTo('2026-03-03T11:30:00+08:00');

    const [, picture] = await rows();
    expect(picture).toMatchObject({ state: 'cancelled', reason: 'words-uncertain' });
    expect(bot.said(staff).at(-1)).toContain('「数学群」今天的任务图片：前面的文字不确定是否发出，图片先不发');
    await owner.says(`/补发 ${picture?.id}`, staff);
    expect(picturesSent()).toHaveLength(1);
  });

  test('that may have arrived is uncertain, shown, and never repeated by itself', async () => {
    const scene = await startPictureRoom(dialect);
    const { bot, owner, room, staff, rows, picturesSent } = scene;
    failNext(scene, 'picture', UNKNOWN);
    await bot.passTo(EIGHT);
    const to = { roomPlatformId: room.platformId };
    await bot.bot.receive({ type: 'message.echoed', messageId: 'e', sentAt: bot.clock.now(), to, text: '' });
    await bot.bot.receive({ type: 'message.echoed', messageId: 'f', sentAt: bot.clock.now(), to, text: PICTURE });

    await bot.passTo('2026-03-03T12:00:00+08:00');

    const [, picture] = await rows();
    expect(picture).toMatchObject({ state: 'uncertain' });
    expect(picturesSent()).toEqual([]);
    expect(await owner.says('/状态', staff)).toContain(`编号 ${picture?.id}「数学群」3月3日任务图片`);
    await owner.says(`/补发 ${picture?.id}`, staff);
    expect(picturesSent()).toHaveLength(1);
  });

  test('that is missing is skipped with a reason; the words go out, staff are told once, and it can be sent later', async () => {
    const { bot, owner, room, staff, rows, picturesSent } = await startPictureRoom(dialect, { put: false });

    await bot.passTo('2026-03-03T12:00:00+08:00');

    const [, picture] = await rows();
    expect(bot.said(room).at(-1)).toContain('【今日任务】');
    expect(picture).toMatchObject({ state: 'skipped', reason: 'picture-missing' });
    const told = bot.said(staff).filter((text) => text.startsWith('【没有推送】'));
    expect(told).toEqual([
      [
        '【没有推送】',
        '「数学群」今天的任务图片：没有这个图片文件',
        '请放进数据文件夹的 pictures：day1.png',
        `再发送：/补发 ${picture?.id}`,
      ].join('\n'),
    ]);
    expect(await owner.says('/状态', staff)).toContain('「数学群」任务图片：没有这个图片文件');

    bot.pictures.put('day1.png');
    await owner.says(`/补发 ${picture?.id}`, staff);
    expect(bot.said(room).at(-1)).toBe(PICTURE);
    expect(picturesSent()).toHaveLength(1);
  });

  test('that no puppet can send is skipped, and a person is asked to send it', async () => {
    const { bot, owner, imported, room, staff, rows } = await startPictureRoom(dialect, {
      capabilities: { sendPicture: false },
    });

    await bot.passTo(EIGHT);

    expect(imported).toContain('现在的微信接入方式发不了图片，到时只发文字');
    expect(bot.said(room).at(-1)).toContain('【今日任务】');
    expect(await rows()).toMatchObject([{ state: 'sent' }, { state: 'skipped', reason: 'picture-unsupported' }]);
    expect(bot.said(staff).at(-1)).toContain('请人工发到群里：day1.png');
    expect(bot.pictures.asked).toEqual([]);

    const [, picture] = await rows();
    expect(bot.said(staff).at(-1)).toContain(`/状态 ${picture?.id} 已发`);
    await owner.says(`/状态 ${picture?.id} 已发`, staff);
    expect((await rows())[1]).toMatchObject({ state: 'sent' });
  });

  test('that the puppet turns out not to know is no trouble of the account', async () => {
    const scene = await startPictureRoom(dialect);
    failNext(scene, 'picture', new SendError('not-sent', 'unsupported', 'Unsupported API'));

    await scene.bot.passTo(EIGHT);

    expect(await scene.rows()).toMatchObject([{ state: 'sent' }, { state: 'failed', reason: 'picture-unsupported' }]);
    expect(scene.bot.said(scene.staff).at(-1)).toContain('请人工发到群里：day1.png');
    const account = await scene.bot.database.transaction((tx) =>
      tx.selectFrom('account').select('failures').executeTakeFirstOrThrow(),
    );
    expect(account.failures).toBe(0);
  });

  test('waits for a connection that broke after its words, and is posted once', async () => {
    const scene = await startPictureRoom(dialect);
    const { bot, rows, picturesSent } = scene;
    failNext(scene, 'picture', new SendError('not-sent', 'offline', 'the wire is cut'));
    await bot.passTo(EIGHT);
    const states = (await rows()).map(({ state }) => state);

    await bot.passTo('2026-03-03T08:05:00+08:00');

    expect(states[0]).toBe('sent');
    expect((await rows()).map(({ state }) => state)).toEqual(['sent', 'sent']);
    expect(picturesSent()).toHaveLength(1);
  });

  test('of words that a person fills in by hand goes along, with the name that the lesson has now', async () => {
    const { bot, owner, room, picturesSent } = await startPictureRoom(dialect);
    bot.pictures.put('new.png');
    bot.clock.moveTo(Date.parse('2026-03-03T13:00:00+08:00'));
    await bot.bot.plan();
    await bot.bot.sender.drain();
    await owner.says('/任务 今天 打卡 短一些\n图片：new.png', room);

    await owner.says('/补发 任务', room);

    expect(picturesSent().map(({ picture }) => picture)).toEqual(['new.png']);
  });

  test('is told in the preview, after the very words, and what is missing for it', async () => {
    const { bot, owner, staff, room } = await startPictureRoom(dialect);
    const words = (await owner.says('/数学群 预览 明早', staff)).split('\n\n');
    expect(words.at(-1)).toBe('随后发图片：day1.png');

    bot.pictures.spoil('day1.png', 'picture-too-large');
    expect(await owner.says('/数学群 预览 明早', staff)).toContain('到时发不出，只发文字：图片超过 10 MB');
    bot.pictures.put('day1.png');
    await bot.passTo(EIGHT);

    expect(bot.said(room).at(-2)).toBe(words.slice(0, -1).join('\n\n'));
  });

  test('is told at nine the evening before when it is missing', async () => {
    const { bot, staff } = await startPictureRoom(dialect, { put: false });

    const heard = await bot.passTo('2026-03-02T21:00:00+08:00');

    expect(heard(staff).split('\n')).toEqual([
      '【明早预告】3月3日 周二',
      '注意：「数学群」Day 1 分数；图片 day1.png：没有这个图片文件',
      '请放进数据文件夹的 pictures：day1.png',
    ]);
  });

  test('an import says which pictures are not there yet, and so does a lesson that is changed', async () => {
    const { bot, owner, room, imported } = await startPictureRoom(dialect, { put: false });

    expect(imported).toContain('其中 1 课有图片，推送时跟在文字后面\n还缺 1 张，请放进数据文件夹的 pictures：day1.png');
    bot.pictures.put('day1.png');
    expect(await owner.says('/任务 明天 打卡 短\n图片：day2.png', room)).toContain('图片 day2.png 到时发不出');
    expect(await owner.says('/任务 明天 打卡 短\n图片：day1.png', room)).not.toContain('发不出');
  });

  test('has a row of its own in an export, with what became of it', async () => {
    const { bot } = await startPictureRoom(dialect, { put: false });
    await bot.passTo('2026-03-03T08:05:00+08:00');
    const folder = mkdtempSync(join(tmpdir(), 'zaoba-export-'));

    await exportCommunity(bot.database, folder, bot.clock.now());

    const posts = readCsv(join(folder, 'posts.csv')).filter((row) => row['推送日'] === '2026-03-03');
    expect(posts).toMatchObject([
      { 推送: '任务', 状态: '已发送', 原因: '' },
      { 推送: '任务图片', 状态: '未推送', 原因: '没有这个图片文件' },
    ]);
  });

  test('with a name that leads elsewhere is refused before anything is looked up', async () => {
    const { bot, owner, room } = await startPictureRoom(dialect);
    bot.pictures.asked.length = 0;

    for (const name of ['../x.png', '/etc/x.png', 'a\0b.png', 'a/../../b.png', 'x.exe']) {
      const answer = await owner.says(`/课程 导入 坏\n# 坏\n## 第 1 天\n打卡\n\n图片：${name}`, room);
      expect(answer).toContain('用不了');
    }
    expect(bot.pictures.asked).toEqual([]);
  });
});
