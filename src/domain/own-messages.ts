/** Whether the platform shows the bot its own messages, and what that makes of a send whose end is unknown. */

/**
 * `unseen`: it never does, so that nobody can tell whether a doubtful message arrived. `shown`: it does while connected.
 * `replayed`: also those that were sent before a loss of the connection.
 */
export type OwnMessages = 'unseen' | 'shown' | 'replayed';
