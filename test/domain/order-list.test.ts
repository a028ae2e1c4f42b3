import { expect, test } from 'vitest';
import { listWords, rowFault } from '../../src/copy/zh-cn/order-import.js';
import { parseCsvTable } from '../../src/domain/csv-table.js';
import { formatLocalDay, type LocalDay, parseLocalDay } from '../../src/domain/local-day.js';
import { readOrderList } from '../../src/domain/order-list.js';

const TODAY = parseLocalDay('2026-03-10') as LocalDay;
const HEADING = '成员,课程,会员卡,金额,付款日期,订单号,备注';

function read(text: string) {
  return readOrderList(parseCsvTable(text), listWords, TODAY);
}

test('rows are read by their heading, in whatever order and with whatever names the columns have', () => {
  const { orders, faults } = read(
    '订单编号\t昵称\t商品\t实付金额\t支付时间\t课程\r\nA1\t小林\t季卡\t¥1,199.50\t2026/3/1 10:20:33\t英语\r\n',
  );

  expect(faults).toEqual([]);
  expect(orders).toEqual([
    {
      line: 2,
      member: '小林',
      course: '英语',
      kind: 'quarter',
      amount: 119_950,
      day: parseLocalDay('2026-03-01'),
      number: 'A1',
      note: null,
    },
  ]);
});

test('days are read as people and Excel write them, and no others', () => {
  const days = ['2026-03-01', '2026/3/1', '2026年3月1日', '2026.03.01', '46082', '2026-03-01T08:00:00'];
  const { orders } = read([HEADING, ...days.map((day, index) => `小林,英语,月卡,69,${day},A${index}`)].join('\n'));
  expect(orders.map(({ day }) => formatLocalDay(day))).toEqual(days.map(() => '2026-03-01'));

  const wrong = read(
    [HEADING, ...['3月1日', '2026-02-30', '昨天', '2026'].map((day) => `小林,英语,月卡,69,${day},A`)].join('\n'),
  );
  expect(wrong.faults.map(({ cause }) => cause)).toEqual(['not-a-day', 'not-a-day', 'not-a-day', 'not-a-day']);
});

test('every fault is told by line, column and cause, in plain words', () => {
  const { orders, faults } = read(
    [
      HEADING,
      '小林,英语,双月卡,一百,2026-13-01,A1',
      ',英语,季卡,199,2026-03-11,',
      '小周,英语,季卡,199,2026-03-01,A3',
      '',
      '小周,英语,季卡,199,2026-03-01,A3',
    ].join('\n'),
  );

  expect(orders).toHaveLength(1);
  expect(faults.map(rowFault)).toEqual([
    '第 2 行「会员卡」：「双月卡」不是会员卡，可以是天卡、周卡、月卡、季卡、年卡、终身卡',
    '第 2 行「金额」：「一百」不是金额，最多两位小数',
    '第 2 行「付款日期」：「2026-13-01」不是日期，请写 2026-03-01',
    '第 3 行「成员」：没有填',
    '第 3 行「订单号」：没有填',
    '第 3 行「付款日期」：「2026-03-11」还没到',
    '第 6 行「订单号」：「A3」在表里出现了两次',
  ]);
});

test('a list without a heading that it needs says which one', () => {
  expect(read('成员,课程\n小林,英语').faults.map(rowFault)).toEqual([
    '第 1 行「会员卡」：表头里没有这一列',
    '第 1 行「金额」：表头里没有这一列',
    '第 1 行「付款日期」：表头里没有这一列',
    '第 1 行「订单号」：表头里没有这一列',
  ]);
  expect(read('').orders).toEqual([]);
});

test('quotes hold separators, line breaks and quotes; a quote that nobody closes loses nothing', () => {
  const rows = parseCsvTable('\uFEFFa;b\r\n"x;y";"1\n2"\r\n"he said ""hi""";z\n"open;end');

  expect(rows).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['x;y', '1\n2'] },
    { line: 4, cells: ['he said "hi"', 'z'] },
    { line: 5, cells: ['open;end'] },
  ]);
});
