/** The move in the simulated WeChat, with its real puppet: the invitation lets her in, and a manager's word lets her out. */

import { expect, onTestFinished, test } from 'vitest';
import { openSimulatedCommunity, type SimulatedCommunity } from '../../support/simulated-community.js';
import { until } from '../../support/until.js';

const TRIAL = '英语体验群';
const PAID = '英语付费1群';

interface Stage {
  readonly owner: string;
  says(person: string, room: string, text: string): Promise<void>;
  isIn(room: string, person: string): boolean;
  minutes(count: number): Promise<void>;
}

async function openStage({ wechat, claimCode, timeMachine }: SimulatedCommunity): Promise<Stage> {
  const owner = wechat.addPerson('陈老师').id;
  wechat.say(owner, owner, `认领 ${claimCode()}`);
  await until('the bot is claimed', () => claimCode() === undefined);
  const room = (topic: string) => wechat.rooms().find((one) => one.topic === topic) ?? wechat.addRoom(topic, [owner]);
  const said = () => wechat.messagesAfter(0, 5_000).length;
  return {
    owner,
    async says(person, topic, text) {
      const before = said();
      wechat.say(person, room(topic).id, text);
      await until(`an answer to ${text}`, async () => {
        await timeMachine.moveBy(0);
        return said() > before + 1;
      });
    },
    isIn: (topic, person) => room(topic).memberIds.includes(person),
    minutes: (count) => timeMachine.moveBy(count * 60_000),
  };
}

test(
  'an invitation really lets somebody into the paid room, and nobody leaves without a manager',
  { timeout: 60_000 },
  async () => {
    const community = await openSimulatedCommunity(':memory:', '2026-03-02T10:00:00+08:00');
    onTestFinished(() => community.stop());
    const { wechat, transcript } = community;
    const { owner, says, isIn, minutes } = await openStage(community);
    await says(owner, TRIAL, '/建群 体验 英语');
    await says(owner, PAID, '/建群 付费 英语');
    await says(owner, '员工群', '/建群 员工');
    const lin = wechat.addPerson('小林').id;
    const trial = wechat.rooms().find(({ topic }) => topic === TRIAL)?.id ?? '';
    wechat.joinRoom(trial, lin);
    await says(lin, TRIAL, '打卡 读完了');

    await says(owner, '员工群', '/订单 小林 英语 季卡 199');
    await until('she is in the paid room', async () => {
      await minutes(1);
      return isIn(PAID, lin);
    });
    await until('she is greeted, and told farewell', async () => {
      await minutes(2);
      return (
        transcript(TRIAL).some((line) => line.includes('🎓')) &&
        transcript(PAID).some((line) => line.includes('小林（累计'))
      );
    });

    expect(isIn(TRIAL, lin)).toBe(true);
    await says(lin, PAID, '我的');
    expect(transcript(PAID).at(-1)).toContain('累计 1 天\n积分 10');
    await says(owner, '员工群', '/待办 1 移出');
    const code = /确认 (\d{4})/u.exec(transcript('员工群').at(-1) ?? '')?.[1] ?? '';
    await says(owner, '员工群', `确认 ${code}`);
    await until('she has left the trial room', async () => {
      await minutes(1);
      return !isIn(TRIAL, lin);
    });
    expect(isIn(PAID, lin)).toBe(true);
  },
);
