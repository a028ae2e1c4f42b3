/** What tomorrow brings in the rooms that a core room goes with: those of its course, or all where it has none. */

import { formatDay } from '../../copy/zh-cn/calendar.js';
import type { Coming, ComingEvent, ComingLesson } from '../../copy/zh-cn/core-posts.js';
import { templateFallbacks, templateValues } from '../../copy/zh-cn/template-variables.js';
import { addDays, type LocalDay } from '../../domain/local-day.js';
import { localDayOf } from '../../domain/local-time.js';
import { findDayLesson, isPaused } from '../../kit/course-day.js';
import type { PostWork } from '../../kit/post.js';
import { renderTemplate } from '../../kit/template.js';
import { findRunningDraw } from '../../storage/draws.js';
import { findLastFlashSale } from '../../storage/flash-sales.js';
import { listRegisteredRooms, type Room } from '../../storage/rooms.js';

export async function gatherComing(work: PostWork): Promise<Coming> {
  const rooms = await listRoomsWith(work);
  const day = addDays(work.day, 1);
  const lessons = new Map<string, ComingLesson>();
  const events: ComingEvent[] = [];
  for (const room of rooms) {
    const lesson = await findComing(work, room, day);
    const key = lesson === undefined ? '' : `${room.courseId} ${lesson.number} ${lesson.title}`;
    const known = lessons.get(key);
    if (lesson) lessons.set(key, { ...lesson, topics: [...(known?.topics ?? []), room.topic] });
    events.push(...(await listEvents(work, room, day)));
  }
  return { lessons: [...lessons.values()], events: events.toSorted((a, b) => a.at - b.at) };
}

async function listRoomsWith({ tx, account, room }: PostWork): Promise<Room[]> {
  const rooms = (await listRegisteredRooms(tx, account.id)).filter(({ kind }) => kind === 'trial' || kind === 'paid');
  return room.courseId === null ? rooms : rooms.filter(({ courseId }) => courseId === room.courseId);
}

async function findComing(
  { tx }: PostWork,
  room: Room,
  day: LocalDay,
): Promise<Omit<ComingLesson, 'topics'> | undefined> {
  if (isPaused(room, day)) return undefined;
  const found = await findDayLesson(tx, room, day);
  if ('skip' in found) return undefined;
  const { number, lesson } = found;
  const values = templateValues({ roomName: room.topic, dayNumber: number, date: formatDay(day) });
  return { number, title: renderTemplate(lesson.title, values, templateFallbacks) };
}

async function listEvents({ tx }: PostWork, { id, topic, settings }: Room, day: LocalDay): Promise<ComingEvent[]> {
  const { zone } = settings;
  const draw = await findRunningDraw(tx, id);
  const sale = await findLastFlashSale(tx, id);
  const events: ComingEvent[] = [];
  if (draw && localDayOf(draw.endsAt, zone) === day)
    events.push({ kind: 'draw', topic, name: draw.name, at: draw.endsAt, zone });
  if (sale?.state === 'planned' && localDayOf(sale.startsAt, zone) === day)
    events.push({ kind: 'sale', topic, name: sale.name, at: sale.startsAt, zone });
  return events;
}
