/** What a way to the chat network can do. */

/** What a transport is able to do; what is missing becomes a task for a person. */
export interface GatewayCapabilities {
  /** `ids`: real mentions; `text`: only the words `@name`. */
  readonly mention: 'ids' | 'text';
  readonly sendPicture: boolean;
  readonly invite: boolean;
  readonly remove: boolean;
  readonly announce: boolean;
  readonly tag: boolean;
  readonly alias: boolean;
  readonly recall: boolean;
  /** Whether people, rooms and messages are called by the same ids after a new login. */
  readonly stableIds: boolean;
  /** Whether our own messages come back as `message.echoed`. */
  readonly echo: boolean;
}
