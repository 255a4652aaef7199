import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { violations } from '../support/axe.ts';
import { button, buttons, cell, runCell, status, writeCell } from '../support/lesson-page.ts';
import { siteTest } from '../support/site-test.ts';
import { smallTexts } from '../support/small-texts.ts';

type Language = 'es' | 'en';
const id = 'first';

/** Runs code in the first cell. @returns its output */
async function show(page: Page, language: Language, source: string, ends = 'done'): Promise<Locator> {
  await writeCell(page, id, source);
  await runCell(page, language, id, ends);
  const output = cell(page, id).locator('[data-cell-output]');
  await expect.poll(() => output.locator('[data-loading]').count()).toBe(0);
  return output;
}

const nodes = (output: Locator): Promise<number> =>
  output.evaluate((root) => root.querySelectorAll('*').length);

const text = (locator: Locator): Promise<string> => locator.innerText();

/** Returns the colours of a canvas, each with its number of pixels. */
function colours(canvas: Locator): Promise<Record<string, number>> {
  return canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const { data } = (element as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height) ?? {
      data: [],
    };
    const found: Record<string, number> = {};
    for (let at = 0; at < data.length; at += 4) {
      const colour = [data[at], data[at + 1], data[at + 2], data[at + 3]].join();
      found[colour] = (found[colour] ?? 0) + 1;
    }
    return found;
  });
}

const everyKind = `
import { accuracyReport, decodePredictions, occlusionMap, showEmbeddings, showLayers, showNeighbours, showSplits } from 'deshielo';
import * as tfvis from '@tensorflow/tfjs-vis';
const net = tf.sequential({ name: 'net', layers: [
  tf.layers.dense({ name: 'frozen', units: 4, inputShape: [3], trainable: false }),
  tf.layers.dense({ name: 'head', units: 1 }),
] });
net.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
const gone = tf.scalar(1); gone.dispose();
display(
  [{ accuracy: 0.828362882137, backend: 'cpu' }], 0.1 + 0.2,
  tf.linspace(0, 1, 100), tf.tensor1d([1, NaN, Infinity]), tf.zeros([9, 8, 1]), tf.zeros([3, 8, 8, 3]), gone,
  net, net.optimizer, await net.fit(tf.zeros([4, 3]), tf.zeros([4, 1]), { epochs: 2 }),
  Array.from({ length: 300 }, (_, n) => ({ n, name: 'row ' + n })),
  { list: [1, 2], map: new Map([['a', { deep: 1 }]]), error: new Error('kept'), late: Promise.resolve(1) },
  'long '.repeat(300), new ImageData(8, 8));
console.log(Array.from({ length: 60 }, (_, n) => 'line ' + n).join('\\n'));
console.warn('careful'); console.error('wrong');
await accuracyReport(tf.sequential({ layers: [tf.layers.activation({ activation: 'softmax', inputShape: [2] })] }),
  tf.tensor2d([[1, 0], [0, 2], [3, 0]]), tf.tensor1d([0, 1, 1], 'int32'), { classNames: ['a', 'b'], pictures: tf.ones([3, 9, 9, 3]) });
await showEmbeddings(tf.randomNormal([12, 4]), { pictures: tf.ones([12, 9, 9, 3]), groups: [...'aabbccddeeff'], own: [3] });
await showNeighbours([[1, 0.5], [0.5, 1]], { pictures: tf.ones([2, 9, 9, 3]), count: 1 });
const seen = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [9, 9, 3] }), tf.layers.dense({ units: 1000, activation: 'softmax' })] });
const picture = tf.ones([1, 9, 9, 3]);
const [guesses] = await decodePredictions(seen.predict(picture));
display(guesses);
await occlusionMap(seen, picture, guesses[0]);
await showLayers(net);
await showSplits({ frozen: [0.5, 0.75], finetuned: [0.625, 0.5] });
await tfvis.render.barchart({ name: 'bars' }, [{ index: 'a', value: 1 }, { index: 'b', value: 2 }]);
display.markdown('# Title\\n**bold** and \`code\`\\n\\n- item');`;

