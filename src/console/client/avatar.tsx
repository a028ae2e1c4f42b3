/** The coloured squares that stand for people and rooms. A person keeps its colour by its id. */

import type { SimulatedPerson, SimulatedRoom } from '../../ports/simulated-wechat.js';
import { Icon } from './icon.js';
import { findPerson } from './world.js';

const shades = 10;
const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

export function Avatar({ person }: { readonly person: SimulatedPerson | undefined }) {
  if (!person) return <span class="avatar shade-gone" aria-hidden="true" />;
  return (
    <span class={`avatar ${person.isBot ? 'shade-bot' : shadeOf(person.id)}`} aria-hidden="true">
      {person.isBot ? <Icon name="sunrise" /> : initialOf(person.name)}
    </span>
  );
}

/** Like WeChat's: a mosaic of the first four members. */
export function RoomAvatar({ room }: { readonly room: SimulatedRoom }) {
  return (
    <span class="avatar mosaic" aria-hidden="true">
      {room.memberIds.slice(0, 4).map((id) => (
        <Avatar key={id} person={findPerson(id)} />
      ))}
    </span>
  );
}

/** Controls that turn text around or take no room make no initial. */
function initialOf(name: string): string {
  const visible = name.replace(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '').trim();
  return [...segmenter.segment(visible)][0]?.segment ?? '?';
}

function shadeOf(id: string): string {
  const sum = [...id].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9_973, 7);
  return `shade-${sum % shades}`;
}
