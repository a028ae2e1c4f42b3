/**
 * When all ids have changed: at a login after which the bot itself is called otherwise, where ids do not stay.
 *
 * A connection that comes back to the login it had finds its own id as it was, and with it everybody's.
 */

export interface Login {
  /** The bot's own id on the platform, from this login on. */
  readonly platformId: string;
  readonly idsStay: boolean;
}

export function beginsSession(before: { readonly platformId: string | null }, login: Login): boolean {
  return !login.idsStay && before.platformId !== null && before.platformId !== login.platformId;
}
