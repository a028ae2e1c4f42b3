/** Rules about the source text itself, which no type can state. */

import { expect, test } from 'vitest';
import { measureFunctions, median } from './functions.js';
import { codeOf, parseSource, readSourceFiles, type SourceFile, stringsOf } from './source-files.js';

const MAX_FILE_LINES = 150;
const MAX_FUNCTION_LINES = 25;
const MAX_MEDIAN_FUNCTION_LINES = 8;

const files = readSourceFiles('src');
const program = [...files, ...readSourceFiles('scripts'), ...readSourceFiles('migrations')];

/** What takes the hour from the machine instead of the clock, in TypeScript or in SQL. */
const READS_TIME =
  /\bnew Date(?!\w|\s*\(\s*[^)\s])|\bDate\.now\b|\bTemporal\.Now\b|\bperformance\.(now|timeOrigin)\b|\bprocess\.(hrtime|uptime)\b|\bCURRENT_(TIMESTAMP|DATE|TIME)\b|\b(unixepoch|clock_timestamp|julianday)\(/;

const READS_ENVIRONMENT = /\bprocess\s*(\.\s*(env|loadEnvFile)\b|\[\s*['"]env['"])|\bimport\.meta\.env\b/;

function pathsWhere(among: readonly SourceFile[], allowed: RegExp, offends: (file: SourceFile) => boolean): string[] {
  return among.filter((file) => !allowed.test(file.path) && offends(file)).map(({ path }) => path);
}

const NOWHERE = /^$/;

test('there is source to look at', () => {
  expect(files.length).toBeGreaterThan(10);
});

test('Chinese text lives only in copy', () => {
  expect(pathsWhere(files, /^src\/copy\//, ({ text }) => /\p{Script=Han}/u.test(text))).toEqual([]);
});

/** Chinese marks and letters of full width. An ellipsis and a dash are of every language. */
const FULL_WIDTH = /[\u3000-\u303F\uFF00-\uFFEF]/u;

const writesFullWidth = (file: SourceFile): boolean => stringsOf(file).some((text) => FULL_WIDTH.test(text));

test('the marks of Chinese text are written in copy alone, and read anywhere', () => {
  expect(pathsWhere(files, /^src\/copy\//, writesFullWidth)).toEqual([]);
});

test.each(["names.join('、')", '`${name}：${value}`', 'sql`select ，`', 'const one = <b>（</b>;'])(
  '%s is seen to write them',
  (text) => {
    expect(writesFullWidth({ path: 'src/planted.tsx', text })).toBe(true);
  },
);

test.each(['/[,、]/u', 'String.raw`[,，]`', '// 、', "text.startsWith('\\u300C')", "names.join(', ')"])(
  '%s writes none',
  (text) => {
    expect(writesFullWidth({ path: 'src/planted.tsx', text })).toBe(false);
  },
);

test('only the clock reads the time, and leases the clock of the database', () => {
  expect(
    pathsWhere(files, /^src\/(ports\/clock|storage\/database-clock)\.ts$/, (file) => READS_TIME.test(codeOf(file))),
  ).toEqual([]);
});

test.each([
  'new Date()',
  'new Date( )',
  'new Date;',
  'Date.now()',
  'list.map(Date.now)',
  'performance.now()',
  'sql`CURRENT_TIMESTAMP`',
])('%s is seen to read the time', (code) => {
  expect(code).toMatch(READS_TIME);
});

test.each(['new Date(instant)', 'new DateRange()', 'clock.now()', 'Date.parse(text)', 'Date.UTC(2026, 0)'])(
  '%s does not read the time',
  (code) => {
    expect(code).not.toMatch(READS_TIME);
  },
);

test('only the config and the process read the environment', () => {
  const offends = (file: SourceFile): boolean => READS_ENVIRONMENT.test(codeOf(file)) || importsEnvironment(file);

  expect(pathsWhere(files, /^src\/(main|config)\.ts$/, offends)).toEqual([]);
});

function importsEnvironment(file: SourceFile): boolean {
  return parseSource(file).module.staticImports.some(
    ({ moduleRequest, entries }) =>
      /^(node:)?process$/.test(moduleRequest.value) && entries.some(({ importName }) => importName.name === 'env'),
  );
}

test('nothing is exported by default', () => {
  expect(pathsWhere(program, NOWHERE, exportsDefault)).toEqual([]);
});

function exportsDefault(file: SourceFile): boolean {
  const entries = parseSource(file).module.staticExports.flatMap((found) => found.entries);
  return entries.some(({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default');
}

test('no enum and no namespace is declared: literal unions and modules do it', () => {
  const declares = (file: SourceFile): boolean =>
    parseSource(file).program.body.some((node) => {
      const declaration = node.type === 'ExportNamedDeclaration' ? node.declaration : node;
      return declaration?.type === 'TSEnumDeclaration' || declaration?.type === 'TSModuleDeclaration';
    });

  expect(pathsWhere(files, NOWHERE, declares)).toEqual([]);
});

test(`a file has at most ${MAX_FILE_LINES} lines; the schema and copy, which are data, may have more`, () => {
  const exempt = /^src\/(copy\/|storage\/schema(\.ts$|\/))/;
  const lines = ({ text }: SourceFile): number => text.trimEnd().split('\n').length;

  expect(pathsWhere(program, exempt, (file) => lines(file) > MAX_FILE_LINES)).toEqual([]);
});

test(`a function has at most ${MAX_FUNCTION_LINES} lines`, () => {
  const long = program.flatMap(measureFunctions).filter(({ lines }) => lines > MAX_FUNCTION_LINES);

  expect(long.map(({ path, line, lines }) => `${path}:${line} (${lines} lines)`)).toEqual([]);
});

test(`the median function with a body has at most ${MAX_MEDIAN_FUNCTION_LINES} lines`, () => {
  const lengths = files.flatMap(measureFunctions).flatMap(({ hasBlock, lines }) => (hasBlock ? [lines] : []));

  expect(median(lengths)).toBeLessThanOrEqual(MAX_MEDIAN_FUNCTION_LINES);
});

test('a function is measured from its first line to its last', () => {
  const text = 'const one = () => 1;\nexport class Two {\n  two() {\n    return 2;\n  }\n}\n';

  const measured = measureFunctions({ path: 'src/planted.ts', text });

  expect(measured.map(({ line, lines, hasBlock }) => [line, lines, hasBlock])).toEqual([
    [1, 1, false],
    [3, 3, true],
  ]);
});

test('every file that others build on begins by saying what it is for', () => {
  const founded = files.filter(({ path }) => /^src\/(kit|storage|domain|ports)\//.test(path));

  expect(pathsWhere(founded, NOWHERE, ({ text }) => !text.startsWith('/**'))).toEqual([]);
});

test('files are named in kebab-case, and none is called utils', () => {
  const name = /\/[a-z0-9]+(-[a-z0-9]+)*(\.test|\.test-d)?\.tsx?$/;
  const vague = /(^|[/-])(utils?|helpers?|misc|common)\.tsx?$/;

  expect(pathsWhere(program, NOWHERE, ({ path }) => !name.test(path) || vague.test(path))).toEqual([]);
});

test('nothing is left to be done later in a comment', () => {
  const later = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b`);

  expect(pathsWhere([...program, ...readSourceFiles('test')], NOWHERE, ({ text }) => later.test(text))).toEqual([]);
});
