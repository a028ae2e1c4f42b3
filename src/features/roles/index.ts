import { defineFeature } from '../../kit/feature.js';
import { claim } from './commands/claim.js';
import { grant } from './commands/grant.js';
import { revoke } from './commands/revoke.js';

export const roles = defineFeature({ name: 'roles', commands: [claim, grant, revoke] });
