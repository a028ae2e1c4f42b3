/** The words of chain lists: what marks one, and whether it is one for checking in. */

import type { ChainListWords } from '../../../domain/chain-list/chain-list-reader.js';
import { words } from './words.js';

export const chainListWords: ChainListWords = {
  markers: ['接龙', '接龍'],
  examples: words('例 示例 样例 范例 模板 格式'),
  checkIn: words(
    '打卡 签到 簽到 早读 晨读 晚读 夜读 早起 晨间 日课 今日任务 每日任务 今天的任务 今日作业 交作业',
    '每日一读 每日一练 跟读 背单词 读书笔记',
  ),
  otherwise: words(
    '报名 报到 订餐 点餐 订饭 团购 拼单 下单 订单 预订 预约 聚餐 聚会 统计 登记 投票 收款 缴费 付款 收费 转账 aa',
    '领取 奖品 礼物 地址 快递 收货 请假 补卡 补打卡 补签 意见 反馈 问卷 志愿 招募 值日 规则 说明 须知',
    '没打卡 未打卡 没签到 未签到 退款 退费 拼车 车牌 身高 尺码 明天 明日 昨天 昨日 前天 后天 怎么 如何',
  ),
};
