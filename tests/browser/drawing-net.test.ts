import { describe, expect } from 'vitest';
import { cell, runCell, writeCell } from '../support/lesson-page.ts';
import { siteTest } from '../support/site-test.ts';

const id = 'first';
const titles = { es: 'abeja', en: 'bee' } as const;

describe('drawingNet in a cell', () => {
  siteTest.for([
    ['es', 'wasm'],
    ['en', 'cpu'],
    ['en', 'webgl'],
  ] as const)(
    'in %s on %s is fetched only when it is used, and names what is drawn',
    async ([language, backend], { openEngine }) => {
      const { page, requests } = await openEngine(language, { backend });
      const networkRequests = () =>
        requests.map((request) => request.url()).filter((url) => url.includes('drawing-net'));
      await writeCell(page, id, '1 + 1');
      await runCell(page, language, id);
      expect(networkRequests()).toEqual([]);

      await writeCell(
        page,
        id,
        `import { drawingDataset, drawingNet } from 'deshielo';
const { test } = await drawingDataset(['bee', 'snake']);
const net = await drawingNet();
const output = net.predict(test.xs) as tf.Tensor;
const guesses = await drawingNet.decodePredictions(output, { top: 5 });
const known = await drawingNet({ weights: 'quickdraw-341' });
const others = await drawingNet.decodePredictions(known.predict(test.xs) as tf.Tensor, { top: 345 });
const names = ['bee', 'snake'];
const hits = guesses.filter((guess, place) => guess.some(({ name }) => name === names[test.labels[place]]));
const bee = guesses.flat().find(({ name }) => name === 'bee');
JSON.stringify([tf.getBackend(), hits.length / guesses.length, bee?.label, others[0].length, others[0].some(({ name }) => name === 'bee')])`,
      );
      await runCell(page, language, id);
      expect(networkRequests()).toHaveLength(8);
      const value = await cell(page, id).locator('[data-output=value]').innerText();
      const [used, share, label, count, knowsBees] = JSON.parse(JSON.parse(value));
      expect([used, label, count, knowsBees]).toEqual([backend, titles[language], 341, false]);
      // Guessing would find one in 69. This is not the accuracy: the network was trained on most of these drawings.
      expect(share).toBeGreaterThan(0.6);
    },
  );
});
