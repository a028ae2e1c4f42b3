/** What people may ask why about. */

export const REASON_TOPICS = [
  'refusal',
  'streak',
  'points',
  'board',
  'badge',
  'gift',
  'draw',
  'card',
  'core',
  'moderator',
  'trial',
  'tag',
  'tier',
  'class',
  'move',
  'offence',
  'trust',
] as const;

export type ReasonTopic = (typeof REASON_TOPICS)[number];