describe('every kind of output at once', () => {
  siteTest.for([
    ['dark', 1280],
    ['light', 390],
  ] as const)(
    'has no axe violation and no small text, and does not scroll sideways (%s, %i px)',
    async ([colorScheme, width], { openEngine }) => {
      const { page } = await openEngine('es', { colorScheme, viewport: { width, height: 850 } });
      const output = await show(page, 'es', everyKind);
      const shown = await output
        .locator('[data-output]')
        .evaluateAll((frames) => frames.map((frame) => frame.getAttribute('data-output')));
      const kinds = ['text', 'value', 'table', 'image'];
      expect(kinds.filter((kind) => !shown.includes(kind))).toEqual([]);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await output.locator('[data-output=chart] .marks').first().waitFor();
      await output.locator('details').evaluateAll((all) => {
        for (const details of all) details.setAttribute('open', '');
      });
      expect(await smallTexts(output, width === 390 ? 16 : 15)).toEqual([]);
    },
  );
});

describe('a tensor', () => {
  siteTest(
    'shows shape, range, histogram and values; NaN and infinities are counted',
    async ({ openEngine }) => {
      const { page } = await openEngine('es');
      const output = await show(
        page,
        'es',
        'tf.concat([tf.ones([98]), tf.zeros([1]), tf.tensor1d([NaN, Infinity])])',
      );
      const shown = await text(output);
      for (const part of [
        'Tensor [101] float32',
        'mín 0 · máx 1',
        'valores NaN: 1',
        'valores infinitos: 1',
      ]) {
        expect(shown).toContain(part);
      }
      expect(await text(output.locator('pre'))).toBe('[1, 1, 1, ..., 0, NaN, Infinity]');
      const histogram = output.getByRole('img');
      expect(await histogram.getAttribute('aria-label')).toMatch(
        /^Histograma de los valores, de 0 a 1: el 99\s% está entre 0,5 y 1\.$/,
      );
      expect(await histogram.locator('rect').count()).toBe(2);
    },
  );

  siteTest(
    'of pictures shows them, enlarges tiny ones, and states the values of black and white',
    async ({ openEngine }) => {
      const { page } = await openEngine('en');
      const output = await show(
        page,
        'en',
        'display(tf.ones([28, 28, 1]), tf.stack(Array.from({ length: 20 }, (_, n) => tf.fill([10, 8, 3], n))));',
      );
      const [alone, batch] = [
        output.locator('[data-output=value]').nth(0),
        output.locator('[data-output=value]').nth(1),
      ];
      expect(await colours(alone.locator('canvas'))).toEqual({ '255,255,255,255': 28 * 28 });
      expect((await alone.locator('canvas').boundingBox())?.width).toBe(28 * 6);
      expect(await text(alone.locator('figcaption'))).toBe('black is 0, white is 1');
      expect(await batch.locator('canvas').count()).toBe(16);
      expect(await colours(batch.locator('canvas').nth(7))).toEqual({ '7,7,7,255': 80 });
      expect(await text(batch.locator('figcaption'))).toBe('black is 0, white is 255 · 16 of 20 pictures');
      expect(await batch.getByRole('img', { name: 'Picture 8 of 20 of the tensor' }).count()).toBe(1);
    },
  );

  siteTest('of ten million values is shown at once, and a disposed one is marked', async ({ openEngine }) => {
    const { page } = await openEngine('es');
    const output = await show(
      page,
      'es',
      'const t = tf.zeros([10_000_000]); display(t); t.dispose(); display(t);',
    );
    expect(await text(output)).toContain('[0, 0, 0, ..., 0, 0, 0]');
    expect(await text(output)).toContain('Este tensor ya se ha liberado');
  });
});

describe('a model', () => {
  siteTest(
    'of a hundred layers is folded by block, marks frozen layers in words, and unfolds by keyboard',
    async ({ openEngine }) => {
      const { page } = await openEngine('es');
      const output = await show(
        page,
        'es',
        `import { efficientNetLite0 } from 'deshielo';
       const backbone = await efficientNetLite0();
       for (const layer of backbone.layers) layer.trainable = layer.name.startsWith('block7a');
       backbone`,
      );
      const table = output.locator('[data-output=table]');
      const visible = () => table.locator('tbody tr:visible').count();
      expect(await visible()).toBeLessThan(30);
      const row = (name: string) =>
        table.getByRole('row').filter({ has: page.getByRole('button', { name }) });
      expect(await text(row('block1a'))).toContain('congelada');
      expect(await text(row('block7a'))).toContain('entrenable');

      const before = await visible();
      await table.getByRole('button', { name: 'block7a' }).press('Enter');
      expect(await visible()).toBeGreaterThan(before);
      expect(await table.getByRole('button', { name: 'block7a' }).getAttribute('aria-expanded')).toBe('true');
      await (await button(output, 'Desplegar los bloques')).click();
      expect(await visible()).toBeGreaterThan(90);
      expect(await text(table.locator('.tensor-head'))).toMatch(
        /parámetros: [\d.]+ entrenables, [\d.]+ congelados/,
      );
    },
  );
});

