/** The rules of a room: against what, and how far each goes (product rules, section 8). */

export const RULE_KINDS = ['ad', 'link', 'qr', 'flood', 'word'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** `hand`: given by a person. */
export type OffenceKind = RuleKind | 'hand';

/** `on`: reminds, then hides and tells staff, then proposes a removal. `remind`: reminds and nothing else, ever. */
export type RuleMode = 'on' | 'remind' | 'off';
export type RoomRules = { readonly [Kind in RuleKind]: RuleMode };

/**
 * A room begins gently, until its managers have seen what the rules do with its talk. Words are the managers' own, so they mean it.
 * Lively talk is what a room wants, and pictures are people's own: neither is looked at until somebody asks for it.
 */
export const DEFAULT_RULES: RoomRules = { ad: 'remind', link: 'remind', qr: 'off', flood: 'off', word: 'on' };

/** The most that a rule does; removal is proposed to a person, never done. */
export const VERDICTS = ['warn', 'hide', 'propose'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type VoidReason = 'appeal' | 'mistake';

export type WordList = 'banned' | 'allowed-word' | 'allowed-host' | 'allowed-member';
