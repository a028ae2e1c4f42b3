/**
 * Answers a line: a command for those who may give it, else what a member means in natural words, else nothing.
 *
 * Default deny: who says it is known by platform id alone, and in a room a command that is not theirs to give meets
 * silence and a line in the log.
 */

import { displayName } from '../domain/display-name.js';
import { foldText } from '../domain/understanding/fold.js';
import { inSavepoint } from '../storage/database.js';
import { wasJustAnswered } from './answered-lines.js';
import { type CommandLine, readCommandLine } from './command-line.js';
import { dayFor } from './day-for.js';
import { explain } from './explain.js';
import { type AnsweringWork, botNamesOf, type MessageWork } from './message-work.js';
import { runCommand } from './run-command.js';
import { runIntent } from './run-intent.js';
import { identifySpeaker } from './speaker.js';
import { WordReader } from './word-reader.js';
import { queueReply, type Reply } from './work.js';

export async function answerMessage(work: MessageWork): Promise<void> {
  const { options, message, chatRoom } = work;
  const line = readCommandLine(message, botNamesOf(work)) ?? bareLine(work);
  if (chatRoom !== undefined && chatRoom.kind === null && line === undefined) return;

  const chat = await startChat(work);
  try {
    await inSavepoint(work.tx, async () => {
      if (line && (await runCommand(chat, line)) === 'answered') return;
      await runIntent(chat, line);
    });
  } catch (error) {
    const answer = explain(error, `message:${message.kind}`, options);
    if (chat.speaker.role === 'member' && (await wasJustAnswered(chat))) return;
    await chat.say(answer);
  }
}

function bareLine({ catalogue, message, chatRoom }: MessageWork): CommandLine | undefined {
  if (chatRoom?.kind === null) return undefined;
  const line = foldText(message.text).trim();
  return catalogue.isBareCommand(line) ? { prefixed: false, words: new WordReader(line) } : undefined;
}

async function startChat(work: MessageWork): Promise<AnsweringWork> {
  const { chatRoom, message, now } = work;
  const speaker = await identifySpeaker(work);
  const sentAt = Math.min(message.sentAt, now);
  const to = chatRoom ? { roomId: chatRoom.id } : { memberId: speaker.id };
  const say = async (reply: Reply): Promise<void> => {
    if (typeof reply === 'string') await queueReply(work, to, reply);
    else await queueReply(work, to, `@${displayName(speaker.name)} ${reply.mention}`, [speaker.id]);
  };
  const requestRoster = (): void => {
    if (message.room) work.options.requestRoster(message.room.platformId);
  };
  return { ...work, speaker, sentAt, today: dayFor(chatRoom, sentAt), requestRoster, say };
}
