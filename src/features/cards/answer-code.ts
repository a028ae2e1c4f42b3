/**
 * Answers whoever says a code. In private it becomes a card. Where others read along it opens nothing and counts as no guess: a
 * code that is good is kept for whoever said it first, so that nobody who read it is faster, and staff hear of it once.
 *
 * Members hear the same there about good codes and bad ones.
 */

import * as copy from '../../copy/zh-cn/card-codes.js';
import { mayStillSay } from '../../kit/answered-lines.js';
import { tellCardNews } from '../../kit/card-news.js';
import { isPublic } from '../../kit/public-place.js';
import type { ChatWork } from '../../kit/work.js';
import { keepCardCode } from '../../storage/card-codes.js';
import { readCourseName } from '../../storage/courses.js';
import { readHighestRole } from '../../storage/roles.js';
import { findShownOrder } from '../../storage/shown-orders.js';
import { activateCode } from './activate-code.js';
import { hashCardCode, tailOf } from './card-code.js';

/** Answers a day: whoever goes on has read them. */
const MOST_WARNINGS = 5;

export async function answerCode(work: ChatWork, code: string): Promise<string | undefined> {
  if (work.chatRoom !== undefined) return answerInRoom(work, code);
  const { tx, account, speaker, today } = work;
  const paid = await activateCode(work, { memberId: speaker.id, code, today });
  if (paid === undefined) return copy.codeRefused();
  const { id, kind } = paid.order;
  const course = (await findShownOrder(tx, account.id, id))?.course ?? '';
  return copy.activated({ name: speaker.name, course, kind, through: paid.coverage?.through });
}

/** What staff say is meant for others: it is kept for nobody. */
async function answerInRoom(work: ChatWork, code: string): Promise<string | undefined> {
  const { tx, now, speaker, chatRoom } = work;
  const isKept = isPublic(chatRoom) && (await readHighestRole(tx, speaker.id, now)) === 'member';
  if (isKept) await keep(work, code);
  if (!(await mayStillSay(work, 'public-code', { most: MOST_WARNINGS }))) return undefined;
  return isKept ? copy.activateInPrivate(speaker.name) : copy.codeInPublic(speaker.name);
}

async function keep(work: ChatWork, code: string): Promise<void> {
  const { tx, now, account, speaker, chatRoom, today } = work;
  const hash = hashCardCode(code);
  if (hash === undefined) return;
  const batch = await keepCardCode(tx, account.id, { hash, memberId: speaker.id, today, at: now });
  if (batch === undefined) return;
  const course = await readCourseName(tx, batch.courseId);
  const said = { name: speaker.name, topic: chatRoom?.topic ?? '', tail: tailOf(code) };
  await tellCardNews(work, { type: 'public-code', batchId: batch.id, course, kind: batch.kind, ...said });
}
