/** A login at which the platform gives every room and every person a new id, and the code that bridges it. */

import { expect, test } from 'vitest';
import { openClaimDesk } from '../../../src/claim-desk.js';
import { findOrAddAccount } from '../../../src/storage/accounts.js';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';

const CODE = /绑定码：([0-9A-Z]{8})/u;

function codeIn(answer: string): string {
  return CODE.exec(answer)?.[1] ?? 'no code';
}

describeDialects('a binding code', (dialect) => {
  async function start(stableIds = false) {
    const bot = await startTestBot({ dialect, capabilities: { stableIds } });
    const owner = await bot.owner();
    const code = codeIn(await owner.whispers('绑定'));
    const logInAgain = (name = 'again') => {
      bot.gateway.logInAs({ platformId: `wx-bot-${name}`, name: '机器人' });
      bot.bot.noteConnection(bot.gateway.connection());
    };
    return { bot, owner, code, logInAgain };
  }

  test('after a login that changed all ids the owner is known again by the code alone', async () => {
    const { bot, code, logInAgain } = await start();
    logInAgain();
    const nobody = bot.person('陈老师', 'wx-new-chen');
    expect(await nobody.whispers('/课程')).toContain('需要老师身份');

    expect(await nobody.whispers(`绑定 ${code.toLowerCase()}`)).toContain('认出你了');

    expect(await nobody.whispers('/课程')).toContain('现有');
  });

  test('a code works once; the next one is told with the answer', async () => {
    const { bot, code, logInAgain } = await start();
    logInAgain();
    const answer = await bot.person('陈老师', 'wx-new-chen').whispers(`绑定 ${code}`);
    const next = codeIn(answer);
    expect(next).not.toBe(code);

    logInAgain('third');
    expect(await bot.person('路人', 'wx-thief').whispers(`绑定 ${code}`)).toContain('绑定码不对');
    expect(await bot.person('陈老师', 'wx-third-chen').whispers(`绑定 ${next}`)).toContain('认出你了');
  });

  test('the owner of one account is known by it on another, also where ids stay', async () => {
    const url = await dialect.communityUrl();
    const first = await startTestBot({ dialect, url });
    const owner = await first.owner();
    expect(await owner.whispers('绑定')).toContain('用不着绑定码');
    await first.database.transaction((tx) => findOrAddAccount(tx, 'second', first.clock.now()));
    const code = codeIn(await owner.whispers('绑定'));
    await first.close();
    const second = await startTestBot({ dialect, url, account: 'second' });
    const stranger = second.person(owner.name);
    expect(await stranger.whispers('/课程')).toContain('需要老师身份');

    expect(await stranger.whispers(`绑定 ${code}`)).toContain('认出你了');

    expect(await stranger.whispers('/课程')).toContain('现有');
  });

  test('five wrong codes within an hour, and then silence, also for the right one', async () => {
    const { bot, code, logInAgain } = await start();
    logInAgain();
    const guesser = bot.person('路人', 'wx-guesser');

    for (let guess = 1; guess <= 5; guess++) expect(await guesser.whispers(`绑定 WRONG${guess}`)).toContain('不对');
    expect(await guesser.whispers('绑定 WRONG6')).toBe('');
    expect(await guesser.whispers(`绑定 ${code}`)).toBe('');

    bot.clock.moveTo(bot.clock.now() + 3_600_000);
    expect(await guesser.whispers(`绑定 ${code}`)).toContain('认出你了');
  });

  test('a code that was said in a room is void', async () => {
    const { bot, owner, code, logInAgain } = await start();
    logInAgain();
    const room = bot.room('英语1群');

    expect(await owner.says(`/绑定 ${code}`, room)).toContain('已经作废');

    expect(await bot.person('路人', 'wx-reader').whispers(`绑定 ${code}`)).toContain('不对');
  });

  test('whoever is here already is not made one with somebody else, whatever code they say', async () => {
    const { bot, code } = await start();
    const lin = bot.person('小林');

    expect(await lin.whispers(`绑定 ${code}`)).toContain('已经认回来了');
    expect(await lin.whispers('/课程')).toContain('需要老师身份');
  });

  test('a member known from before the login does not turn into another one', async () => {
    const { bot, code, logInAgain } = await start();
    const lin = bot.person('小林');
    const own = codeIn(await lin.whispers('绑定'));
    logInAgain();
    const again = bot.person('小林', 'wx-new-lin');
    await again.whispers(`绑定 ${own}`);

    expect(await again.whispers(`绑定 ${code}`)).toContain('本来就是老成员');
  });

  test('taking up the connection again under the same id is no new login', async () => {
    const { bot, owner, code } = await start();
    bot.bot.noteConnection(bot.gateway.connection());

    expect(await owner.whispers(`绑定 ${code}`)).toContain('我认得你');
  });

  test('where ids stay there is nothing to bind, and a login changes nothing', async () => {
    const { bot, owner, logInAgain } = await start(true);
    logInAgain();

    expect(await owner.whispers('绑定')).toContain('用不着');
    expect(await owner.whispers('/课程')).toContain('现有');
    const [account] = await bot.database.transaction((tx) => tx.selectFrom('account').select('session').execute());
    expect(account?.session).toBe(0);
  });

  test('a code is stored as a hash alone', async () => {
    const { bot, code } = await start();

    const rows = await bot.database.transaction((tx) => tx.selectFrom('binding_code').selectAll().execute());

    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  test('an owner without a code is known again by a claim code of the operator’s, with all that is theirs', async () => {
    const { bot, logInAgain } = await start();
    const desk = await openClaimDesk(bot.database, bot.clock, 'TESTCODE');
    expect(desk.code()).toBeUndefined();
    logInAgain();
    const again = bot.person('陈老师', 'wx-new-chen');
    await again.whispers('你好');
    await desk.look();
    const claim = desk.code() ?? 'no code';
    expect(claim).not.toBe('TESTCODE');

    expect(await again.whispers('认领 TESTCODE')).toContain('认领码不对');
    expect(await again.whispers(`认领 ${claim}`)).toContain('你还是群主');

    await desk.look();
    expect(desk.code()).toBeUndefined();
    expect(await bot.person('路人').whispers(`认领 ${claim}`)).toContain('已经有群主了');
    const owners = await bot.database.transaction((tx) => tx.selectFrom('role_grant').selectAll().execute());
    expect(owners).toHaveLength(1);
  });

  test('those who are given a role are asked to hold a code, and the status names who does not', async () => {
    const { bot, owner } = await start();
    const room = bot.room('英语1群');
    await owner.says('/建群 付费 英语', room);
    await bot.person('小林').joins(room);

    expect(await owner.says('/授权 @小林 运营', room)).toContain('私聊我发送「绑定」');
    expect(await owner.whispers('/状态')).toContain('还没有绑定码：小林');
  });
});
