import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { ChartFunction } from '../../src/lessons-runtime/protocol/chart-functions.ts';
import { type Language, languages } from '../../src/lessons-runtime/shared/language.ts';
import { violations } from '../support/axe.ts';
import { button, buttons, cell, runCell, status, writeCell } from '../support/lesson-page.ts';
import { createSharedEngineTest, siteTest } from '../support/site-test.ts';

const id = 'first';
/** The first chart loads tfjs-vis, which takes time on a busy machine. */
const patience = { timeout: 20_000 };
const header = "import * as tfvis from '@tensorflow/tfjs-vis';\n";

async function run(page: Page, source: string, language: Language = 'en', wanted = 'done'): Promise<void> {
  await writeCell(page, id, header + source);
  await runCell(page, language, id, wanted);
}

const figure = (page: Page, path: string): Locator => cell(page, id).locator(`figure[data-chart="${path}"]`);

const model = `const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [8], units: 16, name: 'body', trainable: false }), tf.layers.dense({ units: 3, activation: 'softmax', name: 'head' })] });
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
const xs = tf.randomNormal([96, 8]); const ys = tf.oneHot(xs.argMax(1).mod(3).toInt(), 3);
`;

interface Example {
  readonly code: string;
  /** What tfjs-vis draws: a selector within the figure, and the number of matching elements. */
  readonly drawn: readonly (readonly [selector: string, count: number])[];
  /** The number of rows of the table with the same data. */
  readonly rows: number;
  readonly sentence: Readonly<Record<Language, RegExp>>;
}

