/** What a puppet finds in its environment, as it is written down for an account: never a secret, only where it is. */

/** Written down, or named: a variable of the process that starts the account's bot. */
export type PuppetVariable = { readonly value: string } | { readonly from: string };
/** By the name of the variable that the puppet reads. */
export type PuppetOptions = Readonly<Record<string, PuppetVariable>>;

const SECRET = /TOKEN|SECRET|PASSW|KEY|CREDENTIAL/i;

/** True for a variable whose value must not be written down. */
export function holdsSecret(name: string): boolean {
  return SECRET.test(name);
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The puppet's part of the environment, and the variables that it wants and that are not there. */
export function resolveOptions(options: PuppetOptions, environment: Environment) {
  const found: Record<string, string> = {};
  const missing: string[] = [];
  for (const [name, variable] of Object.entries(options)) {
    const value = 'value' in variable ? variable.value : environment[variable.from];
    if (value !== undefined && value !== '') found[name] = value;
    else if ('from' in variable) missing.push(variable.from);
  }
  return { found, missing } as const;
}
