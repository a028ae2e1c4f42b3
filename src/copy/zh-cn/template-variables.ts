/** The variables that copy may hold, as people write them, and what is said when nothing is known. */

import type { TemplateFault, TemplateFaultCode } from '../../domain/template/template-fault.js';

export type TemplateVariable = 'memberName' | 'dayNumber' | 'streakDays' | 'roomName' | 'date';

interface Wording {
  readonly name: string;
  /** Reads well in the sentence that one writes around the variable: 「连续 几 天」, 「同学，早」. */
  readonly fallback: string;
}

const templateVariables: { readonly [Key in TemplateVariable]: Wording } = {
  memberName: { name: '昵称', fallback: '同学' },
  dayNumber: { name: '第几天', fallback: '几' },
  streakDays: { name: '连续天数', fallback: '几' },
  roomName: { name: '群名', fallback: '本群' },
  date: { name: '日期', fallback: '今天' },
};

const wordings: readonly Wording[] = Object.values(templateVariables);

export const templateNames: readonly string[] = wordings.map(({ name }) => name);

export const templateFallbacks: Readonly<Record<string, string>> = Object.fromEntries(
  wordings.map(({ name, fallback }) => [name, fallback]),
);

/** From our keys to the names in the text. */
export function templateValues(
  known: Readonly<Partial<Record<TemplateVariable, string | number>>>,
): Readonly<Record<string, string | number | undefined>> {
  const keys = Object.keys(templateVariables) as TemplateVariable[];
  return Object.fromEntries(keys.map((key) => [templateVariables[key].name, known[key]]));
}

const EXAMPLE = '例：{{ 昵称 }}';

const faultWordings: { readonly [Code in TemplateFaultCode]: (word: string) => string } = {
  'template.unclosed': () => `{{ 后面少了 }}。${EXAMPLE}`,
  'template.unopened': () => `}} 前面少了 {{。${EXAMPLE}`,
  'template.empty': () => `{{ }} 里是空的。${EXAMPLE}`,
  'template.malformed': () => `{{ }} 里只能写一个变量名。${EXAMPLE}，或 {{ 昵称 | default: "朋友" }}`,
  'template.wrong_braces': (word) => `变量要用两个半角花括号。例：{{ ${word === '' ? '昵称' : word} }}`,
  'template.tag_refused': () => `这里不能用 {% %}。${EXAMPLE}`,
  'template.unknown_variable': (word) => `没有「${word}」这个变量`,
  'template.unknown_filter': (word) => `不认识「${word}」。例：{{ 昵称 | default: "朋友" }}`,
};

export function sayTemplateFault(fault: TemplateFault): string {
  const cause = faultWordings[fault.code](fault.name ?? '');
  return `第 ${fault.line} 行第 ${fault.column} 字：${cause}${sayRemedy(fault)}`;
}

function sayRemedy({ code, suggestion }: TemplateFault): string {
  if (code !== 'template.unknown_variable') return '';
  return suggestion === undefined ? `。可用：${templateNames.join('、')}` : `，是不是「${suggestion}」？`;
}
