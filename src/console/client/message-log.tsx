/** The messages of the opened chat. It stays at the end while the reader is there, and says so when not. */

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { chat as copy } from '../../copy/zh-cn/simulator-page.js';
import type { SimulatedMessage } from '../../ports/simulated-wechat.js';
import { openedMessages } from './chats.js';
import { Icon } from './icon.js';
import { MessageRow } from './message-row.js';
import { ShortTime } from './short-time.js';

/** As in WeChat: a pause of five minutes shows the time again. */
const pauseMilliseconds = 5 * 60_000;
const nearEndPixels = 80;

export function MessageLog({ title }: { readonly title: string }) {
  const { log, atEnd, toEnd, look } = useEnd(openedMessages.value.at(-1)?.sequence);
  const label = copy.log(title);
  const stay = () => atEnd && toEnd();
  return (
    <div class="log-frame">
      <div
        class="log"
        role="log"
        aria-live="polite"
        aria-label={label}
        tabIndex={0}
        ref={log}
        onScroll={look}
        onLoadCapture={stay}
      >
        <Messages />
      </div>
      {!atEnd && <LatestButton go={toEnd} />}
    </div>
  );
}

function LatestButton({ go }: { readonly go: () => void }) {
  return (
    <button class="to-end" onClick={go}>
      <Icon name="down" />
      {copy.latest}
    </button>
  );
}

function Messages() {
  const shown = openedMessages.value;
  if (shown.length === 0) return <p class="nothing">{copy.none}</p>;
  return shown.map((message, index) => <TimedMessage key={message.id} message={message} before={shown[index - 1]} />);
}

function TimedMessage({ message, before }: { message: SimulatedMessage; before: SimulatedMessage | undefined }) {
  const paused = !before || message.at - before.at >= pauseMilliseconds;
  return (
    <>
      {paused && (
        <p class="aside">
          <ShortTime at={message.at} />
        </p>
      )}
      <MessageRow message={message} />
    </>
  );
}

/** `last` changes with every new message. */
function useEnd(last: number | undefined) {
  const log = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const toEnd = (): void => {
    if (log.current) log.current.scrollTop = log.current.scrollHeight;
    setAtEnd(true);
  };
  const look = (): void => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = log.current ?? {};
    setAtEnd(scrollHeight - scrollTop - clientHeight < nearEndPixels);
  };
  useLayoutEffect(() => {
    if (atEnd) toEnd();
  }, [last]);
  useResize(log, () => atEnd && toEnd());
  return { log, atEnd, toEnd, look };
}

/** The log is resized when a phone shows its screen, or a panel opens below. */
function useResize(element: RefObject<HTMLElement | null>, resized: () => void): void {
  const latest = useRef(resized);
  latest.current = resized;
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(() => latest.current());
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
}
