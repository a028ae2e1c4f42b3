/** Whether a puppet's start succeeded. Wechaty's own `start()` resolves either way. */

import type { Puppet } from 'wechaty-puppet';

interface Switch {
  /** `pending` while starting. */
  active(): boolean | 'pending';
}

export function isRunning(puppet: Puppet): boolean {
  const { state } = puppet as unknown as { readonly state: Switch };
  return state.active() === true;
}
