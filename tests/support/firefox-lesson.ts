import type { KeyInput, Page } from 'puppeteer-core';
import type { Language } from '../../src/lessons-runtime/shared/language.ts';
import type { AttackedDriver } from './attacked-lesson.ts';
import type { FirefoxPage } from './firefox.ts';
import { buttons } from './lesson-page.ts';

const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';

/** Drives a lesson's page in Firefox, as `lesson-page.ts` does in Chromium. */

/** Returns the text of a cell's output of one kind. */
export async function shown(page: Page, id: string, kind: string): Promise<string> {
  return page.$eval(`[data-cell="${id}"] [data-output=${kind}]`, (part) => (part as HTMLElement).innerText);
}

/**
 * Scrolls an element to the middle of the window: what is in the window may be covered by the sticky bar, and after a run the page
 * scrolls to the output until the learner moves on.
 */
async function centre(page: Page, selector: string): Promise<void> {
  await page.$eval(selector, (found) => {
    dispatchEvent(new Event('wheel'));
    found.scrollIntoView({ block: 'center', behavior: 'instant' });
  });
}

export async function pressIn(page: Page, scope: string, name: string): Promise<void> {
  await centre(page, `${scope} ::-p-aria([name="${name}"][role="button"])`);
  await page.locator(`${scope} ::-p-aria([name="${name}"][role="button"])`).click();
}

/** Presses a cell's *Run* and waits for the end of the run. @returns the cell's status and output */
export async function runToEnd(
  page: Page,
  language: Language,
  id: string,
): Promise<{ readonly status: string; readonly text: string }> {
  await pressIn(page, `[data-cell="${id}"]`, buttons[language].run);
  await atRest(page, `[data-cell="${id}"]`);
  const status = await page.$eval(`[data-cell="${id}"]`, (cell) => cell.getAttribute('data-status'));
  return { status: status ?? '', text: await textOf(page, id) };
}

/** Returns the text of a cell's output, including hidden and withheld parts. */
export function textOf(page: Page, id: string): Promise<string> {
  return page.$eval(`[data-cell="${id}"]`, async (cell) => {
    const more = () => cell.querySelector<HTMLElement>('.output-more');
    for (let button = more(); button !== null; button = more()) {
      button.click();
      await new Promise((drawn) => setTimeout(drawn));
    }
    return (cell.querySelector('[data-cell-output]')?.textContent ?? '').trim();
  });
}

/** Presses *Run all* and waits for the end. @returns the status of each cell */
export async function runAllToEnd(page: Page, language: Language): Promise<Record<string, string>> {
  await pressIn(page, '[data-lesson-bar]', buttons[language].runAll);
  await atRest(page, '[data-cell]');
  // Run all leaves out the cells of exercises.
  return page.$$eval('[data-cell]:not([data-exercise] *)', (cells) =>
    Object.fromEntries(
      cells.map((cell) => [cell.getAttribute('data-cell') ?? '', cell.getAttribute('data-status') ?? '']),
    ),
  );
}

async function atRest(page: Page, cells: string): Promise<void> {
  await page.waitForFunction(
    (selector) =>
      [...document.querySelectorAll(selector)].every(
        (cell) => !/queued|running/.test(cell.getAttribute('data-status') ?? ''),
      ),
    { timeout: 170_000 },
    cells,
  );
}

/** Opens a cell's editor by a click, with all of its text selected. */
async function selectCode(page: Page, id: string): Promise<void> {
  await centre(page, `[data-cell="${id}"] [data-code]`);
  await page.locator(`[data-cell="${id}"] [data-code]`).click();
  await page.waitForSelector(`[data-cell="${id}"] .cm-content`);
  await centre(page, `[data-cell="${id}"] .cm-content`);
  await page.locator(`[data-cell="${id}"] .cm-content`).click();
  await chord(page, 'a');
}

async function chord(page: Page, key: KeyInput): Promise<void> {
  await page.keyboard.down(modifier);
  await page.keyboard.press(key);
  await page.keyboard.up(modifier);
}

/** Types new code into a cell's editor, key by key. */
export async function typeCell(page: Page, id: string, source: string): Promise<void> {
  await selectCode(page, id);
  await page.keyboard.type(source);
}

/** Pastes new code into a cell's editor. */
export async function pasteCell(page: Page, id: string, source: string): Promise<void> {
  await selectCode(page, id);
  await page.evaluate((text) => navigator.clipboard.writeText(text), source);
  // Firefox reads the clipboard after the keys were pressed.
  const pasted = page.evaluate(
    () => new Promise<void>((done) => addEventListener('paste', () => setTimeout(done), { once: true })),
  );
  await chord(page, 'v');
  await pasted;
}

export async function codeOf(page: Page, id: string): Promise<string> {
  return page.$eval(`[data-cell="${id}"] [data-code]`, (code) => {
    const lines = [...code.querySelectorAll('.cm-line')];
    if (lines.length === 0) return code.querySelector('pre')?.textContent ?? '';
    return lines.map((line) => line.textContent).join('\n');
  });
}

/** Drives the attacked lesson in Firefox. */
export function driveFirefox({ page, site, errors }: FirefoxPage): AttackedDriver {
  return {
    page,
    site,
    errors,
    write: (cell, source) => pasteCell(page, cell, source),
    run: (cell) => runToEnd(page, 'en', cell),
    shown: (cell) => textOf(page, cell),
    notice: () => page.$eval('.lesson-notice', (node) => node.textContent ?? ''),
    async restart() {
      await page.evaluate((name) => {
        const all = [...document.querySelectorAll('button')];
        all.find(({ textContent }) => textContent?.trim() === name)?.click();
      }, buttons.en.restart);
    },
    wait: (milliseconds) => new Promise((waited) => setTimeout(waited, milliseconds)),
  };
}
