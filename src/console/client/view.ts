/** What this page shows: who is played, which chat is open, and on a phone which screen. */

import { computed, effect, signal } from '@preact/signals';
import { recall, remember } from './memory.js';
import { players } from './world.js';

export type Screen = 'chats' | 'chat' | 'people' | 'tools';

const wantedPlayer = signal(recall('player'));
const chosenChats = signal<Readonly<Record<string, string>>>({});
const narrowQuery = matchMedia('(max-width: 899px)');

export const screen = signal<Screen>('chats');
export const narrow = signal(narrowQuery.matches);
export const guideOpen = signal(recall('guide') !== 'read');

narrowQuery.addEventListener('change', ({ matches }) => (narrow.value = matches));
effect(() => remember('player', wantedPlayer.value ?? ''));

export const player = computed(() => players.value.find(({ id }) => id === wantedPlayer.value) ?? players.value[0]);

/** The chat that the played person opened last. */
export const chosenChat = computed(() => chosenChats.value[player.value?.id ?? '']);

export function play(personId: string): void {
  wantedPlayer.value = personId;
}

/** On a phone the guide would cover the chat. */
export function openChat(chatId: string): void {
  const { id = '' } = player.value ?? {};
  chosenChats.value = { ...chosenChats.value, [id]: chatId };
  screen.value = 'chat';
  if (narrow.value) guideOpen.value = false;
}

export function closeGuide(): void {
  guideOpen.value = false;
  remember('guide', 'read');
}
