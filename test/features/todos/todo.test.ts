/** To-dos, by a feature that has nothing else: opened, told, listed, decided, taken back. */

import { expect, test } from 'vitest';
import { safety } from '../../../src/features/safety/index.js';
import { todos } from '../../../src/features/todos/index.js';
import { defineFeature } from '../../../src/kit/feature.js';
import { closeTodo, defineTodo, openTodo } from '../../../src/kit/todo.js';
import { startWork, type Work } from '../../../src/kit/work.js';
import { noPictures } from '../../../src/ports/picture-shelf.js';
import { findOrAddMember } from '../../../src/storage/members.js';
import { saveGrant } from '../../../src/storage/roles.js';
import { describeDialects, type Dialect } from '../../support/dialects.js';
import { chatRoom, messageOf, NO_PAUSES, openTestDatabase, startKitBot } from '../../support/kit-bot.js';

const CHEN = { platformId: 'wx-chen', name: '陈老师' };
const STAFF = chatRoom('员工群');

async function startScene(dialect: Dialect) {
  const done: string[] = [];
  const farewell = defineTodo({
    kind: 'farewell',
    describe: ({ name, topic }) => `${name} 在「${topic}」的体验结束了`,
    options: [
      {
        word: '延长',
        effect: 'undoable',
        async run({ todo, changes }) {
          done.push(`longer ${todo.ref}`);
          changes.note({ ref: todo.ref });
          return '延长了 3 天。';
        },
        undo: async (_, noted) => void done.push(`shorter ${(noted as { ref: string }).ref}`),
      },
      { word: '送别', effect: 'final', run: async () => '送别了。' },
    ],
  });
  const features = [defineFeature({ name: 'test', todos: [farewell] }), todos, safety];
  const kit = await startKitBot({ database: await openTestDatabase(await dialect.freshUrl()), features });
  await kit.addRoom(STAFF.topic, 'staff');
  const room = await kit.addRoom('体验群', 'trial');
  const inWork = <T>(act: (work: Work) => Promise<T>) =>
    kit.database.transaction(async (tx) => {
      const parts = { pacing: NO_PAUSES, catalogue: kit.catalogue, pictures: noPictures };
      return act(startWork(parts, tx, await kit.account(tx), kit.clock.now()));
    });
  const lin = await inWork(async ({ tx, account, now }) => {
    const chen = await findOrAddMember(tx, account.id, CHEN, now);
    await saveGrant(tx, { memberId: chen.id, scope: 0, role: 'manager', grantedBy: null, at: now });
    return (await findOrAddMember(tx, account.id, { platformId: 'wx-lin', name: '小林' }, now)).id;
  });
  const says = async (text: string, place = STAFF) => {
    const from = kit.gateway.sent.length;
    await kit.bot.receive(messageOf({ text, sentAt: kit.clock.now(), sender: CHEN, room: place }));
    await kit.settle();
    return kit.gateway.sent
      .slice(from)
      .map((message) => message.text)
      .join('\n');
  };
  const open = async (ref = 'trial:1') => {
    const id = await inWork((work) => openTodo(work, { kind: 'farewell', ref, room, memberId: lin }));
    await kit.settle();
    return id;
  };
  return { ...kit, done, inWork, says, open };
}

describeDialects('to-dos', (dialect) => {
  test('are told to staff, once for each matter', async () => {
    const { open, sentTo } = await startScene(dialect);

    expect(await open()).toBe(1);
    expect(await open()).toBeUndefined();

    expect(sentTo(STAFF)).toEqual([
      '【待办】1 件事等人来定\n1. 小林 在「体验群」的体验结束了（延长／送别）\n怎么办就怎么回，例如：/待办 1 延长',
    ]);
  });

  test('wait in a list until somebody decides', async () => {
    const { open, says, done } = await startScene(dialect);
    await open();

    expect(await says('/待办')).toContain('【待办】共 1 件\n1. 小林 在「体验群」的体验结束了（延长／送别）');
    expect(await says('/待办 1 再说')).toContain('refused todo.not_an_option');
    expect(await says('/待办 1 延长')).toContain('延长了 3 天。');
    expect(done).toEqual(['longer trial:1']);
    expect(await says('/待办 1 延长')).toBe('refused todo.done');
    expect(await says('/待办')).toBe('没有待办，都处理好了。');
    expect(await says('/待办 7')).toBe('refused todo.unknown');
    expect(await open()).toBe(2);
  });

  test('what was decided can be taken back, unless it has left', async () => {
    const { open, says, done } = await startScene(dialect);
    await open();
    await says('/待办 1 延长');

    expect(await says('/撤销')).toContain('已撤销');
    expect(done).toEqual(['longer trial:1', 'shorter trial:1']);
    expect(await says('/待办')).toContain('共 1 件');

    await says('/待办 1 送别');
    expect(await says('/撤销')).toBe('refused todo.final');
    expect(await says('/待办')).toBe('没有待办，都处理好了。');
  });

  test('settle themselves where the matter is over', async () => {
    const { open, says, inWork } = await startScene(dialect);
    await open();

    expect(await inWork((work) => closeTodo(work, 'farewell', 'trial:1'))).toBe(true);
    expect(await says('/待办 1 延长')).toBe('refused todo.done');
  });

  test('are not spoken of where members read along', async () => {
    const { open, says } = await startScene(dialect);
    await open();

    expect(await says('/待办', chatRoom('体验群'))).toBe('refused todo.not_in_public');
  });
});
