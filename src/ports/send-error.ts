/** Why something did not leave, and whether it may be tried again. */

/**
 * `offline`: no connection, no attempt was used up; `unreachable`: the connection broke on the way, which says nothing of
 * the account; `throttled`: the platform asks to slow down; `gone`: no such room or person;
 * `unsupported`: this way to the platform cannot send such a thing.
 */
export type SendTrouble = 'offline' | 'unreachable' | 'throttled' | 'gone' | 'unsupported' | 'other';

/**
 * A send that did not succeed for certain.
 *
 * `not-sent`: surely nothing left, it may be tried again. `unknown`: it may have arrived, it is never repeated by itself.
 */
export class SendError extends Error {
  override readonly name = 'SendError';
  readonly outcome: 'not-sent' | 'unknown';
  readonly trouble: SendTrouble;

  constructor(outcome: 'not-sent' | 'unknown', trouble: SendTrouble, message: string) {
    super(message);
    this.outcome = outcome;
    this.trouble = trouble;
  }
}
