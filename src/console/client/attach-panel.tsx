/** What can be sent besides text. A voice message, a video and a link exist only as their caption. */

import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { composer as copy } from '../../copy/zh-cn/simulator-page.js';
import { sendMedia, sendPictures } from './actions.js';
import { showDialog } from './dialogs.js';
import { Icon, type IconName } from './icon.js';

export const attachOpen = signal(false);

export function AttachPanel() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="attach">
      <input
        ref={input}
        type="file"
        class="unseen"
        accept="image/png,image/jpeg,image/gif,image/webp"
        multiple
        tabIndex={-1}
        aria-label={copy.picture}
        onChange={({ currentTarget }) => choose(currentTarget)}
      />
      <Attachment icon="picture" label={copy.picture} act={() => input.current?.click()} />
      <Attachment icon="voice" label={copy.voice} act={() => send('voice', copy.voiceCaption)} />
      <Attachment icon="video" label={copy.video} act={() => send('video', copy.videoCaption)} />
      <Attachment icon="link" label={copy.link} act={() => showDialog({ kind: 'link' })} />
    </div>
  );
}

interface AttachmentProps {
  readonly icon: IconName;
  readonly label: string;
  readonly act: () => void;
}

function Attachment({ icon, label, act }: AttachmentProps) {
  return (
    <button class="attachment" onClick={act}>
      <span>
        <Icon name={icon} />
      </span>
      {label}
    </button>
  );
}

function choose(input: HTMLInputElement): void {
  sendPictures([...(input.files ?? [])]);
  // The same file may be chosen again.
  input.value = '';
  attachOpen.value = false;
}

function send(kind: 'voice' | 'video', caption: string): void {
  sendMedia(kind, caption);
  attachOpen.value = false;
}
