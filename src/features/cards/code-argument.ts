/** A manager's order about codes: nothing, so many for a card, or a batch that is to hold no longer. */

import * as copy from '../../copy/zh-cn/card-codes.js';
import { kinds } from '../../copy/zh-cn/cards.js';
import type { CardKind } from '../../domain/card-kind.js';
import { accept, type Decision, refuse } from '../../domain/decision.js';
import { addDays, type LocalDay } from '../../domain/local-day.js';
import type { Argument, ArgumentContext } from '../../kit/argument.js';
import { listCourses } from '../../storage/courses.js';
import type { MeantCourse } from './course-meant.js';
import { readId } from './sale-argument.js';

export interface Generation {
  readonly do: 'generate';
  readonly kind: CardKind;
  readonly count: number;
  readonly course: MeantCourse | undefined;
  readonly lastDay: LocalDay | null;
}

export type CodeOrder = { readonly do: 'list' } | Generation | { readonly do: 'revoke'; readonly id: number };

const HALF_A_YEAR = 180;
const MOST_CODES = 200;

export const codeOrder: Argument<CodeOrder> = {
  label: copy.labels.order,

  async parse(context) {
    const { words, example, inRoom } = context;
    if (words.ended()) return accept({ do: 'list' });
    const given = words.next() ?? '';
    const action = Object.hasOwn(copy.actions, given) ? copy.actions[given] : undefined;
    if (action === undefined)
      return refuse({
        code: 'argument.not_a_choice',
        name: copy.labels.order,
        given,
        choices: Object.keys(copy.actions),
      });
    if (action === 'generate') return readGeneration(context);
    const id = readId(words.next());
    if (id !== undefined) return accept({ do: 'revoke', id });
    return refuse({ code: 'argument.missing', name: copy.labels.id, example: inRoom(copy.examples.revoke) || example });
  },
};

interface Found {
  kind?: CardKind;
  count?: number;
  course?: MeantCourse;
  lastDay?: LocalDay;
}

/** The words in any order. */
async function readGeneration(context: ArgumentContext): Promise<Decision<CodeOrder>> {
  const { words, example } = context;
  const courses = await listCourses(context.tx);
  const found: Found = {};
  while (!words.ended()) {
    const refused = takeWord(context, found, courses);
    if (refused !== undefined) return refused;
  }
  const { kind, count, course, lastDay = null } = found;
  if (kind === undefined) return refuse({ code: 'argument.missing', name: copy.labels.kind, example });
  if (count === undefined || count < 1) return refuse({ code: 'argument.missing', name: copy.labels.count, example });
  if (count > MOST_CODES) return refuse({ code: 'card_codes.too_many', most: MOST_CODES });
  return accept({ do: 'generate', kind, count, course, lastDay });
}

function takeWord(
  context: ArgumentContext,
  found: Found,
  courses: readonly MeantCourse[],
): Decision<never> | undefined {
  const { words, example } = context;
  const word = words.next() ?? '';
  const course = courses.find(({ name }) => name === word);
  const count = /^(\d{1,5})\p{Script=Han}?$/u.exec(word)?.[1];
  if (course !== undefined) found.course = course;
  else if (Object.hasOwn(kinds, word)) found.kind = kinds[word] ?? 'month';
  else if (count !== undefined) found.count = Number(count);
  else if (copy.UNTIL.test(word)) return takeUntil(context, found, word.replace(copy.UNTIL, ''));
  else return refuse({ code: 'argument.surplus', given: word, example });
  return undefined;
}

function takeUntil(context: ArgumentContext, found: Found, glued: string): Decision<never> | undefined {
  const given = glued === '' ? (context.words.next() ?? '') : glued;
  const day = dayAhead(given, context);
  if (day === undefined) return refuse({ code: 'argument.not_a_day', name: copy.labels.until, given });
  found.lastDay = day;
  return undefined;
}

/** A date without a year is the nearest such; a term lies ahead. */
function dayAhead(given: string, { parseDay, today }: ArgumentContext): LocalDay | undefined {
  const near = parseDay(given, today);
  const day = near !== undefined && near < today ? parseDay(given, addDays(today, HALF_A_YEAR)) : near;
  return day === undefined || day < today ? undefined : day;
}
