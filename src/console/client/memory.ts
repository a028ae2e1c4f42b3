/** What this browser remembers between visits. Where it may not remember, it forgets quietly. */

export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(`zaoba-${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`zaoba-${key}`, value);
  } catch {
    // Private windows may refuse; nothing depends on it.
  }
}
