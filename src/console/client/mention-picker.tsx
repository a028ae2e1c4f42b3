/** The list that opens while an `@` is being typed: arrows choose, Enter or Tab takes, Escape closes. */

import { composer as copy } from '../../copy/zh-cn/simulator-page.js';
import { Avatar } from './avatar.js';
import { activeOption, dismissMentions, mentionOptions, pickMention } from './draft.js';

export function optionId(index: number): string {
  return `mention-${index}`;
}

/** True when the key was meant for the list. */
export function takeMentionKey(key: string): boolean {
  const options = mentionOptions.value;
  if (options.length === 0) return false;
  if (key === 'ArrowDown') return move(1);
  if (key === 'ArrowUp') return move(-1);
  if (key === 'Escape') return close();
  const chosen = options[activeOption.value];
  if ((key !== 'Enter' && key !== 'Tab') || !chosen) return false;
  pickMention(chosen);
  return true;
}

export function MentionPicker() {
  const options = mentionOptions.value;
  if (options.length === 0) return null;
  return (
    <ul class="mentions" id="mentions" role="listbox" aria-label={copy.mention}>
      {options.map((person, index) => (
        <li
          key={person.id}
          id={optionId(index)}
          role="option"
          aria-selected={index === activeOption.value}
          ref={(row) => void (index === activeOption.value && row?.scrollIntoView({ block: 'nearest' }))}
          // Not on click: the text box would lose the focus first.
          onPointerDown={(event) => {
            event.preventDefault();
            pickMention(person);
          }}
        >
          <Avatar person={person} />
          <bdi class="clip">{person.name}</bdi>
        </li>
      ))}
    </ul>
  );
}

function move(step: number): true {
  const count = mentionOptions.value.length;
  activeOption.value = (activeOption.value + step + count) % count;
  return true;
}

function close(): true {
  dismissMentions();
  return true;
}
