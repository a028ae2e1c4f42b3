/** A post that a person sends by hand while the bot may not: its words to copy, and the note that it was done. */

import * as copy from '../../copy/zh-cn/post-commands.js';
import { maySettleByHand } from '../../domain/by-hand.js';
import type { OutboxId } from '../../domain/ids.js';
import { orRefuse, RefusedError } from '../../kit/refused-error.js';
import { noteStarted } from '../../kit/started-messages.js';
import type { ChatWork } from '../../kit/work.js';
import type { OutboxMessage } from '../../storage/outbox.js';
import { markSentByPerson } from '../../storage/waiting-posts.js';
import { placeOf, readOwnMessage } from './own-message.js';

/** In two messages, so that the second one can be copied as it is. */
export async function showPost(work: ChatWork, id: OutboxId): Promise<string> {
  const post = await readPost(work, id);
  if (work.chatRoom !== undefined && work.chatRoom.kind !== 'staff')
    throw new RefusedError({ code: 'post.not_in_public', id });
  if (post.body === '') throw new RefusedError({ code: 'post.empty', id });
  const open = maySettleByHand(post).ok;
  await work.chat.say(copy.aboutPost({ ...post, place: await placeOf(work, post), open }));
  return post.body;
}

/** It counts like any other post of the room. */
export async function settleByHand(work: ChatWork, id: OutboxId): Promise<string> {
  const post = await readPost(work, id);
  orRefuse(maySettleByHand(post));
  if (!(await markSentByPerson(work.tx, post, work.now))) throw new RefusedError({ code: 'post.waiting', id });
  await noteStarted(work, post);
  return copy.settledByHand(id, await placeOf(work, post));
}

/** Replies are between the bot and whoever asked. */
async function readPost(work: ChatWork, id: OutboxId): Promise<OutboxMessage> {
  const message = await readOwnMessage(work, id);
  const isPost = message.roomId !== null && (message.day !== null || message.started);
  if (!isPost) throw new RefusedError({ code: 'post.unknown', id });
  return message;
}
