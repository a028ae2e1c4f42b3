/**
 * A member, by a mention or by name, or by name and number (`Lin#12`) where several go by the same name.
 *
 * A mention is matched by its platform id alone. A name that fits several people gives a numbered list to choose
 * from; the bot never picks.
 */

import { accept, type Decision, refuse } from '../domain/decision.js';
import type { MemberId } from '../domain/ids.js';
import type { ChatPerson } from '../ports/chat-gateway.js';
import { findOrAddMember, listPresentByName, type Member } from '../storage/members.js';
import type { Argument, ArgumentContext } from './argument.js';

/** `describe` words what tells namesakes apart: when each of them joined. */
export function member(label: string, describe: (joinedAt: number) => string): Argument<Member> {
  return {
    label,
    async parse(context) {
      const mentioned = takeMention(context);
      if (mentioned) return accept(await findOrAddMember(context.tx, context.accountId, mentioned, context.now));
      const given = context.words.nextTyped();
      if (given === undefined) return refuse({ code: 'argument.missing', name: label, example: context.example });
      return byName(context, given.replace(/^[@\uff20]/u, ''), describe);
    },
  };
}

/** By the longest name that the line goes on with; the only one mentioned is meant by any name. */
function takeMention({ words, mentions }: ArgumentContext): ChatPerson | undefined {
  const [named] = mentions
    .filter(({ name }) => name !== '' && words.remaining().startsWith(`@${name}`))
    .toSorted((a, b) => b.name.length - a.name.length);
  const meant = named ?? (mentions.length === 1 ? mentions[0] : undefined);
  return meant !== undefined && words.nextMention(meant.name) ? meant : undefined;
}

async function byName(
  { tx, roomId }: ArgumentContext,
  given: string,
  describe: (joinedAt: number) => string,
): Promise<Decision<Member>> {
  const [, name = given, number] = /^(.+)[#\uff03](\d+)$/u.exec(given) ?? [];
  const namesakes = await listPresentByName(tx, name, roomId);
  const chosen = number === undefined ? namesakes : namesakes.filter((one) => one.id === (Number(number) as MemberId));
  const [only] = chosen;
  if (only === undefined) return refuse({ code: 'member.unknown', name });
  if (chosen.length === 1) return accept(only);
  const choices = chosen.map((one) => ({ id: one.id, name: one.name, detail: describe(one.joinedAt) }));
  return refuse({ code: 'member.ambiguous', name, choices });
}

/** One after the other: the first as above, all others by `@`, so that the words behind them are nobody's name. */
export function members(label: string, describe: (joinedAt: number) => string): Argument<readonly Member[]> {
  const one = member(label, describe);
  return {
    label,
    async parse(context) {
      const found: Member[] = [];
      do {
        const next = await one.parse(context);
        if (!next.ok) return next;
        if (!found.some(({ id }) => id === next.value.id)) found.push(next.value);
      } while (/^[@\uff20]/u.test(context.words.remaining()));
      return accept(found);
    },
  };
}
