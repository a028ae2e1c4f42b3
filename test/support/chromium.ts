/** Finds the browser of this machine for playwright-core, which brings none. Throws with what to install. */

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ON_MACOS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const HOW_TO_GET_ONE = `The browser tests need Chromium, and this machine has none. Either
  - install it:         apt-get install chromium fonts-noto-cjk fonts-noto-color-emoji     (Debian)
  - or say where it is: ZAOBA_TEST_CHROMIUM=/path/to/chromium npm test`;

/** For `chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })`: as root it needs the flag. */
export function findChromium(): string {
  const given = process.env['ZAOBA_TEST_CHROMIUM'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const places = given
    ? [given]
    : [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...ON_MACOS];
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(HOW_TO_GET_ONE);
  return found;
}
