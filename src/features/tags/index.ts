import { defineFeature } from '../../kit/feature.js';
import { tag } from './commands/tag.js';
import { tagsOfDay } from './dailies/tags-of-day.js';
import { mirrorErrand } from './errands/mirror.js';
import { chooseTag } from './intents/choose.js';
import { mirrorKeeper } from './keepers/mirror.js';
import { tagReason } from './reasons/tag.js';

export const tags = defineFeature({
  name: 'tags',
  commands: [tag],
  intents: [chooseTag],
  keepers: [mirrorKeeper],
  errands: [mirrorErrand],
  dailies: [tagsOfDay],
  reasons: [tagReason],
});
