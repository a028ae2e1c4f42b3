/**
 * Gives and takes tags, whoever does it: the row, the line of its history and what the platform should know, together.
 *
 * A hand is stronger than a rule; `domain/tag.ts` says who may. Asking for what is so already changes nothing.
 */

import type { MemberId, TagRuleId } from '../domain/ids.js';
import { addDays, type LocalDay } from '../domain/local-day.js';
import { instantOf } from '../domain/local-time.js';
import { DEFAULT_SETTINGS } from '../domain/room.js';
import { holdsAt, isStronger, mayTag, mayUntag, type TagRemoval, type TagSource } from '../domain/tag.js';
import { appendTagChange } from '../storage/tag-changes.js';
import { findTagName, saveTag } from '../storage/tag-names.js';
import { findMemberTag, markTagRemoved, type MemberTag, saveMemberTag, type TagHolder } from '../storage/tags.js';
import { askToMirror, wantOnPlatform } from './tag-mirror.js';
import type { Work } from './work.js';

export interface TagGift {
  readonly source: TagSource;
  /** The last local day on which it holds; without an end when absent. */
  readonly expiresDay?: LocalDay;
  /** Whose days count; Shanghai's when absent. */
  readonly zone?: string;
  readonly by?: MemberId;
  readonly rule?: TagRuleWords;
}

export interface TagRuleWords {
  readonly id: TagRuleId;
  readonly condition: string;
}

/** Resolves to whether anything changed. The tag comes to be if there was none of the name. */
export async function tagMember(work: Work, memberId: MemberId, tag: string, gift: TagGift): Promise<boolean> {
  const changed = await giveTag(work, memberId, tag, gift);
  if (changed) await askToMirror(work);
  return changed;
}

/** As `tagMember`, for many in a row: the caller asks for their mirroring at the end. */
export async function giveTag(work: Work, memberId: MemberId, given: string, gift: TagGift): Promise<boolean> {
  const { tx, now, account } = work;
  const { source, by = null, rule } = gift;
  const key = { accountId: account.id, memberId };
  const tag = await readTagName(work, given);
  const before = await findMemberTag(tx, key, tag);
  const expiresAt = endOf(gift);
  if (!mayTag(before, source, now) || isSo(before, { source, expiresAt }, now)) return false;
  await saveMemberTag(tx, { ...key, tag, source, sinceAt: now, expiresAt, by, ruleId: rule?.id ?? null });
  const change = { tag, change: 'added', source, rule: rule?.condition ?? null, by, expiresAt, at: now } as const;
  await appendTagChange(tx, key, change);
  await wantOnPlatform(work, memberId, tag, true);
  return true;
}

/** A stronger hand holds it already, or the same one until the same day. */
function isSo(
  before: MemberTag | undefined,
  { source, expiresAt }: { readonly source: TagSource; readonly expiresAt: number | null },
  now: number,
): boolean {
  if (before === undefined || !holdsAt(before, now)) return false;
  return isStronger(before.source, source) || (before.source === source && before.expiresAt === expiresAt);
}

function endOf({ expiresDay, zone = DEFAULT_SETTINGS.zone }: TagGift): number | null {
  return expiresDay === undefined ? null : instantOf(addDays(expiresDay, 1), 0, zone);
}

async function readTagName({ tx, now, account }: Work, given: string): Promise<string> {
  const known = await findTagName(tx, account.id, given);
  if (known !== undefined) return known;
  await saveTag(tx, account.id, given, now);
  return (await findTagName(tx, account.id, given)) ?? given;
}

/** Resolves to whether it was taken away. Nobody but staff takes what another gave. */
export async function untagMember(work: Work, memberId: MemberId, tag: string, source: TagSource): Promise<boolean> {
  const changed = await takeTag(work, memberId, tag, { source });
  if (changed) await askToMirror(work);
  return changed;
}

export interface TagTaking {
  readonly source: TagSource;
  readonly by?: MemberId;
  readonly rule?: TagRuleWords;
}

/** As `untagMember`, for many in a row. */
export async function takeTag(work: Work, memberId: MemberId, given: string, taking: TagTaking): Promise<boolean> {
  const { tx, now, account } = work;
  const key = { accountId: account.id, memberId };
  const tag = await findTagName(tx, account.id, given);
  if (tag === undefined || !mayUntag(await findMemberTag(tx, key, tag), taking.source, now)) return false;
  await endTag(work, key, tag, taking);
  return true;
}

/** Its row says so, its history too, and the platform is told. */
export async function endTag(
  work: Work,
  key: TagHolder,
  tag: string,
  taking: Omit<TagTaking, 'source'> & { readonly source: TagRemoval },
): Promise<void> {
  const { tx, now } = work;
  const { source, by, rule } = taking;
  await markTagRemoved(tx, key, tag, { by: source, at: now });
  const change = { tag, change: 'removed', source, rule: rule?.condition ?? null, by: by ?? null } as const;
  await appendTagChange(tx, key, { ...change, expiresAt: null, at: now });
  await wantOnPlatform(work, key.memberId, tag, false);
}
