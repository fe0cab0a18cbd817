import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';

/** Where Debian and Ubuntu put Chromium; `CHROMIUM` names another place. */
const EXECUTABLES = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** Quiet and alone: no GPU, no calls home, a fresh profile. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Corners drawn over what was there before come out a shade different each time.
  '--disable-partial-raster',
];

/** Everything here happens on this machine, which may be busy; what takes longer is not coming. */
const WAIT_MS = 20_000;

/** A 1×1 picture in place of any from outside: nothing leaves the machine. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export function openBrowser(): Promise<Browser> {
  const executablePath = EXECUTABLES.find((path) => path !== '' && existsSync(path));
  if (executablePath === undefined) {
    throw new Error(
      'no Chromium found; install it (apt-get install chromium fonts-noto-cjk) or set CHROMIUM',
    );
  }
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A page in a context of its own (a person's browser), with everything that goes wrong in it collected. */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 860 },
    // Colours that are still on their way to others have no contrast worth measuring.
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(WAIT_MS);
  const outside: string[] = [];
  await context.route(
    (address) => address.hostname !== '127.0.0.1',
    (route) => {
      outside.push(route.request().url());
      return route.fulfill({ contentType: 'image/png', body: PIXEL });
    },
  );
  const page = await context.newPage();
  const problems = watchProblems(page);
  await page.goto(url);
  await page.getByRole('main').waitFor();
  return { page, context, problems, outside };
}

/** Console errors and uncaught exceptions of a page, as they come. */
export function watchProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  return problems;
}

/** Expects no serious or critical accessibility problem on the page as it is. */
export async function expectAccessible(page: Page): Promise<void> {
  // evaluate, not a script tag: the page's own security policy forbids foreign scripts.
  await page.evaluate(axe.source);
  const results = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
    readonly violations: readonly {
      readonly id: string;
      readonly impact: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
    }[];
  };
  const serious = results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
  expect(serious).toEqual([]);
}

/** Expects that what is read becomes this: a page draws a little after what was done to it. */
export async function expectSoon(read: () => Promise<unknown>, expected: unknown): Promise<void> {
  await expect.poll(read, { timeout: WAIT_MS }).toEqual(expected);
}

export async function expectFocused(control: Locator): Promise<void> {
  await expectSoon(() => control.evaluate((node) => node === node.ownerDocument.activeElement), true);
}

/** Expects an element to come into sight in the messages, without anybody scrolling. */
export async function expectInSight(page: Page, element: Locator): Promise<void> {
  await element.waitFor();
  await expectSoon(async () => {
    const [inner, outer] = await Promise.all([
      element.boundingBox(),
      page.getByRole('region', { name: '消息' }).boundingBox(),
    ]);
    if (inner === null || outer === null) return false;
    return inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height;
  }, true);
}

/** Writes into the composer and sends. */
export async function say(page: Page, text: string): Promise<void> {
  const composer = page.getByRole('main').getByRole('textbox').last();
  await composer.fill(text);
  await composer.press('Escape');
  await composer.press('Enter');
}

/** Opens a channel, direct message or the home by its name in the sidebar. */
export async function openPlace(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '频道和私信' }).getByRole('button', { name }).click();
}
