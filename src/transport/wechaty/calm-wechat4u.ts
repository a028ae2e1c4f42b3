/**
 * Makes wechat4u give up when it cannot reach WeChat. By itself it starts again at once, a thousand times a second, and
 * after it was stopped it starts a client that is gone, which ends the process. And a network that was lost while it
 * was logged in ends, minutes later, in a `logout` that is none.
 */

import type { Puppet } from 'wechaty-puppet';

/** The client inside the puppet, as far as it is used. */
interface Client {
  start(): Promise<void>;
  on(event: 'uuid' | 'error' | 'logout', handler: (news: unknown) => void): unknown;
}

/** `onFailure` hears why WeChat could not be reached; connecting again is up to the caller, with a new puppet. */
export function calmWechat4u(puppet: Puppet, onFailure: (error: unknown) => void): void {
  let client: Client | undefined;
  let retired = false;
  Object.defineProperty(puppet, 'wechat4u', {
    get: () => client,
    set(made: Client | undefined) {
      if (made) {
        client = startOnlyAfterCodes(made, () => retired, onFailure);
        tellSurrenders(made, () => puppet.isLoggedIn, onFailure);
      } else retired = true;
    },
  });
}

/** A code that nobody scanned expires, and a new start shows the next one. A start without a code failed. */
function startOnlyAfterCodes(client: Client, isRetired: () => boolean, onFailure: (error: unknown) => void): Client {
  const start = client.start.bind(client);
  let mayStart = true;
  let lastError: unknown = 'WeChat gave no code to scan.';
  client.on('uuid', () => (mayStart = true));
  client.on('error', (error) => (lastError = error));
  return Object.assign(client, {
    async start(): Promise<void> {
      if (isRetired()) return;
      if (!mayStart) return onFailure(lastError);
      mayStart = false;
      await start();
    },
  });
}

/**
 * A client that gives up says why and logs out in the same breath; one that WeChat logged out has nothing to complain
 * of. This listener is there before the puppet's own, so that the failure comes first.
 */
function tellSurrenders(client: Client, isLoggedIn: () => boolean, onFailure: (error: unknown) => void): void {
  let complaint: { readonly error: unknown } | undefined;
  client.on('error', (error) => {
    complaint = { error };
    queueMicrotask(() => (complaint = undefined));
  });
  client.on('logout', () => {
    if (complaint && isLoggedIn()) onFailure(complaint.error);
  });
}