/** One call of each function that draws, with the expected chart. */
const examples: Readonly<Record<ChartFunction, Example>> = {
  'render.barchart': {
    code: "await tfvis.render.barchart({ name: 'N' }, [{ index: 'tabby cat', value: 0.44 }, { index: 'lynx', value: 0.12 }, { index: 'fox', value: 0.1 }]);",
    drawn: [['.mark-rect.role-mark path', 3]],
    rows: 3,
    sentence: {
      es: /^Gráfica de barras «N»: 3 barras; la mayor, tabby cat, 0,44\.$/,
      en: /^Bar chart “N”: 3 bars; the largest, tabby cat, 0\.44\.$/,
    },
  },
  'render.linechart': {
    code: "await tfvis.render.linechart({ name: 'N' }, { values: [[{ x: 10, y: 1 }, { x: 20, y: 3 }], [{ x: 10, y: 2 }, { x: 20, y: 0 }]], series: ['lr=0.1', \"it's [2]\"] }, { xLabel: 'time' });",
    drawn: [
      ['.mark-line.role-mark path', 2],
      ['.mark-text.role-legend-label text', 2],
    ],
    rows: 2,
    sentence: {
      es: /2 series de 2 puntos; lr=0\.1 va de 1 a 3, it's \[2\] va de 2 a 0\.$/,
      en: /2 series, 2 points each; lr=0\.1 goes from 1 to 3, it's \[2\] goes from 2 to 0\.$/,
    },
  },
  'render.scatterplot': {
    code: "await tfvis.render.scatterplot({ name: 'N' }, { values: [[{ x: 1, y: 2 }, { x: 2, y: 3 }], [{ x: 0, y: 0 }]], series: ['a', 'b'] });",
    drawn: [['.mark-symbol.role-mark path', 3]],
    rows: 3,
    sentence: {
      es: /2 series, 3 puntos; x entre 0 y 2, y entre 0 y 3\.$/,
      en: /2 series, 3 points; x from 0 to 2, y from 0 to 3\.$/,
    },
  },
  'render.histogram': {
    code: "await tfvis.render.histogram({ name: 'N' }, [0.5, 1.5, 1.6, NaN, 2.5], { maxBins: 3 });",
    drawn: [
      ['.mark-rect.role-mark path', 3],
      ['.tf-table tbody td', 6],
    ],
    rows: 3,
    sentence: { es: /5 valores, entre 0,5 y 2,5; 1 NaN\.$/, en: /5 values, from 0\.5 to 2\.5; 1 NaN\.$/ },
  },
  'render.heatmap': {
    code: "await tfvis.render.heatmap({ name: 'N' }, { values: tf.tensor2d([[1, 2, 3], [4, 5, 6]]), xTickLabels: ['<b>p</b>', 'q'] });",
    drawn: [['.mark-rect.role-mark path', 6]],
    rows: 3,
    sentence: {
      es: /valores entre 1 y 6; el mayor, en q, 2\.$/,
      en: /values from 1 to 6; the largest at q, 2\.$/,
    },
  },
  'render.confusionMatrix': {
    code: "await tfvis.render.confusionMatrix({ name: 'N' }, { values: [[8, 2], [1, 9]], tickLabels: ['cat', 'dog'] });",
    drawn: [
      ['.mark-rect.role-mark path', 4],
      ['.mark-text.role-mark text', 4],
    ],
    rows: 2,
    sentence: {
      es: /17 de 20 casos .* cat tomado por dog, 2 veces\.$/,
      en: /17 of 20 cases .* cat taken for dog, 2 times\.$/,
    },
  },
  'render.table': {
    code: "tfvis.render.table({ name: 'N' }, { headers: ['<i>word</i>', 'n'], values: [['<img src=x onerror=alert(1)>', 1.23456], ['b', 2]] });",
    drawn: [
      ['.tf-table tbody tr', 2],
      ['.tf-table :is(img, i)', 0],
    ],
    rows: 2,
    sentence: { es: /2 filas y 2 columnas/, en: /2 rows and 2 columns/ },
  },
  'show.history': {
    code: `${model}const history = await model.fit(xs, ys, { epochs: 3, validationSplit: 0.25 });
      await tfvis.show.history({ name: 'N' }, { history: { ...history.history, 'my metric': [1, 2, 3] } }, ['loss', 'val_loss', 'my metric']);`,
    drawn: [
      ['svg.marks', 2],
      ['.mark-line.role-mark path', 3],
    ],
    rows: 3,
    sentence: {
      es: /loss va de \S+ a \S+, val_loss va de/,
      en: /loss goes from \S+ to \S+, val_loss goes from/,
    },
  },
  'show.fitCallbacks': {
    code: `${model}await model.fit(xs, ys, { epochs: 4, batchSize: 16, validationSplit: 0.25, callbacks: tfvis.show.fitCallbacks({ name: 'N' }, ['loss', 'acc', 'val_loss', 'val_acc']) });`,
    drawn: [
      ['svg.marks', 4],
      ['.mark-line.role-mark path', 6],
      ['.subsurface-title', 2],
    ],
    rows: 4,
    sentence: {
      es: /tras 4 épocas, tras 20 lotes; loss va de/,
      en: /after 4 epochs, after 20 batches; loss goes from/,
    },
  },
  'show.valuesDistribution': {
    code: "await tfvis.show.valuesDistribution({ name: 'N' }, tf.tensor1d([0, 0, 0, 0, 2, 3, 4]));",
    drawn: [
      ['.mark-rect.role-mark path', 4],
      ['.tf-table tbody td', 6],
    ],
    rows: 8,
    sentence: { es: /7 valores, entre 0 y 4\.$/, en: /7 values, from 0 to 4\.$/ },
  },
  'show.layer': {
    code: `${model}await tfvis.show.layer({ name: 'N' }, model.layers[1]);`,
    drawn: [
      ['.tf-table tbody tr', 2],
      ['select option', 2],
    ],
    rows: 2,
    sentence: { es: /head\/kernel\S* \[16, 3\], entre/, en: /head\/kernel\S* \[16, 3\], from/ },
  },
  'show.modelSummary': {
    code: `${model}await tfvis.show.modelSummary({ name: 'N' }, model);`,
    drawn: [['.tf-table tbody tr', 2]],
    rows: 2,
    sentence: {
      es: /2 capas, 195 parámetros; 51 entrenables\.$/,
      en: /2 layers, 195 parameters; 51 trainable\.$/,
    },
  },
  'show.perClassAccuracy': {
    code: `const labels = tf.tensor1d([0, 0, 1, 2, 2, 2]); const predictions = tf.tensor1d([0, 0, 0, 2, 1, 1]);
      await tfvis.show.perClassAccuracy({ name: 'N' }, await tfvis.metrics.perClassAccuracy(labels, predictions), ['cat', 'dog', 'mouse']);`,
    drawn: [['.tf-table tbody tr', 3]],
    rows: 3,
    sentence: {
      es: /la mejor, cat, 100\s%; la peor, dog, 0\s%\.$/,
      en: /the best, cat, 100%; the worst, dog, 0%\.$/,
    },
  },
};

