/** What those who write and send for an account ask first, where another process may take it over. */

export interface Lease {
  /** Throws a LeaseLostError unless `account`, as it was read just now, is still ours. */
  check(account: { readonly fence: number }): void;
  /** False while nobody can be sure that the account is still ours. */
  isHeld(): boolean;
}
