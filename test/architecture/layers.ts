/**
 * Who may import whom: the table of the layers, as data.
 *
 * The linter holds the same table as globs, for the editor; here paths are resolved, so a glob that misses hides nothing.
 */

import { posix } from 'node:path';
import { importsOf, type SourceFile } from './source-files.js';

/** `src/features.ts` and the other files at the root of src are composition: they may import every layer. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  ports: ['domain'],
  copy: ['domain'],
  storage: ['domain', 'ports'],
  kit: ['domain', 'ports', 'storage'],
  features: ['domain', 'ports', 'copy', 'storage', 'kit'],
  transport: ['domain', 'ports'],
  graphics: ['domain', 'ports'],
  console: ['domain', 'ports', 'copy', 'storage', 'kit'],
};

/** Packages with one home; the root of src is not exempt. */
const HOMES: readonly { readonly home: string; readonly packages: RegExp }[] = [
  { home: 'storage', packages: /^(better-sqlite3|kysely|pg|pg-.+)$/ },
  { home: 'transport', packages: /^(wechaty|wechaty-.+|file-box)$/ },
  { home: 'graphics', packages: /^(@takumi-rs\/.+|@embedpdf\/.+|twemoji-.+)$/ },
];

const DOMAIN_PACKAGES = /^temporal-polyfill$/;

interface Place {
  /** Absent at the root of src. */
  readonly layer?: string;
  readonly feature?: string;
}

export function violationsIn(file: SourceFile): string[] {
  return importsOf(file).flatMap((specifier) => {
    const why = whyForbidden(file.path, specifier);
    return why === undefined ? [] : [`${file.path} imports ${specifier}: ${why}`];
  });
}

function whyForbidden(path: string, specifier: string): string | undefined {
  const from = placeOf(path);
  if (!specifier.startsWith('.')) return whyForbiddenPackage(from, packageOf(specifier));
  const target = posix.normalize(posix.join(posix.dirname(path), specifier));
  return target.startsWith('src/') ? whyForbiddenFile(from, placeOf(target)) : whyOutside(from, target);
}

function whyForbiddenPackage({ layer }: Place, name: string): string | undefined {
  if (layer === 'domain') return DOMAIN_PACKAGES.test(name) ? undefined : 'domain is pure';
  const home = HOMES.find(({ packages }) => packages.test(name))?.home;
  return home === undefined || home === layer ? undefined : `${name} lives in ${home} alone`;
}

function whyForbiddenFile(from: Place, to: Place): string | undefined {
  if (from.layer === undefined) return undefined;
  if (to.layer === undefined) return 'a layer never imports the composition';
  if (from.layer !== to.layer) {
    return MAY_IMPORT[from.layer]?.includes(to.layer) ? undefined : `${from.layer} may not import ${to.layer}`;
  }
  return from.feature === to.feature ? undefined : 'a feature never imports another feature';
}

/** Only the composition reaches out of src, and only for the migrations. */
function whyOutside(from: Place, target: string): string | undefined {
  return from.layer === undefined && target.startsWith('migrations/') ? undefined : 'it lies outside src';
}

function placeOf(path: string): Place {
  const [, layer, feature, ...rest] = path.split('/');
  if (layer === undefined || feature === undefined) return {};
  return layer === 'features' && rest.length > 0 ? { layer, feature } : { layer };
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
