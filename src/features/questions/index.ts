import { defineFeature } from '../../kit/feature.js';
import { answer } from './commands/answer.js';
import { box } from './commands/box.js';
import { drop } from './commands/drop.js';
import { takeBack } from './commands/take-back.js';
import { vote } from './commands/vote.js';
import { weekOfBox } from './dailies/week-of-box.js';
import { ask } from './intents/ask.js';
import { takenQuestions } from './merged-replies/taken-questions.js';

export const questions = defineFeature({
  name: 'questions',
  commands: [box, vote, takeBack, answer, drop],
  intents: [ask],
  mergedReplies: [takenQuestions],
  dailies: [weekOfBox],
});