const chartTests = {
  es: createSharedEngineTest('wasm', { language: 'es' }),
  en: createSharedEngineTest('wasm', { language: 'en' }),
} as const;

/** Every other function in one language: `chart-sentence.test.ts` has the sentences of all of them in both. */
describe.each(languages)('a function of tfvis, in %s', (language) => {
  const inLanguage = Object.entries(examples).filter((_, place) => languages[place % 2] === language);

  chartTests[language].for(inLanguage)(
    '%s is drawn by tfjs-vis, described and tabulated',
    async ([path, example], { shared: { page } }) => {
      await run(page, example.code, language);
      const chart = figure(page, path);
      for (const [selector, count] of example.drawn) {
        await expect
          .poll(() => chart.locator('.chart-area').locator(selector).count(), {
            message: selector,
            ...patience,
          })
          .toBe(count);
      }
      const area = chart.locator('.chart-area');
      expect(await area.getAttribute('aria-label')).toMatch(example.sentence[language]);
      const isTable =
        (await area.locator('.tf-table').count()) > 0 && (await area.locator('svg').count()) === 0;
      expect(await area.getAttribute('role')).toBe(isTable ? 'group' : 'img');
      await expect.poll(() => chart.locator('.chart-table tbody tr').count(), patience).toBe(example.rows);
      expect(await chart.locator('.chart-table').isHidden()).toBe(isTable);
      expect(await chart.locator('.chart-failed').isHidden()).toBe(true);
    },
  );
});

chartTests.es('showSplits draws each split, and follows one by keyboard', async ({ shared: { page } }) => {
  await writeCell(
    page,
    id,
    `import { showSplits } from 'deshielo';
     await showSplits({ frozen: [0.5] }, { splits: 3 });
     await showSplits({ frozen: [0.5, 0.7, 0.7], finetuned: [0.75, 0.8, 0.6] }, { splits: 3 });`,
  );
  await runCell(page, 'es', id);
  const chart = figure(page, 'splits');
  expect(await chart.count()).toBe(1);
  await expect.poll(() => chart.locator('circle').count(), patience).toBe(6);
  expect(await chart.locator('.chart-area').getAttribute('aria-label')).toMatch(
    /3 repartos; frozen, media 63,3\s%, gana en 1 de 3; finetuned, media 71,7\s% \(\+8,3 puntos\), gana en 2 de 3\.$/,
  );
  const second = chart.getByRole('button', { name: /^Reparto 1: frozen 70\s%, finetuned 80\s%/ });
  await second.focus();
  expect(await chart.locator('[data-highlighted] circle').count()).toBe(2);
  expect(await chart.locator('.splits-readout').innerText()).toContain('gana finetuned (+10 puntos)');
  await page.keyboard.press('Enter');
  expect(await second.getAttribute('aria-pressed')).toBe('true');
  await chart.locator('summary').click();
  // The table follows the drawing a second later.
  await expect
    .poll(() => chart.locator('tbody tr').last().innerText(), patience)
    .toMatch(/Media\s+63,3\s%\s+71,7\s%/);
});

chartTests.es('the axes have the numbers of the page’s language', async ({ shared: { page } }) => {
  const points = [
    { x: 0, y: 0 },
    { x: 1, y: 0.5 },
  ];
  await run(
    page,
    `await tfvis.render.scatterplot({ name: 'N' }, { values: ${JSON.stringify(points)} });`,
    'es',
  );
  const labels = figure(page, 'render.scatterplot').locator('.role-axis-label text');
  await labels.first().waitFor(patience);
  expect(await labels.allTextContents()).toContain('0,1');
});

