/**
 * Makes the puppet of one connection, by package name or by a maker.
 *
 * Wechaty takes about a second to load, so it is loaded here and not before.
 */

import type { Puppet } from 'wechaty-puppet';
import { sendFilesOnce } from './send-files-once.js';

export type PuppetSource =
  | { readonly name: string; readonly options?: Readonly<Record<string, unknown>> }
  /** `make` must give a new puppet for every connection: a used one keeps its old listeners. */
  | { readonly name: string; readonly make: (cache: PuppetCache) => Promise<Puppet> };

export type PuppetCache = typeof PUPPET_CACHE;

/** Entries kept by the puppet. Wechaty's own defaults are 100 each, too few for a dozen rooms. */
const PUPPET_CACHE = { contact: 5_000, room: 500, roomMember: 500, message: 2_000 } as const;

/** Rejects when the package cannot be loaded or refuses its options. */
export async function openPuppet(source: PuppetSource): Promise<Puppet> {
  const { helpers, log } = await import('wechaty-puppet');
  log.level('silent');
  if ('make' in source) return source.make(PUPPET_CACHE);

  const puppetOptions = { cache: PUPPET_CACHE, ...source.options };
  const name = source.name as `wechaty-puppet-${string}`;
  const puppet = (await helpers.resolvePuppet({ puppet: name, puppetOptions })) as unknown as Puppet;
  keepNoNamesOnDisk(puppet);
  sendFilesOnce(puppet);
  return puppet;
}

/**
 * The puppet service's client writes names and topics under the home directory and believes them for ever: renamed
 * people keep their old names, and two connections fight for the file lock. Its memory cache is enough.
 */
function keepNoNamesOnDisk(puppet: Puppet): void {
  const store: unknown = '_payloadStore' in puppet ? puppet._payloadStore : undefined;
  if (typeof store === 'object' && store !== null && 'start' in store) store.start = () => Promise.resolve();
}
