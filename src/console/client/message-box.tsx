/** Where one types. Enter sends, except while an input method is still composing; Shift+Enter starts a new line. */

import type { TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { composer as copy } from '../../copy/zh-cn/simulator-page.js';
import { sendDraft, sendPictures } from './actions.js';
import { activeOption, draft, mentionOptions, setDraft } from './draft.js';
import { optionId, takeMentionKey } from './mention-picker.js';

let composing = false;

const typing = {
  onInput: follow,
  onSelect: follow,
  onKeyDown: press,
  onPaste: paste,
  onCompositionStart: () => (composing = true),
  onCompositionEnd: endComposition,
};

export function MessageBox() {
  const box = useCaret();
  const mentions = mentionOptions.value.length > 0 && {
    'aria-autocomplete': 'list' as const,
    'aria-controls': 'mentions',
    'aria-activedescendant': optionId(activeOption.value),
  };
  return (
    <textarea
      id="composer"
      ref={box}
      rows={1}
      maxLength={4_000}
      value={draft.value.text}
      enterkeyhint="send"
      aria-label={copy.label}
      placeholder={copy.placeholder}
      {...mentions}
      {...typing}
    />
  );
}

/** Puts the caret where the draft says, after a name or a quick command came in. */
function useCaret() {
  const box = useRef<HTMLTextAreaElement>(null);
  const { caret } = draft.value;
  useLayoutEffect(() => {
    const area = box.current;
    if (area && document.activeElement === area && area.selectionEnd !== caret) area.setSelectionRange(caret, caret);
  }, [caret]);
  return box;
}

function follow({ currentTarget }: { readonly currentTarget: HTMLTextAreaElement }): void {
  setDraft(currentTarget.value, currentTarget.selectionEnd);
}

function press(event: TargetedKeyboardEvent<HTMLTextAreaElement>): void {
  if (event.isComposing || composing) return;
  if (takeMentionKey(event.key)) return event.preventDefault();
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  sendDraft();
}

/** Later, for Safari ends a composition before the Enter that chose the word. */
function endComposition(): void {
  setTimeout(() => (composing = false));
}

function paste(event: ClipboardEvent): void {
  const files = event.clipboardData?.files ?? [];
  if (files.length === 0) return;
  event.preventDefault();
  sendPictures([...files]);
}
