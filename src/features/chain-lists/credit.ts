/** Makes check-ins of lines. What the room asks of a check-in a line has to hold as well; its words are its text. */

import { needsContent } from '../../copy/zh-cn/check-ins.js';
import type { Credit } from '../../domain/chain-list/judge-chain-list.js';
import { yesterdayWithinReach } from '../../domain/check-in-day.js';
import { type Evidence, HOLD_MS, MEDIA_REACH_MS, satisfies } from '../../domain/check-in.js';
import { displayName } from '../../domain/display-name.js';
import type { MembershipKey } from '../../domain/ids.js';
import { localMomentOf } from '../../domain/local-time.js';
import { acknowledge } from '../../kit/acknowledge.js';
import { recordCheckIn } from '../../kit/standing.js';
import { queueReply } from '../../kit/work.js';
import { findCheckIn } from '../../storage/check-ins.js';
import { savePending, takeMedia, takePending } from '../../storage/evidence.js';
import { findNameIn } from '../../storage/room-names.js';
import type { ListWork } from './list-work.js';

/** The line of whoever posted the list: what is missing is waited for, as with any check-in. */
export async function creditOwn(work: ListWork, { memberId, content }: Credit): Promise<void> {
  const { tx, room, sentAt, day } = work;
  const key = { roomId: room.id, memberId };
  if (await findCheckIn(tx, key, day)) return;
  const required = room.settings.requiredContent;
  const wantsMedium = content === '' || required === 'picture';
  const medium = wantsMedium ? await takeMedia(tx, key, sentAt - MEDIA_REACH_MS) : undefined;
  const evidence = medium ?? evidenceIn(content);
  if (satisfies(required, evidence)) return record(work, key, { evidence, content });
  await savePending(tx, key, { day, at: sentAt, expiresAt: sentAt + HOLD_MS });
  const words = `@${displayName(work.sender.name)} ${needsContent(required)}`;
  await queueReply(work, { roomId: room.id }, words, { mentions: [memberId] });
}

/** Lines of people who did not say them here: nobody is asked for more. */
export async function creditOthers(work: ListWork, credits: readonly Credit[]): Promise<void> {
  for (const { memberId, content } of credits) {
    const evidence = evidenceIn(content);
    if (!satisfies(work.room.settings.requiredContent, evidence)) continue;
    await record(work, { roomId: work.room.id, memberId }, { evidence, content });
  }
}

function evidenceIn(content: string): Evidence {
  return content === '' ? 'none' : 'text';
}

interface Shown {
  readonly evidence: Evidence;
  readonly content: string;
}

/** Who has checked in already is not told so: the list repeats itself, and nobody asked. */
async function record(work: ListWork, key: MembershipKey, shown: Shown): Promise<void> {
  const { tx, room, sender, sentAt, day, now } = work;
  const { memberId } = key;
  if (room.settings.requiredContent !== 'nothing') await takePending(tx, key, now);
  const recorded = await recordCheckIn(tx, key, { ...shown, day, at: sentAt, source: 'chain' }, now);
  if (!recorded.added) return;
  const isOwn = memberId === sender.id;
  const name = isOwn ? sender.name : ((await findNameIn(tx, key)) ?? '');
  const mayMove = isOwn && (await missedYesterday(work, key));
  await acknowledge(work, room, { memberId, name, day, recorded, mayMove });
}

/** In the small hours a line may be meant for the day before, and whoever wrote it may say so. */
async function missedYesterday({ tx, room, sentAt }: ListWork, key: MembershipKey): Promise<boolean> {
  const yesterday = yesterdayWithinReach(localMomentOf(sentAt, room.settings.zone), room.settings.cutoff);
  return yesterday !== undefined && (await findCheckIn(tx, key, yesterday)) === undefined;
}
