/**
 * Templates in lesson copy: checked when saved, rendered when posted.
 *
 * A parser of our own and not Liquid: all that may be written is one name and one fallback, every fault is wanted at
 * once, and what cannot be written needs no sandbox.
 */

import { distance } from 'fastest-levenshtein';
import type { TemplateFault, TemplateFaultCode } from '../domain/template/template-fault.js';
import { readTemplate, type TemplatePiece } from '../domain/template/template-pieces.js';

export type TemplateValues = Readonly<Record<string, string | number | undefined>>;
export type TemplateFallbacks = Readonly<Record<string, string>>;

const CLOSE = '}}';
const BRACES = /[{}｛｝]/u;
const WIDE_BRACES = '\uFF5B\uFF5B';

/**
 * Every fault in a text, in reading order; an empty list means that it may be saved. Works on a whole course plan
 * too: places are then those of the plan.
 */
export function checkTemplate(text: string, names: readonly string[]): readonly TemplateFault[] {
  if (!BRACES.test(text)) return [];
  return readTemplate(text).flatMap((piece) => pieceFaults(piece, names));
}

/**
 * Fills a text in. A value that is absent or blank gives way to the fallback written in the text, then to the
 * variable's own; every variable has one, so the fallbacks also say which are known. What `checkTemplate` would
 * refuse stays as written: a post is never lost to a typo.
 */
export function renderTemplate(text: string, values: TemplateValues, fallbacks: TemplateFallbacks): string {
  if (!text.includes('{{')) return text;
  return readTemplate(text)
    .map((piece) => pieceText(piece, values, fallbacks))
    .join('');
}

function pieceText(piece: TemplatePiece, values: TemplateValues, fallbacks: TemplateFallbacks): string {
  const isKnown = piece.kind === 'variable' && Object.hasOwn(fallbacks, piece.name);
  if (!isKnown) return piece.source;

  const value = String(ownValue(values, piece.name) ?? '').trim();
  if (value !== '') return value;
  return piece.inlineFallback ?? ownValue(fallbacks, piece.name) ?? piece.source;
}

/** Own keys only: `{{ constructor }}` is a typo like any other. */
function ownValue<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function pieceFaults(piece: TemplatePiece, names: readonly string[]): readonly TemplateFault[] {
  if (piece.kind === 'text') return [];
  if (piece.kind === 'faulty') return [piece.fault];

  const { name, place } = piece;
  const isKnown = names.includes(name);
  if (piece.kind === 'braces') return bracesFaults(bracesCode(piece.source, isKnown), piece);
  const fault: TemplateFault = { code: 'template.unknown_variable', ...place, name };
  return isKnown ? [] : [withSuggestion(fault, nearest(name, names))];
}

type Braces = Extract<TemplatePiece, { readonly kind: 'braces' }>;

function bracesFaults(code: TemplateFaultCode | undefined, { name, place }: Braces): readonly TemplateFault[] {
  if (code === undefined) return [];
  return [name === '' ? { code, ...place } : { code, ...place, name }];
}

/** Absent when the braces are just text: `{smile}`. */
function bracesCode(source: string, isKnown: boolean): TemplateFaultCode | undefined {
  if (isKnown || source.startsWith(WIDE_BRACES)) return 'template.wrong_braces';
  if (source.startsWith('{%')) return 'template.tag_refused';
  return source.endsWith(CLOSE) ? 'template.unopened' : undefined;
}

function withSuggestion(fault: TemplateFault, suggestion: string | undefined): TemplateFault {
  return suggestion === undefined ? fault : { ...fault, suggestion };
}

/** The nearest known name that keeps at least one character in place. */
function nearest(name: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((known) => ({ known, away: distance(name, known) }))
    .filter(({ known, away }) => away < Math.max(name.length, known.length))
    .toSorted((a, b) => a.away - b.away);
  return ranked[0]?.known;
}
