/** Marks a message as sending, with the words or the picture that leave now. Once that is committed, only its end is open. */

import type { ChatTarget } from '../ports/chat-gateway.js';
import { saveNextSend } from '../storage/account-sending.js';
import { listPeople } from '../storage/members.js';
import type { OutboxMessage } from '../storage/outbox-message.js';
import { markGraphicGivenUp, markSending } from '../storage/outbox-sending.js';
import type { Content } from './content.js';
import { wordsOnLeaving } from './late-mark.js';
import type { Step } from './send-step.js';
import { noteStarted } from './started-messages.js';
import type { Work } from './work.js';

interface Leaving {
  readonly to: ChatTarget;
  readonly content: Content & { readonly do: 'send' };
  /** Milliseconds until the account may say something else. */
  readonly gap: number;
}

export async function startSending(work: Work, message: OutboxMessage, { to, content, gap }: Leaving): Promise<Step> {
  const { tx, now, account } = work;
  if (content.graphic === 'given-up') await markGraphicGivenUp(tx, message.id);
  const text = await wordsOnLeaving(work, message, content.text);
  await saveNextSend(tx, account.id, now + gap);
  await markSending(tx, message.id, text, now);
  if (message.started) await noteStarted(work, message);
  const mentions = await listPeople(tx, account.id, message.mentions);
  return { ...content, id: message.id, to, text, mentions, attempt: message.attempts + 1, at: now };
}
