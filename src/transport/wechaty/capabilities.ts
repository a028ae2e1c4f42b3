/** What each kind of puppet can do, found by running them. What is not known to work counts as missing. */

import type { GatewayCapabilities } from '../../ports/chat-gateway.js';

const EVERYTHING: GatewayCapabilities = {
  mention: 'ids',
  sendPicture: true,
  invite: true,
  remove: true,
  announce: true,
  tag: true,
  alias: true,
  recall: true,
  stableIds: true,
  echo: true,
};

const BY_PUPPET: Readonly<Record<string, GatewayCapabilities>> = {
  simulated: EVERYTHING,
  /** Tags are always empty over gRPC (a bug of the server); recall depends on the provider. */
  'wechaty-puppet-service': { ...EVERYTHING, tag: false, recall: false },
  /** Sends answer without an id, announcements throw, tags and remarks fail in silence, ids change at every login. */
  'wechaty-puppet-wechat4u': {
    ...EVERYTHING,
    mention: 'text',
    announce: false,
    tag: false,
    alias: false,
    recall: false,
    stableIds: false,
    echo: false,
  },
};

const CAUTIOUS: GatewayCapabilities = {
  mention: 'text',
  sendPicture: true,
  invite: true,
  remove: true,
  announce: false,
  tag: false,
  alias: false,
  recall: false,
  stableIds: false,
  echo: false,
};

/** Known puppets give signs of life; of others it must be seen first. */
export function isKnown(puppetName: string): boolean {
  return puppetName in BY_PUPPET;
}

export function capabilitiesOf(puppetName: string): GatewayCapabilities {
  return BY_PUPPET[puppetName] ?? CAUTIOUS;
}
