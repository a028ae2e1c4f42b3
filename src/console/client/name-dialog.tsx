/** Asks for one short line: a name, a topic, a title. */

import { useState } from 'preact/hooks';
import { page } from '../../copy/zh-cn/simulator-page.js';
import { LineField } from './line-field.js';
import { Modal } from './modal.js';

interface NameDialogProps {
  readonly title: string;
  readonly label: string;
  readonly initial: string;
  readonly finish: (name: string) => Promise<boolean>;
}

export function NameDialog({ title, label, initial, finish }: NameDialogProps) {
  const [name, setName] = useState(initial);
  return (
    <Modal title={title} confirm={page.ok} finish={() => finish(name)}>
      <LineField label={label} value={name} change={setName} />
    </Modal>
  );
}
