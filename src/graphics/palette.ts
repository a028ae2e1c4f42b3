/** The colours of the graphics, and their common measures in pixels: a graphic is as wide as a phone shows it at twice its density. */

export const WIDTH = 750;

export const INK = '#24332D';
export const QUIET = '#7C857F';
export const FAINT = '#E7E4DB';
export const PAPER = '#FBF9F4';
export const WHITE = '#FFFFFF';
export const LEAF = '#2B7257';
export const LEAF_DARK = '#1D4F3D';
export const LEAF_TINT = '#E6F0EA';
export const GOLD = '#B98A36';
export const SEAL = '#BF4A36';

/** Of days: the longer the streak, the deeper. */
export const MARKS = {
  missed: '#ECEAE2',
  excused: '#EADBB8',
  1: '#C9E2D3',
  2: '#8FC5A6',
  3: '#4A9A76',
  4: '#1F6249',
} as const;
/** The first three places. */
export const MEDALS = ['#C9992F', '#95A0A3', '#B57B50'] as const;
