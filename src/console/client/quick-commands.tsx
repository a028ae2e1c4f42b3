/** Ready-made lines for members and managers. One click puts a line into the box, where it can still be changed. */

import { signal } from '@preact/signals';
import { composer as copy, quickCommands } from '../../copy/zh-cn/simulator-page.js';
import { setDraft } from './draft.js';
import { recall, remember } from './memory.js';

type Audience = keyof typeof quickCommands;

const audience = signal<Audience>(recall('audience') === 'manager' ? 'manager' : 'member');

export function QuickCommands() {
  return (
    <div class="quick" role="group" aria-label={copy.quick}>
      <div class="switch" role="group" aria-label={copy.audience}>
        <AudienceButton of="member" />
        <AudienceButton of="manager" />
      </div>
      <div class="chips" title={copy.fills}>
        {quickCommands[audience.value].map((line) => (
          <button key={line} class="chip" onClick={() => fill(line)}>
            {line}
          </button>
        ))}
      </div>
    </div>
  );
}

function AudienceButton({ of }: { readonly of: Audience }) {
  return (
    <button aria-pressed={audience.value === of} onClick={() => choose(of)}>
      {copy[of]}
    </button>
  );
}

function choose(of: Audience): void {
  audience.value = of;
  remember('audience', of);
}

function fill(line: string): void {
  setDraft(line);
  document.getElementById('composer')?.focus();
}
