/** Whoever takes data out of the bot leaves a line in the log: by number, and without the data. */

import { expect, test } from 'vitest';
import { features } from '../../src/features.js';
import { saveCoursePlan } from '../../src/storage/courses.js';
import { findOrAddMember } from '../../src/storage/members.js';
import { markPresent } from '../../src/storage/presence.js';
import { ALL_ROOMS, saveGrant } from '../../src/storage/roles.js';
import { describeDialects } from '../support/dialects.js';
import { messageOf, openTestDatabase, startKitBot } from '../support/kit-bot.js';

const OWNER = { platformId: 'wx-owner', name: '陈老师' };
const LIN = { platformId: 'wx-lin', name: '小林' };

describeDialects('an export', (dialect) => {
  async function startRoom() {
    const kit = await startKitBot({ database: await openTestDatabase(await dialect.freshUrl()), features });
    const room = await kit.addRoom('英语1群', 'paid');
    const owner = await kit.database.transaction(async (tx) => {
      const { id } = await kit.account(tx);
      const member = await findOrAddMember(tx, id, OWNER, 0);
      const lin = await findOrAddMember(tx, id, LIN, 0);
      await saveGrant(tx, { memberId: member.id, scope: ALL_ROOMS, role: 'owner', grantedBy: null, at: 0 });
      await markPresent(tx, { roomId: room.id, memberId: lin.id }, LIN.name, 0);
      const lessons = [1, 2].map((day) => ({ day, title: '分数', task: '做题' }));
      await saveCoursePlan(tx, '数学', { title: '数学', lessons }, 0);
      return member;
    });
    const whisper = async (text: string): Promise<void> => {
      await kit.bot.receive(messageOf({ sender: OWNER, text, sentAt: kit.clock.now() }));
      await kit.settle();
    };
    const exports = () =>
      kit
        .logText()
        .trim()
        .split('\n')
        .filter((line) => line.includes('"exported"'));
    return { kit, owner, whisper, exports };
  }

  test.each([
    ['/英语1群 名单', 'roll', 1],
    ['/课程 导出 数学', 'course', 2],
  ])('%s is noted with who, what and how many', async (line, what, rows) => {
    const { kit, owner, whisper, exports } = await startRoom();

    await whisper(line);

    expect(exports().map((one) => JSON.parse(one) as object)).toMatchObject([
      { level: 30, memberId: owner.id, what, rows },
    ]);
    expect(kit.logText()).not.toMatch(/小林|陈老师|英语|数学|分数/u);
  });

  test('that was refused leaves none', async () => {
    const { whisper, exports } = await startRoom();

    await whisper('/课程 导出 语文');

    expect(exports()).toEqual([]);
  });
});
