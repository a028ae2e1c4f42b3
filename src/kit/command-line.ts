/**
 * Manager commands as they are typed: a prefix or a mention of the bot, perhaps a room's name, the command, its words.
 *
 * The prefix may be half or full width. In a private chat everything is addressed to the bot and needs none.
 */

import type { ChatMessage } from '../ports/chat-gateway.js';
import { WordReader } from './word-reader.js';

/** `/` and `!`, and their full-width forms. */
const PREFIX = /^[\s\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]*[/!\uff0f\uff01]/u;

export interface CommandLine {
  /** True for a typed prefix; without one the line may as well be small talk. */
  readonly prefixed: boolean;
  readonly words: WordReader;
}

/** The line as a command to the bot; undefined when it is not addressed to the bot in either way. */
export function readCommandLine(message: ChatMessage, botNames: readonly string[]): CommandLine | undefined {
  const text = message.mentionsBot ? withoutMention(message.text, botNames) : message.text;
  const prefix = PREFIX.exec(text)?.[0];
  if (prefix !== undefined) return { prefixed: true, words: new WordReader(text.slice(prefix.length)) };
  const addressed = message.mentionsBot || message.room === undefined;
  return addressed ? { prefixed: false, words: new WordReader(text) } : undefined;
}

function withoutMention(text: string, botNames: readonly string[]): string {
  const line = text.trimStart();
  const name = botNames.find((one) => line.startsWith(`@${one}`));
  return name === undefined ? line.replace(/^@[^\s\u2005]+/u, '') : line.slice(name.length + 1);
}
