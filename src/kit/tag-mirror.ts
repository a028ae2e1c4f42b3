/**
 * Brings our tags to the platform's contacts: by errands, a few at a time, again after growing pauses. Our rows are right in the
 * meantime, and for ever where the platform knows no tags.
 */

import type { MemberId } from '../domain/ids.js';
import { MIRROR_BATCH, MIRROR_EVERY_MS } from '../domain/tag-mirror.js';
import type { Tx } from '../storage/database.js';
import { listRegisteredRooms } from '../storage/rooms.js';
import { findMirror, findNextMirrorAt, listDueMirrors, saveMirror, type TagMirror } from '../storage/tag-mirrors.js';
import { findUnsupportedAt } from '../storage/tag-platforms.js';
import { makeAppointment } from './appointment.js';
import { queueErrand } from './errand.js';
import type { Work } from './work.js';

/** The kind of the errands, and of the appointment at which they leave: one for the account. */
export const TAG_MIRROR = 'tag-mirror';

/** Notes what the platform should know. What is on its way is settled when it has ended. */
export async function wantOnPlatform(work: Work, memberId: MemberId, tag: string, wanted: boolean): Promise<void> {
  const { tx, now, account } = work;
  const key = { accountId: account.id, memberId };
  const before = await findMirror(tx, key, tag);
  const flag = wanted ? 1 : 0;
  const fresh: TagMirror = {
    ...key,
    tag,
    wanted: flag,
    mirrored: 0,
    attempts: 0,
    dueAt: null,
    outboxId: null,
    reason: null,
  };
  const mirror = before === undefined ? fresh : { ...before, wanted: flag, attempts: 0 };
  const isOpen = mirror.wanted !== mirror.mirrored && mirror.outboxId === null;
  const dueAt = isOpen && !(await isUnsupported(work)) ? now : null;
  await saveMirror(tx, { ...mirror, dueAt, reason: isOpen ? mirror.reason : null } as TagMirror);
}

async function isUnsupported({ tx, account }: Work): Promise<boolean> {
  return (await findUnsupportedAt(tx, account.id)) !== undefined;
}

/** After some were noted: sees to it that they leave, not before `notBefore`. */
export async function askToMirror(work: Work, notBefore = work.now): Promise<void> {
  const { tx, account } = work;
  const next = await findNextMirrorAt(tx, account.id);
  if (next === undefined) return;
  const [room] = await listRegisteredRooms(tx, account.id);
  if (room)
    await makeAppointment(work, room, { kind: TAG_MIRROR, subjectId: account.id, at: Math.max(next, notBefore) });
}

/** Those that are due leave, and the next ones an hour later. */
export async function mirrorDue(work: Work): Promise<void> {
  const due = await listDueMirrors(work.tx, work.account.id, work.now, MIRROR_BATCH);
  for (const mirror of due) await sendMirror(work, mirror);
  await askToMirror(work, work.now + (due.length < MIRROR_BATCH ? 0 : MIRROR_EVERY_MS));
}

async function sendMirror(work: Work, mirror: TagMirror): Promise<void> {
  const { memberId, tag, wanted } = mirror;
  const errand = { do: wanted === 1 ? 'tag' : 'untag', tag } as const;
  const outboxId = await queueErrand(work, { kind: TAG_MIRROR, to: { memberId }, errand });
  await saveMirror(work.tx, { ...mirror, dueAt: null, outboxId });
}

/** What the row says after the tag was on the platform, or not, as far as is known. */
export async function saveMirrored(tx: Tx, mirror: TagMirror, mirrored: 0 | 1, now: number): Promise<void> {
  const dueAt = mirrored === mirror.wanted ? null : now;
  await saveMirror(tx, { ...mirror, mirrored, dueAt, outboxId: null, attempts: 0, reason: null });
}
