import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startGiftRoom } from '../gifts/gift-room.js';

describeDialects('red packets', (dialect) => {
  async function startWithBudget(amount = '20元') {
    const scene = await startGiftRoom(dialect);
    const confirmed = async (line: string): Promise<string> => {
      let answer = await scene.owner.says(line, scene.room);
      for (let code = codeIn(answer); code !== undefined; code = codeIn(answer)) {
        answer = await scene.owner.says(`确认 ${code}`, scene.room);
      }
      return answer;
    };
    const answer = await confirmed(`/红包 预算 ${amount}`);
    return { ...scene, confirmed, answer };
  }

  test('a budget is confirmed, since it is money', async () => {
    const { owner, room } = await startGiftRoom(dialect);

    expect(await owner.says('/红包 预算 500元', room)).toContain('红包预算改为 500 元');
    expect(await owner.says('/红包', room)).toContain('还没有红包预算');
  });

  test('records add up within the budget, to the fen, and never above it', async () => {
    const { owner, room, answer } = await startWithBudget();
    expect(answer).toContain('红包预算 20 元，已记 0 元');

    expect(await owner.says('/红包 记 小林 6.66元 早起冠军', room)).toContain(
      '记下了（编号 1）：小林 6.66 元，早起冠军。预算还剩 13.34 元',
    );
    expect(await owner.says('/红包 ￥13.33 小林 生日快乐', room)).toContain('还剩 0.01 元');
    expect(await owner.says('/红包 小林 0.02 手快', room)).toContain('超出预算：还剩 0.01 元，这笔没有记');
    expect(await owner.says('/红包', room)).toBe(
      '「英语1群」红包预算 20 元，已记 19.99 元，还剩 0.01 元。\n' +
        '2. 3月2日 小林 13.33 元　生日快乐\n1. 3月2日 小林 6.66 元　早起冠军\n' +
        '再记一笔：/红包 记 @小林 6.66元 早起冠军',
    );
  });

  test('what is wrong is made void with a reason, and its amount is there again', async () => {
    const { owner, room } = await startWithBudget();
    await owner.says('/红包 记 小林 20元 手滑', room);

    expect(await owner.says('/红包 作废 1', room)).toContain('还缺少「原因」');
    expect(await owner.says('/红包 作废 1 记错人了', room)).toContain('20 元退回预算，还剩 20 元');
    expect(await owner.says('/红包 作废 1 再来', room)).toContain('已经作废过了');
    expect(await owner.says('/红包', room)).toContain('手滑（作废：记错人了）');
  });

  test('a budget does not fall below what was recorded', async () => {
    const { owner, room, confirmed } = await startWithBudget();
    await owner.says('/红包 记 小林 15元 早起', room);

    expect(await confirmed('/红包 预算 10元')).toContain('已经记了 15 元，预算不能比它少');
    expect(await confirmed('/红包 预算 15元')).toContain('红包预算 15 元，已记 15 元');
  });

  test('a record is undone by being made void; one that is large is confirmed first', async () => {
    const { owner, room, confirmed } = await startWithBudget('900元');

    expect(await owner.says('/红包 记 小林 200元 年度冠军', room)).toContain('给 小林 记一笔红包 200 元');
    expect(await confirmed('/红包 记 小林 200元 年度冠军')).toContain('还剩 700 元');
    await owner.says('/撤销', room);
    expect(await owner.says('/红包', room)).toContain('已记 0 元，还剩 900 元');
  });

  test('what is no amount, or nobody’s business, is refused', async () => {
    const { owner, lin, room } = await startWithBudget();

    expect(await owner.says('/红包 记 小林 6.666 早起', room)).toContain('「6.666」不是金额');
    expect(await owner.says('/红包 记 小林 5元', room)).toContain('还缺少「原因」');
    expect(await lin.says('/红包', room)).toBe('');
  });
});

function codeIn(answer: string): string | undefined {
  return /确认 (\d{4})/u.exec(answer)?.[1];
}
