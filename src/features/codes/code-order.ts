/** A manager's order about codes: the words of its first line in any order, the codes themselves in those below. */

import * as copy from '../../copy/zh-cn/codes.js';
import { accept, type Decision, refuse } from '../../domain/decision.js';
import { addDays, type LocalDay } from '../../domain/local-day.js';
import { foldText } from '../../domain/understanding/fold.js';
import type { Argument, ArgumentContext } from '../../kit/argument.js';

export type CodeAction = 'import' | 'generate' | 'look-up';

export interface CodeOrder {
  /** Undefined where the batches are asked for. */
  readonly action: CodeAction | undefined;
  /** Of the batch, or the code that is looked up; empty when none was given. */
  readonly name: string;
  readonly count: number | undefined;
  /** The last day on which they hold. */
  readonly lastDay: LocalDay | undefined;
  readonly lines: string;
}

const HALF_A_YEAR = 180;

export const codeOrder: Argument<CodeOrder> = {
  label: copy.labels.order,

  async parse(context) {
    const [head = '', ...lines] = context.words.rest().split('\n');
    const words = head.split(/\s+/u).filter((word) => word !== '');
    const action = words.map(actionOf).find((one) => one !== undefined);
    const rest = words.filter((word) => actionOf(word) === undefined);
    const until = takeUntil(rest, context);
    if (!until.ok) return until;
    const counts = action === 'generate' ? rest.filter((word) => /^\d{1,4}\p{Script=Han}?$/u.test(word)) : [];
    const name = rest.filter((word) => !counts.includes(word)).join(' ');
    const count = counts[0] === undefined ? undefined : Number.parseInt(counts[0], 10);
    return accept({ action, name, count, lastDay: until.value, lines: lines.join('\n') });
  },
};

function actionOf(word: string): CodeAction | undefined {
  return Object.hasOwn(copy.actions, word) ? copy.actions[word] : undefined;
}

/** Takes `until 12-31`, glued or apart. */
function takeUntil(words: string[], context: ArgumentContext): Decision<LocalDay | undefined> {
  const at = words.findIndex((word) => copy.UNTIL.test(word));
  if (at === -1) return accept(undefined);
  const glued = words[at]?.replace(copy.UNTIL, '') ?? '';
  const [, next = ''] = words.splice(at, glued === '' ? 2 : 1);
  const given = glued === '' ? next : glued;
  const day = dayAhead(foldText(given), context);
  return day === undefined ? refuse({ code: 'argument.not_a_day', name: copy.labels.until, given }) : accept(day);
}

/** A date without a year is the nearest such; a term lies ahead. */
function dayAhead(given: string, { parseDay, today }: ArgumentContext): LocalDay | undefined {
  const near = parseDay(given, today);
  const day = near !== undefined && near < today ? parseDay(given, addDays(today, HALF_A_YEAR)) : near;
  return day === undefined || day < today ? undefined : day;
}
