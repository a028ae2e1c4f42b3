/** Who buys what for how much: the person first, then the card, the price and the course in any order, then a note. */

import * as copy from '../../copy/zh-cn/cards.js';
import { describeMember } from '../../copy/zh-cn/members.js';
import type { CardKind } from '../../domain/card-kind.js';
import { accept, type Decision, refuse } from '../../domain/decision.js';
import { oneLine } from '../../domain/display-name.js';
import { parseFen } from '../../domain/money.js';
import type { ArgumentContext } from '../../kit/argument.js';
import { member } from '../../kit/member-argument.js';
import { listCourses } from '../../storage/courses.js';
import type { Member } from '../../storage/members.js';
import type { MeantCourse } from './course-meant.js';

export interface Sale {
  readonly to: Member;
  readonly kind: CardKind;
  /** In fen; undefined where none was given. */
  readonly amount: number | undefined;
  readonly course: MeantCourse | undefined;
  readonly note: string | null;
}

const LONGEST_NOTE = 100;
const person = member(copy.labels.member, describeMember);

interface Taken {
  kind?: CardKind;
  amount?: number;
  course?: MeantCourse;
}

export async function takeSale(context: ArgumentContext): Promise<Decision<Sale>> {
  const to = await person.parse(context);
  if (!to.ok) return to;
  const { words, example } = context;
  const taken: Taken = {};
  const courses = await listCourses(context.tx);
  while (!words.ended() && takeOne(context, taken, courses));
  const { kind, amount, course } = taken;
  if (kind === undefined) {
    const given = words.next();
    if (given !== undefined) return refuse({ code: 'order.not_a_kind', given });
    return refuse({ code: 'argument.missing', name: copy.labels.kind, example });
  }
  const note = oneLine(words.rest().replace(copy.NOTE_MARK, ''));
  if ([...note].length > LONGEST_NOTE)
    return refuse({ code: 'argument.too_long', name: copy.labels.order, max: LONGEST_NOTE });
  return accept({ to: to.value, kind, amount, course, note: note === '' ? null : note });
}

/** False where the next word is none of them: the note begins. */
function takeOne({ words }: ArgumentContext, taken: Taken, courses: readonly MeantCourse[]): boolean {
  const word = words.peek() ?? '';
  const course = courses.find(({ name }) => name === word || isGlued(word, name));
  if (course !== undefined && taken.course === undefined) return takeCourse({ words }, taken, course);
  if (taken.kind === undefined && readKind(word) !== undefined) return takeKind({ words }, taken, word);
  else if (taken.amount === undefined && readAmount(word) !== undefined) taken.amount = readAmount(word) ?? 0;
  else return false;
  words.next();
  return true;
}

function isGlued(word: string, course: string): boolean {
  return word.startsWith(course) && readKind(word.slice(course.length)) !== undefined;
}

function takeCourse({ words }: Pick<ArgumentContext, 'words'>, taken: Taken, course: MeantCourse): boolean {
  const behind = (words.next() ?? '').slice(course.name.length);
  taken.course = course;
  if (behind !== '') words.unread(behind);
  return true;
}

/** The card may stand right behind its course, and its price right behind it. */
function takeKind({ words }: Pick<ArgumentContext, 'words'>, taken: Taken, word: string): boolean {
  const read = readKind(word);
  if (read === undefined) return false;
  taken.kind = read.kind;
  words.next();
  if (read.behind !== '') words.unread(read.behind);
  return true;
}

function readKind(word: string): { readonly kind: CardKind; readonly behind: string } | undefined {
  const name = Object.keys(copy.kinds)
    .toSorted((a, b) => b.length - a.length)
    .find((one) => word.startsWith(one));
  const kind = name === undefined ? undefined : copy.kinds[name];
  if (name === undefined || kind === undefined) return undefined;
  return { kind, behind: word.slice(name.length) };
}

export function readAmount(word: string): number | undefined {
  return copy.FREE.includes(word) ? 0 : parseFen(word);
}

/** `12`, `#12`. */
export function readId(word: string | undefined): number | undefined {
  const digits = /^#?(\d{1,9})$/u.exec(word ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
