/** An account as its owner looks at it. */

import type { AccountView } from '../../copy/zh-cn/accounts.js';
import { differencesOf, effectivePacing, isHasty } from '../../domain/account-pacing.js';
import { allowanceOf } from '../../domain/pacing.js';
import { stopCauseOf } from '../../domain/stop.js';
import type { ChatWork } from '../../kit/work.js';
import type { Account } from '../../storage/accounts.js';
import { readSentSoFar } from '../../storage/outbox-counts.js';

/** `account` as it is after a change, which the work does not know of. */
export async function viewAccount({ tx, now, profile, chat }: ChatWork, account: Account): Promise<AccountView> {
  const { name, botName, stoppedUntil, stopReason } = account;
  const pacing = effectivePacing(profile, account.pacing);
  const allowed = allowanceOf(pacing, now - account.createdAt);
  const sent = await readSentSoFar(tx, account.id, now);
  return {
    name,
    botName,
    onlineSince: chat.onlineSince(),
    minute: { sent: sent.lastMinute, limit: allowed.perMinute },
    day: { sent: sent.lastDay, limit: allowed.perDay },
    pacing,
    newUntil: allowed.newFor > 0 && pacing.newPercent < 100 ? now + allowed.newFor : undefined,
    stopped: isStopped(stoppedUntil, now) ? { cause: stopCauseOf(stopReason), until: stoppedUntil } : undefined,
    ownMessages: account.ownMessages ?? undefined,
    changed: differencesOf(account.pacing),
    hasty: isHasty(pacing) && !isHasty(profile),
  };
}

function isStopped(until: number | null, now: number): until is number {
  return until !== null && until > now;
}
