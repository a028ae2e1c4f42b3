import { defineFeature } from '../../kit/feature.js';
import { redPacket } from './commands/red-packet.js';

export const redPackets = defineFeature({
  name: 'red-packets',
  commands: [redPacket],
});
