import { defineFeature } from '../../kit/feature.js';
import { ownTickets } from './commands/own-tickets.js';
import { complain } from './intents/complain.js';
import { giveFeedback } from './intents/give-feedback.js';
import { overdue } from './keepers/overdue.js';
import { overdueTickets } from './merged-replies/overdue-tickets.js';
import { pleaseTell } from './todos/please-tell.js';
import { ticketTodo } from './todos/ticket.js';

export const tickets = defineFeature({
  name: 'tickets',
  commands: [ownTickets],
  intents: [giveFeedback, complain],
  keepers: [overdue],
  mergedReplies: [overdueTickets],
  todos: [ticketTodo, pleaseTell],
});
