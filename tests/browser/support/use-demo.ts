import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { createLog } from '../../../src/logging.ts';
import { startDemo } from '../../../src/workspace/demo/start-demo.ts';
import { realAnswers } from '../../support/real-answers.ts';
import { openBrowser, openPage } from './open-browser.ts';

/**
 * A fresh demo for each test, as `npm run demo` starts it but for the knowledge, which is built once, and the browser to
 * see it with. After each test nothing may
 * have gone wrong that nobody looked at: no error or warning in a page's console, none in the bot's log, nothing loaded
 * from anywhere else.
 */
export function useDemo() {
  let browser: Browser;
  let demo: Awaited<ReturnType<typeof startDemo>>;
  const faults: string[] = [];
  const opened: Awaited<ReturnType<typeof openPage>>[] = [];
  const log = createLog({ level: 'warn', now: () => new Date(), write: (line) => faults.push(line) });

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    demo = await startDemo({ port: 0, log, answers: realAnswers() });
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await demo.stop();
    const all = opened.splice(0);
    expect([
      ...faults.splice(0),
      ...all.flatMap(({ problems, outside }) => [...problems, ...outside]),
    ]).toEqual([]);
  });

  async function openAt(url: string, options?: BrowserContextOptions) {
    const page = await openPage(browser, url, options);
    opened.push(page);
    return page;
  }

  return {
    url: () => demo.url,
    openAt,
    /** A person's browser with the start page open. */
    open: (options?: BrowserContextOptions) => openAt(demo.url, options),
    startAnother: () => startDemo({ port: 0, log }),
  };
}

/** Keeps a picture of the page for the README, the same on every run: no pointer over anything, no caret. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate('document.activeElement.blur()');
  const path = fileURLToPath(new URL(`../../../docs/${name}.png`, import.meta.url));
  await page.screenshot({ path, animations: 'disabled' });
}

/** A desktop and a phone, both in daylight and in the dark. */
const SIZES = { desktop: { width: 1280, height: 860 }, phone: { width: 390, height: 844 } } as const;
const SCHEMES = ['light', 'dark'] as const;

/** Room for what stands around a message on the page. */
const AROUND = 320;

/**
 * Keeps pictures of one message, whole, as it looks on a desktop and on a phone, light and dark. Returns how tall it is
 * on the phone, and how far down its first button is.
 */
export async function keepMessagePictures(page: Page, message: Locator, name: string) {
  let seen = { height: 0, firstButton: 0 };
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    const box = await message.boundingBox();
    const button = await message.locator('.blocks button:not(.sort)').first().boundingBox();
    seen = { height: box?.height ?? 0, firstButton: (button?.y ?? 0) - (box?.y ?? 0) };
    // A message taller than the page is not drawn whole.
    await page.setViewportSize({ ...viewport, height: Math.ceil(seen.height) + AROUND });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await page.mouse.move(0, 0);
      await page.evaluate('document.activeElement.blur()');
      const file = `../../../docs/pictures/${name}-${size}-${colorScheme}.png`;
      await message.screenshot({
        path: fileURLToPath(new URL(file, import.meta.url)),
        animations: 'disabled',
      });
    }
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await page.setViewportSize(SIZES.desktop);
  return seen;
}

/** The height of a phone's screen, in which a message is read. */
export const PHONE_SCREEN = SIZES.phone.height;