describe('metrics', () => {
  siteTest('come out of a cell as tfjs-vis computes them', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    await run(
      page,
      `const labels = tf.tensor1d([0, 0, 1, 2, 2, 2]); const predictions = tf.tensor1d([0, 0, 0, 2, 1, 1]);
       const all = [await tfvis.metrics.accuracy(labels, predictions), await tfvis.metrics.confusionMatrix(labels, predictions), await tfvis.metrics.perClassAccuracy(labels, predictions)];
       console.log(JSON.stringify(all));`,
    );
    const [accuracy, matrix, classes] = JSON.parse(
      await cell(page, id).locator('[data-output=text]').innerText(),
    ) as [number, unknown, unknown];
    expect(accuracy).toBeCloseTo(0.5, 6);
    expect(matrix).toEqual([
      [2, 0, 0],
      [1, 0, 0],
      [0, 2, 1],
    ]);
    expect(classes).toEqual([
      { count: 2, accuracy: 1 },
      { count: 1, accuracy: 0 },
      { count: 3, accuracy: 1 / 3 },
    ]);
  });
});

describe('a drawing', () => {
  siteTest('of a line stands over its own x', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    await run(page, examples['render.linechart'].code);
    const labels = figure(page, 'render.linechart').locator('.role-axis-label text');
    await labels.first().waitFor();
    const texts = await labels.allTextContents();
    expect(texts).toEqual(expect.arrayContaining(['10', '12', '20']));
  });

  siteTest('of a layer’s weights comes at the press of its button', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    await run(page, examples['show.layer'].code);
    const layer = figure(page, 'show.layer');
    await layer.locator('select').selectOption({ index: 1 });
    await layer.getByRole('button', { name: 'Show the distribution of the values of:' }).click();
    await layer.locator('.mark-rect.role-mark path').first().waitFor();
  });

  siteTest('follows the theme of the page', async ({ openEngine }) => {
    const { page } = await openEngine('en', { colorScheme: 'light' });
    // The second call updates the bars and their axis.
    await run(
      page,
      `${examples['render.barchart'].code}\n${examples['render.barchart'].code.replace('0.44', '44')}`,
    );
    const bar = figure(page, 'render.barchart').locator('.mark-rect.role-mark path').first();
    const label = figure(page, 'render.barchart').locator('.role-axis-label text').first();
    await bar.waitFor();
    const colours = async () => [
      await bar.evaluate((node) => getComputedStyle(node).fill),
      await label.evaluate((node) => getComputedStyle(node).fill),
    ];
    expect(await colours()).toEqual(['rgb(42, 127, 161)', 'rgb(72, 97, 109)']);
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    expect(await colours()).toEqual(['rgb(95, 182, 211)', 'rgb(163, 188, 199)']);
    await page.evaluate(() => document.documentElement.removeAttribute('data-theme'));
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await colours()).toEqual(['rgb(95, 182, 211)', 'rgb(163, 188, 199)']);
    await page.emulateMedia({ media: 'print' });
    expect(await colours()).toEqual(['rgb(42, 127, 161)', 'rgb(51, 51, 51)']);
  });

  siteTest('takes the width that there is, and is drawn anew when that changes', async ({ openEngine }) => {
    const { page } = await openEngine('en', { viewport: { width: 1280, height: 900 } });
    await run(page, examples['render.barchart'].code);
    const svg = figure(page, 'render.barchart').locator('svg.marks');
    await svg.waitFor();
    const wide = Number(await svg.getAttribute('width'));
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(async () => Number(await svg.getAttribute('width')), patience).toBeLessThan(390);
    expect(wide).toBeGreaterThan(600);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

describe('saving', () => {
  siteTest.for([
    ['es', 'Guardar CSV', 'Guardar PNG'],
    ['en', 'Save CSV', 'Save PNG'],
  ] as const)(
    'can be saved as a table and as a picture, also by keyboard (%s)',
    async ([language, csvName, pngName], { openEngine }) => {
      const { page } = await openEngine(language);
      await run(
        page,
        "await tfvis.render.barchart({ name: 'Top 5' }, [{ index: 'a, b', value: 0.123456789 }, { index: '=c', value: 2 }]);",
        language,
      );
      const chart = figure(page, 'render.barchart');
      const png = chart.getByRole('button', { name: pngName });
      await png.waitFor();

      await chart.getByRole('button', { name: csvName }).focus();
      const [csv] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      expect(csv.suggestedFilename()).toBe('top-5.csv');
      expect(readFileSync(await csv.path(), 'utf8')).toBe(
        `\uFEFF${language === 'es' ? 'índice,valor' : 'index,value'}\r\n"a, b",0.123456789\r\n'=c,2\r\n`,
      );

      const [picture] = await Promise.all([page.waitForEvent('download'), png.click()]);
      expect(picture.suggestedFilename()).toBe('top-5.png');
      const bytes = readFileSync(await picture.path());
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
      expect(bytes.readUInt32BE(16)).toBeGreaterThan(1000);
      expect(await coloursOf(page, bytes)).toEqual({ paper: '#ffffff', hasBars: true });
    },
  );
});

/** Returns the colour of a picture's corner, and whether the page's colour of bars is in it. */
function coloursOf(page: Page, png: Buffer): Promise<{ paper: string; hasBars: boolean }> {
  return page.evaluate(
    async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const data = context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
      const colours = new Set<string>();
      const hex = (at: number) =>
        `#${[0, 1, 2].map((part) => (data[at + part] ?? 0).toString(16).padStart(2, '0')).join('')}`;
      for (let at = 0; at < data.length; at += 4) colours.add(hex(at));
      return { paper: hex(0), hasBars: colours.has('#2a7fa1') };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
}

describe('live curves', () => {
  const training = (
    epochs: number,
  ) => `const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [64], units: 128, activation: 'relu' }), tf.layers.dense({ units: 1 })] });
    model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
    await model.fit(tf.randomNormal([1024, 64]), tf.randomNormal([1024, 1]), { epochs: ${epochs}, batchSize: 32, callbacks: tfvis.show.fitCallbacks({ name: 'N' }, ['loss']) });`;

  siteTest('grow in one place while the model trains', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    await writeCell(page, id, header + training(60));
    await (await button(cell(page, id), buttons.en.run)).click();
    const chart = figure(page, 'show.fitCallbacks');
    await chart.locator('.mark-line.role-mark path').first().waitFor();
    const early = await chart.locator('.chart-area').getAttribute('aria-label');
    expect(await cell(page, id).getAttribute('data-status')).toBe('running');
    await chart.evaluate((node) => node.setAttribute('data-same', 'yes'));
    await status(page, id, 'done', 120_000);
    expect(await chart.count()).toBe(1);
    expect(await chart.getAttribute('data-same')).toBe('yes');
    const label = () => chart.locator('.chart-area').getAttribute('aria-label');
    await expect.poll(label, patience).toContain('after 60 epochs, after 1,920 batches');
    expect(await label()).not.toBe(early);
    await expect.poll(() => chart.locator('.chart-table tbody tr').count(), patience).toBe(60);
  });

  siteTest('do not hold up a training whose page draws nothing', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    await writeCell(page, id, header + training(5));
    await page.evaluate(() => {
      window.requestAnimationFrame = () => 0;
    });
    await (await button(cell(page, id), buttons.en.run)).click();
    await status(page, id, 'done', 60_000);
    expect(
      await figure(page, 'show.fitCallbacks').locator('.chart-area').getAttribute('aria-label'),
    ).toContain('after 5 epochs');
  });
});

describe('the visor', () => {
  siteTest('shows one tab or all, hides its figures, and makes them large', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    await run(
      page,
      `const visor = tfvis.visor();
       await tfvis.render.barchart(visor.surface({ name: 'A', tab: 'One' }), [{ index: 1, value: 1 }]);
       await tfvis.render.barchart({ name: 'B', tab: 'Two' }, [{ index: 1, value: 2 }]);
       visor.setActiveTab('Two');`,
    );
    const output = cell(page, id).locator('[data-cell-output]');
    const [a, b] = [
      output.locator('[data-chart-tab=One] figure'),
      output.locator('[data-chart-tab=Two] figure'),
    ];
    await b.locator('.mark-rect.role-mark path').waitFor();
    await expect
      .poll(async () => [await a.isVisible(), await b.isVisible()], patience)
      .toEqual([false, true]);

    await (await button(output, 'All')).click();
    expect([await a.isVisible(), await b.isVisible()]).toEqual([true, true]);
    await a.locator('.mark-rect.role-mark path').waitFor();
    await (await button(output, 'Hide')).click();
    expect([await a.isVisible(), await b.isVisible()]).toEqual([false, false]);
    await (await button(output, 'Show')).click();

    await (await button(output, 'Enlarge')).click();
    expect(await output.evaluate((node) => getComputedStyle(node).position)).toBe('fixed');
    await page.keyboard.press('Escape');
    expect(await output.evaluate((node) => getComputedStyle(node).position)).toBe('static');

    await run(
      page,
      "tfvis.visor().close(); tfvis.visor().toggleFullScreen(); await tfvis.render.barchart({ name: 'C' }, []);",
    );
    await expect.poll(() => output.locator('figure').isHidden(), patience).toBe(true);
    expect(await output.getAttribute('data-visor-large')).not.toBeNull();
    await page.keyboard.press('Escape');
    await run(page, "await tfvis.render.barchart({ name: 'C' }, []);");
    await expect.poll(() => output.locator('figure').isVisible(), patience).toBe(true);
    expect(await output.getAttribute('data-visor-large')).toBeNull();
  });
});

