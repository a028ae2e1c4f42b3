/**
 * What is said to somebody who turned to the bot and was not understood: in a private chat, or by a mention in a room.
 *
 * In a room nobody else hears of it, and members' talk among themselves never comes here.
 */

import { wasJustAnswered } from './answered-lines.js';
import type { CommandLine } from './command-line.js';
import type { AnsweringWork } from './message-work.js';
import type { ChatWork, Reply } from './work.js';

export interface Fallback {
  readonly name: string;
  /** Resolves to undefined for what it has nothing to say to; the next one is asked then. */
  run(work: FallbackWork): Promise<Reply | undefined>;
}

export type FallbackWork = ChatWork & {
  /** The words, without the mention of the bot. */
  readonly said: string;
};

/** Asks the fallbacks in order; the first that has words is the only one heard. */
export async function runFallbacks(work: AnsweringWork, line: CommandLine | undefined): Promise<void> {
  const { chatRoom, message, catalogue } = work;
  if (chatRoom !== undefined && (chatRoom.kind === null || !message.mentionsBot)) return;
  const said = line?.words.remaining() ?? message.text;
  for (const fallback of catalogue.fallbacks) {
    const reply = await fallback.run({ ...work, said });
    if (reply === undefined) continue;
    if (!(await wasJustAnswered(work))) await work.chat.say(reply);
    return;
  }
}
