/** What is being typed, kept for each person and chat apart, and the people whom an `@` could mean. */

import { batch, computed, effect, signal } from '@preact/signals';
import type { SimulatedPerson } from '../../ports/simulated-wechat.js';
import { openedChat } from './chats.js';
import { insertMention, mentionQuery, type PickedMention } from './mention-text.js';
import { player } from './view.js';
import { findPerson } from './world.js';

interface Draft {
  readonly text: string;
  readonly caret: number;
  readonly picked: readonly PickedMention[];
}

const empty: Draft = { text: '', caret: 0, picked: [] };
const drafts = signal<Readonly<Record<string, Draft>>>({});
const key = computed(() => `${player.value?.id}\n${openedChat.value?.id}`);

export const draft = computed(() => drafts.value[key.value] ?? empty);
export const activeOption = signal(0);
const dismissed = signal(false);

const query = computed(() => {
  const { text, caret } = draft.value;
  return openedChat.value?.room && !dismissed.value ? mentionQuery(text, caret) : undefined;
});

export const mentionOptions = computed<readonly SimulatedPerson[]>(() => {
  const words = query.value?.words.toLowerCase();
  if (words === undefined) return [];
  const others = (openedChat.value?.room?.memberIds ?? []).filter((id) => id !== player.value?.id);
  const members = others.map(findPerson).filter((person) => person !== undefined);
  return members.filter(({ name }) => name.toLowerCase().includes(words)).slice(0, 50);
});

effect(() => {
  if (mentionOptions.value.length <= activeOption.peek()) activeOption.value = 0;
});

export function setDraft(text: string, caret = text.length): void {
  batch(() => {
    dismissed.value &&= text === draft.peek().text;
    change({ text, caret });
  });
}

export function dismissMentions(): void {
  dismissed.value = true;
}

export function pickMention({ id, name }: SimulatedPerson): void {
  const current = query.peek();
  if (!current) return;
  const { text, picked } = draft.peek();
  change({ ...insertMention(text, current, name), picked: [...picked, { id, name }] });
}

/** Empties the draft; `giveBack` restores it where it was, unless something else has been typed there since. */
export function takeDraft(): Draft & { giveBack(): void } {
  const taken = draft.peek();
  const place = key.peek();
  change(empty);
  const giveBack = (): void => {
    if (drafts.peek()[place]?.text === '') drafts.value = { ...drafts.peek(), [place]: taken };
  };
  return { ...taken, giveBack };
}

function change(part: Partial<Draft>): void {
  drafts.value = { ...drafts.peek(), [key.peek()]: { ...draft.peek(), ...part } };
}
