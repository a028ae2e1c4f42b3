/** The command as it is typed, in a process of its own. */

import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';
import { describePostgres } from '../support/dialects.js';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function accounts(url: string, ...args: string[]): Promise<Ended> {
  const { PATH = '' } = process.env;
  const env = { PATH, DATABASE_URL: url, WECHATY_PUPPET: 'wechaty-puppet-service' };
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/run.js', 'scripts/accounts.ts', ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

const TOKEN = 'WECHATY_PUPPET_SERVICE_TOKEN';

describePostgres('npm run accounts', ({ freshUrl }) => {
  test(
    'adds an account, lists it, and takes it from the workers; no secret is written down',
    { timeout: 60_000 },
    async () => {
      const url = await freshUrl();
      const named = ['--name', 'left', '--puppet', 'wechaty-puppet-service'];

      const refused = await accounts(url, ...named, '--set', `${TOKEN}=hush`);
      expect(refused).toMatchObject({ code: 1, out: '' });
      expect(refused.err).toBe(`${TOKEN} is a secret: name a variable that holds it, --from ${TOKEN}=MINE.\n`);

      const added = await accounts(url, ...named, '--set', 'ENDPOINT=host:1', '--from', `${TOKEN}=LEFT`);
      expect(added).toMatchObject({ code: 0, err: '' });
      expect(await accounts(url)).toEqual({
        code: 0,
        out: `1  left  wechaty-puppet-service  ENDPOINT=host:1  ${TOKEN}=$LEFT  nobody runs it\n`,
        err: '',
      });

      expect(await accounts(url, '--name', 'left', '--puppet', 'none')).toMatchObject({ code: 0 });
      expect((await accounts(url)).out).toBe('');
    },
  );

  test('what is not right is refused with its usage', { timeout: 60_000 }, async () => {
    const url = await freshUrl();

    expect((await accounts(url, '--name', 'left')).err).toMatch(/^Usage: npm run accounts/);
    expect((await accounts(url, '--other')).err).toContain('Usage: npm run accounts');
    expect((await accounts(url, '--name', 'a', '--puppet', 'b', '--set', 'nonsense')).err).toMatch(/^nonsense is no/);
    expect((await accounts(url, '--name', 'a', '--puppet', 'simulated')).code).toBe(1);
  });
});
