/**
 * Stack traces that name the lines as they were written, for programs that run from a bundle.
 *
 * Node's own `--enable-source-maps` would also read the maps of all packages, at the start.
 */

import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Of programs in bundles below `folder`, an address; a map is read when the first trace through its bundle is asked for.
 *
 * @param {string} folder
 */
export function nameLinesAsWritten(folder) {
  /** @type {Map<string, SourceMap | undefined>} */
  const maps = new Map();
  /** @param {string} file */
  const mapOf = (file) => {
    if (!file.startsWith(folder)) return undefined;
    if (!maps.has(file)) maps.set(file, readMap(`${fileURLToPath(file)}.map`));
    return maps.get(file);
  };
  Error.prepareStackTrace = (error, sites) =>
    [String(error), ...sites.map((site) => `    at ${asWritten(site, mapOf)}`)].join('\n');
}

/** @param {string} path */
function readMap(path) {
  if (!existsSync(path)) return undefined;
  return new SourceMap(/** @type {import('node:module').SourceMapPayload} */ (JSON.parse(readFileSync(path, 'utf8'))));
}

/**
 * @param {NodeJS.CallSite & { toString(): string }} site
 * @param {(file: string) => SourceMap | undefined} mapOf
 */
function asWritten(site, mapOf) {
  const shown = String(site);
  const file = site.getFileName() ?? '';
  const [line, column] = [site.getLineNumber() ?? 1, site.getColumnNumber() ?? 1];
  const found = mapOf(file)?.findEntry(line - 1, column - 1);
  if (!found || !('originalSource' in found)) return shown;
  const { originalSource, originalLine, originalColumn } = found;
  const place = `${new URL(originalSource, file).href}:${originalLine + 1}:${originalColumn + 1}`;
  return shown.replace(`${file}:${line}:${column}`, place);
}
