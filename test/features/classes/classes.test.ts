import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startTagScene } from '../tags/scene.js';

describeDialects('classes', (dialect) => {
  test('follow from facts that can be named, each member in one', async () => {
    const { lin, zhou, says, day } = await startTagScene(dialect);
    for (const date of ['02', '03', '04', '05', '06']) await day(`2026-03-${date}`, lin);
    await day('2026-03-06', zhou);
    await day('2026-03-07');
    await day('2026-03-08');

    expect(await says('/分类')).toContain('分类：重点 0、潜力 1、一般 0、随机 1\n线索：A 1、B 0、C 1、D 0');
    expect(await says('/为什么 分类 @小林')).toContain('分类「潜力」：没有有效的会员卡、最近 7 天打卡 5 天');
    expect(await says('/圈人 类:潜力')).toContain('共 1 人：小林');
    expect(await says('/圈人 线索:C')).toContain('共 1 人：小周');
  });

  test('a person’s word holds until it is taken back', async () => {
    const { owner, lin, zhou, room, says, day } = await startTagScene(dialect);
    await day('2026-03-02', zhou);
    await day('2026-03-03');
    await day('2026-03-04');
    expect(await says('/分类 @小林 重点')).toContain('小林 定为「重点」，不再自动变');
    expect(await says('/分类 @小林 B')).toContain('定为「B」');
    await day('2026-03-05');
    expect(await says('/分类 @小林')).toContain('分类 重点（陈老师定的），线索 B（陈老师定的）');
    expect(await says('/为什么 分类 @小林')).toContain('定的，不自动变');

    expect(await says('/分类 @小林 自动')).toContain('恢复自动，明天上午重算');
    await day('2026-03-06');
    expect(await says('/分类 @小林')).toContain('分类 随机，线索 D');
    expect(await says('/分类 @小林 首富')).toContain(
      '没有「首富」这个分类。\n可以是：重点、潜力、一般、随机、A、B、C、D',
    );
    expect(await owner.says('/分类', room)).toContain('只在员工群和私聊里说');
    expect(await lin.says('/分类', room)).toBe('');
  });
});
