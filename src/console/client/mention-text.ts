/** Finds the `@` that is being typed, and puts a name in its place the way WeChat does. */

/** WeChat ends a mention with this space, which nobody types by hand. */
const mentionEnd = '\u2005';

export interface MentionQuery {
  /** Where the `@` is. */
  readonly start: number;
  readonly words: string;
}

export interface PickedMention {
  readonly id: string;
  readonly name: string;
}

export function mentionQuery(text: string, caret: number): MentionQuery | undefined {
  const found = /[@\uff20]([^@\uff20\s\u2005]{0,20})$/u.exec(text.slice(0, caret));
  return found ? { start: found.index, words: found[1] ?? '' } : undefined;
}

export function insertMention(text: string, query: MentionQuery, name: string): { text: string; caret: number } {
  const before = `${text.slice(0, query.start)}@${name}${mentionEnd}`;
  return { text: before + text.slice(query.start + 1 + query.words.length), caret: before.length };
}

/** Whom the text still mentions: a mention that was deleted again does not count. */
export function mentionedIds(text: string, picked: readonly PickedMention[]): string[] {
  const still = picked.filter(({ name }) => text.includes(`@${name}${mentionEnd}`));
  return [...new Set(still.map(({ id }) => id))];
}
