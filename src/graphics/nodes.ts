/**
 * The few shapes that graphics are drawn with. A `line` is one line whatever its words are: what does not fit is cut off with
 * dots, and nothing in it can reach beyond its box or turn around what stands beside it.
 */

import type { Node } from '@takumi-rs/core';

export type { Node };
/** CSS by its names in script; numbers are pixels. */
export type Style = Readonly<Record<string, string | number>>;

export function row(style: Style, ...children: readonly Node[]): Node {
  return box({ flexDirection: 'row', alignItems: 'center', ...style }, children);
}

export function column(style: Style, ...children: readonly Node[]): Node {
  return box({ flexDirection: 'column', ...style }, children);
}

/** A shape without content. */
export function shape(style: Style): Node {
  return box(style, []);
}

/** One line. As wide as its words, unless the style says `flex` or a width. */
export function line(words: string, style: Style): Node {
  return {
    type: 'text',
    text: words,
    style: {
      minWidth: 0,
      overflow: 'hidden',
      whiteSpace: 'nowrap',
      textOverflow: 'ellipsis',
      lineHeight: 1.4,
      ...style,
    },
  };
}

/** As many lines as it takes, up to `lines`. */
export function paragraph(words: string, lines: number, style: Style): Node {
  return { type: 'text', text: words, style: { lineClamp: lines, lineHeight: 1.6, ...style } };
}

function box(style: Style, children: readonly Node[]): Node {
  return { type: 'container', style: { display: 'flex', boxSizing: 'border-box', ...style }, children: [...children] };
}
