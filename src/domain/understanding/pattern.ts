/** Builds patterns from word lists. The longest word is tried first, so that no list depends on its order. */

/** Matches at one place only. Sticky patterns are stateful: they are run by `matchEnd` and nothing else. */
export function sticky(source: string): RegExp {
  return new RegExp(source, 'vy');
}

/** Where the pattern ends when it stands at `at`, else -1. */
export function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Where the pattern ends when it stands at `at`, else `at`. */
export function skip(pattern: RegExp, text: string, at: number): number {
  const end = matchEnd(pattern, text, at);
  return end < 0 ? at : end;
}

export function anyOf(words: readonly string[]): string {
  return `(?:${longestFirst(words).map(wordSource).join('|')})`;
}

export function longestFirst(words: readonly string[]): readonly string[] {
  return [...words].sort((a, b) => b.length - a.length);
}

/** A space within a word of two characters is a slip of the thumb. */
function wordSource(word: string): string {
  const characters = [...word].map(escapeCharacter);
  return /^\p{Script=Han}{2}$/u.test(word) ? characters.join(' ?') : characters.join('');
}

function escapeCharacter(character: string): string {
  return /[\^$\\.*+?()[\]{}|/]/u.test(character) ? `\\${character}` : character;
}

/** The characters of a text as the inside of a class. */
export function inClass(characters: string): string {
  return characters.replace(/[()[\]{}/\-\\|&!#%,:;<=>@`~^$*+.?]/gu, String.raw`\$&`);
}
