/** How a connection ends, and what a puppet's `logout` says of it: most of them are no logout at all. */

import type { payloads } from 'wechaty-puppet';

export interface ConnectionEnd {
  /** One English sentence. */
  readonly reason: string;
  /** The platform ended a login that was in use. */
  readonly loggedOut: boolean;
}

/** What wechaty-puppet gives as the reason of the `logout` that goes with every stop and reset, here or behind gRPC. */
const PUPPET_STOPS = 'puppet stop()';

/** `wasLoggedIn`: whether this connection had a login to lose. */
export function endByLogout({ data }: payloads.EventLogout, wasLoggedIn: boolean): ConnectionEnd {
  if (data === PUPPET_STOPS) return { reason: 'The puppet stopped.', loggedOut: false };
  return { reason: 'WeChat logged the account out.', loggedOut: wasLoggedIn };
}
