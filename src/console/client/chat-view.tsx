/** One chat as its member sees it: header, messages, and what to say next. */

import { chat as copy, chats, people, room as roomCopy } from '../../copy/zh-cn/simulator-page.js';
import { Beginning } from './beginning.js';
import { type Chat, openedChat } from './chats.js';
import { Composer } from './composer.js';
import { Icon } from './icon.js';
import { isolate } from './isolate.js';
import { MessageLog } from './message-log.js';
import { player, screen } from './view.js';

export function ChatView() {
  const chat = openedChat.value;
  if (!chat) return <Beginning />;
  return (
    <>
      <ChatHeader chat={chat} />
      <MessageLog key={`${player.value?.id} ${chat.id}`} title={chat.title} />
      <Composer />
    </>
  );
}

function ChatHeader({ chat }: { readonly chat: Chat }) {
  return (
    <header class="chat-head">
      <button class="icon-button only-narrow" aria-label={chats.back} onClick={() => (screen.value = 'chats')}>
        <Icon name="back" />
      </button>
      <div class="chat-heading">
        <h1>
          <bdi class="clip">{chat.title}</bdi>
          {chat.room && <span class="members-count">{copy.count(chat.room.memberIds.length)}</span>}
        </h1>
        <PlayedPerson />
      </div>
      <button class="icon-button only-narrow" aria-label={roomCopy.title} onClick={() => (screen.value = 'tools')}>
        <Icon name="people" />
      </button>
    </header>
  );
}

function PlayedPerson() {
  return (
    <p class="as-whom clip">
      <bdi>{people.asWhom(isolate(player.value?.name ?? ''))}</bdi>
    </p>
  );
}
