import type { Page } from 'playwright-core';

/** The path of lesson 1. Its first cell loads the pretrained model. */
export const lessonPath = '/es/lecciones/modelos-preentrenados/';
export const firstCell = 'load-model';
/** A cell whose code the benchmarks replace. */
export const freeCell = 'training-time';

/**
 * Clicks Run by script in the page, so that the measured time excludes the remote control.
 * @returns the milliseconds from the click to the wanted status
 * @throws {Error} with the cell's output if the run ends with another status
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

/** Clicks Stop. @returns the milliseconds from the click to the status `stopped` */
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

/** Clicks a button. @returns the milliseconds from the click until an element matches a selector */
export function clickUntil(page: Page, button: string, awaited: string): Promise<number> {
  return page.evaluate(
    ([clicked, selector]) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        const observer = new MutationObserver(() => {
          if (document.querySelector(selector) === null) return;
          observer.disconnect();
          resolve(performance.now() - began);
        });
        observer.observe(document.body, { childList: true, subtree: true });
        document.querySelector<HTMLElement>(clicked)?.click();
      }),
    [button, awaited] as const,
  );
}

/** Replaces a cell's code in its editor. */
export async function replaceCode(page: Page, cell: string, code: string): Promise<void> {
  await openEditor(page, cell);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(code);
}

/** Opens a cell's editor and focuses it. */
export async function openEditor(page: Page, cell: string): Promise<void> {
  const section = page.locator(`[data-cell="${cell}"]`);
  const editor = section.locator('.cm-content');
  await section.locator('[data-code] pre, .cm-content').first().click();
  await editor.waitFor();
  await editor.focus();
}

/** Returns the numbers that the cell's last run printed as a JSON list. @throws {Error} if it printed anything else */
export async function printedNumbers(page: Page, cell: string): Promise<readonly number[]> {
  const texts = await page.locator(`[data-cell="${cell}"] [data-output="text"]`).allTextContents();
  const text = texts.join('\n');
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed) || !parsed.every((value) => typeof value === 'number')) {
    throw new Error(`${cell} printed ${text}`);
  }
  return parsed;
}

/** Replaces a cell's code and runs it. @returns the numbers that it printed */
export async function runCode(page: Page, cell: string, code: string): Promise<readonly number[]> {
  await replaceCode(page, cell, code);
  await runCell(page, cell);
  return printedNumbers(page, cell);
}

/**
 * Returns a function that runs code in a cell and returns the numbers that it printed. The code depends on a count, and is
 * only replaced if the count differs from the last one.
 */
export function createCellRunner(
  page: Page,
  cell: string,
  codeFor: (count: number) => string,
): (count: number) => Promise<readonly number[]> {
  let current: number | null = null;
  return async (count) => {
    if (current !== count) await replaceCode(page, cell, codeFor(count));
    current = count;
    await runCell(page, cell);
    return printedNumbers(page, cell);
  };
}
