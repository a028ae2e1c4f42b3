/** The words of an order about the rules of tags. */

import * as copy from '../../copy/zh-cn/tags.js';
import { accept, type Decision, refuse } from '../../domain/decision.js';
import { decideTagName } from '../../domain/tag.js';
import type { ArgumentContext } from '../../kit/argument.js';

export type RuleOrder =
  | { readonly do: 'rules' }
  | { readonly do: 'rule'; readonly action: 'add' | 'try'; readonly tag: string; readonly condition: string }
  | { readonly do: 'delete-rule'; readonly number: number };

export function readRule({ words, example, inRoom }: ArgumentContext): Decision<RuleOrder> {
  if (words.ended()) return accept({ do: 'rules' });
  const given = words.next() ?? '';
  const action = copy.ruleActions[given];
  if (action === undefined) {
    const choices = Object.keys(copy.ruleActions);
    return refuse({ code: 'argument.not_a_choice', name: copy.labels.rule, given, choices });
  }
  const first = words.next();
  if (first === undefined) return refuse({ code: 'argument.missing', name: copy.labels.tag, example });
  if (action === 'delete') return readNumber(first);
  const tag = decideTagName(first.replace(/^\+/u, ''));
  if (!tag.ok) return tag;
  const condition = words.rest();
  if (condition === '')
    return refuse({ code: 'argument.missing', name: copy.labels.rule, example: inRoom(copy.examples.rule) });
  return accept({ do: 'rule', action, tag: tag.value, condition });
}

function readNumber(given: string): Decision<RuleOrder> {
  return /^#?\d{1,9}$/u.test(given)
    ? accept({ do: 'delete-rule', number: Number(given.replace('#', '')) })
    : refuse({ code: 'argument.not_a_number', name: copy.labels.number, given });
}
