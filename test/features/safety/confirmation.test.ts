/** What touches many waits for its code; what touches very many, or money, for a second manager. */

import { expect, test } from 'vitest';
import { sayConfirmation } from '../../../src/copy/zh-cn/confirmation.js';
import type { Impact } from '../../../src/domain/confirmation.js';
import type { Role } from '../../../src/domain/role.js';
import { integer, optional, word } from '../../../src/kit/argument.js';
import { defineCommand, defineFeature } from '../../../src/kit/feature.js';
import { findOrAddMember } from '../../../src/storage/members.js';
import { ALL_ROOMS, deleteGrant, saveGrant, type Scope } from '../../../src/storage/roles.js';
import { saveSettings } from '../../../src/storage/room-settings.js';
import { describeDialects, type Dialect } from '../../support/dialects.js';
import { chatRoom, messageOf, openTestDatabase, startKitBot } from '../../support/kit-bot.js';

/** The impact is as large as the test says at that moment. */
let impact: Impact = { what: 'clear', people: 0, names: [] };

const clear = defineCommand({
  name: 'probe.clear',
  triggers: ['clear'],
  summary: 'clear',
  example: '/clear',
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args: { days: optional(integer('days', { min: 1, max: 9 }), 1), rest: optional(word('rest'), '') },
  async run({ tx, room, changes, confirm, args }) {
    await confirm(impact);
    if (room === undefined) return `cleared ${args.days}`;
    await changes.watch('room', { id: room.id }, ['settings']);
    await saveSettings(tx, room.id, { ...room.settings, cutoff: args.days });
    return `cleared ${args.days} in ${room.topic}`;
  },
});

const CHEN = { platformId: 'wx-chen', name: '陈老师' };
const ZHOU = { platformId: 'wx-zhou', name: '周老师' };
const LIN = { platformId: 'wx-lin', name: '小林' };
const ROOM = chatRoom('英语1群');
const STAFF = chatRoom('员工群');

type Person = typeof CHEN;
type Place = typeof ROOM | undefined;

async function start(dialect: Dialect) {
  impact = { what: 'clear', people: 12, names: ['小林', '小周'] };
  const understand = (line: string) => {
    const arg = /^确认 ?(\d{4})$/u.exec(line.trim())?.[1];
    return arg === undefined ? ({ intent: 'none' } as const) : ({ intent: 'confirm', arg } as const);
  };
  const features = [defineFeature({ name: 'probe', commands: [clear] })];
  const kit = await startKitBot({ database: await openTestDatabase(await dialect.freshUrl()), features, understand });
  await kit.addRoom(ROOM.topic, 'paid');
  const grant = (who: Person, role: Exclude<Role, 'member'>, scope: Scope = ALL_ROOMS) =>
    kit.database.transaction(async (tx) => {
      const { id } = await kit.account(tx);
      const member = await findOrAddMember(tx, id, who, 0);
      await saveGrant(tx, { memberId: member.id, scope, role, grantedBy: null, at: 0 });
      return member.id;
    });
  await grant(CHEN, 'manager');
  async function say(who: Person, text: string, room?: Place): Promise<string> {
    const from = kit.gateway.sent.length;
    await kit.bot.receive(messageOf({ sender: who, text, sentAt: kit.clock.now(), ...(room && { room }) }));
    await kit.settle();
    const chat = room ?? who;
    return kit.gateway.sent
      .slice(from)
      .filter(({ to }) => to === chat.platformId)
      .map((sent) => sent.text)
      .join('\n');
  }
  const actions = () =>
    kit.database.transaction((tx) => tx.selectFrom('action').select(['line', 'confirmed_by']).execute());
  return { kit, say, grant, actions };
}

function codeIn(answer: string): string {
  return /"code":"(\d{4})"/u.exec(answer)?.[1] ?? 'none';
}

