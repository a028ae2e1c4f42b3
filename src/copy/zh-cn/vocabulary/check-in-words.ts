/** The words of check-ins, make-ups and leaves, and what makes them nobody's own. */

import type { CheckInWords, LeaveWords, MakeUpWords } from '../../../domain/understanding/intent-words.js';
import type { VetoWords } from '../../../domain/understanding/vocabulary.js';
import { words } from './words.js';

export const checkInWords: CheckInWords = {
  stamps: ['打卡', '签到'],
  homework: '交作业',
  coming: ['我来', '前来', '来'],
  fixed: words('已打卡 已签到 完成打卡 打卡完成 打卡完毕 打卡一下 打个卡 签个到'),
  success: '打卡成功',
  initials: 'dk',
  particles: words('了 啦 咯 喽 嘞 呀 来了 来啦'),
};

export const makeUpWords: MakeUpWords = {
  keys: ['补卡', '补打卡', '补签', '补签到', '补个卡'],
  verbs: ['补', '补一下', '补交'],
  ambiguousVerbs: ['补上', '补下'],
  of: '的',
  objects: ['打卡', '签到', '卡', '作业'],
  afterObject: ['了', '完', '半', '打卡'],
  passiveObjects: ['打卡', '卡'],
  passiveVerbs: ['补一下', '补上'],
  joiners: words('和 跟 、 与 及 到 至 - ~'),
  particles: ['啦', '咯', '喽', '嘞'],
  endings: ['吧', '啊', '啦', '咯'],
  notBefore: ['明天', '明日', '听日', '后天', '大后天'],
};

export const leaveWords: LeaveWords = {
  keys: ['请假', '请个假'],
  self: '我',
  from: '从',
  until: ['到', '至', '-', '~', '和'],
  starts: ['起', '开始'],
  periods: words('上午 下午 早上 晚上 中午 全天 一天 半天'),
  particles: words('了 啦 咯 喽 嘞'),
  reasons: words(
    '去医院 去外地 去看 去办 去参加 去接 看病 带娃 带孩子 陪 回家 回老家 出差 加班 因为 有事',
    '体检 打疫苗 看牙 拔牙 开家长会 家长会 住院 手术 结婚 婚礼 接 送 探亲 面试 赶',
    '身体 家里 发烧 生病 感冒 考试 开会 办事 搬家 值班 休息 照顾 出门 旅游 出远门',
  ),
  talk: words(
    '条 制度 流程 规则 的 回来 要 吗 么 没 不 会 能 可以 怎 太 好 被 扣 算 还 是',
    '也 就 都 率 单 名单 人 几 次 系统 多 很 难 记录 批 理由 成功 谁 了 过 吧 呢 啥 什么',
  ),
  untilWords: ['到', '至'],
  through: ['到', '至', '-', '~'],
  back: ['回来', '回归', '返回'],
  spanUnits: { 天: 1, 周: 7, 星期: 7, 个星期: 7 },
  notBeforeCount: '第',
  durationCounts: words('一 两 二 三 四 五 六 七 八 九 十 半 几 一个 两个 半个'),
  durationUnits: words('天 晚 周 个月 个星期 星期 月 上午 下午 晚上 小时 个小时 日'),
};

export const vetoWords: VetoWords = {
  chains: ['接龙', '接龍'],
  everyone: ['所有人', 'all', '全体成员'],
  cards: words('图片 链接 小程序 语音 视频 文件'),
  record: '聊天记录',
  recordTitle: '的聊天记录',
  forwards: ['转发'],
  recordTimes: words('昨天 今天 前天 上午 下午 晚上 凌晨 早上 中午'),
  success: '成功',
  recorded: '已记录',
  alwaysAcknowledged: ['签到', '补卡', '请假', '兑换'],
  acknowledged: words('打卡 签到 补打卡 补签 抽奖 提交 操作 记录 保存'),
  rewards: ['积分', '排名', '获得', '恭喜', '连续打卡'],
  streaks: ['连续', '累计'],
};
