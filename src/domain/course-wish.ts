/** What somebody in a trial may wish of the course: to hear of it, to go on with it, to enrol. Staff see to it. */

export const COURSE_WISHES = ['hear', 'continue', 'enrol'] as const;
export type CourseWish = (typeof COURSE_WISHES)[number];
