/** Every feature of the bot. Order is the order of the help text and of listeners. */

import { accounts } from './features/accounts/index.js';
import { checkIns } from './features/check-ins/index.js';
import { courses } from './features/courses/index.js';
import { identities } from './features/identities/index.js';
import { members } from './features/members/index.js';
import { posts } from './features/posts/index.js';
import { roles } from './features/roles/index.js';
import { rooms } from './features/rooms/index.js';
import type { Feature } from './kit/feature.js';

export const features: readonly Feature[] = [checkIns, members, identities, rooms, courses, posts, roles, accounts];
