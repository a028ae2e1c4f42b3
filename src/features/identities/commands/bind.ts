/**
 * Bind: hands out a personal code, and knows its owner by it after a login that changed all ids, or on another account.
 *
 * A code that was said where others read is void, and guesses are counted there too.
 */

import * as copy from '../../../copy/zh-cn/identities.js';
import { countTry } from '../../../domain/binding.js';
import type { IdentityLogId, MemberId } from '../../../domain/ids.js';
import { optional, word } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { foldMembers } from '../../../kit/fold-members.js';
import type { ChatWork } from '../../../kit/work.js';
import { listAccountNames } from '../../../storage/accounts.js';
import { appendAction } from '../../../storage/actions.js';
import { deleteBindingCode, findCodeOwner, findTries, saveTries } from '../../../storage/binding-codes.js';
import { readMember } from '../../../storage/members.js';
import { readHighestRole } from '../../../storage/roles.js';
import { giveBindingCode, hashCode } from '../binding-code.js';
import { RECOGNISE } from '../take-back.js';

export const bind = defineCommand({
  name: 'identities.bind',
  triggers: copy.triggers.bind,
  summary: copy.summaries.bind,
  example: copy.examples.bind,
  allow: 'member',
  scope: 'anywhere',
  effect: 'own',
  secret: true,
  args: { code: optional(word(copy.labels.code), undefined) },

  async run(work) {
    const { tx, now, account, speaker, chatRoom, args } = work;
    if (account.idsStay === 1 && (await listAccountNames(tx)).length < 2) return copy.idsStay();
    if (args.code === undefined)
      return chatRoom ? copy.inPrivate() : copy.yourCode(await giveBindingCode(tx, speaker.id, now));
    const tries = countTry(await findTries(tx, account.id, speaker.id), now);
    if (tries === undefined) return undefined;
    await saveTries(tx, account.id, speaker.id, tries);
    return chatRoom ? voidCode(work, args.code) : useCode(work, args.code);
  },
});

async function voidCode({ tx }: ChatWork, code: string): Promise<string> {
  await deleteBindingCode(tx, await hashCode(code));
  return copy.saidInPublic();
}

async function useCode(work: ChatWork, code: string): Promise<string> {
  const { tx, speaker } = work;
  const hash = await hashCode(code);
  const owner = await findCodeOwner(tx, hash);
  if (owner === undefined) return copy.wrongCode();
  if (owner === speaker.id) return copy.isYourCode();
  return bindTo(work, owner, hash);
}

async function bindTo(work: ChatWork, lostId: MemberId, hash: string): Promise<string> {
  const { tx, now, speaker, chat } = work;
  await logBinding(work, lostId, await foldMembers(work, { freshId: speaker.id, lostId, how: 'code', by: lostId }));
  await deleteBindingCode(tx, hash);
  const member = await readMember(tx, lostId);
  chat.knowSpeakerAs(member);
  return copy.bound(member.name, await giveBindingCode(tx, lostId, now));
}

/** Whoever had a stolen code is no longer taken for its owner once a manager undoes it, as if it had been recognised. */
async function logBinding(
  { tx, now, sentAt, account }: ChatWork,
  memberId: MemberId,
  id: IdentityLogId,
): Promise<void> {
  await appendAction(tx, {
    accountId: account.id,
    memberId,
    role: await readHighestRole(tx, memberId, sentAt),
    roomId: null,
    chatRoomId: null,
    command: RECOGNISE,
    line: copy.triggers.bind[0],
    at: now,
    effect: 'undoable',
    changes: [],
    noted: JSON.stringify(id),
    confirmedBy: null,
  });
}
