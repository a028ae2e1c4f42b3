/**
 * Whose check-in each new line of a chain list is. Only lines that were never in the list count, so a stale copy, another
 * order, other numbers and deletions change nothing.
 *
 * Who posts a list speaks for himself: his own line is his. A line of somebody else counts for the one present member of
 * that name, if there is one alone; else a person is asked. Nothing is guessed.
 */

import type { MemberId } from '../ids.js';
import type { LocalDay } from '../local-day.js';
import { type ChainLine, firstHead, type Head } from './chain-line.js';
import { type Gone, type KnownLine, namesGone } from './known-lines.js';

export interface ChainPost {
  readonly lines: readonly ChainLine[];
  readonly known: readonly KnownLine[];
  readonly sender: { readonly memberId: MemberId; readonly isStaff: boolean };
  /** Everybody who is in the room, by each of their names. Names as `nameKey` makes them. */
  readonly names: readonly { readonly name: string; readonly memberId: MemberId }[];
  readonly day: LocalDay;
}

export interface Credit {
  readonly memberId: MemberId;
  readonly line: ChainLine;
  readonly content: string;
}

export interface Verdict {
  readonly own: Credit | undefined;
  readonly others: readonly Credit[];
  /** For a person to decide: nobody of that name is here, or more than one. */
  readonly unclear: readonly ChainLine[];
  /** What the list holds from now on, besides what it held. */
  readonly added: readonly KnownLine[];
}

interface Read {
  readonly line: ChainLine;
  readonly head: Head;
  readonly bearers: readonly MemberId[];
  readonly before: KnownLine | undefined;
}

export function judgeChainList(post: ChainPost): Verdict {
  const read = readBearers(post);
  const ownLine = findOwn(post, read);
  const gone = namesGone(post.known, new Set(read.map(({ line }) => line.key)), post.day);
  const left = read.filter((one) => isNews(one, gone) && one !== ownLine);
  const meant = left.filter((one) => !isSenders(post, one) || isShared(one));
  const plain = meant.filter((one) => isPlain(one, read) && !gone.doubtful.has(one.head.name));
  const own = ownLine && creditOf(ownLine, post.sender.memberId);
  const others = plain.flatMap((one) => one.bearers.map((memberId) => creditOf(one, memberId)));
  const unclear = meant.filter((one) => !plain.includes(one)).map(({ line }) => line);
  const added = addedBy(post, read, own ? [own, ...others] : others);
  return { own, others, unclear: isOfThisRoom(post, read, own) ? unclear : [], added };
}

function addedBy({ day }: ChainPost, read: readonly Read[], credits: readonly Credit[]): KnownLine[] {
  const owners = new Map(credits.map(({ line, memberId }) => [line, memberId]));
  return read
    .filter(({ line, before }) => before === undefined || owners.has(line))
    .map(({ line, head }) => ({ key: line.key, name: head.name, memberId: owners.get(line) ?? null, day }));
}

function readBearers({ lines, known, names }: ChainPost): Read[] {
  const bearersOf = new Map<string, MemberId[]>();
  for (const { name, memberId } of names) bearersOf.set(name, [...(bearersOf.get(name) ?? []), memberId]);
  const before = new Map(known.map((one) => [one.key, one]));
  const once = new Map(lines.map((line) => [line.key, line]));
  return [...once.values()].map((line) => {
    const named = line.heads.filter(({ name }) => bearersOf.has(name));
    // A short name at the beginning of a longer one: either of them may be meant.
    const bearers = [...new Set(named.flatMap(({ name }) => bearersOf.get(name) ?? []))];
    return { line, head: named[0] ?? firstHead(line), bearers, before: before.get(line.key) };
  });
}

/** His last new line; on a later day also an old one, where it is the last of all, for there he has just put it. */
function findOwn(post: ChainPost, read: readonly Read[]): Read | undefined {
  const own = read.filter((one) => isSenders(post, one));
  const added = own.findLast((one) => one.before === undefined);
  if (added) return added;
  const last = own.at(-1);
  if (last) return last === read.at(-1) && last.before && last.before.day < post.day ? last : undefined;
  return findOnlyNew(post, read);
}

/** Under whatever name: the one new line of somebody who has none, unless it is somebody else's. */
function findOnlyNew({ sender, known }: ChainPost, read: readonly Read[]): Read | undefined {
  const [only, second] = read.filter((one) => one.before === undefined);
  if (only === undefined || second || only.bearers.length > 0 || sender.isStaff) return undefined;
  return known.some(({ memberId }) => memberId === sender.memberId) ? undefined : only;
}

/** Begins with his name, or with one under which a line of his counted before. */
function isSenders({ sender, known }: ChainPost, { head, bearers }: Read): boolean {
  if (bearers.length > 0) return bearers.includes(sender.memberId);
  return known.some(({ name, memberId }) => memberId === sender.memberId && name === head.name);
}

function isNews({ before, head }: Read, { corrected }: Gone): boolean {
  return before === undefined && !corrected.has(head.name);
}

function isShared({ bearers }: Read): boolean {
  return bearers.length > 1;
}

function isPlain(one: Read, read: readonly Read[]): boolean {
  const [bearer, second] = one.bearers;
  if (bearer === undefined || second !== undefined) return false;
  return read.filter(({ bearers }) => bearers.includes(bearer)).length === 1;
}

/** A list from elsewhere, in which nobody is known, is nobody's question here. */
function isOfThisRoom({ known }: ChainPost, read: readonly Read[], own: Credit | undefined): boolean {
  return (
    own !== undefined || read.some(({ bearers }) => bearers.length > 0) || known.some((one) => one.memberId !== null)
  );
}

function creditOf({ line, head }: Read, memberId: MemberId): Credit {
  return { memberId, line, content: head.content };
}
