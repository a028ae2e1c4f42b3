/** What a message holds when it leaves: its words, what was merged into it, or a picture. */

import type { Logger } from 'pino';
import type { Picture } from '../domain/picture.js';
import type { OutboxMessage } from '../storage/outbox.js';
import { composeMerged } from './merged-replies.js';
import type { Work } from './work.js';

export type Content =
  | { readonly do: 'send'; readonly text: string; readonly picture?: Picture }
  | { readonly do: 'wait' }
  /** There is nothing that could leave. */
  | { readonly do: 'end'; readonly state: 'failed' | 'skipped'; readonly reason: string };

/** A picture is looked at in the last moment: until then a missing one may still be put in its place. */
export async function contentOf(work: Work, message: OutboxMessage, log: Logger): Promise<Content> {
  if (message.picture !== null) return pictureOf(work, message.body, message.picture);
  const composed = await composeMerged(work, message, log);
  return composed.do === 'fail' ? { do: 'end', state: 'failed', reason: 'no words' } : composed;
}

async function pictureOf({ pictures }: Work, text: string, name: string): Promise<Content> {
  const picture = await pictures.read(name);
  if ('trouble' in picture) return { do: 'end', state: 'skipped', reason: picture.trouble };
  return { do: 'send', text, picture };
}
