/** How members say that they wish to go on with a course. What copy invites them to say stands here as well, so that it is understood. */

import type { CourseWish } from '../../../domain/course-wish.js';
import { words } from './words.js';

/** In offers, word for word. */
export const invited = {
  hear: '我想了解',
  continue: '我想继续',
  enrol: '我要报名',
} as const satisfies Record<CourseWish, string>;

const COURSES = words('课程 正式课 正式课程 付费课程 后面的课 后面的课程');

/** Whole lines. A verb alone needs its I, and nothing but a course may be what is wished for: all else is talk. */
export const wishWords: Readonly<Record<CourseWish, readonly string[]>> = {
  hear: [
    invited.hear,
    ...words('我想了解一下 我想了解下 我也想了解 我也想了解一下 我还想了解'),
    ...phrases(words('我想 我也想 想'), words('了解 了解一下 了解下'), [
      ...COURSES,
      ...words('报名 怎么报名 课程报名 课程安排 课程内容 课程价格 课程费用 课程介绍'),
    ]),
  ],
  continue: [
    invited.continue,
    ...words(
      '我也想继续 我要继续 我想继续学 我也想继续学 我要继续学 我想继续学习 我想继续学下去 我想接着学 我要接着学',
    ),
    ...phrases(words('我想 我也想 我要 想'), words('继续学 继续学习 接着学'), COURSES),
  ],
  enrol: [
    invited.enrol,
    ...words('我想报名 我也要报名 我也想报名'),
    ...phrases(words('我要 我想 我也要 我也想 要 想'), ['报名'], COURSES),
    ...phrases(words('我要 我想 我也要 我也想'), words('加入 进'), ['正式群']),
  ],
};

function phrases(...parts: readonly (readonly string[])[]): readonly string[] {
  return parts.reduce((heads, part) => heads.flatMap((head) => part.map((each) => head + each)), ['']);
}
