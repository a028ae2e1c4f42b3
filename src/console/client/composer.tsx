/** The bottom of a chat: ready-made lines, the message box, and what can be sent besides text. */

import { composer as copy } from '../../copy/zh-cn/simulator-page.js';
import { sendDraft } from './actions.js';
import { AttachPanel, attachOpen } from './attach-panel.js';
import { draft } from './draft.js';
import { Icon } from './icon.js';
import { MentionPicker } from './mention-picker.js';
import { MessageBox } from './message-box.js';
import { QuickCommands } from './quick-commands.js';

export function Composer() {
  return (
    <footer class="composer">
      <MentionPicker />
      <QuickCommands />
      <form class="composer-line" onSubmit={submit}>
        <MessageBox />
        <MoreButton />
        <button class="primary" disabled={draft.value.text.trim() === ''}>
          {copy.send}
        </button>
      </form>
      {attachOpen.value && <AttachPanel />}
    </footer>
  );
}

function MoreButton() {
  const open = attachOpen.value;
  return (
    <button
      type="button"
      class={`icon-button round ${open ? 'turned' : ''}`}
      aria-label={copy.more}
      aria-expanded={open}
      onClick={() => (attachOpen.value = !open)}
    >
      <Icon name="plus" />
    </button>
  );
}

function submit(event: Event): void {
  event.preventDefault();
  sendDraft();
  document.getElementById('composer')?.focus();
}
