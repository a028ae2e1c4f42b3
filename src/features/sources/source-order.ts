/** A manager's order about sources: the figures, somebody's source, or that of a room. */

import { describeMember } from '../../copy/zh-cn/members.js';
import * as copy from '../../copy/zh-cn/sources.js';
import { accept, type Decision, refuse } from '../../domain/decision.js';
import { readSourceName, SOURCE_NAME_LENGTH } from '../../domain/source.js';
import type { Argument, ArgumentContext } from '../../kit/argument.js';
import { member } from '../../kit/member-argument.js';
import type { Member } from '../../storage/members.js';

export type SourceOrder =
  | { readonly do: 'count' }
  /** An empty name: none any more. */
  | { readonly do: 'room'; readonly name: string }
  | { readonly do: 'show'; readonly who: Member }
  | { readonly do: 'change'; readonly who: Member; readonly name: string };

const who = member(copy.labels.member, describeMember);

export const sourceOrder: Argument<SourceOrder> = {
  label: copy.labels.order,

  async parse(context) {
    const { words } = context;
    if (words.ended()) return accept({ do: 'count' });
    if (words.peek() === copy.roomWord) return readRoomSource(context);
    const person = await who.parse(context);
    if (!person.ok) return person;
    if (words.ended()) return accept({ do: 'show', who: person.value });
    const name = readName(context, [copy.unknownWord]);
    return name.ok ? accept({ do: 'change', who: person.value, name: name.value }) : name;
  },
};

function readRoomSource(context: ArgumentContext): Decision<SourceOrder> {
  context.words.next();
  const name = readName(context, [copy.offWord, copy.unknownWord]);
  return name.ok ? accept({ do: 'room', name: name.value }) : name;
}

/** Empty for one of the words that mean none. */
function readName({ words, inRoom }: ArgumentContext, none: readonly string[]): Decision<string> {
  const given = words.rest();
  if (given === '')
    return refuse({ code: 'argument.missing', name: copy.labels.name, example: inRoom(copy.examples.room) });
  if (none.includes(given)) return accept('');
  const name = readSourceName(given);
  if (name !== undefined) return accept(name);
  return refuse({ code: 'argument.too_long', name: copy.labels.name, max: SOURCE_NAME_LENGTH });
}
