/** The courses that come with the bot, as written beside this file. Read when the bot starts. */

import { readFileSync } from 'node:fs';

export interface BuiltinCourse {
  /** What people call it in commands. */
  readonly name: string;
  readonly markdown: string;
}

const FILES = { 英语: 'english-trial-7.md', 唐诗: 'tang-poems-21.md' } as const;

export const builtinCourseNames: readonly string[] = Object.keys(FILES);

export function readBuiltinCourses(): readonly BuiltinCourse[] {
  return Object.entries(FILES).map(([name, file]) => ({
    name,
    markdown: readFileSync(new URL(`courses/${file}`, import.meta.url), 'utf8'),
  }));
}
