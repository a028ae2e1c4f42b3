import { defineFeature } from '../../kit/feature.js';
import { account } from './commands/account.js';

export const accounts = defineFeature({ name: 'accounts', commands: [account] });
