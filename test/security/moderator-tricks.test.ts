/** What a moderator might try beyond the lent power, with every step of it: nothing comes of it, and nothing is written. */

import { expect, test } from 'vitest';
import { POWERS } from '../../src/domain/power.js';
import { mayActAs } from '../../src/domain/role.js';
import { features } from '../../src/features.js';
import { Catalogue } from '../../src/kit/catalogue.js';
import { dump, type Scene, startScene } from '../features/safety/scene.js';
import { SCRIPTS } from '../features/safety/scripts.js';
import { describeDialects } from '../support/dialects.js';

const { commands } = new Catalogue(features);
const POWER_WORDS = { answer: '答疑', warn: '提醒', hide: '隐藏' } as const;

/** What members may say as well, where a command begins with the same word. */
const WISHES = ['/抽奖', '/秒杀'];

/** Each line of the scripts that only teachers and above may say. */
const LINES = commands
  .filter(({ allow }) => mayActAs(allow, 'teacher'))
  .flatMap(({ name }) => SCRIPTS[name] ?? [])
  .flatMap(({ says }) => (typeof says === 'string' && says.startsWith('/') && !WISHES.includes(says) ? [says] : []));

function actionsOf({ bot }: Scene, name: string) {
  return bot.database.transaction((tx) =>
    tx
      .selectFrom('action')
      .innerJoin('member', 'member.id', 'action.member_id')
      .select('line')
      .where('member.name', '=', name)
      .execute(),
  );
}

describeDialects('a moderator', (dialect) => {
  test.each(POWERS)(
    'with the power to %s gives no order of staff, in the room, elsewhere or in private',
    { timeout: 120_000 },
    async (power) => {
      const scene = await startScene(dialect);
      const { says, bot, lin, staff } = scene;
      await says(`/版主 加 @小林 30天 ${POWER_WORDS[power]}`);
      await says('大家好', lin, staff);
      await lin.whispers('你好');
      const before = await bot.database.migrating(dump);
      // One database of the two walks every line; what decides is the kit's.
      const lines =
        dialect.name === 'sqlite' ? LINES : LINES.filter((line) => /^\/(?:授权|版主|核心|设置|标签)/u.test(line));
      const answered: string[] = [];

      for (const line of lines) {
        if ((await says(line, lin)) !== '') answered.push(`${line} in the room`);
        if ((await says(line, lin, staff)) !== '') answered.push(`${line} among staff`);
        if ((await says(line.replace('/', '/英语1群 '), lin, staff)) !== '')
          answered.push(`${line} with the room named`);
        const inPrivate = await lin.whispers(line);
        if (inPrivate !== '' && !/需要|没有「/u.test(inPrivate)) answered.push(`${line} in private: ${inPrivate}`);
        bot.clock.moveTo(bot.clock.now() + 61_000);
      }

      expect(answered).toEqual([]);
      expect(await actionsOf(scene, '小林')).toEqual([]);
      expect(await bot.database.migrating(dump)).toEqual(before);
    },
  );

  test('confirms, decides and undoes nothing that is a manager’s', async () => {
    const scene = await startScene(dialect);
    const { says, lin, owner, staff, room, bot } = scene;
    await says('/版主 加 @小林 30天 隐藏');
    await says('/暂停 3天');
    const asked = await says('/保护 3-5 停电');
    const code = /确认 (\d{4})/u.exec(asked)?.[1];

    if (code !== undefined) expect(await lin.says(`确认 ${code}`, room)).toContain('这个确认码不是给你的');
    for (const number of [1, 2, 3, 4])
      expect(await lin.says(`/撤销 ${number}`, room)).toContain('要由当时的人，或身份更高的人来撤销');
    expect(await lin.says('/待办 1 延长', room)).toBe('');
    expect(await says('/待办', lin, staff)).toBe('');
    expect(await lin.whispers('/待办')).toContain('需要运营身份');
    bot.clock.moveTo(bot.clock.now() + 61_000);
    expect(await owner.says('/恢复', room)).toContain('恢复');
  });

  test('has no power in another room, by another’s name, or by naming and mentioning others', async () => {
    const scene = await startScene(dialect);
    const { says, lin, owner, zhou, bot, room } = scene;
    await says('/版主 加 @小林 30天 隐藏');
    const other = bot.room('阅读1群');
    await owner.says('/建群 付费 英语', other);
    await lin.says('大家好', other);
    const mentions = [owner, lin].map(({ platformId, name }) => ({ platformId, name }));

    expect(await lin.says('/撤销', other)).toBe('');
    expect(await lin.says('/阅读1群 撤销', room)).toBe('');
    expect(await lin.says('/英语1群 撤销', other)).toContain('没有你能撤销的操作');
    for (const impostor of [bot.person('小林', 'wx-other-lin'), zhou.named('小林'), zhou.named('陈老师')])
      expect(await impostor.says('/撤销', room)).toBe('');
    for (const name of ['陈老师', '阿陈', '群主']) {
      const renamed = lin.named(name);
      expect(await renamed.says('/授权 @小周 老师', room, { mentions })).toBe('');
      expect(await renamed.says('@陈老师\u2005/版主 加 @小周 30天', room, { mentions })).toBe('');
      expect(await renamed.says(`@机器人 /版主 加 @${name}`, room, { mentions, mentionsBot: true })).toBe('');
    }
    expect(await says('/版主', owner)).toContain('【版主】1 位');
  });

  test('acts on members alone: not on staff, not on other moderators, not on what those did', async () => {
    const { says, lin, zhou, teacher, room } = await startScene(dialect);
    await says('/版主 加 @小林 30天 隐藏');
    await says('/版主 加 @小周 30天 答疑');

    for (const name of ['吴老师', '阿陈', '陈老师', '小周', '小林'])
      expect(await says(`/警告 @${name} 请注意`, lin), name).toContain('身份不低于你');
    expect(await says('/警告 @小林 请注意', zhou)).toBe('');
    expect(await says('/警告 @小周 请注意', teacher)).not.toContain('身份不低于你');
    expect(await lin.says('/撤销 5', room)).toContain('要由当时的人，或身份更高的人来撤销');
  });

  test('is neither one any longer for a confirmation that comes after the end', async () => {
    const { says, lin, room, bot } = await startScene(dialect);
    await says('/版主 加 @小林 1天 隐藏');
    bot.clock.moveTo(Date.parse('2026-03-05T10:00:00+08:00') - 1_000);
    expect(await lin.says('/撤销', room)).toContain('没有你能撤销的操作');
    bot.clock.moveTo(Date.parse('2026-03-05T10:00:00+08:00'));
    expect(await lin.says('/撤销', room)).toBe('');
    expect(await lin.says('确认 1234', room)).toBe('');
  });
});
