/** What silences whatever the bot starts, and for how long (product rules, section 13). Replies go on. */

/** `throttled`: the platform asks to slow down; `failures`: sends failed in a row; `logout`: the platform ended the login. */
export type StopCause = 'throttled' | 'failures' | 'logout';

export const STOP_MS = 2 * 60 * 60_000;
/** As many sends in a row that fail by the account's own trouble. */
export const FAILURES_TO_STOP = 3;

/** Reads a stored cause; what an earlier version wrote for failures had another name. */
export function stopCauseOf(stored: string | null): StopCause {
  return stored === 'throttled' || stored === 'logout' ? stored : 'failures';
}
