/** Addresses in a line, and what kind of place they lead to. */

/** `cheap`: nobody knows it, and its ending is one that traps like. */
export type LinkKind = 'none' | 'good' | 'unknown' | 'cheap' | 'bad';

export interface HostLists {
  /** Hosts that never need a second look; their subdomains are meant too. */
  readonly good: readonly string[];
  /** Hosts that lead into shops, bargains and traps. */
  readonly bad: readonly string[];
  /** Beginnings of a host's name that votes and registrations go by. */
  readonly badBeginnings: readonly string[];
  /** Endings that cost next to nothing. */
  readonly cheapEndings: readonly string[];
}

const WITH_SCHEME = /https?:\/\/([^\s/?#:，。！？、）)」》]{1,253})/gu;
/** Behind an @ it is a mailbox. */
const WITHOUT_SCHEME =
  /(?<![a-z0-9@.\-/])((?:[a-z0-9-]{1,63}\.){1,6}(?:com|cn|cc|top|vip|xyz|net|org|club|shop|live|app|site|edu|gov|io|me|info|tv|ltd|pw|icu|fun|win|bet|work|link))(?![a-z0-9-])/gu;

/** In `plain` text. */
export function findHosts(plain: string): string[] {
  if (!plain.includes('.')) return [];
  const hosts = [...plain.matchAll(WITH_SCHEME), ...plain.matchAll(WITHOUT_SCHEME)].map(([, host = '']) => host);
  return [...new Set(hosts.map((host) => host.replace(/^.*@/u, '').replace(/\.$/u, '')))];
}

/** The worst of them. */
export function judgeHosts(hosts: readonly string[], lists: HostLists, allowed: readonly string[] = []): LinkKind {
  if (hosts.length === 0) return 'none';
  const others = hosts.filter((host) => !isUnder(host, allowed) && !isUnder(host, lists.good));
  if (others.length === 0) return 'good';
  if (others.some((host) => isBad(host, lists))) return 'bad';
  return others.some((host) => lists.cheapEndings.some((end) => host.endsWith(`.${end}`))) ? 'cheap' : 'unknown';
}

function isBad(host: string, { bad, badBeginnings }: HostLists): boolean {
  return isUnder(host, bad) || isDisguised(host) || badBeginnings.some((start) => host.startsWith(start));
}

/** Written in letters that only look like those of a well-known name. */
function isDisguised(host: string): boolean {
  return /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(host);
}

function isUnder(host: string, hosts: readonly string[]): boolean {
  return hosts.some((one) => host === one || host.endsWith(`.${one}`));
}

const LINK =
  /https?:\/\/[^\s，。！？、）)」》]*|(?<![a-z0-9@.\-/])(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,6}(?:[/?#][^\s，。！？、）)」》]*)?/gu;

/** What is in an address is nobody's word. */
export function withoutLinks(plain: string): string {
  return plain.includes('.') ? plain.replace(LINK, ' ') : plain;
}

const HOST = /^(?:https?:\/\/)?((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24})(?:[/?#:].*)?$/u;

/** The host that a manager wrote, alone or with the rest of its address; undefined for what is none. */
export function hostFrom(given: string): string | undefined {
  return HOST.exec(given.normalize('NFKC').toLowerCase())?.[1];
}