describe('a table', () => {
  const rows = 'Array.from({ length: 250 }, (_, n) => ({ n, half: n / 2, name: "row, " + n }))';

  siteTest('shows 200 rows, says how many more, and copies what it shows', async ({ openEngine }) => {
    const { page } = await openEngine('en', { permissions: ['clipboard-read', 'clipboard-write'] });
    const output = await show(page, 'en', rows);
    expect(await output.locator('tbody tr').count()).toBe(200);
    expect(await text(output)).toContain('… and 50 more');
    await (await button(output, 'Copy CSV')).click();
    await output.getByText('Copied: 200 rows.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split(/\r?\n/).slice(0, 3)).toEqual(['n,half,name', '0,0,"row, 0"', '1,0.5,"row, 1"']);
  });

  siteTest('says so where the browser refuses', async ({ openEngine }) => {
    const { page } = await openEngine('es');
    await page.evaluate(() =>
      Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }),
    );
    const output = await show(page, 'es', rows);
    await (await button(output, 'Copiar CSV')).click();
    await output.getByText('El navegador no deja copiar').waitFor();
  });
});

describe('any other value', () => {
  siteTest('is a tree that opens by keyboard, and is built only as it opens', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    const output = await show(
      page,
      'en',
      '({ inner: { deep: { deepest: "found" } }, wide: Array.from({ length: 100 }, () => new Array(40).fill(0)) })',
    );
    expect(await nodes(output)).toBeLessThan(60);
    expect(await text(output)).toContain('wide: Array(100)');
    await output
      .locator('summary')
      .filter({ hasText: /^inner/ })
      .press('Enter');
    await output
      .locator('summary')
      .filter({ hasText: /^deep: / })
      .press('Enter');
    await output.getByText('deepest: "found"', { exact: true }).waitFor();
  });

  siteTest('of a hostile kind breaks nothing, and what comes after it is shown', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    const output = await show(
      page,
      'en',
      `const trap = () => { throw new Error('trap'); };
       const hostile = new Proxy(function () {}, Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((name) => [name, trap])));
       display(hostile, [hostile], { hostile }, { get then() { return trap(); } });
       console.log(hostile);
       display.markdown('<img src=x onerror="document.title=1"> <b>b</b> [a](javascript:1)');
       'still here'`,
    );
    expect(await text(output)).toContain('"still here"');
    expect(await text(output)).toContain('<b>b</b> [a](javascript:1)');
    expect(await output.locator('img, b, a').count()).toBe(0);
  });

  siteTest('of a picture is drawn: canvas, bitmap, file, photo', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    const output = await show(
      page,
      'en',
      `import { galleryPhoto } from 'deshielo';
       const canvas = new OffscreenCanvas(2000, 1000);
       const context = canvas.getContext('2d');
       context.fillStyle = 'rgb(0, 128, 0)';
       context.fillRect(0, 0, 2000, 1000);
       const bitmap = await createImageBitmap(canvas);
       display(canvas, bitmap, await canvas.convertToBlob(), await galleryPhoto('panda'));
       bitmap.close();
       context.clearRect(0, 0, 2000, 1000);`,
    );
    const images = output.locator('[data-output=image]');
    expect(await images.count()).toBe(4);
    for (const place of [0, 1, 2]) {
      expect(await colours(images.nth(place).locator('canvas'))).toEqual({ '0,128,0,255': 1024 * 512 });
      expect(await text(images.nth(place))).toBe('2000 × 1000');
    }
    expect(await text(images.nth(3))).toContain('Giant panda');
    expect(Object.keys(await colours(images.nth(3).locator('canvas'))).length).toBeGreaterThan(1000);
  });

  siteTest('a Markdown text is set as one', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    const output = await show(
      page,
      'en',
      'display.markdown("## Head\\n\\n**bold** `code`\\n\\n1. one\\n2. two");',
    );
    expect(await text(output.locator('.markdown strong').nth(1))).toBe('bold');
    expect(await output.locator('ol li').count()).toBe(2);
    expect(await output.locator('h1, h2, h3').count()).toBe(0);
  });
});

