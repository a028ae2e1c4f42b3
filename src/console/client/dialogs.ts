/** Which dialog is open. Apart from the dialogs themselves, so that whatever opens one need not know them. */

import { signal } from '@preact/signals';
import type { SimulatedPerson, SimulatedRoom } from '../../ports/simulated-wechat.js';

export type DialogRequest =
  | { readonly kind: 'add-person' }
  | { readonly kind: 'rename-person'; readonly person: SimulatedPerson }
  | { readonly kind: 'new-room' }
  | { readonly kind: 'rename-room'; readonly room: SimulatedRoom }
  | { readonly kind: 'link' };

export const dialog = signal<DialogRequest | undefined>(undefined);

export function showDialog(request: DialogRequest): void {
  dialog.value = request;
}
