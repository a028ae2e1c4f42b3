/** A native modal dialog around a form: focus stays inside, Escape closes, and focus returns to where it was. */

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { page } from '../../copy/zh-cn/simulator-page.js';
import { dialog } from './dialogs.js';

interface ModalProps {
  readonly title: string;
  readonly confirm: string;
  readonly children: ComponentChildren;
  /** Resolves to true when the dialog may close. */
  readonly finish: () => Promise<boolean>;
}

export function Modal({ title, confirm, children, finish }: ModalProps) {
  const frame = useRef<HTMLDialogElement>(null);
  useEffect(() => frame.current?.showModal(), []);
  const close = () => frame.current?.close();
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await finish()) close();
  };
  return (
    <dialog ref={frame} class="modal" aria-labelledby="modal-title" onClose={() => (dialog.value = undefined)}>
      <form onSubmit={(event) => void submit(event)}>
        <h2 id="modal-title">{title}</h2>
        {children}
        <div class="modal-buttons">
          <button type="button" class="secondary" onClick={close}>
            {page.cancel}
          </button>
          <button class="primary">{confirm}</button>
        </div>
      </form>
    </dialog>
  );
}
