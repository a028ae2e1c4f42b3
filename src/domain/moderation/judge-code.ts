/** Where a QR code in a picture leads: invitations to people and rooms of WeChat, and any address that is not known as good. */

import { findHosts, type HostLists, judgeHosts } from './links.js';

export type CodeSign = 'wechat-invite' | 'other-code';

/** A person, a room, a payment. */
const INVITE =
  /^(?:https?:\/\/)?(?:u\.wechat\.com|weixin\.qq\.com\/[gr]\/|work\.weixin\.qq\.com\/[guk]|wxp:\/\/|qm\.qq\.com|qr\.alipay\.com|u\.alipay\.cn)/u;
const HAS_SCHEME = /^[a-z][a-z0-9+.-]{1,30}:/u;

/** Undefined for what may stay: good hosts, mini programs of WeChat, and what is no address. */
export function judgeCode(code: string, lists: HostLists, allowed: readonly string[] = []): CodeSign | undefined {
  const address = code.normalize('NFKC').trim().toLowerCase();
  if (INVITE.test(address)) return 'wechat-invite';
  const link = judgeHosts(findHosts(address), lists, allowed);
  if (link === 'good') return undefined;
  return link !== 'none' || HAS_SCHEME.test(address) ? 'other-code' : undefined;
}
