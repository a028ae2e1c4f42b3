/** The played person's chats as a list: newest first, with what is unread. */

import { computed, effect, signal } from '@preact/signals';
import type { SimulatedMessage, SimulatedRoom } from '../../ports/simulated-wechat.js';
import { chosenChat, narrow, player, screen } from './view.js';
import { baseline, bot, messages, rooms } from './world.js';

export interface Chat {
  readonly id: string;
  readonly title: string;
  /** Absent in the private chat with the bot. */
  readonly room?: SimulatedRoom;
  readonly last: SimulatedMessage | undefined;
  readonly unread: number;
  readonly mentioned: boolean;
}

/** By person and chat: the latest message that the person has seen. */
const seen = signal<Readonly<Record<string, number>>>({});

const messagesByChat = computed(() => {
  const grouped = new Map<string, SimulatedMessage[]>();
  for (const message of messages.value) {
    const chat = grouped.get(message.chatId);
    if (chat) chat.push(message);
    else grouped.set(message.chatId, [message]);
  }
  return grouped;
});

export const chats = computed<readonly Chat[]>(() => {
  const me = player.value;
  if (!me) return [];
  const mine = rooms.value.filter(({ memberIds }) => memberIds.includes(me.id));
  const all = [...mine.map((room) => toChat(me.id, room)), toChat(me.id)];
  return all.toSorted((one, other) => (other.last?.sequence ?? 0) - (one.last?.sequence ?? 0));
});

export const openedChat = computed(() => {
  const chosen = chats.value.find(({ id }) => id === chosenChat.value);
  return chosen ?? chats.value.find(({ room }) => room) ?? chats.value[0];
});

export const openedMessages = computed(() => messagesByChat.value.get(openedChat.value?.id ?? '') ?? []);

/** Who was written to, privately or by mention, and has not looked yet. */
export const personsWithNews = computed(() => {
  const fresh = messages.value.filter(({ sequence }) => sequence > baseline.value);
  return new Set(fresh.flatMap((message) => addressees(message).filter((id) => isUnread(message, id))));
});

effect(() => {
  const chat = openedChat.value;
  const last = openedMessages.value.at(-1)?.sequence;
  if (!player.value || !chat || last === undefined || (narrow.value && screen.value !== 'chat')) return;
  const key = seenKey(player.value.id, chat.id);
  if (seen.peek()[key] !== last) seen.value = { ...seen.peek(), [key]: last };
});

function toChat(personId: string, room?: SimulatedRoom): Chat {
  const id = room?.id ?? personId;
  const all = messagesByChat.value.get(id) ?? [];
  const unread = all.filter((message) => isUnread(message, personId));
  return {
    id,
    title: room?.topic ?? bot.value?.name ?? '',
    ...(room && { room }),
    last: all.at(-1),
    unread: unread.length,
    mentioned: unread.some(({ mentionIds }) => mentionIds.includes(personId)),
  };
}

function addressees({ chatId, mentionIds }: SimulatedMessage): readonly string[] {
  return [chatId, ...mentionIds];
}

function isUnread({ sequence, chatId, fromId, kind }: SimulatedMessage, personId: string): boolean {
  if (fromId === personId || kind === 'notice') return false;
  return sequence > (seen.value[seenKey(personId, chatId)] ?? baseline.value);
}

function seenKey(personId: string, chatId: string): string {
  return `${personId}\n${chatId}`;
}
