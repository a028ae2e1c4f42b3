/** The words of conditions: axes, figures and what may stand behind them. */

import { CARD_KINDS, type CardKind } from '../../domain/card-kind.js';
import { type Axis, type AxisValues, CARD_STATES, type CardState } from '../../domain/condition/condition.js';
import type { ConditionWords } from '../../domain/condition/read-condition.js';
import { LEAD_GRADES } from '../../domain/lead-grade.js';
import { MEMBER_CLASSES, type MemberClass } from '../../domain/member-class.js';
import { type Stage, STAGES } from '../../domain/stage.js';
import { tierName } from './tiers.js';

const conditionWords: ConditionWords = {
  axes: {
    级: ['tier'],
    等级: ['tier'],
    类: ['class', 'course'],
    分类: ['class'],
    课程: ['course'],
    课: ['course'],
    段: ['stage'],
    阶段: ['stage'],
    标签: ['tag'],
    签: ['tag'],
    群: ['room'],
    卡: ['card'],
    会员: ['card'],
    会员卡: ['card'],
    线索: ['grade'],
  },
  figures: {
    连续: 'streak',
    连续打卡: 'streak',
    最长: 'best',
    最长连续: 'best',
    打卡: 'days',
    累计打卡: 'days',
    积分: 'points',
    累计积分: 'earned',
    没打卡: 'idle',
    未打卡: 'idle',
    断签: 'idle',
    入群: 'joined',
    进群: 'joined',
    订单: 'orders',
    消费: 'paid',
  },
  joiners: ['且', '并且', '而且', '和', '与'],
  negations: ['-', '非', '不是'],
  signs: { 满: '>=', 不少于: '>=', 至少: '>=', 超过: '>', 少于: '<', 不到: '<' },
};

/** A rule of a tag may not hang on tags, or two of them could chase each other for ever. */
const ruleWords: ConditionWords = {
  ...conditionWords,
  axes: Object.fromEntries(Object.entries(conditionWords.axes).filter(([, axes]) => !axes.includes('tag'))),
};

const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  newcomer: '新手',
  growing: '成长',
  mature: '成熟',
  fading: '衰退',
  gone: '流失',
};

const CLASS_NAMES: Readonly<Record<MemberClass, string>> = {
  key: '重点',
  ordinary: '一般',
  potential: '潜力',
  random: '随机',
};

const CARD_NAMES: Readonly<Record<CardKind | CardState, string>> = {
  day: '天卡',
  week: '周卡',
  month: '月卡',
  quarter: '季卡',
  year: '年卡',
  lifetime: '终身卡',
  active: '有效',
  frozen: '冻结',
  expired: '过期',
  none: '无',
};

/** A class or a lead grade. */
export function classedName(value: string): string {
  return Object.hasOwn(CLASS_NAMES, value) ? CLASS_NAMES[value as MemberClass] : value;
}

/** Values that are the same everywhere, with their names. */
const fixedValues: {
  readonly [A in Exclude<Axis, 'tier' | 'course' | 'tag' | 'room'>]: ReadonlyArray<readonly [string, AxisValues[A]]>;
} = {
  stage: STAGES.map((stage) => [STAGE_NAMES[stage], stage]),
  class: MEMBER_CLASSES.map((value) => [CLASS_NAMES[value], value]),
  grade: LEAD_GRADES.map((grade) => [grade, grade]),
  card: [...CARD_KINDS, ...CARD_STATES].map((one) => [CARD_NAMES[one], one]),
};

/** How long a tag holds. */
export const tagDurations: Readonly<Record<string, number>> = {
  天: 1,
  日: 1,
  周: 7,
  星期: 7,
  个月: 30,
  月: 30,
  年: 365,
};

/** All that a condition is read with; `ruleCopy` for the rules of tags. */
export const conditionCopy = { words: conditionWords, fixed: fixedValues, tierName } as const;
export const ruleCopy = { ...conditionCopy, words: ruleWords } as const;
