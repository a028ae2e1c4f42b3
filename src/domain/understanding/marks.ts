/** Classes of what is neither letter nor digit, for patterns with the `v` flag. */

/** What emoji are made of besides symbols: modifiers, variation selector, keycap, tags of flags. */
const EMOJI_PARTS = String.raw`\p{Extended_Pictographic}\uFE0F\u20E3\u{E0020}-\u{E007F}`;

/** Any mark but a question mark. */
export const MARK = String.raw`[[\p{P}\p{S}${EMOJI_PARTS}]--[?]]`;

/** What may stand before a keyword: a title does not, nor does the sign of a mention. */
export const LEAD_MARK = String.raw`[[\s\p{P}\p{S}${EMOJI_PARTS}]--[?@\u300A\u300B\u3008\u3009]]`;

/** What content loses in front. Opening brackets, quotes and keycaps stay; a stop that opens a list does not. */
export const SEPARATOR = String.raw`[[\s\p{So}\p{Sk}\p{Pd}${EMOJI_PARTS},.\u2026\u3002:;!\u3001~\u00B7\u30FB\u2022\|\/+\u2190-\u21FF\u221A]--[\u20E3\u{1F51F}]]`;

/** What closes the brackets or the hashtag around a keyword. */
export const CLOSER = String.raw`[\]\)\}#>"'\u3011\u300D\u300F\u3015\u300B\u201D\u2019]`;

/** Closers after which a new thing begins; after a quotation the sentence goes on. */
export const PARTING_CLOSER = String.raw`[\]\)\}#\u3011\u3015]`;

export const KEYCAP = String.raw`[\d#*]\uFE0F?\u20E3`;

/** An emoticon as WeChat sends it: a name in square brackets. */
export const EMOTICON = String.raw`\[[\p{Script=Han}a-z]{1,4}\]`;

/** Where keywords may stand in brackets, they are no emoticons. */
export function emoticonBut(keywords: string): string {
  return String.raw`(?!\[${keywords}\])${EMOTICON}`;
}
