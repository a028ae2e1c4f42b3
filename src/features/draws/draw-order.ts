/** What a manager wants of a draw: the words after the command, each action with arguments of its own. */

import { momentWords } from '../../copy/zh-cn/activities.js';
import * as copy from '../../copy/zh-cn/draws.js';
import { accept, type Decision, refuse } from '../../domain/decision.js';
import { type Opening, readOpening } from '../../domain/draw-opening.js';
import { DRAW_LIMITS } from '../../domain/draw.js';
import {
  type Argument,
  type ArgumentContext,
  choice,
  integer,
  optional,
  parseArguments,
  text,
} from '../../kit/argument.js';
import { momentsOf, tokensOf } from '../../kit/moments.js';

export type DrawOrder =
  | { readonly action: 'show' | 'cancel' }
  | { readonly action: 'open'; readonly opening: Opening }
  | { readonly action: 'redraw'; readonly rank: number; readonly reason: string }
  | { readonly action: 'proof'; readonly page: number }
  | { readonly action: 'value'; readonly value: string };

const MOST_PAGES = 999;

const openingOf: Argument<Opening> = {
  label: copy.labels.order,
  async parse(context) {
    const tokens = tokensOf(context);
    if (tokens.length === 0)
      return refuse({ code: 'argument.missing', name: copy.labels.name, example: context.example });
    const words = { ...copy.openingWords, measures: copy.measureWords };
    return accept(readOpening(tokens, words, await momentsOf(context, momentWords)));
  },
};

const redrawArguments = {
  rank: integer(copy.labels.rank, { min: 1, max: DRAW_LIMITS.places }),
  reason: optional(text(copy.labels.reason, { max: 60 }), ''),
};
const page = optional(integer(copy.labels.page, { min: 1, max: MOST_PAGES }), 1);
const value = text(copy.labels.value, { max: DRAW_LIMITS.publicSource });

const wish = optional(choice(copy.labels.order, copy.actions), undefined);

export const drawOrder: Argument<DrawOrder> = {
  label: copy.labels.order,
  async parse(context) {
    const chosen = await wish.parse(context);
    if (!chosen.ok) return chosen;
    if (chosen.value === undefined) return accept({ action: 'show' });
    return parseAction(chosen.value, context);
  },
};

async function parseAction(
  action: 'open' | 'cancel' | 'redraw' | 'proof' | 'value',
  context: ArgumentContext,
): Promise<Decision<DrawOrder>> {
  switch (action) {
    case 'open':
      return withAction(action, await parseArguments({ opening: openingOf }, exampleOf(context, copy.examples.open)));
    case 'redraw':
      return withAction(action, await parseArguments(redrawArguments, exampleOf(context, copy.examples.redraw)));
    case 'proof':
      return withAction(action, await parseArguments({ page }, context));
    case 'value':
      return withAction(action, await parseArguments({ value }, exampleOf(context, copy.examples.publicValue)));
    case 'cancel':
      return withAction(action, await parseArguments({}, context));
  }
}

function exampleOf(context: ArgumentContext, example: string): ArgumentContext {
  return { ...context, example: context.inRoom(example) };
}

function withAction<A extends string, T>(action: A, parsed: Decision<T>): Decision<T & { readonly action: A }> {
  return parsed.ok ? accept({ action, ...parsed.value }) : parsed;
}
