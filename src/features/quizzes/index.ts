import { defineFeature } from '../../kit/feature.js';
import { quiz } from './commands/quiz.js';
import { endQuiz } from './keepers/end-quiz.js';
import { noteAnswer } from './listeners/note-answer.js';

export const quizzes = defineFeature({
  name: 'quizzes',
  commands: [quiz],
  listeners: [noteAnswer],
  keepers: [endQuiz],
});
