/** What a line breaks of its room's rules. For ordinary talk this is all that happens: no row is read, and none is written. */

import type { RuleKind } from '../../domain/moderation/rule.js';
import type { WordLists } from '../../domain/moderation/word-lists.js';
import type { Work } from '../../kit/work.js';
import type { ChatMessage } from '../../ports/chat-gateway.js';
import type { Room } from '../../storage/rooms.js';
import { floodWatchOf } from './floods.js';
import { lineJudge } from './line-judge.js';

export interface Finding {
  readonly kind: RuleKind;
  readonly signs: readonly string[];
}

export interface Hearing {
  readonly work: Work;
  readonly room: Room;
  /** The managers'. */
  readonly words: WordLists;
}

const LONGEST_REMEMBERED = 80;

export function findOffence(hearing: Hearing, message: ChatMessage): Finding | undefined {
  const { work, room, words } = hearing;
  const flood = room.rules.flood === 'off' ? undefined : findFlood(work, room, message);
  return findInLine(room, message.text, words) ?? flood;
}

function findInLine({ rules }: Room, text: string, words: WordLists): Finding | undefined {
  const line = lineJudge.judge(text, words.hosts);
  const stays = line && lineJudge.judge(words.withoutAllowed(text), words.hosts);
  if (stays && rules[stays.kind] !== 'off') return stays;
  const banned = rules.word === 'off' ? undefined : words.findBanned(text);
  if (banned === undefined || lineJudge.isOwnAffair(text)) return undefined;
  return { kind: 'word', signs: [banned] };
}

function findFlood({ catalogue }: Work, room: Room, message: ChatMessage): Finding | undefined {
  const { messageId, sentAt, sender, text } = message;
  const folded = lineJudge.normalise(text.slice(0, LONGEST_REMEMBERED));
  const who = `${room.id} ${sender.platformId}`;
  const flood = floodWatchOf(catalogue).hear({ who, messageId, text: folded, at: sentAt });
  return flood && { kind: 'flood', signs: [flood] };
}
