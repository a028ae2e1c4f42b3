/** Reads and parses our own source text, for the rules that no type can state. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParseResult, parseSync, Visitor } from 'oxc-parser';

export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const NOT_OURS = new Set(['node_modules', '.git', 'data', 'coverage']);

/** Every file below a folder of the repository, whatever its kind; none when the folder is not there. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name).replaceAll('\\', '/');
      if (entry.isDirectory()) return listFiles(path);
      return entry.isFile() ? [path] : [];
    })
    .sort();
}

export function readSourceFiles(folder: string): SourceFile[] {
  return listFiles(folder)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

export function parseSource(file: SourceFile): ParseResult {
  const result = parseSync(file.path, file.text, { lang: file.path.endsWith('x') ? 'tsx' : 'ts' });
  const [error] = result.errors;
  if (error) throw new Error(`${file.path} does not parse: ${error.message}`);
  return result;
}

/** The text with its comments blanked, so that a comment may name what the code must not do. */
export function codeOf(file: SourceFile): string {
  let code = file.text;
  for (const { start, end } of parseSource(file).comments) {
    code = code.slice(0, start) + code.slice(start, end).replaceAll(/[^\n]/g, ' ') + code.slice(end);
  }
  return code;
}

/**
 * What the code may write, as it is typed: its strings and templates. Patterns only read, and so do raw templates, of which they
 * are made.
 */
export function stringsOf(file: SourceFile): string[] {
  const found: string[] = [];
  const raw = new Set<number>();
  const typed = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    file.text.slice(start, end);
  new Visitor({
    Literal: (node) => void (typeof node.value === 'string' && found.push(typed(node))),
    JSXText: (node) => void found.push(typed(node)),
    TaggedTemplateExpression: ({ tag, quasi }) => void (typed(tag) === 'String.raw' && raw.add(quasi.start)),
    TemplateLiteral: ({ start, quasis }) => void (raw.has(start) || found.push(...quasis.map(typed))),
  }).visit(parseSource(file).program);
  return found;
}

/** What a file imports or re-exports, as written: static, type-only, dynamic, and in a type. */
export function importsOf(file: SourceFile): string[] {
  const { module } = parseSource(file);
  const code = codeOf(file);
  const unquoted = (text: string): string => text.trim().replace(/^['"`]|['"`]$/g, '');
  return [
    ...new Set([
      ...module.staticImports.map((found) => found.moduleRequest.value),
      ...module.staticExports.flatMap((found) => found.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
      ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => unquoted(file.text.slice(start, end))),
      ...[...code.matchAll(/\b(?:import|require)\(\s*(['"][^'"]+['"])/g)].map((found) => unquoted(found[1] ?? '')),
    ]),
  ];
}
