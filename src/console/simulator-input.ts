/** What the simulator page may send. Every rule carries the sentence that people read when it is broken. */

import { z } from 'zod';
import { errors } from '../copy/zh-cn/simulator-page.js';

const personId = line(100, errors.person);
const chatId = line(100, errors.chat);

export const personInput = body({ name: line(40, errors.name) });
export const roomInput = body({
  topic: line(40, errors.topic),
  memberIds: z.array(personId, errors.members).max(500, errors.members),
});
export const topicInput = body({ topic: line(40, errors.topic) });

export const messageInput = body({
  personId,
  chatId,
  text: z.string(errors.text).max(4_000, errors.text).refine(hasWords, errors.text),
  mentionIds: z.array(personId, errors.mentions).max(50, errors.mentions).optional(),
});

export const mediaInput = body({
  personId,
  chatId,
  kind: z.enum(['voice', 'video', 'link'], errors.kind),
  caption: line(200, errors.caption),
});

export const pictureInput = body({ personId, chatId, picture: z.instanceof(File, { error: errors.picture }) });

export const moveInput = z.discriminatedUnion(
  'kind',
  [
    body({
      kind: z.literal('by'),
      minutes: z
        .int(errors.move)
        .min(1, errors.move)
        .max(7 * 24 * 60, errors.move),
    }),
    body({ kind: z.literal('to'), localTime: z.enum(['08:00', '20:00'], errors.move) }),
    body({ kind: z.literal('next-day') }),
  ],
  { error: errors.move },
);

function body<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object(shape, errors.malformed);
}

function line(maximum: number, error: string) {
  return z.string(error).trim().min(1, error).max(maximum, error);
}

function hasWords(text: string): boolean {
  return text.trim() !== '';
}
