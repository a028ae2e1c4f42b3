/** Asking the bot why: a whole line about one of its own doings. Whatever else is asked is asked of people. */

import { expect, test } from 'vitest';
import { meaningOf } from './meaning.js';

test.each([
  ['为什么', 'why|refusal'],
  ['为什么？', 'why|refusal'],
  ['為什麼', 'why|refusal'],
  ['为啥呢？', 'why|refusal'],
  ['为什么没打上', 'why|refusal'],
  ['为什么没打上？', 'why|refusal'],
  ['为什么打卡没成功', 'why|refusal'],
  ['为啥我没打上卡', 'why|refusal'],
  ['為什麼沒打上', 'why|refusal'],
  ['为什么连续断了', 'why|streak'],
  ['为什么我的连续断了？', 'why|streak'],
  ['为什么保护卡没了', 'why|streak'],
  ['为什么积分少了', 'why|points'],
  ['为什么我的积分变少了呢', 'why|points'],
  ['為什麼積分少了', 'why|points'],
  ['为什么扣积分', 'why|points'],
  ['为什么排名掉了', 'why|board'],
  ['为什么没上榜', 'why|board'],
  ['为什么没有徽章', 'why|badge'],
  ['为什么兑换失败', 'why|gift'],
  ['为什么没中奖', 'why|draw'],
  ['为什么警告我', 'why|offence'],
  ['为什么我被提醒了？', 'why|offence'],
  ['@机器人 为什么', 'why|refusal'],
])('%s is a question to the bot', (line, meaning) => {
  expect(meaningOf(line)).toBe(meaning);
});

test.each([
  '为什么要学英语',
  '为什么今天没有任务',
  '为什么要打卡',
  '为什么打卡',
  '为什么不打卡呢',
  '为什么你没打上',
  '为什么小林没打上卡',
  '为什么连续断了还要继续打卡',
  '不知道为什么',
  '为什么呀大家都没来',
  '问问为什么积分少了的同学，看公告',
  '为什么说打卡能养成习惯',
  '打卡 为什么要早起',
  '十万个为什么',
  '为什么为什么',
  '这是为什么',
])('%s is none', (line) => {
  expect(meaningOf(line)).not.toMatch(/^why/u);
});
