/** What may stand before a keyword without changing what it says. */

import type { LeadWords } from '../../../domain/understanding/vocabulary.js';
import { words } from './words.js';

const activities: readonly string[] = words(
  '早起 早读 晨读 晚读 阅读 亲子阅读 读书 朗读 跟读 绘本',
  '英语 日语 语文 数学 口算 口语 听力 单词 背单词 背诗 古诗',
  '写作 练字 书法 作业 学习 复盘 钢琴',
  '运动 晨跑 跑步 夜跑 跳绳 健身 瑜伽 减脂 喝水 冥想 早睡',
);

export const leadWords: LeadWords = {
  replies: ['re'],
  todays: ['今日', '今天', '每日'],
  greetings: words('早 早安 早上好 晚安 晚上好', '大家早 大家早安 大家早上好 各位早 各位早安 各位早上好'),
  activities,
  polite: ['我要', '申请', '帮我', '请', '麻烦'],
  bracketed: words(
    '打卡 签到 补卡 补签 补打卡 请假 交作业 提问 问题 反馈 建议 投诉',
    '我的 积分 排行 排名 排行榜 打卡榜 抽奖 兑换 换奖品 勿扰 帮助 菜单 功能 怎么用',
    '我的打卡 我的积分 我的排名 我的签到 我的数据 取消打卡 撤回打卡 撤销打卡 已打卡 已签到 确认',
  ),
};
