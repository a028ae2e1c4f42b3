/** Says in one plain English sentence why there is no connection. Never shows a person's or a room's id. */

const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/Cannot find (package|module)/i, 'The puppet package is not installed.'],
  [/has not provided the default export/, 'The puppet package is not a wechaty puppet.'],
  [/SERVICE_TOKEN not found|requires a SNI/i, 'The puppet service needs a token that starts with its prefix.'],
  [/UNAUTHENTICATED|Invalid Wechaty TOKEN/i, 'The puppet service refused the token.'],
  [/ECONNREFUSED|UNAVAILABLE|No connection established|Connection dropped/i, 'The puppet service cannot be reached.'],
  [/Name resolution failed/i, 'The name of the puppet service cannot be resolved.'],
  [
    /ENOTFOUND|EAI_AGAIN|getaddrinfo|ETIMEDOUT|ECONNRESET|EHOSTUNREACH|ENETUNREACH|socket hang up|fetch failed/i,
    'WeChat cannot be reached over the network.',
  ],
  [/WatchdogAgent reset|monitorHeartbeat/i, 'The puppet gave no sign of life.'],
];

const IDS = /wxid_\w+|[\w-]+@chatroom|@@?[0-9a-f]{20,}/g;
/** The service repeats a refused token in its answer. */
const TOKENS = /(?<=TOKEN )"[^"]*"|\b(?:insecure|puppet_[a-z]+)_[\w-]+/g;
const LONGEST = 200;

export function plainReason(error: unknown): string {
  const message = messageOf(error);
  const known = KNOWN.find(([pattern]) => pattern.test(message));
  return known ? known[1] : sentence(message);
}

/** The first line, without ids and tokens: fit for logs. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? `${error.message}${causeOf(error)}` : String(error);
  const [line = ''] = text.trim().split('\n');
  return line.replaceAll(TOKENS, '[token]').replaceAll(IDS, '[id]').slice(0, LONGEST);
}

function causeOf({ cause }: Error): string {
  return cause instanceof Error ? ` (${cause.message})` : '';
}

function sentence(message: string): string {
  const short = message.replace(/[.\s]+$/, '');
  return short === '' ? 'The puppet failed without saying why.' : `${short}.`;
}
