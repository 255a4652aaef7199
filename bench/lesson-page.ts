import type { Page } from 'playwright-core';

/** Lesson 1, whose first cell brings the pretrained model. */
export const lessonPath = '/es/lecciones/modelos-preentrenados/';
export const firstCell = 'load-model';
/** A cell whose code the bench replaces with its own. */
export const freeCell = 'training-time';

/**
 * Presses Run in the page itself, so that no remote control is in the measured time.
 * @returns milliseconds from the click to the status
 * @throws Error with the cell's output where it ends otherwise
 */
export function runCell(page: Page, cell: string, wanted: 'done' | 'running' = 'done'): Promise<number> {
  return page.evaluate(
    ([id, status]) =>
      new Promise<number>((resolve, reject) => {
        const section = document.querySelector<HTMLElement>(`[data-cell="${id}"]`);
        if (section === null) throw new Error(`no cell ${id}`);
        const began = performance.now();
        const observer = new MutationObserver(() => {
          const { status: now } = section.dataset;
          if (now !== status && now !== 'failed' && now !== 'stopped') return;
          const took = performance.now() - began;
          observer.disconnect();
          if (now === status) resolve(took);
          else
            reject(new Error(`${id}: ${now}: ${section.querySelector('[data-cell-output]')?.textContent}`));
        });
        section.querySelector<HTMLElement>('[data-action=run]')?.click();
        observer.observe(section, { attributeFilter: ['data-status'] });
      }),
    [cell, wanted] as const,
  );
}

/** Presses Stop. @returns milliseconds from the click to the status `stopped` */
export function stopCell(page: Page, cell: string): Promise<number> {
  return page.evaluate(
    (id) =>
      new Promise<number>((resolve) => {
        const section = document.querySelector<HTMLElement>(`[data-cell="${id}"]`);
        if (section === null) throw new Error(`no cell ${id}`);
        const began = performance.now();
        const observer = new MutationObserver(() => {
          if (section.dataset['status'] !== 'stopped') return;
          observer.disconnect();
          resolve(performance.now() - began);
        });
        observer.observe(section, { attributeFilter: ['data-status'] });
        section.querySelector<HTMLElement>('[data-action=stop]')?.click();
      }),
    cell,
  );
}

/** Presses a button. @returns milliseconds from the click to the first element that fits, as the page sees it */
export function clickUntil(page: Page, button: string, shown: string): Promise<number> {
  return page.evaluate(
    ([pressed, awaited]) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        const observer = new MutationObserver(() => {
          if (document.querySelector(awaited) === null) return;
          observer.disconnect();
          resolve(performance.now() - began);
        });
        observer.observe(document.body, { childList: true, subtree: true });
        document.querySelector<HTMLElement>(pressed)?.click();
      }),
    [button, shown] as const,
  );
}

/** Opens a cell's editor and puts another code into it, as a learner would. */
export async function replaceCode(page: Page, cell: string, code: string): Promise<void> {
  await openEditor(page, cell);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(code);
}

export async function openEditor(page: Page, cell: string): Promise<void> {
  const section = page.locator(`[data-cell="${cell}"]`);
  const editor = section.locator('.cm-content');
  await section.locator('[data-code] pre, .cm-content').first().click();
  await editor.waitFor();
  await editor.focus();
}

/** What the cell's last run printed. */
export async function printed(page: Page, cell: string): Promise<string> {
  const texts = await page.locator(`[data-cell="${cell}"] [data-output="text"]`).allTextContents();
  return texts.join('\n');
}

/** The figures that the cell's last run printed as one JSON list. @throws Error where it printed anything else */
export async function printedNumbers(page: Page, cell: string): Promise<readonly number[]> {
  const text = await printed(page, cell);
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed) || !parsed.every((value) => typeof value === 'number')) {
    throw new Error(`${cell} printed ${text}`);
  }
  return parsed;
}