describe('a call that cannot be drawn', () => {
  siteTest.for([
    ['es', 'Esta llamada a tfvis trae algo que no se puede dibujar (options.width'],
    ['en', 'This call of tfvis holds something that cannot be drawn (options.width'],
  ] as const)(
    'is reported in its place, and the others are drawn (%s)',
    async ([language, reason], { openEngine }) => {
      const { page } = await openEngine(language);
      await run(
        page,
        `await tfvis.render.barchart({ name: 'A' }, [{ index: 1, value: 1 }], { width: -5 });
       await tfvis.render.barchart({ name: 'B' }, [{ index: 1, value: 2 }], { xLabel: { signal: 'width' } });
       await tfvis.render.barchart({ name: 'C' }, [{ index: 1, value: 2 }]);`,
        language,
      );
      const parts = cell(page, id).locator('[data-output=chart]');
      expect(await parts.count()).toBe(3);
      // The description of a chart is loaded with the code of the first chart.
      await expect.poll(() => parts.nth(0).innerText()).toContain(reason);
      await expect.poll(() => parts.nth(1).innerText()).toContain('options.xLabel');
      await parts.nth(2).locator('.mark-rect.role-mark path').waitFor();
    },
  );

  siteTest(
    'is an error of the cell with the text of tfjs-vis if the worker detects it',
    async ({ openEngine }) => {
      const { page } = await openEngine('en');
      await run(page, "await tfvis.render.histogram({ name: 'N' }, [{ size: 1 }]);", 'en', 'failed');
      expect(await cell(page, id).locator('[data-output=error]').innerText()).toContain(
        'input data must have a value field',
      );
    },
  );

  siteTest(
    'shows its data if the drawing code cannot be loaded, and is drawn after another try',
    async ({ openEngine }) => {
      const { page } = await openEngine('en', { expectedErrors: /ERR_FAILED/ });
      await page.route('**/draw-chart*.js', (route) => route.abort());
      await run(page, examples['render.barchart'].code);
      await page.getByText('The chart could not be drawn; its data is below.').waitFor();
      const chart = figure(page, 'render.barchart');
      expect(await chart.locator('table tbody tr').count()).toBe(3);
      await page.unroute('**/draw-chart*.js');
      await chart.getByRole('button', { name: 'Try again' }).click();
      await chart.locator('svg.marks').waitFor(patience);
      expect(await chart.getByText('could not be').isVisible()).toBe(false);
    },
  );
});

describe('all charts at once', () => {
  const all = Object.entries(examples)
    .map(
      ([path, { code }]) =>
        `{ ${code.replaceAll("name: 'N'", `name: '${path}', tab: '${path.split('.')[0]}'`)} }`,
    )
    .join('\n');

  siteTest.for([
    ['dark', 1280],
    ['light', 390],
  ] as const)(
    'have no axe violation and do not scroll sideways (%s, %i px)',
    async ([colorScheme, width], { openEngine }) => {
      const { page } = await openEngine('en', { colorScheme, viewport: { width, height: 900 } });
      const splits = 'await showSplits({ a: [0.5, 0.6], b: [0.7, 0.4] });';
      await run(page, `import { showSplits } from 'deshielo';\ntfvis.visor();\n${all}\n${splits}`);
      await expect.poll(() => cell(page, id).locator('figure').count(), patience).toBe(14);
      await expect.poll(() => cell(page, id).locator('svg.marks').count(), patience).toBe(13);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    },
  );
});
