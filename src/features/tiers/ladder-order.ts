/** The words of an order about the ladder: which rung, what it asks for and what it brings, in any order. */

import * as copy from '../../copy/zh-cn/tiers.js';
import { accept, type Decision, refuse } from '../../domain/decision.js';
import { displayName } from '../../domain/display-name.js';
import { parseFen } from '../../domain/money.js';
import { LADDER_LIMITS, PERK_LIMITS, type Perks, type TierFigure, type TierFigures } from '../../domain/tier.js';
import type { Argument } from '../../kit/argument.js';

export type LadderOrder =
  | { readonly do: 'show' }
  | ({ readonly do: 'add' | 'change'; readonly name: string } & RungWords)
  | { readonly do: 'delete'; readonly name: string };

export interface RungWords {
  readonly needs: Partial<TierFigures>;
  readonly perks: Partial<Perks>;
}

export const ladderOrder: Argument<LadderOrder> = {
  label: copy.labels.order,

  async parse({ words, inRoom }) {
    const given = words.next();
    if (given === undefined) return accept({ do: 'show' });
    const action = copy.actions[given];
    if (action === undefined) {
      const choices = Object.keys(copy.actions);
      return refuse({ code: 'argument.not_a_choice', name: copy.labels.order, given, choices });
    }
    const name = displayName(words.next() ?? '');
    const example = inRoom(copy.examples.ladder);
    if (name === '') return refuse({ code: 'argument.missing', name: copy.labels.tier, example });
    if ([...name].length > LADDER_LIMITS.name)
      return refuse({ code: 'argument.too_long', name: copy.labels.tier, max: LADDER_LIMITS.name });
    const code = copy.tierCode(name);
    if (action === 'delete') return accept({ do: action, name: code });
    const tokens = words
      .rest()
      .normalize('NFKC')
      .split(/\s+/u)
      .filter((one) => one !== '');
    if (tokens.length === 0) return refuse({ code: 'argument.missing', name: copy.labels.figures, example });
    const read = readTokens(tokens);
    return read.ok ? accept({ do: action, name: code, ...read.value }) : read;
  },
};

function readTokens(tokens: readonly string[]): Decision<RungWords> {
  let [needs, perks]: [Partial<TierFigures>, Partial<Perks>] = [{}, {}];
  for (const token of tokens) {
    const figure = readFigure(token);
    const perk = readPerk(token);
    if (figure) needs = { ...needs, ...figure };
    else if (perk) perks = { ...perks, ...perk };
    else return refuse({ code: 'tier.unreadable', given: token });
  }
  return accept({ needs, perks });
}

function readFigure(token: string): Partial<TierFigures> | undefined {
  const [, word = '', amount = ''] = /^(\D+?)(?:>=|\u2265)?([\d.]+)\D{0,2}$/u.exec(token) ?? [];
  const sign = copy.atLeastWords.find((one) => word.endsWith(one)) ?? '';
  const figure: TierFigure | undefined = copy.figureWords[word.slice(0, word.length - sign.length)];
  if (figure === undefined) return undefined;
  const value = figure === 'paid' ? (parseFen(amount) ?? Number.NaN) : Number(amount);
  return Number.isInteger(value) && value <= LADDER_LIMITS[figure] ? { [figure]: value } : undefined;
}

function readPerk(token: string): Partial<Perks> | undefined {
  const { makeUps, lotteryWeight, earlyNotice, noNotice, boardBadge, noBadge } = copy.perkWords;
  if (isOne(earlyNotice, token)) return { earlyNotice: true };
  if (isOne(noNotice, token)) return { earlyNotice: false };
  if (isOne(noBadge, token)) return { boardBadge: '' };
  const more = amountBehind(makeUps, token, /^\+?(\d{1,2})\D?$/u);
  if (more !== undefined) return more <= PERK_LIMITS.makeUps ? { makeUps: more } : undefined;
  const times = amountBehind(lotteryWeight, token, /^[x*\u00d7]?(\d)\D{0,2}$/iu);
  if (times !== undefined)
    return times >= 1 && times <= PERK_LIMITS.lotteryWeight ? { lotteryWeight: times } : undefined;
  return markBehind(boardBadge, token);
}

function isOne(words: readonly string[], token: string): boolean {
  return words.includes(token);
}

function amountBehind(words: readonly string[], token: string, shape: RegExp): number | undefined {
  const word = words.find((one) => token.startsWith(one));
  const amount = word === undefined ? undefined : shape.exec(token.slice(word.length))?.[1];
  return amount === undefined ? undefined : Number(amount);
}

function markBehind(words: readonly string[], token: string): Partial<Perks> | undefined {
  const word = words.find((one) => token.startsWith(one));
  const mark = word === undefined ? '' : displayName(token.slice(word.length));
  return mark === '' || [...mark].length > PERK_LIMITS.boardBadge ? undefined : { boardBadge: mark };
}
