import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { importOrderFile } from '../../../src/import-order-file.js';
import { describeDialects } from '../../support/dialects.js';
import { confirmed, startCardRoom } from './card-room.js';

const HEADING = ['成员', '课程', '会员卡', '金额', '付款日期', '订单号', '备注'] as const;

describeDialects('lists of orders', (dialect) => {
  async function startImport() {
    const scene = await startCardRoom(dialect);
    const { bot } = scene;
    const folder = mkdtempSync(join(tmpdir(), 'zaoba-orders-'));
    const save = (name: string, bytes: string | Uint8Array): string => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const target = { database: bot.database, clock: bot.clock, accountName: 'test', pacing: 'simulated' } as const;
    const run = (path: string, how: { dryRun?: boolean; skipBad?: boolean } = {}) =>
      importOrderFile(target, path, { dryRun: false, skipBad: false, ...how });
    const count = () =>
      bot.database.transaction(async (tx) => (await tx.selectFrom('sales_order').select('id').execute()).length);
    return { ...scene, save, run, count };
  }

  const csv = (...rows: readonly string[]) => [HEADING.join(','), ...rows].join('\r\n');

  test('a file is tried, then taken; taken twice it changes nothing', async () => {
    const { owner, save, run, count } = await startImport();
    const path = save(
      'orders.csv',
      `\uFEFF${csv('小林,英语,季卡,199,2026-02-01,A1,老会员', '小周,英语,月卡,0,2026-03-01,A2,')}`,
    );

    expect(await run(path, { dryRun: true })).toEqual({
      report: '可以导入：2 笔；以前导过：0 笔；不对的：0 处\n这是试跑，什么都没有写入。',
      ok: true,
    });
    expect(await count()).toBe(0);
    expect((await run(path)).report).toContain('已导入 2 笔。');
    expect(await owner.whispers('/会员 @小林')).toContain('英语 季卡：到 4月30日');
    const again = await run(path);
    expect(again).toEqual({ report: '可以导入：0 笔；以前导过：2 笔；不对的：0 处\n已导入 0 笔。', ok: true });
    expect(await count()).toBe(2);
  });

  test('one wrong row stops all of them, unless wrong ones are to be left out', async () => {
    const { bot, room, save, run, count } = await startImport();
    await bot.person('小林', 'wx-second-lin').joins(room);
    const path = save(
      'orders.csv',
      csv(
        '小周,英语,季卡,199,2026-02-01,A1,',
        '小林,英语,季卡,199,2026-02-01,A2,',
        '没来过,英语,季卡,199,2026-02-01,A3,',
        '小周,法语,季卡,199,2026-02-01,A4,',
        '小周,英语,季卡,十九,2026-02-01,A5,',
      ),
    );

    const { report, ok } = await run(path);
    expect(ok).toBe(false);
    expect(report.split('\n')).toEqual([
      '可以导入：1 笔；以前导过：0 笔；不对的：4 处',
      '第 3 行「成员」：叫「小林」的不止一人，请写成「小林#编号」',
      '第 4 行「成员」：群里没有叫「没来过」的人，名字要和群昵称一样',
      '第 5 行「课程」：没有「法语」这门课',
      '第 6 行「金额」：「十九」不是金额，最多两位小数',
      '有不对的行，什么都没有写入。改好再导，或加 --skip-bad 跳过它们。',
    ]);
    expect(await count()).toBe(0);
    expect((await run(path, { skipBad: true })).report).toContain('已导入 1 笔，跳过 4 处不对的。');
    expect(await count()).toBe(1);
    const changed = save('changed.csv', csv('小周,英语,年卡,199,2026-02-01,A1,'));
    expect((await run(changed)).report).toContain('第 2 行「订单号」：「A1」已经记过，但内容不一样');
  });

  test('an Excel workbook and a CSV in GBK are read as well, with the days that Excel means', async () => {
    const { owner, save, run } = await startImport();
    const sheet = utils.aoa_to_sheet([
      ['导出的订单'],
      [],
      [...HEADING],
      ['小林', '英语', '季卡', 199.5, 46_082, 'X1', ''],
    ]);
    const titled = utils.book_new();
    utils.book_append_sheet(
      titled,
      utils.aoa_to_sheet([[...HEADING], ['小林', '英语', '季卡', 199.5, 46_082, 'X1', '']]),
    );
    const wrong = utils.book_new();
    utils.book_append_sheet(wrong, sheet);
    const bytes = (book: typeof titled) =>
      new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);

    expect((await run(save('titled.xlsx', bytes(wrong)))).report).toContain('第 1 行「会员卡」：表头里没有这一列');
    expect((await run(save('orders.xlsx', bytes(titled)))).report).toContain('已导入 1 笔。');
    expect(await owner.whispers('/订单 1')).toContain('已付 199.50 元\n来自表格导入，3月1日 周日 12:00');

    // "成员,课程,会员卡,金额,付款日期,订单号" and a row, as Excel saves them in China.
    const gbk = Buffer.from(
      'b3c9d4b12cbfceb3cc2cbbe1d4b1bfa82cbdf0b6ee2cb8b6bfeec8d5c6da2cb6a9b5a5bac50d0ad0a1d6dc2cd3a2d3ef2cd4c2bfa82c36392c323032362d30332d30312c47310d0a',
      'hex',
    );
    expect((await run(save('gbk.csv', new Uint8Array(gbk)))).report).toContain('已导入 1 笔。');
    await expect(run(save('broken.xlsx', 'PK not a workbook'))).rejects.toThrow('is not an Excel file');
  });

  test('in chat a list is tried, confirmed, taken and undone as one', async () => {
    const { owner, count, room } = await startImport();
    const list = [
      '/订单 导入',
      HEADING.join('\t'),
      '小林\t英语\t季卡\t199\t2026/3/1\tC1\t',
      '小周\t英语\t月卡\t69\t2026/3/1\tC2\t',
    ].join('\n');

    expect(await owner.whispers(list.replace('导入', '导入 试跑'))).toBe('没有写入。能导入 2 笔。');
    expect(await owner.says(list, room)).toContain('不在群里说');
    expect(await confirmed(owner, list)).toBe('导入 2 笔订单。');
    expect(await owner.whispers('/会员 @小周')).toContain('到 3月31日');
    expect(await owner.whispers(list)).toBe('没有写入。能导入 0 笔，2 行以前导过、没有变化。');
    await owner.whispers('/撤销');
    expect(await owner.whispers('/会员 @小周')).toContain('还没有会员卡');
    expect(await confirmed(owner, `${list}\n小陈,英语`)).toContain('第 4 行「会员卡」：没有填');
    expect(await count()).toBe(2);
  });
});
