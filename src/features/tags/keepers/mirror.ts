/** Some of the tags that the platform should know leave. */

import type { AppointmentKeeper } from '../../../kit/appointment.js';
import { mirrorDue, TAG_MIRROR } from '../../../kit/tag-mirror.js';

export const mirrorKeeper: AppointmentKeeper = { kind: TAG_MIRROR, keep: (work) => mirrorDue(work) };
