/** The played person's chats, as on WeChat's first screen. */

import { chat as chatCopy, chats as copy, previews } from '../../copy/zh-cn/simulator-page.js';
import type { SimulatedMessage } from '../../ports/simulated-wechat.js';
import { Avatar, RoomAvatar } from './avatar.js';
import { Beginning } from './beginning.js';
import { type Chat, chats, openedChat } from './chats.js';
import { showDialog } from './dialogs.js';
import { Icon } from './icon.js';
import { isolate } from './isolate.js';
import { ShortTime } from './short-time.js';
import { narrow, openChat, player } from './view.js';
import { bot, nameOf, recalledIds } from './world.js';

export function ChatList() {
  return (
    <section class="card chats" aria-labelledby="chats-title">
      <header class="card-head">
        <h2 id="chats-title" class="clip">
          {player.value ? copy.title(isolate(player.value.name)) : copy.fallbackTitle}
        </h2>
        <button class="quiet" onClick={() => showDialog({ kind: 'new-room' })}>
          <Icon name="plus" />
          {copy.newRoom}
        </button>
      </header>
      {!player.value && narrow.value && <Beginning />}
      <ul class="rows">
        {chats.value.map((chat) => (
          <ChatRow key={chat.id} chat={chat} />
        ))}
      </ul>
    </section>
  );
}

function ChatRow({ chat }: { readonly chat: Chat }) {
  const opened = chat.id === openedChat.value?.id;
  return (
    <li class={`row ${opened ? 'chosen' : ''}`}>
      <button class="row-main" aria-current={opened} onClick={() => openChat(chat.id)}>
        <span class="with-count">
          {chat.room ? <RoomAvatar room={chat.room} /> : <Avatar person={bot.value} />}
          {chat.unread > 0 && <Unread count={chat.unread} />}
        </span>
        <span class="chat-summary">
          <span class="chat-title">
            <bdi class="clip">{chat.title}</bdi>
            {!chat.room && <small class="badge">{copy.privateHint}</small>}
            {chat.last && <ShortTime at={chat.last.at} />}
          </span>
          <span class="preview clip">
            {chat.mentioned && <b class="mentioned">{previews.mentioned}</b>}
            <bdi>{chat.last ? preview(chat.last) : previews.empty}</bdi>
          </span>
        </span>
      </button>
    </li>
  );
}

function Unread({ count }: { readonly count: number }) {
  return (
    <span class="count">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span class="unseen">{copy.unread(count)}</span>
    </span>
  );
}

function preview({ id, kind, text, fromId }: SimulatedMessage): string {
  if (kind === 'notice') return text;
  if (kind === 'recalled' || recalledIds.value.has(id)) return chatCopy.recalled;
  const shown = kind === 'text' ? text.slice(0, 80) : `${previews[kind]}${kind === 'link' ? ` ${text}` : ''}`;
  return fromId === player.value?.id ? shown : previews.by(isolate(nameOf(fromId)), shown);
}
