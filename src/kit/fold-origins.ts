/**
 * Of what somebody has once only, and both of their faces have: which trial it was, where they came from, who brought them.
 * What came first holds; the other is no longer counted. Nobody is paid for bringing themself.
 *
 * Rows are watched before they are written, so that they go back as they were when the recognition is taken back.
 */

import type { MemberId } from '../domain/ids.js';
import { CODE_WITHIN_MS, type VoidReason } from '../domain/referral.js';
import type { Source } from '../domain/source.js';
import { listTrialsOf, saveTrialBeginning } from '../storage/folded-trials.js';
import { moveAllowed } from '../storage/listed-words.js';
import { findCard } from '../storage/member-cards.js';
import { findReferralOf, listInviters, type Referral } from '../storage/referrals.js';
import { readRoom } from '../storage/rooms.js';
import { markVoid } from '../storage/settled-referrals.js';
import { deleteSource, findSource, type MemberSource, saveSource } from '../storage/sources.js';
import { findTrial, markTrialOver, saveTrialRoom, type Trial } from '../storage/trials.js';
import type { Changes } from './changes.js';
import { tellUnearned, unearnedRef, UNEARNED } from './referrals.js';
import { closeTodo, openTodo } from './todo.js';
import { TRIAL_OVER, TRIAL_RETURN, trialRef } from './trials.js';
import type { Work } from './work.js';

export interface Faces {
  readonly freshId: MemberId;
  readonly lostId: MemberId;
}

export type FoldWork = Work & { readonly changes: Changes };

/** Before rows go over: those of which there may be one are one then. */
export async function foldOrigins(work: FoldWork, { freshId, lostId }: Faces): Promise<void> {
  const { tx, account } = work;
  for (const fresh of await listTrialsOf(tx, account.id, freshId)) {
    const lost = await findTrial(tx, { accountId: account.id, memberId: lostId, courseId: fresh.courseId });
    if (lost !== undefined) await foldTrial(work, fresh, lost);
  }
  await foldSources(work, { freshId, lostId });
  const [again, before] = [await findReferralOf(tx, account.id, freshId), await findReferralOf(tx, account.id, lostId)];
  if (again !== undefined && before !== undefined) await callOff(work, again, 'known');
  for (const word of [freshId, lostId])
    await work.changes.watch('listed_word', { account_id: account.id, list: 'allowed-member', word: String(word) });
  await moveAllowed(tx, account.id, freshId, lostId);
}

/** Whoever comes again goes on with theirs; one that was over is begun anew by a person's word alone. */
async function foldTrial(work: FoldWork, fresh: Trial, lost: Trial): Promise<void> {
  const { tx, now, changes } = work;
  for (const { id } of [fresh, lost]) await changes.watch('trial', { id });
  await changes.watch('todo', { kind: TRIAL_OVER, ref: trialRef(fresh.id) });
  await markTrialOver(tx, fresh.id, 'same', now);
  await closeTodo(work, TRIAL_OVER, trialRef(fresh.id));
  if (fresh.beganAt < lost.beganAt) await saveTrialBeginning(tx, fresh.id, lost.id);
  if (lost.state !== 'over') return saveTrialRoom(tx, lost.id, fresh.roomId);
  if (fresh.state !== 'over') await askToRestart(work, lost, fresh);
}

async function askToRestart(work: FoldWork, { id, memberId, courseId, beganDay }: Trial, fresh: Trial): Promise<void> {
  const { tx, changes } = work;
  for (const face of [memberId, fresh.memberId]) if (await findCard(tx, face, courseId)) return;
  const ref = trialRef(id);
  await saveTrialRoom(tx, id, fresh.roomId);
  await changes.watch('todo', { kind: TRIAL_RETURN, ref });
  const room = await readRoom(tx, fresh.roomId);
  await openTodo(work, { kind: TRIAL_RETURN, ref, room, memberId, data: { trial: id, beganDay } });
}

async function foldSources(work: FoldWork, { freshId, lostId }: Faces): Promise<void> {
  const { tx, account, changes } = work;
  const faces = [freshId, lostId];
  for (const id of faces) await changes.watch('member_source', { account_id: account.id, member_id: id });
  const [fresh, lost] = [await findSource(tx, account.id, freshId), await findSource(tx, account.id, lostId)];
  for (const { memberId } of [fresh, lost].flatMap((one) => one ?? [])) await deleteSource(tx, account.id, memberId);
  const [first, ...later] = [lost, fresh].flatMap((one) => one ?? []).toSorted((a, b) => a.since - b.since);
  if (first === undefined) return;
  const { source, by } = later.find((one) => isTold(one) && !isTold(first)) ?? first;
  const kept = first.memberId === freshId && later.length === 0 ? freshId : lostId;
  await saveSource(tx, account.id, { ...first, memberId: kept, source: notOneself(source, faces), by });
}

/** By a person's word, whichever face it was said of. */
function isTold({ source }: MemberSource): boolean {
  return source.kind === 'manual';
}

function notOneself(source: Source, faces: readonly MemberId[]): Source {
  return 'inviterId' in source && faces.includes(source.inviterId) ? { kind: 'unknown' } : source;
}

/** Once rows have gone over: whoever turned out to have brought themself, or each other, is not paid. */
export async function callOffOwnReferrals(work: FoldWork, lostId: MemberId): Promise<void> {
  const { tx, account } = work;
  const above = await listInviters(tx, account.id, lostId);
  const end = above.findIndex(({ inviterId }) => inviterId === lostId);
  for (const link of above.slice(0, end + 1))
    await callOff(work, link, link.inviterId === link.newcomerId ? 'self' : 'ring');
  const [own] = above;
  if (end < 0 && own !== undefined && (await wasKnown(work, own))) await callOff(work, own, 'known');
}

async function wasKnown({ tx, account }: Work, { newcomerId, saidAt }: Referral): Promise<boolean> {
  const source = await findSource(tx, account.id, newcomerId);
  return source !== undefined && saidAt - source.since >= CODE_WITHIN_MS;
}

/** What was paid is a person's to decide. */
async function callOff(work: FoldWork, referral: Referral, reason: VoidReason): Promise<void> {
  const { tx, changes } = work;
  const { id, state, points } = referral;
  if (state === 'pending') {
    await changes.watch('referral', { id }, ['state', 'reason']);
    return markVoid(tx, id, reason);
  }
  if (state !== 'earned' || points === 0) return;
  await changes.watch('todo', { kind: UNEARNED, ref: unearnedRef(id) });
  await tellUnearned(work, referral, reason);
}
