/** The simulator page in a real browser. An error in its console, or a request to elsewhere, fails the test. */

import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { findChromium } from './chromium.js';

export const desktop = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export interface PageOptions {
  readonly size?: typeof desktop;
  /** The guide covers part of a phone; most tests begin without it. */
  readonly firstVisit?: boolean;
  readonly colorScheme?: 'light' | 'dark';
}

/** Call at the top of a test file; answers with what opens pages. */
export function useBrowser(): (url: string, options?: PageOptions) => Promise<Page> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium(), args: flags });
  });
  afterAll(async () => browser?.close());
  return async (url, options) => openPage(browser, url, options);
}

/** Kept only when ZAOBA_SCREENSHOTS names a folder. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['ZAOBA_SCREENSHOTS'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Fails when something sticks out of the window sideways. */
export async function widthBeyondWindow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

async function openPage(browser: Browser, url: string, options: PageOptions = {}): Promise<Page> {
  const { size = desktop, firstVisit = false, colorScheme = 'light' } = options;
  const context = await browser.newContext({ viewport: size, colorScheme, reducedMotion: 'reduce' });
  if (!firstVisit) await context.addInitScript(() => localStorage.setItem('zaoba-guide', 'read'));
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const troubles = watchTroubles(page, url);
  onTestFinished(async () => {
    await context.close();
    if (troubles.length > 0) throw new Error(`The page had trouble: ${troubles.join('\n')}`);
  });
  await page.goto(url);
  return page;
}

function watchTroubles(page: Page, url: string): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    // A connection that a test cuts, and a refusal that a test provokes, are reported by the browser itself.
    const expected = /ERR_(CONNECTION|SOCKET|INCOMPLETE|EMPTY|NETWORK)|status of 4\d\d/.test(message.text());
    if (message.type() === 'error' && !expected) troubles.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) troubles.push(`asked elsewhere: ${request.url()}`);
  });
  return troubles;
}
