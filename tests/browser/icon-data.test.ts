import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, offOrigin, openPage } from '../support/browser.ts';
import { butterflyBeeDigest, pixelDigest } from '../support/icon-digest.ts';
import { cell, lessonPath, runCell, writeCell } from '../support/lesson-page.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const butterflies = `
import { iconDataset } from 'deshielo';
const icons = await iconDataset(['butterfly', 'bee'], { numExamples: 2, augment: 2 });
const digest = ${pixelDigest};
`;

describe('iconDataset in a cell', () => {
  it.each(['wasm', 'webgl'])('gives the pixels that Node gives, on %s', async (backend) => {
    const { page, errors, requests, close } = await openPage(browser, `${lessonPath.en}?backend=${backend}`);
    await writeCell(page, 'top-k', `${butterflies}digest(await icons.train.xs.data())`);
    await runCell(page, 'en', 'top-k');
    expect(await cell(page, 'top-k').locator('[data-output=value]').innerText()).toBe(
      String(butterflyBeeDigest),
    );
    expect(requests.filter((request) => /\/(?:cat|dog)-/.test(request.url()))).toEqual([]);
    expect(offOrigin(requests)).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });

  it('says in the page’s language which classes there are', async () => {
    const { page, close } = await openPage(browser, lessonPath.es);
    await writeCell(
      page,
      'top-k',
      "import { iconDataset } from 'deshielo';\nawait iconDataset(['bee', 'wasp'])",
    );
    await runCell(page, 'es', 'top-k', 'failed');
    const error = cell(page, 'top-k').locator('[data-output=error]');
    expect(await error.innerText()).toContain('No hay iconos de la clase «wasp»');
    expect(await error.innerText()).toContain("'butterfly', 'bee', 'cat', 'dog'");
    await close();
  });
});
