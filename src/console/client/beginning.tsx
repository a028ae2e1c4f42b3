/** What an empty world shows instead of chats: the two ways to fill it. */

import { beginning as copy, people } from '../../copy/zh-cn/simulator-page.js';
import { DemoButton } from './demo-button.js';
import { showDialog } from './dialogs.js';
import { Icon } from './icon.js';

export function Beginning() {
  return (
    <div class="beginning">
      <Icon name="chats" />
      <h2>{copy.title}</h2>
      <p>{copy.text}</p>
      <div class="step-buttons">
        <button class="primary" onClick={() => showDialog({ kind: 'add-person' })}>
          {people.add}
        </button>
        <DemoButton />
      </div>
    </div>
  );
}
