/** Rules about the tests themselves: none is skipped, none is alone, none fakes a module. */

import { Visitor } from 'oxc-parser';
import { expect, test } from 'vitest';
import { SHARED_FOLDERS } from '../setup/shared-folders.js';
import { parseSource, readSourceFiles, type SourceFile } from './source-files.js';

const RUNNERS = new Set(['test', 'it', 'describe', 'suite', 'bench', 'context', 'ctx']);
const UNRUN = new Set(['only', 'skip', 'todo', 'fails', 'skipIf', 'runIf']);
const MOCKS = new Set(['mock', 'doMock', 'hoisted', 'mocked', 'fn', 'spyOn', 'mockObject']);

interface Named {
  readonly type: string;
  readonly name?: unknown;
  readonly object?: unknown;
}

function forbiddenIn(file: SourceFile): string[] {
  const found: string[] = [];
  new Visitor({
    MemberExpression(node) {
      const name = node.property.type === 'Identifier' ? node.property.name : '';
      const root = rootName(node.object);
      if (RUNNERS.has(root) && UNRUN.has(name)) found.push(`${file.path}: ${root}.${name}`);
      if (root === 'vi' && MOCKS.has(name)) found.push(`${file.path}: vi.${name}`);
    },
  }).visit(parseSource(file).program);
  return found;
}

const OF_THE_PROCESS = new Set(['process', 'globalThis', 'global']);
const LISTENED = new Set([
  'process.on',
  'process.once',
  'process.chdir',
  'vi.stubEnv',
  'vi.stubGlobal',
  'vi.useFakeTimers',
]);

/** What a file that shares its process would leave behind in it. */
function leftBehindIn(file: SourceFile): string[] {
  const found: string[] = [];
  const note = (what: string): void => void found.push(`${file.path}: ${what}`);
  new Visitor({
    AssignmentExpression: ({ left }) => OF_THE_PROCESS.has(rootName(left)) && note(rootName(left)),
    UnaryExpression: ({ operator, argument }) =>
      operator === 'delete' && OF_THE_PROCESS.has(rootName(argument)) && note(operator),
    MemberExpression(node) {
      const name = node.property.type === 'Identifier' ? node.property.name : '';
      if (LISTENED.has(`${rootName(node.object)}.${name}`)) note(name);
    },
  }).visit(parseSource(file).program);
  return found;
}

/** `test` for `test.concurrent.each`. */
function rootName(node: Named): string {
  if (node.type === 'Identifier') return String(node.name);
  return node.type === 'MemberExpression' ? rootName(node.object as Named) : '';
}

test('every test runs, and none fakes a module or a function of ours', () => {
  const files = readSourceFiles('test');

  expect(files.length).toBeGreaterThan(0);
  expect(files.flatMap(forbiddenIn)).toEqual([]);
});

test.each([
  'test.only("x", f);',
  'describe.concurrent.skip("x", f);',
  'it.skipIf(true)("x", f);',
  'vi.mock("./x.js");',
  'test("x", (ctx) => ctx.skip());',
])('%s is seen', (text) => {
  expect(forbiddenIn({ path: 'test/planted.test.ts', text })).toHaveLength(1);
});

test.each(['test.each([1])("x", f);', 'rows.skip(1);', '// test.only'])('%s passes', (text) => {
  expect(forbiddenIn({ path: 'test/planted.test.ts', text })).toEqual([]);
});

test('files that share a process leave it as they found it', () => {
  const files = SHARED_FOLDERS.flatMap((folder) => readSourceFiles(`test/${folder}`));
  const sharing = files.filter(({ path }) => path.endsWith('.test.ts'));

  expect(sharing.length).toBeGreaterThan(0);
  expect(sharing.flatMap(leftBehindIn)).toEqual([]);
});

test.each([
  'process.env["TZ"] = "UTC";',
  'delete process.env["TZ"];',
  'globalThis.fetch = f;',
  'process.once("exit", f);',
  'vi.useFakeTimers();',
])('%s is left behind', (text) => {
  expect(leftBehindIn({ path: 'test/domain/planted.test.ts', text })).toHaveLength(1);
});
