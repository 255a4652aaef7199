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

  it('feeds the icon net, whose download shows in the cell', async () => {
    const { page, errors, close } = await openPage(browser, `${lessonPath.es}?backend=wasm`);
    await writeCell(
      page,
      'top-k',
      `import { iconDataset, iconNet } from 'deshielo';
const icons = await iconDataset(['cat', 'dog'], { numExamples: 8, augment: 1 });
const net = await iconNet();
const base = await iconNet({ includeTop: false });
const known = net.predict(icons.train.xs).argMax(1);
JSON.stringify([icons.classNames, base.predict(icons.train.xs).shape, [...known.dataSync()]])`,
    );
    await runCell(page, 'es', 'top-k');
    const output = cell(page, 'top-k');
    expect(await output.locator('[data-output=progress]').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('IconNet')]),
    );
    const [classNames, shape, known] = JSON.parse(
      JSON.parse(await output.locator('[data-output=value]').innerText()),
    );
    expect(classNames).toEqual(['gato', 'perro']);
    expect(shape).toEqual([16, 2, 2, 128]);
    // Cats are of one kind more often than of any other, and dogs of another.
    const commonest = (kinds: readonly number[]) =>
      Math.max(...kinds.map((kind) => kinds.filter((other) => other === kind).length));
    expect(commonest(known.slice(0, 8))).toBeGreaterThanOrEqual(4);
    expect(commonest(known.slice(8))).toBeGreaterThanOrEqual(4);
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
