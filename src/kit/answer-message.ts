/**
 * Answers a line: a command for those who may give it, else what a member means in natural words, else a kind word to
 * whoever turned to the bot, else nothing.
 *
 * Default deny: who says it is known by platform id alone, and in a room a command that is not theirs to give meets
 * silence and a line in the log.
 */

import { foldText } from '../domain/understanding/fold.js';
import { andThen, type Awaitable } from '../storage/awaitable.js';
import { inStep } from '../storage/database.js';
import { notePrivateWord } from '../storage/private-contacts.js';
import { readRole } from '../storage/roles.js';
import { wasJustAnswered } from './answered-lines.js';
import { askToConfirm } from './ask-to-confirm.js';
import { type CommandLine, readCommandLine } from './command-line.js';
import { explain } from './explain.js';
import { runFallbacks } from './fallback.js';
import { keepRefusal } from './keep-refusal.js';
import { type AnsweringWork, botNamesOf, type MessageWork } from './message-work.js';
import { RefusedError } from './refused-error.js';
import { ConfirmationNeededError } from './require-confirmation.js';
import { runCommand } from './run-command.js';
import { runIntent } from './run-intent.js';
import { identifySpeaker } from './speaker.js';
import { startAnswering } from './start-answering.js';
import { WordReader } from './word-reader.js';

export function answerMessage(work: MessageWork): Awaitable<void> {
  const { message, chatRoom } = work;
  const line = readCommandLine(message, botNamesOf(work)) ?? bareLine(work);
  if (chatRoom !== undefined && chatRoom.kind === null && line === undefined) return undefined;

  return andThen(identifySpeaker(work), (speaker) => {
    const answering = startAnswering(work, speaker);
    const step = (): Awaitable<void> =>
      inStep(
        work.tx,
        () => answer(answering, line),
        (error) => explainTo(answering, error),
      );
    if (message.room !== undefined) return step();
    return andThen(notePrivateWord(work.tx, work.account.id, speaker.id, work.now), step);
  });
}

async function answer(work: AnsweringWork, line: CommandLine | undefined): Promise<void> {
  if (line && (await runCommand(work, line)) === 'answered') return;
  if ((await runIntent(work, line)) === 'answered') return;
  await runFallbacks(work, line);
}

/** Staff hear it every time, since they may be looking for the right words. */
async function explainTo(work: AnsweringWork, error: unknown): Promise<void> {
  const { tx, speaker, sentAt, chatRoom, message, options } = work;
  if (error instanceof ConfirmationNeededError) return askToConfirm(error);
  if (error instanceof RefusedError) await keepRefusal(work, error.refusal);
  const words = explain(error, `message:${message.kind}`, options);
  const isMember = (await readRole(tx, speaker.id, chatRoom?.id, sentAt)) === 'member';
  if (isMember && (await wasJustAnswered(work))) return;
  await work.chat.say(words);
}

function bareLine({ catalogue, message, chatRoom }: MessageWork): CommandLine | undefined {
  if (chatRoom?.kind === null) return undefined;
  const line = foldText(message.text).trim();
  return catalogue.isBareCommand(line) ? { prefixed: false, words: new WordReader(line) } : undefined;
}
