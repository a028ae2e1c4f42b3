/** Tells what a failed send means. What is not known for certain is `unknown`: it may have arrived. */

import { SendError, type SendTrouble } from '../../ports/chat-gateway.js';
import { messageOf } from './plain-reason.js';

/** WeChat's refusal of an account that sends too fast: in Chinese `cao zuo (tai / guo yu) pin fan`, in English as puppets word it. */
const TOO_FREQUENT = /\u64CD\u4F5C[^]{0,4}\u9891\u7E41|too (?:frequent|fast|many)|frequen(?:t|cy)|rate.?limit|throttl/i;

const NO_SUCH =
  /there is no|\bno (?:such |)(?:room|contact|person)|not found|does not exist|not exist|unknown (?:room|contact)/i;

/** The way to the platform, not the platform: it knows of no message and has no complaint. */
const CUT =
  /\b(?:UNAVAILABLE|CANCELLED|EPIPE|ECONN\w+|ETIMEDOUT|E\w+UNREACH|ENOTFOUND|EAI_AGAIN)\b|No connection|Connection dropped|socket hang up/;

/** What a puppet says that has not learnt it: nothing has left, and nobody complains. */
const UNSUPPORTED = /Unsupported API/i;

const NO_ANSWER = /took longer than \d+ seconds/;

/** A refusal in so many words is certain, everything else is not. */
export function sendFailure(error: unknown): SendError {
  if (error instanceof SendError) return error;
  const reason = messageOf(error);
  if (TOO_FREQUENT.test(reason)) return new SendError('not-sent', 'throttled', reason);
  if (UNSUPPORTED.test(reason)) return new SendError('not-sent', 'unsupported', reason);
  return new SendError('unknown', CUT.test(reason) ? 'unreachable' : 'other', reason);
}

/** Finding the chat failed, so nothing was sent yet. */
export function addressFailure(error: unknown): SendError {
  if (error instanceof SendError) return error;
  const reason = messageOf(error);
  return new SendError('not-sent', addressTrouble(reason), reason);
}

function addressTrouble(reason: string): SendTrouble {
  if (NO_SUCH.test(reason)) return 'gone';
  return CUT.test(reason) || NO_ANSWER.test(reason) ? 'unreachable' : 'other';
}

export function offline(): SendError {
  return new SendError('not-sent', 'offline', 'There is no connection to WeChat.');
}

/** A message on its way when the connection breaks may have arrived. */
export function lostWhileSending(): SendError {
  return new SendError('unknown', 'unreachable', 'The connection was lost while sending.');
}
