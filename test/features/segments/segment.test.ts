import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startTagScene } from '../tags/scene.js';

describeDialects('segments', (dialect) => {
  test('combine level, course, stage, tags and figures, and say who and how many', async () => {
    const { lin, zhou, says, day } = await startTagScene(dialect);
    await day('2026-03-02', lin, zhou);
    await day('2026-03-03', lin);
    await says('/标签 @小周 +员工');

    expect(await says('/圈人 级:青铜 类:英语 段:新手 -标签:员工')).toContain(
      '「级:青铜 类:英语 段:新手 -标签:员工」共 1 人：小林',
    );
    expect(await says('/圈人 连续≥2 且 积分>10')).toContain('共 1 人：小林');
    expect(await says('/圈人 打卡=1、标签：员工')).toContain('条件里的「打卡=1、标签」看不懂');
    expect(await says('/圈人 标签：员工')).toContain('共 1 人：小周');
    expect(await says('/圈人 卡:无 群:英语1群 -打卡<2')).toContain('共 1 人：小林');
    expect(await says('/圈人 级:钻石')).toContain('现在没有人');
  });

  test('tell which word is not understood, and what it may be', async () => {
    const { says } = await startTagScene(dialect);

    expect(await says('/圈人 颜色:红')).toMatch(/^条件里的「颜色」看不懂。\n可以用：级、类、/u);
    expect(await says('/圈人 级:王者')).toBe('「级:」后面的「王者」没有。\n可以是：青铜、白银、黄金、钻石');
    expect(await says('/圈人 段:')).toContain('「段:」后面还没写。\n可以是：新手、成长、成熟、衰退、流失');
    expect(await says('/圈人 连续')).toContain('没有叫「连续」的圈人，它也不是条件');
    expect(await says('/圈人 连续 打卡>3')).toContain('「连续」要和一个数比');
    expect(await says('/圈人 存 快流失 段:衰退x')).toContain('「段:」后面的「衰退x」没有');
  });

  test('are saved under a name, and asked for by it until they are deleted', async () => {
    const { lin, says, day } = await startTagScene(dialect);
    await day('2026-03-02', lin);

    expect(await says('/圈人')).toContain('还没有存过圈人');
    expect(await says('/圈人 存 来过 打卡>=1')).toBe('已存「来过」，现在 1 人。\n以后发送：/英语1群 圈人 来过');
    expect(await says('/圈人 来过')).toContain('「打卡>=1」共 1 人：小林');
    expect(await says('/圈人')).toContain('来过：打卡>=1');
    expect(await says('/圈人 名单 来过')).toBe('「打卡>=1」共 1 人\n小林');
    expect(await says('/圈人 删 来过')).toContain('已删「来过」');
    expect(await says('/圈人 来过')).toContain('没有叫「来过」的圈人');
  });

  test('name nobody where members read along', async () => {
    const { owner, room, lin, day } = await startTagScene(dialect);
    await day('2026-03-02', lin);

    expect(await owner.says('/圈人 打卡>=1', room)).toBe(
      '「打卡>=1」共 1 人。\n名单在员工群或私聊里看，把群名写在前面。',
    );
    expect(await lin.says('/圈人 打卡>=1', room)).toBe('');
  });
});
