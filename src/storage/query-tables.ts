/** Which tables a query of Kysely's reads and writes, found in the query itself. */

import {
  type DeleteQueryNode,
  type InsertQueryNode,
  type OperationNode,
  OperationNodeTransformer,
  type QueryId,
  type RawNode,
  type TableNode,
  type UpdateQueryNode,
} from 'kysely';

/** `every`: nobody can tell. */
export type Written = { readonly table: string } | 'none' | 'every';

/** SQLite, where this matters, writes one table a statement, and a query that reads writes none. */
export function writtenBy(query: OperationNode): Written {
  if (query.kind === 'SelectQueryNode') return 'none';
  const target = targetOf(query);
  return target?.kind === 'TableNode' ? { table: nameOf(target as TableNode) } : 'every';
}

/** Every table that is named anywhere in the query. Throws for SQL by hand in which one hides. */
export function tablesIn(query: OperationNode): readonly string[] {
  const { found, mayHide } = namesIn(query);
  if (mayHide) throw new Error('SQL by hand reads a table.');
  return [...found];
}

/** True unless it is certain that the query names none of the tables. */
export function mayName(query: OperationNode, tables: Iterable<string>): boolean {
  const { found, mayHide } = namesIn(query);
  return mayHide || [...tables].some((table) => found.has(table));
}

function targetOf(query: OperationNode): OperationNode | undefined {
  switch (query.kind) {
    case 'InsertQueryNode':
      return (query as InsertQueryNode).into;
    case 'UpdateQueryNode':
      return (query as UpdateQueryNode).table;
    case 'DeleteQueryNode':
      return onlyOne((query as DeleteQueryNode).from.froms);
    default:
      return undefined;
  }
}

function onlyOne(nodes: readonly OperationNode[]): OperationNode | undefined {
  return nodes.length === 1 ? nodes[0] : undefined;
}

function nameOf({ table }: TableNode): string {
  return table.identifier.name;
}

interface Names {
  readonly found: ReadonlySet<string>;
  /** True where SQL by hand may name others. */
  readonly mayHide: boolean;
}

const known = new WeakMap<OperationNode, Names>();

/** Statements of the hot path come again and again as the same node. */
function namesIn(query: OperationNode): Names {
  const before = known.get(query);
  if (before) return before;
  const names = new TableNames();
  names.transformNode(query);
  known.set(query, names);
  return names;
}

class TableNames extends OperationNodeTransformer implements Names {
  readonly found = new Set<string>();
  mayHide = false;

  protected override transformTable(node: TableNode, queryId?: QueryId): TableNode {
    this.found.add(nameOf(node));
    return super.transformTable(node, queryId);
  }

  protected override transformRaw(node: RawNode, queryId?: QueryId): RawNode {
    this.mayHide ||= /\b(?:from|join|with|into|update)\b/iu.test(node.sqlFragments.join(' '));
    return super.transformRaw(node, queryId);
  }
}
