import { expect, test } from 'vitest';
import type { ChatRoom } from '../../../src/ports/chat-gateway.js';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot, type TestPerson } from '../../support/test-bot.js';

/** As phones write it: the name, then U+2005. */
function mentioning(person: TestPerson) {
  return { mentions: [{ platformId: person.platformId, name: person.name }] };
}

describeDialects('granting and revoking', (dialect) => {
  async function startRooms() {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const [here, there] = [bot.room('甲群'), bot.room('乙群')];
    for (const room of [here, there]) await owner.says('/建群 付费', room);
    const lin = bot.person('小林');
    for (const room of [here, there]) await lin.joins(room);
    const grant = (person: TestPerson, words: string, room: ChatRoom) =>
      owner.says(`/授权 @${person.name}\u2005${words}`, room, mentioning(person));
    return { bot, owner, here, there, lin, grant };
  }

  test('a manager of one room manages that room and no other', async () => {
    const { lin, grant, here, there } = await startRooms();

    expect(await grant(lin, '运营', here)).toContain('小林 现在是「甲群」的运营');
    expect(await lin.says('/设置', here)).toContain('「甲群」的设置');
    expect(await lin.says('/设置', there)).toBe('');
  });

  test('a manager of one room has nothing in another that is named first', async () => {
    const { bot, lin, grant, here, there } = await startRooms();
    await grant(lin, '运营', here);

    expect(await lin.says('/乙群 设置 任务时间 9:00', here)).toBe('');
    expect(await lin.whispers('/乙群 设置 任务时间 9:00')).toContain('需要运营身份');
    expect(await lin.whispers('/甲群 设置')).toContain('「甲群」的设置');
    expect(await bot.person('陈老师').says('/设置', there)).toContain('任务时间：08:00');
  });

  test('a manager of one room cannot register another, whatever room is named first', async () => {
    const { lin, grant, here, there, bot } = await startRooms();
    await grant(lin, '运营', here);

    expect(await lin.says('/甲群 建群 员工', there)).toBe('');
    expect(await lin.says('/甲群 建群 员工', bot.room('路过的群'))).toBe('');
    expect(await lin.says('/打卡', there)).toContain('小林');
  });

  test('settings are not copied from a room in which one has no role', async () => {
    const { owner, lin, grant, here, there } = await startRooms();
    await grant(lin, '运营', here);
    await owner.says('/设置 任务时间 9:15', there);

    expect(await lin.says('/设置 复制 乙群', here)).toContain('需要运营身份');
    expect(await lin.says('/设置', here)).toContain('任务时间：08:00');
  });

  test('a role in all rooms holds in each of them and in private', async () => {
    const { lin, grant, here, there } = await startRooms();

    expect(await grant(lin, '老师 全部', here)).toContain('小林 现在是所有群的老师');
    expect(await lin.says('/课程', there)).toContain('现有');
    expect(await lin.whispers('/课程')).toContain('现有');
    expect(await lin.says('/设置', there)).toBe('');
  });

  test('what was granted is taken back, and is gone at the next word', async () => {
    const { owner, lin, grant, here } = await startRooms();
    await grant(lin, '运营', here);

    expect(await owner.says('/撤权 @小林\u2005', here, mentioning(lin))).toContain('已收回 小林 在「甲群」的身份');
    expect(await lin.says('/设置', here)).toBe('');
    expect(await owner.says('/取消授权 小林', here)).toContain('没有被授予过身份');
  });

  test('a lower role takes the place of a higher one', async () => {
    const { lin, grant, here } = await startRooms();
    await grant(lin, '运营', here);
    await grant(lin, '老师', here);

    expect(await lin.says('/设置', here)).toBe('');
    expect(await lin.says('/课程', here)).toContain('现有');
  });

  test('nobody below the owner grants or takes anything', async () => {
    const { lin, grant, here, bot } = await startRooms();
    await grant(lin, '运营 全部', here);
    const zhou = bot.person('老周');
    await zhou.joins(here);

    expect(await lin.says('/授权 @老周\u2005老师', here, mentioning(zhou))).toBe('');
    expect(await lin.whispers('/撤权 陈老师')).toContain('需要群主身份');
  });

  test('the owner can neither demote nor strip himself', async () => {
    const { owner, grant, here } = await startRooms();

    expect(await grant(owner, '老师', here)).toContain('身份不低于你');
    expect(await owner.says('/撤权 陈老师 全部', here)).toContain('身份不低于你');
    expect(await owner.says('/设置', here)).toContain('任务时间');
  });

  test('only a teacher and a manager can be made, and only for this room or for all', async () => {
    const { lin, grant, here } = await startRooms();

    for (const word of ['群主', 'owner', '成员', '版主', 'constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(await grant(lin, word, here)).toContain(`「身份」没有「${word}」这一项`);
      expect(await grant(lin, `老师 ${word}`, here)).toContain(`「范围」没有「${word}」这一项`);
    }
    expect(await lin.says('/课程', here)).toBe('');
  });

  test('of two people of one name neither is picked; the number picks', async () => {
    const { bot, owner, lin, here } = await startRooms();
    const other = bot.person('小林', 'wx-other');
    await other.joins(here);

    const answer = await owner.says('/授权 小林 老师', here);
    expect(answer).toContain('有 2 位「小林」');
    expect(await lin.says('/课程', here)).toBe('');

    const [, second] = [...answer.matchAll(/小林#(\d+)/gu)].map((match) => match[1]);
    expect(await owner.says(`/授权 小林#${second} 老师`, here)).toContain('小林 现在是「甲群」的老师');
    expect(await other.says('/课程', here)).toContain('现有');
    expect(await lin.says('/课程', here)).toBe('');
  });

  test('whatever is in a name, it is found as it is written', async () => {
    const { bot, owner, here } = await startRooms();

    for (const name of ['小林（运营）', '林 小 满', '👨‍👩‍👧一家', '①号', 'Ｌｉｎ', "林'--", '50%_off', '名字#7']) {
      const person = bot.person(name);
      await person.joins(here);
      const mentioned = /[ #]/u.test(name);
      const words = mentioned ? `@${name}\u2005` : `${name} `;
      const answer = await owner.says(`/授权 ${words}老师`, here, mentioned ? mentioning(person) : {});
      expect(answer).toContain(`${name} 现在是`);
      expect(await person.says('/课程', here), name).toContain('现有');
    }
  });

  test('a word that is no command is explained to staff of that room, and to nobody else', async () => {
    const { lin, grant, here, there } = await startRooms();
    await grant(lin, '运营', here);

    expect(await lin.says('/设直', here)).toContain('是不是想用：\n/设置');
    expect(await lin.says('/设直', there)).toBe('');
    expect(await lin.whispers('/甲群 设直')).toContain('/设置');
    expect(await lin.whispers('/乙群 设直')).not.toContain('设置');
  });

  test('somebody who has left is no longer found by name', async () => {
    const { owner, lin, here } = await startRooms();
    await lin.leaves(here);

    expect(await owner.says('/授权 小林 老师', here)).toContain('没有找到叫「小林」的成员');
  });
});
