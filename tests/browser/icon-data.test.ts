import { describe, expect } from 'vitest';
import { butterflyBeeDigest, pixelDigest } from '../support/icon-digest.ts';
import { cell, runCell, writeCell } from '../support/lesson-page.ts';
import { siteTest } from '../support/site-test.ts';

const id = 'first';

const butterflies = `
import { iconDataset } from 'deshielo';
const icons = await iconDataset(['butterfly', 'bee'], { numExamples: 2, augment: 2 });
const digest = ${pixelDigest};
`;

describe('iconDataset in a cell', () => {
  siteTest.for(['wasm', 'webgl'] as const)(
    'has the same pixels as in Node (%s)',
    async (backend, { openEngine }) => {
      const { page, requests } = await openEngine('en', { backend });
      await writeCell(page, id, `${butterflies}String(digest(await icons.train.xs.data()))`);
      await runCell(page, 'en', id);
      expect(await cell(page, id).locator('[data-output=value]').innerText()).toBe(
        JSON.stringify(String(butterflyBeeDigest)),
      );
      expect(requests.filter((request) => /\/icons@\d+\/(?:cat|dog)-/.test(request.url()))).toEqual([]);
    },
  );

  siteTest('feeds the icon net, whose download shows in the cell', async ({ openEngine }) => {
    const { page } = await openEngine('es');
    await writeCell(
      page,
      id,
      `import { iconDataset, iconNet } from 'deshielo';
const icons = await iconDataset(['cat', 'dog'], { numExamples: 8, augment: 1 });
const net = await iconNet();
const base = await iconNet({ includeTop: false });
const known = net.predict(icons.train.xs).argMax(1);
JSON.stringify([icons.classNames, base.predict(icons.train.xs).shape, [...known.dataSync()]])`,
    );
    await runCell(page, 'es', id);
    const output = cell(page, id);
    // Several downloads are folded, and so their texts are not rendered.
    expect(await output.locator('[data-output=progress]').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('IconNet')]),
    );
    const [classNames, shape, predictions] = JSON.parse(
      JSON.parse(await output.locator('[data-output=value]').innerText()),
    );
    expect(classNames).toEqual(['gato', 'perro']);
    expect(shape).toEqual([16, 2, 2, 128]);
    // At least half of the cats get the same prediction. It knows few dogs.
    const cats: readonly number[] = predictions.slice(0, 8);
    const counts = cats.map((each) => cats.filter((other) => other === each).length);
    expect(Math.max(...counts)).toBeGreaterThanOrEqual(4);
  });

  siteTest('says in the page’s language which classes there are', async ({ openEngine }) => {
    const { page } = await openEngine('es');
    await writeCell(page, id, "import { iconDataset } from 'deshielo';\nawait iconDataset(['bee', 'wasp'])");
    await runCell(page, 'es', id, 'failed');
    const error = cell(page, id).locator('[data-output=error]');
    expect(await error.innerText()).toContain('No hay iconos de la clase «wasp»');
    expect(await error.innerText()).toContain("'butterfly', 'bee', 'cat' y 'dog'");
  });
});
