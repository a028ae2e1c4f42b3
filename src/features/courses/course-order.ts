/** What a manager wants of a course: the words after the command, each action with arguments of its own. */

import * as copy from '../../copy/zh-cn/courses.js';
import { COURSE_LIMITS } from '../../domain/course/course.js';
import { accept, type Decision } from '../../domain/decision.js';
import type { LocalDay } from '../../domain/local-day.js';
import { type Argument, type ArgumentContext, day, optional, parseArguments, text, word } from '../../kit/argument.js';
import type { ImportOrder } from './orders/import-course.js';

export type CourseOrder =
  | { readonly action: 'list' }
  | { readonly action: 'show'; readonly name: string }
  | { readonly action: 'export'; readonly name: string }
  | ({ readonly action: 'import' } & ImportOrder)
  | { readonly action: 'use'; readonly name: string; readonly startDay: LocalDay | undefined };

const name = word(copy.labels.course);
// The plan says itself when it is too long, with a remedy.
const markdown = text(copy.labels.plan, { max: 2 * COURSE_LIMITS.planLength });
const overwrite: Argument<boolean> = {
  label: copy.overwriteWord,
  async parse({ words }) {
    const given = words.peek() === copy.overwriteWord;
    if (given) words.next();
    return accept(given);
  },
};
const startDay = optional(day(copy.labels.start), undefined);

export const courseOrder: Argument<CourseOrder> = {
  label: copy.labels.course,
  async parse(context) {
    const first = context.words.peek();
    if (first === undefined) return accept({ action: 'list' });
    const action = Object.hasOwn(copy.actions, first) ? copy.actions[first] : undefined;
    if (action === undefined) return withAction('show', await parseArguments({ name }, forAction(context, 'show')));
    context.words.next();
    return parseAction(action, forAction(context, action));
  },
};

async function parseAction(
  action: 'export' | 'import' | 'use',
  context: ArgumentContext,
): Promise<Decision<CourseOrder>> {
  if (action === 'export') return withAction(action, await parseArguments({ name }, context));
  if (action === 'import') return withAction(action, await parseArguments({ name, overwrite, markdown }, context));
  return withAction(action, await parseArguments({ name, startDay }, context));
}

/** What is missing is explained by an example of that action. */
function forAction(context: ArgumentContext, action: keyof typeof copy.examples): ArgumentContext {
  return { ...context, example: context.inRoom(copy.examples[action]) };
}

function withAction<A extends string, T>(action: A, parsed: Decision<T>): Decision<T & { readonly action: A }> {
  return parsed.ok ? accept({ action, ...parsed.value }) : parsed;
}
