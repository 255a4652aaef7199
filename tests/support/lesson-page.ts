import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '../../src/lessons-runtime/shared/language.ts';

/** The labels of the buttons. */
export const buttons = {
  es: {
    run: 'Ejecutar',
    stop: 'Detener',
    reset: 'Restablecer',
    runAll: 'Ejecutar todo',
    restart: 'Reiniciar',
  },
  en: { run: 'Run', stop: 'Stop', reset: 'Reset', runAll: 'Run all', restart: 'Restart' },
} as const satisfies Record<Language, Record<string, string>>;

export const lessonPath: Readonly<Record<Language, string>> = {
  es: '/es/lecciones/modelos-preentrenados/',
  en: '/en/lessons/pretrained-models/',
};

/** The lesson of `tests/fixtures/lessons` in which the engine is tested; it is part of the test site only. */
export const enginePath: Readonly<Record<Language, string>> = {
  es: '/es/lecciones/motor/',
  en: '/en/lessons/engine/',
};

export function cell(page: Page, id: string): Locator {
  return page.locator(`[data-cell="${id}"]`);
}

export async function button(scope: Page | Locator, name: string): Promise<Locator> {
  return scope.getByRole('button', { name, exact: true });
}

/** Opens the menu of the lesson bar, with Restart, the seed, the backend and the memory. */
export async function openBarMenu(page: Page): Promise<void> {
  const menu = page.locator('[data-bar-more]');
  if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click();
}

/** Presses *Restart* in the menu of the lesson bar. */
export async function restart(page: Page, language: Language): Promise<void> {
  await openBarMenu(page);
  await (await button(page, buttons[language].restart)).click();
}

/** Waits until a cell has the status. */
export async function status(page: Page, id: string, wanted: string, timeout = 60_000): Promise<void> {
  await page.locator(`[data-cell="${id}"][data-status="${wanted}"]`).waitFor({ timeout });
}

/** Runs one cell by its button and waits for the status it ends with. */
export async function runCell(page: Page, language: Language, id: string, wanted = 'done'): Promise<void> {
  await (await button(cell(page, id), buttons[language].run)).click();
  await page.waitForFunction(
    (name) => {
      const { status = '' } = document.querySelector<HTMLElement>(`[data-cell="${name}"]`)?.dataset ?? {};
      if (/queued|running/.test(status)) return false;
      // The page scrolls to the output until the learner moves on; it must not move while a test presses the next button.
      dispatchEvent(new Event('wheel'));
      return true;
    },
    id,
    { timeout: 120_000 },
  );
  expect(
    await cell(page, id).getAttribute('data-status'),
    await cell(page, id).locator('[data-cell-output]').innerText(),
  ).toBe(wanted);
}

/** Presses *Run all* and waits for the end. @returns the status of each cell */
export async function runAll(
  page: Page,
  language: Language,
  timeout = 120_000,
): Promise<Record<string, string>> {
  await (await button(page, buttons[language].runAll)).click();
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll<HTMLElement>('[data-cell]')].every(
        ({ dataset }) => !/queued|running/.test(dataset['status'] ?? ''),
      ),
    undefined,
    { timeout },
  );
  // Run all leaves out the cells of exercises.
  return page.$$eval('[data-cell]:not([data-exercise] *)', (cells) =>
    Object.fromEntries(
      cells.map((each) => [each.getAttribute('data-cell') ?? '', each.getAttribute('data-status') ?? '']),
    ),
  );
}

/** Replaces the authored code of a cell, and reloads the page. */
export async function authorCell(page: Page, id: string, source: string): Promise<void> {
  const { pathname } = new URL(page.url());
  const code = source.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  await page.unroute((url) => url.pathname === pathname);
  await page.route(
    (url) => url.pathname === pathname,
    async (route) => {
      const response = await route.fetch();
      const [before = '', after = ''] = (await response.text()).split(` data-cell="${id}"`);
      const changed = after
        .replace(/ data-names="[^"]*"/, '')
        .replace(/<code>.*?<\/code>/s, () => `<code>${code}</code>`);
      const body = `${before} data-cell="${id}"${changed}`;
      await route.fulfill({ response, body });
    },
  );
  await page.reload();
}

/** Replaces the code in a cell's editor as a learner would: click, select all, insert text. */
export async function writeCell(page: Page, id: string, source: string): Promise<void> {
  await cell(page, id).locator('[data-code]').click();
  const content = cell(page, id).locator('.cm-content');
  await content.waitFor();
  await content.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(source);
}

/**
 * Returns the code of a cell, read in one call because the editor may replace the text between two calls. Unfolds its imports,
 * because the editor has no lines for what is folded.
 */
export function readCell(page: Page, id: string): Promise<string> {
  return cell(page, id)
    .locator('[data-code]')
    .evaluate(async (code) => {
      const fold = code.querySelector<HTMLDetailsElement>('[data-imports-fold]:not([open])');
      if (fold !== null) {
        const unfolded = new Promise((toggled) => fold.addEventListener('toggle', toggled, { once: true }));
        fold.open = true;
        await unfolded;
      }
      const lines = [...code.querySelectorAll('.cm-line')];
      if (lines.length === 0) return code.querySelector('pre')?.textContent ?? '';
      return lines.map((line) => line.textContent).join('\n');
    });
}
