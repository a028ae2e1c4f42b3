/** Folders of `test` whose files share a process: they leave it as they found it, which `test/architecture` holds. */

export const SHARED_FOLDERS = [
  'console',
  'copy',
  'domain',
  'features',
  'graphics',
  'kit',
  'security',
  'storage',
] as const;
