/** One message: a bubble with its author, or a grey notice in the middle. */

import { chat as copy } from '../../copy/zh-cn/simulator-page.js';
import type { SimulatedMessage } from '../../ports/simulated-wechat.js';
import { Avatar } from './avatar.js';
import { Icon } from './icon.js';
import { player } from './view.js';
import { findPerson, nameOf, recalledIds } from './world.js';

interface MessageProps {
  readonly message: SimulatedMessage;
}

export function MessageRow({ message }: MessageProps) {
  const { id, kind, text, fromId } = message;
  if (kind === 'notice') return <Notice text={text} />;
  if (kind === 'recalled' || recalledIds.value.has(id)) return <Notice text={copy.recalled} />;
  const mine = fromId === player.value?.id;
  return (
    <article class={`message ${mine ? 'mine' : ''}`}>
      <Avatar person={findPerson(fromId)} />
      <div class="message-body">
        <p class={mine ? 'unseen' : 'author clip'}>
          <bdi>{nameOf(fromId)}</bdi>
        </p>
        <Content message={message} />
      </div>
    </article>
  );
}

function Notice({ text }: { readonly text: string }) {
  return (
    <p class="aside">
      <bdi>{text}</bdi>
    </p>
  );
}

function Content({ message }: MessageProps) {
  switch (message.kind) {
    case 'picture':
      return <Picture message={message} />;
    case 'voice':
      return <Voice text={message.text} />;
    case 'video':
      return <Video text={message.text} />;
    case 'link':
      return <Link text={message.text} />;
    default:
      return <p class="bubble">{message.text}</p>;
  }
}

function Picture({ message: { id, fromId } }: MessageProps) {
  return <img class="picture" src={`/api/pictures/${encodeURIComponent(id)}`} alt={copy.picture(nameOf(fromId))} />;
}

function Voice({ text }: { readonly text: string }) {
  return (
    <p class="bubble voice">
      <Icon name="sound" />
      {text}
    </p>
  );
}

function Video({ text }: { readonly text: string }) {
  return (
    <p class="video">
      <Icon name="play" />
      <span>{text}</span>
    </p>
  );
}

function Link({ text }: { readonly text: string }) {
  return (
    <p class="link-card">
      <bdi>{text}</bdi>
      <Icon name="link" />
    </p>
  );
}
