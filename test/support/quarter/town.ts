/** Who lives there: courses with their rooms, staff, and people with habits of their own, all from one seed. */

import { pick } from '../faults/scale.js';

export interface Person {
  readonly platformId: string;
  readonly name: string;
}

export interface Place {
  readonly platformId: string;
  readonly topic: string;
  /** Minutes that its clocks are behind those of Shanghai. */
  readonly behind: number;
}

export interface Course {
  readonly name: string;
  readonly trials: readonly Place[];
  readonly paid: Place;
}

/** Chances are per day unless said otherwise. */
export interface Character extends Person {
  readonly course: Course;
  /** The first room of theirs, and the day of the quarter on which they come. */
  readonly trial: Place;
  readonly comesOn: number;
  /** Who let them in, if anybody did. */
  readonly inviter: Person | undefined;
  readonly diligence: number;
  /** Whether they ever write to the bot in private. */
  readonly whispers: boolean;
  /** Once their trial has run for some days. */
  readonly buys: number;
  /** How they take an invitation. */
  readonly accepts: number;
  readonly wanders: number;
  readonly offends: number;
}

export interface Town {
  readonly courses: readonly Course[];
  readonly staffRoom: Place;
  readonly coreRoom: Place;
  readonly owner: Person;
  readonly managers: readonly [Person, Person];
  readonly people: readonly Character[];
}

export interface TownSize {
  readonly courses: number;
  /** Of each course, beside its one paid room. */
  readonly trialRooms: number;
  readonly people: number;
  readonly days: number;
}

/** Where the second trial room of each course lives: at no hour at which anything happens here is it another day there. */
export const KOLKATA = { zone: 'Asia/Kolkata', behind: 150 } as const;

const SUBJECTS = [
  '英语',
  '数学',
  '共读',
  '书法',
  '口语',
  '写作',
  '早起',
  '阅读',
  '绘画',
  '编程',
  '古文',
  '物理',
  '化学',
];

export function foundTown({ courses, trialRooms, people, days }: TownSize, random: () => number): Town {
  const founded = Array.from({ length: courses }, (_, index) => foundCourse(index, trialRooms));
  const owner = { platformId: 'wx-owner', name: '陈老师' };
  const managers = [staff('wx-manager-1', '王运营'), staff('wx-manager-2', '李运营')] as const;
  const characters: Character[] = [];
  for (let index = 0; index < people; index++) characters.push(bear(index, days, { founded, characters, random }));
  const rooms = { staffRoom: place('staff', '员工群'), coreRoom: place('core', '核心群') };
  return { courses: founded, ...rooms, owner, managers, people: characters };
}

function foundCourse(index: number, trialRooms: number): Course {
  const name = SUBJECTS[index] ?? `科目${index}`;
  const trials = Array.from({ length: trialRooms }, (_, at) =>
    place(`trial-${index}-${at}`, `${name}体验${at + 1}群`, at === 1 ? KOLKATA.behind : 0),
  );
  return { name, trials, paid: place(`paid-${index}`, `${name}付费群`) };
}

function place(id: string, topic: string, behind = 0): Place {
  return { platformId: `${id}@chatroom`, topic, behind };
}

function staff(platformId: string, name: string): Person {
  return { platformId, name };
}

interface Birth {
  readonly founded: readonly Course[];
  readonly characters: readonly Character[];
  readonly random: () => number;
}

/** Most come in the first half, so that there is time for what becomes of them. */
function bear(index: number, days: number, { founded, characters, random }: Birth): Character {
  const course = founded[index % founded.length] as Course;
  const trial = course.trials[Math.floor(random() * course.trials.length)] as Place;
  const number = String(index + 1).padStart(4, '0');
  return {
    ...staff(`wx-member-${number}`, `学员${number}`),
    course,
    trial,
    comesOn: Math.floor(random() * random() * days),
    inviter: random() < 0.4 ? characters[Math.floor(random() * characters.length)] : undefined,
    diligence: pick(random, [0.1, 0.4, 0.7, 0.9, 0.97]),
    whispers: random() < 0.5,
    buys: random() < 0.5 ? 0.06 : 0.004,
    accepts: pick(random, [0.3, 0.8, 0.8, 1]),
    wanders: random() < 0.2 ? 0.02 : 0.001,
    offends: random() < 0.1 ? 0.1 : 0,
  };
}
