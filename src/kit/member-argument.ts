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
      const given = context.words.next();
      if (given === undefined) return refuse({ code: 'argument.missing', name: label, example: context.example });
      return byName(context, given.replace(/^@/, ''), describe);
    },
  };
}

function takeMention({ words, mentions }: ArgumentContext): ChatPerson | undefined {
  const [first] = mentions;
  return first !== undefined && words.nextMention(first.name) ? first : undefined;
}

async function byName(
  { tx, roomId }: ArgumentContext,
  given: string,
  describe: (joinedAt: number) => string,
): Promise<Decision<Member>> {
  const [, name = given, number] = /^(.+)#(\d+)$/u.exec(given) ?? [];
  const namesakes = await listPresentByName(tx, name, roomId);
  const chosen = number === undefined ? namesakes : namesakes.filter((one) => one.id === (Number(number) as MemberId));
  const [only] = chosen;
  if (only === undefined) return refuse({ code: 'member.unknown', name });
  if (chosen.length === 1) return accept(only);
  const choices = chosen.map((one) => ({ id: one.id, name: one.name, detail: describe(one.joinedAt) }));
  return refuse({ code: 'member.ambiguous', name, choices });
}
