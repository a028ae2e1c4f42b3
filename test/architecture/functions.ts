/** Measures functions. A function is as long as its text, from its first line to its closing brace. */

import { Visitor } from 'oxc-parser';
import { parseSource, type SourceFile } from './source-files.js';

export interface MeasuredFunction {
  readonly path: string;
  readonly line: number;
  readonly lines: number;
  /** One-expression arrows are small by nature; counting them would flatter every median. */
  readonly hasBlock: boolean;
}

interface FunctionNode {
  readonly start: number;
  readonly end: number;
  readonly body: { readonly type: string } | null;
}

export function measureFunctions(file: SourceFile): MeasuredFunction[] {
  const found: MeasuredFunction[] = [];
  const measure = (node: FunctionNode): void => {
    if (!node.body) return;
    const hasBlock = node.body.type === 'BlockStatement' || node.body.type === 'FunctionBody';
    const line = lineAt(file.text, node.start);
    found.push({ path: file.path, line, lines: lineAt(file.text, node.end) - line + 1, hasBlock });
  };
  new Visitor({
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(parseSource(file).program);
  return found;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