describe('much output', () => {
  siteTest(
    'of thousands of lines is folded in each run, and a click shows all lines',
    async ({ openEngine }) => {
      const { page } = await openEngine('en');
      for (let run = 0; run < 3; run++) {
        const output = await show(
          page,
          'en',
          `for (let i = 0; i < 5000; i++) console.log('run ${run}, line ' + i);`,
        );
        expect(await nodes(output)).toBeLessThan(20);
        const shown = await text(output);
        expect(shown.split('\n').length).toBeLessThan(60);
        for (const part of [`run ${run}, line 0`, '… 4,960 more lines …', `run ${run}, line 4999`]) {
          expect(shown).toContain(part);
        }
        await (await button(output, 'Show all 5,000 lines')).click();
        expect(await text(output)).toContain(`run ${run}, line 2500`);
        expect(await nodes(output)).toBeLessThan(20);
        await (await button(output, 'Show fewer lines')).click();
        expect(await text(output)).not.toContain(`run ${run}, line 2500`);
      }
    },
  );

  siteTest(
    'of lines at changing levels does not fill the page; a thousand values are shown by the hundred, an error at once',
    async ({ openEngine }) => {
      const { page } = await openEngine('en');
      let output = await show(
        page,
        'en',
        'for (let i = 0; i < 4000; i++) i % 2 ? console.warn(i) : console.log(i);',
      );
      expect(await nodes(output)).toBeLessThan(1000);

      output = await show(
        page,
        'en',
        'for (let i = 0; i < 500; i++) display({ i }); throw new Error("after");',
        'failed',
      );
      const shown = output.locator('[data-output=value]');
      expect(await shown.count()).toBe(100);
      expect(await output.locator('[data-output=error]').count()).toBe(1);
      await (await button(output, 'Show 100 more outputs (400 left)')).click();
      expect(await shown.count()).toBe(200);
      expect(await text(shown.last())).toContain('i: 199');
      expect(await output.locator('[data-output]').last().getAttribute('data-output')).toBe('error');
    },
  );

  siteTest('marks warnings and errors in words, not only by colour', async ({ openEngine }) => {
    const { page } = await openEngine('es');
    const output = await show(page, 'es', 'console.warn("w"); console.error("e"); console.log("l");');
    const parts = await output.locator('[data-output=text]').allInnerTexts();
    expect(parts.map((part) => part.split(/\n+/))).toEqual([
      ['Aviso', 'w'],
      ['Mensaje de error', 'e'],
      ['l'],
    ]);
  });
});

siteTest(
  'a view whose script cannot be loaded is reported, and is shown after another try',
  async ({ openEngine }) => {
    const { page } = await openEngine('es', { expectedErrors: /ERR_FAILED/ });
    await page.route('**/rich-views.*.js', (route) => route.abort());
    const output = await show(page, 'es', 'tf.scalar(1)');
    await output.getByText('No se pudo descargar').waitFor();
    await page.unroute('**/rich-views.*.js');
    await output.getByRole('button', { name: 'Reintentar' }).click();
    await output.getByText('Tensor [] float32').waitFor();
  },
);

siteTest(
  'earlier output stays while its cell is queued, and is removed when it runs',
  async ({ openEngine }) => {
    const { page } = await openEngine('en');
    const output = await show(page, 'en', '"first"');
    // The cell runs until its photo arrives.
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/photos/panda.jpg', async (route) => {
      await released;
      await route.continue();
    });
    await writeCell(page, 'second', "import { galleryPhoto } from 'deshielo'; await galleryPhoto('panda');");
    await (await button(cell(page, 'second'), buttons.en.run)).click();
    await status(page, 'second', 'running');
    await writeCell(page, id, '"second"');
    await (await button(cell(page, id), buttons.en.run)).click();
    await status(page, id, 'queued');
    expect(await text(output)).toBe('"first"');
    release();
    await status(page, id, 'done');
    expect(await text(output)).toBe('"second"');
  },
);
