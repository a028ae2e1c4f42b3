/**
 * Cuts a template into plain text and `{{ name }}` or `{{ name | default: "…" }}`. That is the whole language.
 *
 * An expression never spans lines, so a forgotten brace spoils one line and not the rest of the lesson. Colons, bars
 * and quotes may be full-width, as a Chinese keyboard writes them.
 */

import type { TemplateFault, TemplateFaultCode, TemplatePlace } from './template-fault.js';

export type TemplatePiece =
  | { readonly kind: 'text'; readonly source: string }
  | { readonly kind: 'faulty'; readonly source: string; readonly fault: TemplateFault }
  /** Braces that are not ours, and may or may not have been meant as ours: `{name}`, `{%`, `}}`, full-width ones. */
  | { readonly kind: 'braces'; readonly source: string; readonly place: TemplatePlace; readonly name: string }
  | Variable;

interface Variable {
  readonly kind: 'variable';
  readonly source: string;
  readonly place: TemplatePlace;
  readonly name: string;
  readonly inlineFallback: string | undefined;
}

const DEFAULT_FILTER = 'default';

const OPEN = '{{';
const CLOSE = '}}';
const BRACES = String.raw`[{｛]{1,2}\s{0,9}[\p{L}\p{N}_]{1,20}\s{0,9}[}｝]{1,2}|\{%|\}\}|｛｛`;
/** An unclosed opening takes the rest of its line, which also keeps the reading linear. */
const PIECE = new RegExp(String.raw`\{\{[^\n]*?\}\}|\{\{[^\n]*|${BRACES}|[^{}｛]+|[{}｛]`, 'gu');
const BRACES_ALONE = new RegExp(`^(?:${BRACES})$`, 'u');
/** Two hundred characters are more than any name with any sensible fallback; they bound the work per expression. */
const EXPRESSION = /^(?=.{1,200}$)(\s*)([\p{L}_][\p{L}\p{N}_]{0,19})(\s*[|｜].*)?$/u;
const FILTER = /^(\s*[|｜]\s*)(\p{L}+)(?:\s*[:：]\s*(\S.*))?$/u;
const QUOTED = /^(?:"([^"]*)"|'([^']*)'|“([^”]*)”|‘([^’]*)’|「([^」]*)」)$/u;

export function readTemplate(text: string): readonly TemplatePiece[] {
  let place: TemplatePlace = { line: 1, column: 1 };
  return [...text.matchAll(PIECE)].map(([source]) => {
    const piece = readPiece(source, place);
    place = placeAfter(source, place);
    return piece;
  });
}

function placeAfter(source: string, { line, column }: TemplatePlace): TemplatePlace {
  const lines = source.split('\n');
  const last = lengthOf(lines.at(-1) ?? '');
  return lines.length === 1 ? { line, column: column + last } : { line: line + lines.length - 1, column: last + 1 };
}

function readPiece(source: string, place: TemplatePlace): TemplatePiece {
  if (source.startsWith(OPEN)) {
    const isClosed = source.length > OPEN.length && source.endsWith(CLOSE);
    return isClosed ? readExpression(source, place) : faulty(source, 'template.unclosed', place);
  }
  if (!BRACES_ALONE.test(source)) return { kind: 'text', source };
  return { kind: 'braces', source, place, name: source.replace(/[{}｛｝%\s]/gu, '') };
}

function readExpression(source: string, place: TemplatePlace): TemplatePiece {
  const inner = source.slice(OPEN.length, -CLOSE.length).trimEnd();
  if (inner === '') return faulty(source, 'template.empty', place);

  const [, indent = '', name, filter] = EXPRESSION.exec(inner) ?? [];
  if (name === undefined) return faulty(source, 'template.malformed', place);

  const at = { ...place, column: place.column + OPEN.length + indent.length };
  const variable: Variable = { kind: 'variable', source, place: at, name, inlineFallback: undefined };
  return filter === undefined ? variable : readFilter(variable, filter, place);
}

function readFilter(variable: Variable, filter: string, place: TemplatePlace): TemplatePiece {
  const { source, name, place: at } = variable;
  const [, bar = '', word, argument = ''] = FILTER.exec(filter) ?? [];
  if (word === undefined) return faulty(source, 'template.malformed', place);
  if (word !== DEFAULT_FILTER) return unknownFilter(source, word, { ...at, column: at.column + lengthOf(name + bar) });

  const inlineFallback = unquote(argument);
  return inlineFallback === undefined ? faulty(source, 'template.malformed', place) : { ...variable, inlineFallback };
}

function faulty(source: string, code: TemplateFaultCode, place: TemplatePlace): TemplatePiece {
  return { kind: 'faulty', source, fault: { code, ...place } };
}

function unknownFilter(source: string, name: string, place: TemplatePlace): TemplatePiece {
  const fault: TemplateFault = { code: 'template.unknown_filter', ...place, name, suggestion: DEFAULT_FILTER };
  return { kind: 'faulty', source, fault };
}

function unquote(argument: string): string | undefined {
  const [, ...quoted] = QUOTED.exec(argument) ?? [];
  return quoted.find((text) => text !== undefined);
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}
