/** Why a line was an offence, in words: shown to its author, so nothing in it blames. */

import { oneLine } from '../../domain/display-name.js';
import type { OffenceKind } from '../../domain/moderation/rule.js';

export interface Cause {
  readonly kind: OffenceKind;
  readonly signs: readonly string[];
  /** Given by hand; empty where a rule found it. */
  readonly reason: string;
}

const KINDS: Readonly<Record<OffenceKind, string>> = {
  ad: '像广告',
  link: '里的链接像推广',
  qr: '图里的二维码会通到别处',
  flood: '和前面几条连在一起，发得太密了',
  word: '里有本群不用的词',
  hand: '老师觉得不合适',
};

const SIGNS: Readonly<Record<string, string>> = {
  contact: '有联系方式',
  call: '请人加好友或点进去',
  offer: '在推销东西',
  bait: '有常见的诱导说法',
  price: '有价格',
  link: '有不认识的链接',
  'bad-host': '链接通到购物或拉票的网站',
  'app-code': '有打开购物或视频应用的口令',
  lines: '一分钟里太多条',
  repeats: '同一句话重复多次',
  'wechat-invite': '二维码是加人或进群的',
  'other-code': '二维码通到不认识的地方',
};

export const kindNames: Readonly<Record<OffenceKind, string>> = {
  ad: '广告',
  link: '链接',
  qr: '二维码',
  flood: '刷屏',
  word: '敏感词',
  hand: '人工',
};

/** Follows 那条. */
export function sayCause({ kind, signs, reason }: Cause): string {
  if (kind === 'hand') return reason === '' ? KINDS.hand : `${KINDS.hand}：${oneLine(reason)}`;
  const known = signs.flatMap((sign) => SIGNS[sign] ?? []);
  return known.length === 0 ? KINDS[kind] : `${KINDS[kind]}（${known.join('、')}）`;
}

/** Without the signs, for where others read along. */
export function sayCauseInPublic({ kind, reason }: Cause): string {
  return kind === 'hand' && reason !== '' ? oneLine(reason) : KINDS[kind];
}
