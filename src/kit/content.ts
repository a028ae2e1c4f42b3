/** What a message holds when it leaves: its words, what was merged into it, a picture, or something to do. */

import type { Logger } from 'pino';
import type { Errand } from '../domain/errand.js';
import type { Graphic } from '../domain/graphic.js';
import type { OutboxId } from '../domain/ids.js';
import type { Picture } from '../domain/picture.js';
import type { ChatTarget, PlatformErrand } from '../ports/chat-gateway.js';
import { findMemberPlatformId } from '../storage/members.js';
import type { OutboxMessage } from '../storage/outbox-message.js';
import type { Rendered } from './graphic-picture.js';
import { composeMerged } from './merged-replies.js';
import type { Work } from './work.js';

export type Content =
  | {
      readonly do: 'send';
      readonly text: string;
      readonly picture?: Picture;
      /** `rendered`: the picture is its graphic. `given-up`: it has a graphic, and leaves as words. */
      readonly graphic?: 'rendered' | 'given-up';
      readonly errand?: PlatformErrand;
    }
  | { readonly do: 'wait' }
  /** To be asked again with its graphic rendered. */
  | { readonly do: 'render'; readonly id: OutboxId; readonly graphic: Graphic }
  /** There is nothing that could leave. */
  | { readonly do: 'end'; readonly state: 'failed' | 'skipped'; readonly reason: string };

const NO_SUCH_CHAT: Content = { do: 'end', state: 'failed', reason: 'no such chat' };

/** A picture is looked at in the last moment: until then a missing one may still be put in its place. */
export async function contentOf(
  work: Work,
  message: OutboxMessage,
  { to, log, rendered }: { readonly to: ChatTarget; readonly log: Logger; readonly rendered: Rendered | undefined },
): Promise<Content> {
  if (message.errand !== null) return errandOf(work, message.errand, to);
  if (message.picture !== null) return pictureOf(work, message.body, message.picture);
  if (message.graphic !== null) return graphicOf(message, message.graphic, rendered);
  const composed = await composeMerged(work, message, log);
  return composed.do === 'fail' ? { do: 'end', state: 'failed', reason: 'no words' } : composed;
}

/** Nobody can be invited whom the account does not see. */
async function errandOf({ tx, account }: Work, errand: Errand, to: ChatTarget): Promise<Content> {
  if ('personPlatformId' in to)
    return 'tag' in errand ? { do: 'send', text: '', errand: { ...errand, ...to } } : NO_SUCH_CHAT;
  if ('tag' in errand) return NO_SUCH_CHAT;
  const personPlatformId = await findMemberPlatformId(tx, errand.memberId, account.id);
  if (personPlatformId === undefined) return NO_SUCH_CHAT;
  return { do: 'send', text: '', errand: { do: errand.do, ...to, personPlatformId } };
}

async function pictureOf({ pictures }: Work, text: string, name: string): Promise<Content> {
  const picture = await pictures.read(name);
  if ('trouble' in picture) return { do: 'end', state: 'skipped', reason: picture.trouble };
  return { do: 'send', text, picture };
}

function graphicOf({ id, body: text }: OutboxMessage, graphic: Graphic, rendered: Rendered | undefined): Content {
  if (rendered?.id !== id) return { do: 'render', id, graphic };
  const { picture } = rendered;
  return picture ? { do: 'send', text, picture, graphic: 'rendered' } : { do: 'send', text, graphic: 'given-up' };
}
