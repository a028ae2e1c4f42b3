/** The words of commands that are a whole message, and of notes to the team. */

import type { ClosedWords, NoteWords } from '../../../domain/understanding/intent-words.js';
import { words } from './words.js';

export const noteWords: NoteWords = {
  ask: '提问',
  askBeforeColon: '问题',
  feedback: ['反馈', '建议'],
  complaint: '投诉',
};

export const closedWords: ClosedWords = {
  tails: ['吧', '啊', '谢谢'],
  withdraw: {
    verbs: ['撤回', '撤销', '取消'],
    whose: ['', '我的', '今天的', '刚才的', '刚刚的', '我今天的', '我刚才的', '我刚刚的'],
    objects: ['打卡', '签到'],
    reasonStarts: words('我 刚 刚才 刚刚 不小心 又 不好意思 抱歉'),
    reasons: words(
      '打错 发错 点错 按错 写错 搞错 弄错 打错了 发错了 点错了 按错了 写错了 搞错了 弄错了',
      '手滑 手滑了 发重了 发重复了 打重复了 重复了 误触 误触了 误发 误发了 发早了 打早了 看错了 记错了 传错了',
    ),
  },
  mine: {
    verbs: ['', '查', '查看', '查询', '查一下'],
    objects: words('我的 我的打卡 我的签到 我的积分 我的排名 我的打卡记录 积分'),
  },
  board: {
    verbs: ['', '看', '查看', '看一下'],
    scopes: ['', '今日', '本周', '本月', '打卡'],
    objects: ['排行榜', '排行', '排名'],
    fixed: ['打卡榜', '看打卡榜', '查看打卡榜', '看一下打卡榜'],
  },
  phrases: {
    draw: words('抽奖 我要抽奖 参与抽奖 参加抽奖 来抽奖 抽个奖'),
    'board-opt-out': ['退出排行', '退出排行榜', '不上榜', '我不上榜'],
    'board-opt-in': ['加入排行', '加入排行榜', '重新加入排行', '重新加入排行榜', '恢复上榜'],
    'my-data': ['我的数据', '查我的数据', '查看我的数据', '看看我的数据'],
    'export-data': ['导出我的数据', '导出我的打卡数据'],
    'delete-data': ['删除我的数据', '删除我的全部数据', '删除我所有的数据'],
    help: words('帮助 使用帮助 菜单 看菜单 help 功能 怎么用 怎么用?'),
  },
  quietOn: words('勿扰 勿扰:开 勿扰开 勿扰打开 开启勿扰 打开勿扰 开勿扰'),
  quietOff: words('勿扰关 勿扰:关 勿扰关闭 关闭勿扰 关掉勿扰 取消勿扰 关勿扰'),
  courtesies: ['请勿扰', '请帮助', '麻烦帮助'],
  redeem: {
    keys: ['兑换', '换奖品'],
    gluedItems: ['补卡卡'],
    talk: words('什么 怎么 哪 多少 几点 的时候 失败 不了 没货 好难 不够 好像 完了 了没'),
  },
  confirm: '确认',
};
