import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';

describeDialects('the claim', (dialect) => {
  test('whoever whispers the code becomes the owner, in any case and any width', async () => {
    const bot = await startTestBot({ dialect });
    const lin = bot.person('小林');

    expect(await lin.whispers('认领 ｔｅｓｔcode')).toContain('小林，认领成功');
    expect(await lin.whispers('/课程')).toContain('现有');
  });

  test('a wrong code changes nothing, and the right one still works afterwards', async () => {
    const bot = await startTestBot({ dialect });

    expect(await bot.person('路人').whispers('认领 WRONGONE')).toContain('认领码不对');
    expect(await bot.person('路人').whispers('认领')).toContain('还缺少「认领码」');
    expect(await bot.person('陈老师').whispers('认领 TESTCODE')).toContain('认领成功');
  });

  test('a code said in a room is not taken, and is still open', async () => {
    const bot = await startTestBot({ dialect });
    const chen = bot.person('陈老师');

    expect(await chen.says('/认领 TESTCODE', bot.room('英语1群'))).toContain('私聊');
    expect(await chen.whispers('认领 TESTCODE')).toContain('认领成功');
  });

  test('the code works once: neither somebody else nor the owner claims again', async () => {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();

    expect(await bot.person('路人').whispers('认领 TESTCODE')).toContain('已经有群主了');
    expect(await owner.whispers('认领 TESTCODE')).toContain('已经有群主了');
  });

  test('two claims in the same moment make one owner', async () => {
    const bot = await startTestBot({ dialect });
    const rivals = [bot.person('甲'), bot.person('乙')];

    const answers = await Promise.all(rivals.map((one) => one.whispers('认领 TESTCODE')));
    const owners = await bot.database.transaction((tx) =>
      tx.selectFrom('role_grant').select('member_id').where('role', '=', 'owner').execute(),
    );

    expect(owners).toHaveLength(1);
    expect(rivals.flatMap((one) => bot.said(one)).filter((text) => text.includes('认领成功'))).toHaveLength(1);
    expect(answers).toHaveLength(2);
  });

  test('somebody who has a role in a room already may be the one who claims', async () => {
    const bot = await startTestBot({ dialect });
    const chen = bot.person('陈老师');
    await chen.says('打卡', bot.room('英语1群'));

    expect(await chen.named('陈老师改名').whispers('认领 TESTCODE')).toContain('陈老师改名，认领成功');
  });
});
