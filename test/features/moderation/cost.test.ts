/** What the rules cost: talk runs not a statement more than without them, and other processes notice a changed list by themselves. */

import { expect, onTestFinished, test } from 'vitest';
import { type Executed, tapStatements } from '../../../scripts/bench/statement-tap.js';
import { openCommunityDatabase } from '../../../src/open-community-database.js';
import { appendWord, markWordsChanged } from '../../../src/storage/listed-words.js';
import { describeDialects, describePostgres } from '../../support/dialects.js';
import { quietLog } from '../../support/quiet-log.js';
import { startScene } from './scene.js';

const TALK = [
  '老师，第3题的答案是 B 吗',
  '今天读了三页',
  '会议号 987 654 321，密码 1234',
  '课件 https://docs.qq.com/doc/abc',
];

describeDialects('the cost of rules', (dialect) => {
  test('ordinary talk and a check-in run as many statements as in a room without rules', async () => {
    const executed: Executed[] = [];
    onTestFinished(tapStatements((one) => void executed.push(one)));
    const { owner, room, staff, lin, zhou } = await startScene(dialect);
    await owner.says('/词库 加 代写 代考', staff);
    const count = async (by: typeof lin, lines: readonly string[]): Promise<number> => {
      const from = executed.length;
      for (const line of lines) await by.says(line, room);
      return executed.length - from;
    };
    for (const rule of ['广告', '链接', '刷屏', '敏感词']) await owner.says(`/规则 ${rule} 开`, room);
    await count(lin, ['先热个身']);

    const withRules = await count(lin, TALK);
    const checkInWithRules = await count(lin, ['打卡 读完了']);
    for (const rule of ['广告', '链接', '刷屏', '敏感词']) await owner.says(`/规则 ${rule} 关`, room);
    await count(zhou, ['先热个身']);

    expect(withRules).toBe(await count(zhou, TALK));
    expect(checkInWithRules).toBe(await count(zhou, ['打卡 读完了']));
  });
});

describePostgres('lists of words of several processes', (dialect) => {
  test('a word that another process added is found by this one', async () => {
    const url = await dialect.freshUrl();
    const { bot, owner, room, staff, lin, zhou } = await startScene(dialect, { url });
    await owner.says('/词库 加 代写', staff);
    expect(await lin.says('说说代写这件事', room)).toContain('本群不用的词');
    const other = await openCommunityDatabase(url, quietLog().log, bot.clock);
    onTestFinished(() => other.close());

    await other.transaction(async (tx) => {
      const { id: accountId } = await tx.selectFrom('account').select('id').executeTakeFirstOrThrow();
      const { id: by } = await tx.selectFrom('member').select('id').limit(1).executeTakeFirstOrThrow();
      await appendWord(tx, { accountId, list: 'banned', word: '代考' }, { by, at: 1 });
      await markWordsChanged(tx, accountId);
    });
    await zhou.says('说说代考这件事', room);

    expect(await owner.says('/英语1群 违规', staff)).toContain('小周 敏感词');
  });
});
