import { defineFeature } from '../../kit/feature.js';
import { codes as codesCommand } from './commands/codes.js';
import { handOut } from './commands/hand-out.js';
import { ownCodes } from './commands/own-codes.js';
import { handedOut } from './merged-replies/handed-out.js';

export const codes = defineFeature({
  name: 'codes',
  commands: [codesCommand, handOut, ownCodes],
  mergedReplies: [handedOut],
});
