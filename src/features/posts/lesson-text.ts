/**
 * A lesson with its variables filled in. It is read by the whole room, so what belongs to one member (the name, the
 * streak) gives way to its fallback.
 */

import { formatDay } from '../../copy/zh-cn/calendar.js';
import type { LessonText } from '../../copy/zh-cn/posts.js';
import { templateFallbacks, templateValues } from '../../copy/zh-cn/template-variables.js';
import type { Lesson } from '../../domain/course/course.js';
import type { LocalDay } from '../../domain/local-day.js';
import { renderTemplate } from '../../kit/template.js';
import type { Room } from '../../storage/rooms.js';

export interface LessonPlace {
  readonly room: Pick<Room, 'topic'>;
  readonly day: LocalDay;
  readonly number: number;
}

export function renderLesson({ title, task, homework }: Lesson, { room, day, number }: LessonPlace): LessonText {
  const values = templateValues({ roomName: room.topic, dayNumber: number, date: formatDay(day) });
  const render = (text: string) => renderTemplate(text, values, templateFallbacks);
  return { title: render(title), task: render(task), homework: homework === undefined ? undefined : render(homework) };
}