describeDialects('confirming', (dialect) => {
  test('what touches ten is done at once, and more waits for the same person in the same chat', async () => {
    const { say, actions } = await start(dialect);
    impact = { ...impact, people: 10 };
    expect(await say(CHEN, '/clear 2', ROOM)).toBe('cleared 2 in 英语1群');

    impact = { ...impact, people: 11 };
    const asked = await say(CHEN, '/clear 3', ROOM);
    expect(JSON.parse(asked)).toMatchObject({ type: 'asked', needs: 'own', impact, anew: false });
    expect(await actions()).toHaveLength(1);

    expect(await say(CHEN, `确认 ${codeIn(asked)}`)).toBe('refused confirm.elsewhere');
    expect(await say(CHEN, `确认 ${codeIn(asked)}`, ROOM)).toBe('cleared 3 in 英语1群');
    expect(await actions()).toEqual([
      { line: '/clear 2', confirmed_by: null },
      { line: '/clear 3', confirmed_by: null },
    ]);
  });

  test('a code is used once, and not after a minute', async () => {
    const { kit, say, actions } = await start(dialect);
    const first = codeIn(await say(CHEN, '/clear 2', ROOM));
    await say(CHEN, `确认 ${first}`, ROOM);
    expect(await say(CHEN, `确认${first}`, ROOM)).toBe('refused confirm.unknown');

    const second = codeIn(await say(CHEN, '/clear 3', ROOM));
    kit.clock.advance(60_001);

    expect(await say(CHEN, `确认 ${second}`, ROOM)).toBe('refused confirm.expired');
    expect(await actions()).toHaveLength(1);
  });

  test('somebody else’s code is no use to a manager, and a member who says such a thing is left alone', async () => {
    const { say, grant } = await start(dialect);
    await grant(ZHOU, 'manager');
    const code = codeIn(await say(CHEN, '/clear 2', ROOM));

    expect(await say(ZHOU, `确认 ${code}`, ROOM)).toBe('refused confirm.not_yours');
    expect(await say(LIN, `确认 ${code}`, ROOM)).toBe('');
    expect(await say(CHEN, `确认 ${code}`, ROOM)).toBe('cleared 2 in 英语1群');
  });

  test('after five wrong codes there is silence for ten minutes', async () => {
    const { kit, say } = await start(dialect);
    const answers: string[] = [];
    for (let turn = 0; turn < 7; turn++) answers.push(await say(CHEN, `确认 000${turn}`));
    expect(answers).toEqual([...Array.from({ length: 5 }, () => 'refused confirm.unknown'), '', '']);

    kit.clock.advance(10 * 60_000);

    expect(await say(CHEN, '确认 0009')).toBe('refused confirm.unknown');
  });

  test('what would touch others by now is asked for anew', async () => {
    const { say, actions } = await start(dialect);
    const code = codeIn(await say(CHEN, '/clear 2', ROOM));
    impact = { ...impact, names: ['小林', '新人'] };

    const again = await say(CHEN, `确认 ${code}`, ROOM);

    expect(JSON.parse(again)).toMatchObject({ type: 'asked', anew: true });
    expect(await actions()).toEqual([]);
    expect(await say(CHEN, `确认 ${code}`, ROOM)).toBe(
      codeIn(again) === code ? 'cleared 2 in 英语1群' : 'refused confirm.unknown',
    );
    if (codeIn(again) !== code) expect(await say(CHEN, `确认 ${codeIn(again)}`, ROOM)).toBe('cleared 2 in 英语1群');
  });

  test.each([
    ['more than fifty people', { people: 51 }],
    ['money', { people: 1, money: true }],
  ])('%s want a second manager, who may answer in the staff room', async (_, large) => {
    const { kit, say, grant, actions } = await start(dialect);
    await kit.addRoom(STAFF.topic, 'staff');
    const zhou = await grant(ZHOU, 'manager');
    impact = { ...impact, ...large };

    const code = codeIn(await say(CHEN, '/clear 2', ROOM));
    expect(await say(ZHOU, `确认 ${code}`, STAFF)).toBe('refused confirm.not_yours');
    expect(JSON.parse(await say(CHEN, `确认 ${code}`, ROOM))).toMatchObject({
      type: 'second-awaited',
      toldStaff: true,
    });
    expect(kit.sentTo(STAFF).at(-1)).toContain('"type":"second-wanted"');
    expect(await say(CHEN, `确认 ${code}`, STAFF)).toBe('refused confirm.needs_other');
    expect(await say(LIN, `确认 ${code}`, ROOM)).toBe('');

    expect(JSON.parse(await say(ZHOU, `确认 ${code}`, STAFF))).toEqual({ type: 'done-elsewhere' });
    expect(kit.sentTo(ROOM).at(-1)).toBe('cleared 2 in 英语1群');
    expect(await actions()).toEqual([{ line: '/clear 2', confirmed_by: zhou }]);
  });

  test('the second manager has ten minutes, and must hold the role in that room', async () => {
    const { kit, say, grant, actions } = await start(dialect);
    const other = await kit.addRoom('别的群', 'paid');
    await grant(ZHOU, 'manager');
    await grant(LIN, 'manager', other.id);
    impact = { ...impact, people: 60 };
    const code = codeIn(await say(CHEN, '/clear 2', ROOM));
    await say(CHEN, `确认 ${code}`, ROOM);

    expect(await say(LIN, `确认 ${code}`)).toBe('refused confirm.not_yours');
    kit.clock.advance(10 * 60_000 + 1);

    expect(await say(ZHOU, `确认 ${code}`)).toBe('refused confirm.expired');
    expect(await actions()).toEqual([]);
  });

  test('where there is nobody else the asker confirms twice, by another code', async () => {
    const { say, actions } = await start(dialect);
    impact = { ...impact, people: 60 };
    const code = codeIn(await say(CHEN, '/clear 2', ROOM));

    const alone = await say(CHEN, `确认 ${code}`, ROOM);

    expect(JSON.parse(alone)).toMatchObject({ type: 'alone' });
    expect(await actions()).toEqual([]);
    expect(await say(CHEN, `确认 ${codeIn(alone)}`, ROOM)).toBe('cleared 2 in 英语1群');
  });

  test('who lost the right meanwhile confirms in vain', async () => {
    const { kit, say, grant, actions } = await start(dialect);
    const chen = await grant(CHEN, 'manager');
    const code = codeIn(await say(CHEN, '/clear 2'));
    await kit.database.transaction((tx) => deleteGrant(tx, chen, ALL_ROOMS));

    await say(CHEN, `确认 ${code}`);

    expect(await actions()).toEqual([]);
  });
});

test('people are told what, how many, who, what is lost, and what to send', () => {
  const names = ['小林', '小周', '阿陈', '小王', '小李', '小赵'];
  const words = sayConfirmation({
    type: 'asked',
    code: '4821',
    impact: { what: '移出 12 位成员', people: 12, names, loses: '移出后要重新邀请' },
    needs: 'own',
    addressed: false,
    anew: false,
  });

  expect(words).toBe(
    '先请你确认：\n移出 12 位成员\n影响 12 人：小林、小周、阿陈、小王、小李 等 12 人\n撤不回来的：移出后要重新邀请\n60 秒内发送：确认 4821',
  );
});
