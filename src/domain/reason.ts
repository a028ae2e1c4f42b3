/** What people may ask why about. */

export const REASON_TOPICS = ['refusal', 'streak', 'points', 'board', 'badge', 'gift', 'draw'] as const;

export type ReasonTopic = (typeof REASON_TOPICS)[number];
