/** No statement on the way of a message, of a post or of a send reads a whole table that grows. */

import { expect, onTestFinished, test } from 'vitest';
import { type Executed, tapStatements } from '../../scripts/bench/statement-tap.js';
import { type Dialect, describeDialects } from '../support/dialects.js';
import { startTestBot, type TestBot } from '../support/test-bot.js';
import { fillTables } from './full-tables.js';
import { type Explainer, openExplainer } from './query-plan.js';

/** Small for ever: one row a login, and what a team writes by hand. */
const SMALL = new Set(['account', 'course', 'lesson']);
/** Of which an account has some hundreds at the most. */
const FEW = new Set(['room', 'gift', 'tier_rung', 'tag_rule', 'segment']);
/** Once a day, or when somebody asks to be a core user; and one row for a highest number. */
const ON_PURPOSE = ['"rule_id" as "ruleId"', 'count(*) as "present"', 'coalesce(max(number), 0)'];

describeDialects('query plans', (dialect) => {
  test('no table that grows is read whole, with statistics or without', async () => {
    const url = await dialect.communityUrl();
    await fillTables(url);
    const statements = await statementsOfAMorning({ ...dialect, communityUrl: async () => url });
    const explainer = await openExplainer(url);
    onTestFinished(() => explainer.close());

    const fresh = dialect.name === 'sqlite' ? await listScans(statements, explainer) : [];
    await explainer.analyse();
    const analysed = await listScans(statements, explainer);

    expect(statements.length).toBeGreaterThan(40);
    expect([...new Set([...fresh, ...analysed])]).toEqual([]);
  });

  test.each([
    'select message_id from inbox where received_at = 1',
    'select id from "outbox" as "one" where "one"."message_id" = \'x\'',
    'delete from membership where left_at < 5',
    'select message_id from inbox order by received_at limit 1',
  ])('%s is seen to read a whole table', async (sql) => {
    const url = await dialect.freshUrl();
    await fillTables(url);
    const explainer = await openExplainer(url);
    onTestFinished(() => explainer.close());

    expect(await explainer.scans({ sql, parameters: [], milliseconds: 0 })).toHaveLength(1);
  });

  test.each([
    ['member_tag', 'select tag from member_tag where account_id = 1 and since_at > 5'],
    ['echo', 'select "one".hash from "echo" as "one" where "one".account_id = 1 and "one".at > 5'],
  ])('of %s SQLite is seen to read all that an account has', async (table, sql) => {
    const url = await dialect.freshUrl();
    await fillTables(url);
    const explainer = await openExplainer(url);
    onTestFinished(() => explainer.close());

    const tables = await explainer.readsOfAnAccount({ sql, parameters: [], milliseconds: 0 });

    expect(tables).toEqual(dialect.name === 'sqlite' ? [table] : []);
  });
});

async function listScans(statements: readonly Executed[], explainer: Explainer): Promise<string[]> {
  const found: string[] = [];
  for (const statement of statements) {
    const scans = (await explainer.scans(statement)).filter((table) => !SMALL.has(table));
    const ofAccount = (await explainer.readsOfAnAccount(statement)).filter((table) => !FEW.has(table));
    const tables = isOnPurpose(statement) ? scans : [...scans, ...ofAccount];
    if (tables.length > 0) found.push(`${tables.join(', ')}: ${statement.sql}`);
  }
  return found;
}

function isOnPurpose({ sql }: Executed): boolean {
  return ON_PURPOSE.some((words) => sql.includes(words));
}

/** Each statement once, with the values it was first run with. */
async function statementsOfAMorning(dialect: Dialect): Promise<readonly Executed[]> {
  const heard = new Map<string, Executed>();
  let listening = false;
  const untap = tapStatements((executed) => {
    if (listening && isQuery(executed.sql) && !heard.has(executed.sql)) heard.set(executed.sql, executed);
  });
  onTestFinished(untap);
  const bot = await startTestBot({ dialect });
  listening = true;
  await liveThroughAMorning(bot);
  listening = false;
  return [...heard.values()];
}

function isQuery(sql: string): boolean {
  return /^\s*(select|insert|update|delete|with)\b/i.test(sql);
}

async function liveThroughAMorning(bot: TestBot): Promise<void> {
  const room = bot.room('英语1群');
  const owner = await bot.owner();
  const [lin, wang] = [bot.person('小林'), bot.person('小王')];
  await owner.says('/建群 员工', bot.room('员工群'));
  await owner.says('/建群 体验 英语', room);
  await wang.joins(room);
  await lin.says('打卡 今天读书31页', room, { messageId: 'twice' });
  await lin.says('打卡 今天读书31页', room, { messageId: 'twice' });
  await lin.says('打卡', room);
  await wang.says('', room, { kind: 'picture' });
  await wang.says('打卡', room);
  await lin.says('补打卡 昨天', room);
  await lin.says('我的', room);
  await lin.says('排行榜', room);
  await lin.says('今天天气真好', room);
  await owner.says('/抽奖 开 开学礼 保温杯 截止 19:00', room);
  await owner.says('/秒杀 开 保温杯 5份 价 5分', room);
  await owner.says('/英语1群 答题 开 1+1 | 1 | 2 | 答案 B', bot.room('员工群'));
  await owner.says('/礼品 加 书签 5 库存 9 要地址', room);
  await owner.whispers('/券码 生成 早鸟券 3');
  for (const line of ['/发券 早鸟券 小林', '/积分 小林 +5 早起', '/红包']) await owner.says(line, room);
  for (const line of ['兑换', '兑换 书签', '我的兑换', '徽章', '积分明细', '取消兑换']) await lin.says(line, room);
  for (const line of ['领券', '地址 上海市静安区 1 号']) await lin.whispers(line);
  for (const line of ['抽奖', '秒杀', 'B']) await lin.says(line, room);
  for (const line of ['提问 怎么读', '问题箱', '反馈 音频没声音']) await lin.says(line, room);
  for (const line of ['提问：怎么读？', '投诉 太吵']) await wang.says(line, room);
  for (const line of ['/待办', '/信任 小林']) await owner.says(`/英语1群 ${line.slice(1)}`, bot.room('员工群'));
  await lin.whispers('我的反馈');
  await bot.bot.receive({ type: 'room.roster', room, people: [lin, wang], at: bot.clock.now() });
  await hearEcho(bot, room);
  await bot.passTo('2026-03-03T09:00:00+08:00');
  await lin.says('打卡 第二天', room);
  for (const line of ['请假 明天到后天', '销假', '撤回打卡', '补卡']) await lin.says(line, room);
  const mentions = { mentions: [lin] };
  for (const line of ['/代打卡 @小林', '/更正 @小林 昨天 无', '/代请假 @小林 昨天', '/双倍 明天', '/保护 明天 停电'])
    await owner.says(line, room, mentions);
  await bot.passTo('2026-03-03T21:30:00+08:00');
  await wang.leaves(room);
}

async function hearEcho(bot: TestBot, { platformId }: { readonly platformId: string }): Promise<void> {
  const [text = ''] = bot.said({ platformId, topic: '' });
  const to = { roomPlatformId: platformId };
  await bot.bot.receive({ type: 'message.echoed', messageId: 'sent-1', sentAt: bot.clock.now(), to, text });
}
