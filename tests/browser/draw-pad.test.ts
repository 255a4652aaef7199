import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { onPaper } from '../../src/lessons-runtime/datasets/drawings/on-paper.ts';
import { rasterizeStrokes } from '../../src/lessons-runtime/datasets/drawings/rasterize-strokes.ts';
import { readDrawingsFile } from '../../src/lessons-runtime/progress/files/drawings-file.ts';
import { createDeferred } from '../../src/lessons-runtime/shared/deferred.ts';
import { announced, listen } from '../support/announcements.ts';
import { outputOf } from '../support/attacked-page.ts';
import { violations } from '../support/axe.ts';
import { pixelDigest } from '../support/icon-digest.ts';
import { runCell, writeCell } from '../support/lesson-page.ts';
import { createSharedEngineTest, siteTest } from '../support/site-test.ts';

/** Each test continues with the drawings of the one before. */
const padTest = createSharedEngineTest('wasm', { begin: ({ page }) => listen(page) });

const pad = (page: Page) => page.locator('[data-draw-pad]');
const surface = (page: Page) => pad(page).locator('[data-surface]');
const drawings = (page: Page) => pad(page).locator('[data-drawings] li');
const status = (page: Page) => pad(page).locator('[data-draw-status]');
const problem = (page: Page) => pad(page).locator('[data-draw-problem]');
const storedStatus = (page: Page) => pad(page).locator('[data-stored-status]');
const storedProblem = (page: Page) => pad(page).locator('[data-stored-problem]');
const strokes = (page: Page) => surface(page).locator('polyline');
const press = (page: Page, name: string) => pad(page).getByRole('button', { name, exact: true }).click();
const choose = (page: Page, name: string) => pad(page).getByRole('radio', { name }).check({ force: true });
const count = async (page: Page, name: string) =>
  Number(await pad(page).locator(`[data-count=${name}]`).innerText());

async function open(page: Page): Promise<void> {
  await pad(page).scrollIntoViewIfNeeded();
  await page.locator('[data-draw-pad][data-mounted]').waitFor();
}

/** Draws a stroke with the mouse. @param points as shares of the pad's sides */
async function draw(page: Page, ...points: readonly (readonly [x: number, y: number])[]): Promise<void> {
  await surface(page).scrollIntoViewIfNeeded();
  const box = await surface(page).boundingBox();
  if (box === null) throw new Error('the pad is not visible');
  const [first = [0, 0], ...rest] = points.map(
    ([x, y]) => [box.x + x * box.width, box.y + y * box.height] as const,
  );
  await page.mouse.move(...first);
  await page.mouse.down();
  for (const point of rest) await page.mouse.move(...point);
  await page.mouse.up();
}

/** Draws a zigzag that differs for each number, and adds it. */
async function addZigzag(page: Page, number: number): Promise<void> {
  await draw(page, [0.2, 0.2], [0.8, 0.3 + number / 100], [0.2, 0.7], [0.8, 0.8]);
  await surface(page).press('Enter');
}

const fileOf = (name: string, content: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});
/** A learner's file of drawings. @param from distinguishes the drawings of learners */
function learnerFile(from: number, classes: Readonly<Record<string, number>>) {
  return {
    format: 'deshielo-drawings',
    version: 1,
    classes: Object.entries(classes).map(([name, length]) => ({
      name,
      drawings: Array.from({ length }, (_, number) => [`0,0 255,${number}`, `${from},255`]),
    })),
  };
}
const importInput = (page: Page): Locator => pad(page).locator('[data-import-drawings]');

describe('a draw pad', () => {
  padTest('explains an empty pad to a cell that needs drawings', async ({ shared: { page } }) => {
    await page.reload();
    await open(page);
    expect(await pad(page).locator('[data-no-drawings]').innerText()).toBe(
      'None yet. Draw “butterfly” on the pad and add it.',
    );
    await runCell(page, 'en', 'drawings');
    const text = await outputOf(page, 'drawings');
    expect(text).toContain('You have not drawn any of these classes yet: butterfly and bee.');
    await press(page, 'Add to “butterfly”');
    await expect
      .poll(() => problem(page).innerText())
      .toBe('The pad is empty: draw something before you add it.');
  });

  padTest('is drawn on with the mouse, and reverts strokes and clearing', async ({ shared: { page } }) => {
    await draw(page, [0.2, 0.2], [0.8, 0.3], [0.5, 0.9]);
    await draw(page, [0.4, 0.4]);
    expect(await strokes(page).count()).toBe(2);
    await press(page, 'Clear');
    expect(await strokes(page).count()).toBe(0);
    await press(page, 'Undo stroke');
    expect(await strokes(page).count()).toBe(2);
    await expect.poll(() => status(page).innerText()).toBe('Drawing restored. On the pad: 2 strokes.');
    // As with Caps Lock.
    await surface(page).press('Control+Z');
    expect(await strokes(page).count()).toBe(1);
    await press(page, 'Add to “butterfly”');
    await expect.poll(() => status(page).innerText()).toBe('Added to “butterfly”: that makes 1.');
    expect(await strokes(page).count()).toBe(0);
    expect(await drawings(page).getByRole('img').getAttribute('aria-label')).toBe('Drawing 1 of “butterfly”');
    await press(page, 'Undo stroke');
    await expect.poll(() => status(page).innerText()).toBe('There is no stroke to undo.');
    await press(page, 'Clear');
    await expect.poll(() => status(page).innerText()).toBe('The pad is already empty.');
    expect(await problem(page).innerText()).toBe('');
  });

  padTest('is drawn on with a finger, without scrolling the page', async ({ shared: { page } }) => {
    await surface(page).scrollIntoViewIfNeeded();
    const box = await surface(page).boundingBox();
    if (box === null) throw new Error('the pad is not visible');
    const before = await page.evaluate(() => scrollY);
    const client = await page.context().newCDPSession(page);
    const touch = (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      ...points: readonly (readonly [number, number])[]
    ) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: points.map(([x, y], id) => ({
          x: box.x + x * box.width,
          y: box.y + y * box.height,
          id,
        })),
      });
    await touch('touchStart', [0.5, 0.9]);
    for (const y of [0.7, 0.5, 0.3]) await touch('touchMove', [0.5, y]);
    // A second finger does not draw.
    await touch('touchStart', [0.5, 0.3], [0.1, 0.1]);
    await touch('touchMove', [0.5, 0.2], [0.2, 0.1]);
    await touch('touchEnd');
    await expect.poll(() => strokes(page).count()).toBe(1);
    expect(await page.evaluate(() => scrollY)).toBe(before);
    await choose(page, 'bee');
    await press(page, 'Add to “bee”');
    await expect.poll(() => count(page, 'bee')).toBe(1);
  });

  padTest(
    'ends a stroke whose pointer was lost, and lets a pen replace a palm',
    async ({ shared: { page } }) => {
      await surface(page).evaluate((node) => {
        // No pointer of this browser has these numbers.
        node.setPointerCapture = () => {};
        const { left, top } = node.getBoundingClientRect();
        const send = (type: string, pointerId: number, pointerType: string, at: number, buttons = 1) =>
          node.dispatchEvent(
            new PointerEvent(type, {
              pointerId,
              pointerType,
              buttons,
              isPrimary: true,
              clientX: left + at,
              clientY: top + at,
            }),
          );
        send('pointerdown', 101, 'mouse', 20);
        send('lostpointercapture', 101, 'mouse', 20);
        send('pointermove', 101, 'mouse', 40);
        send('pointerdown', 102, 'mouse', 60);
        send('pointermove', 102, 'mouse', 80, 0);
        send('pointermove', 102, 'mouse', 99);
        send('pointerdown', 103, 'touch', 10);
        send('pointerdown', 104, 'pen', 120);
        send('pointermove', 103, 'touch', 20);
        send('pointermove', 104, 'pen', 140);
        send('pointerup', 104, 'pen', 140, 0);
        send('pointerup', 103, 'touch', 20, 0);
        Reflect.deleteProperty(node, 'setPointerCapture');
      });
      const points = await strokes(page).evaluateAll((lines) =>
        lines.map((line) => (line.getAttribute('points') ?? '').trim().split(/[ ,]+/).length),
      );
      // A dot has its point twice, and the pen's stroke is from one point to another.
      expect(points).toEqual([4, 4, 6]);
      await press(page, 'Clear');
    },
  );

  padTest('is drawn on by keyboard alone, which is announced', async ({ shared: { page } }) => {
    await pad(page).getByRole('radio', { name: 'bee' }).focus();
    await announced(page);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Drawing pad: bee',
    );
    const keys =
      'ArrowLeft Space Shift+ArrowRight ArrowRight Shift+ArrowDown Escape ArrowUp Space Space'.split(' ');
    const texts: string[] = [];
    for (const key of keys) {
      await page.keyboard.press(key);
      texts.push(...(await announced(page, 1)));
    }
    expect(texts).toEqual([
      'Pen at 48, 50.',
      'Pen down at 48, 50.',
      'Drawing at 56, 50.',
      'Drawing at 58, 50.',
      'Drawing at 58, 58.',
      'Pen up. On the pad: 1 stroke.',
      'Pen at 58, 56.',
      'Pen down at 58, 56.',
      'Pen up. On the pad: 2 strokes.',
    ]);
    expect(await strokes(page).count()).toBe(2);
    await page.keyboard.press('Control+z');
    expect(await announced(page, 1)).toEqual(['Stroke undone. On the pad: 1 stroke.']);
    await page.keyboard.down('Enter');
    // The key is held down.
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    expect(await announced(page, 1)).toEqual(['Added to “bee”: that makes 2.']);
    expect(await problem(page).innerText()).toBe('');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Drawing pad: bee',
    );
  });

  padTest('keeps twenty drawings over a reload, and passes them to a cell', async ({ shared: { page } }) => {
    await choose(page, 'butterfly');
    for (let number = 1; number < 10; number += 1) {
      await addZigzag(page, number);
      await expect.poll(() => count(page, 'butterfly')).toBe(number + 1);
    }
    await choose(page, 'bee');
    for (let number = 2; number < 10; number += 1) {
      await addZigzag(page, number);
      await expect.poll(() => count(page, 'bee')).toBe(number + 1);
    }
    await page.reload();
    await open(page);
    await expect.poll(() => drawings(page).count()).toBe(10);
    expect([await count(page, 'butterfly'), await count(page, 'bee')]).toEqual([10, 10]);
    await runCell(page, 'en', 'drawings');
    expect(await outputOf(page, 'drawings')).toContain(
      `butterfly,bee ${[...Array(10).fill(0), ...Array(10).fill(1)].join()} 20,32,32,3`,
    );
  });

  padTest('removes a drawing by keyboard, and restores it in its place', async ({ shared: { page } }) => {
    const second = await drawings(page).nth(1).locator('svg').innerHTML();
    await pad(page).getByRole('button', { name: 'Remove drawing 2 of “butterfly”' }).press('Enter');
    await expect.poll(() => drawings(page).count()).toBe(9);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Remove drawing 2 of “butterfly”',
    );
    await pad(page).getByRole('button', { name: 'Undo', exact: true }).press('Enter');
    await expect.poll(() => drawings(page).count()).toBe(10);
    expect(await drawings(page).nth(1).locator('svg').innerHTML()).toBe(second);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Save to a file');
  });

  padTest('keeps the focus in the list if another tab removes the drawing', async ({ shared: { page } }) => {
    const remove = (tab: Page) =>
      pad(tab).getByRole('button', { name: 'Remove drawing 2 of “butterfly”', exact: true });
    const other = await page.context().newPage();
    await other.goto(page.url());
    await open(other);
    await remove(page).focus();
    await remove(other).click();
    await expect.poll(() => drawings(page).count()).toBe(9);
    expect(await remove(page).evaluate((button) => button === document.activeElement)).toBe(true);
    await press(other, 'Undo');
    await expect.poll(() => drawings(page).count()).toBe(10);
    await other.close();
  });

  padTest('has no axe violation', async ({ shared: { page } }) => {
    expect(await violations(page, '[data-draw-pad]')).toEqual([]);
  });

  padTest(
    'pools the files of three learners, without loss and without duplicates',
    async ({ shared: { page } }) => {
      const files = [
        fileOf('ana.json', learnerFile(1, { butterfly: 12, bee: 9 })),
        fileOf('beto.json', learnerFile(2, { butterfly: 7, cat: 3 })),
        fileOf('carla.json', learnerFile(3, { bee: 11 })),
      ];
      await importInput(page).setInputFiles(files);
      await expect
        .poll(() => storedStatus(page).innerText())
        .toBe(
          'Added: 19 of “butterfly” and 20 of “bee”. Those of cat were not added, because they are not drawn on this page: open them in a lesson that has these classes.',
        );
      expect([await count(page, 'butterfly'), await count(page, 'bee')]).toEqual([29, 30]);
      await importInput(page).setInputFiles(files.slice(0, 1));
      await expect
        .poll(() => storedStatus(page).innerText())
        .toBe('There are no new drawings. You already had 21 of them.');
      await press(page, 'Undo');
      await expect.poll(() => count(page, 'butterfly')).toBe(10);
      expect(await count(page, 'bee')).toBe(10);
    },
  );

  padTest('refuses damaged files with the reason, and imports the others', async ({ shared: { page } }) => {
    const good = JSON.stringify(learnerFile(4, { bee: 2 }));
    await importInput(page).setInputFiles([
      fileOf('cut.json', good.slice(0, 80)),
      fileOf('good.json', good),
      fileOf('progress.json', { format: 'deshielo-progress', version: 3 }),
      fileOf('huge.json', good.replace('255,0', '1e9,0')),
    ]);
    await expect.poll(() => storedProblem(page).innerText()).toContain('huge.json');
    const text = await storedProblem(page).innerText();
    expect(text).toContain('“cut.json” could not be used. The file is damaged or incomplete');
    expect(text).toContain('“progress.json” could not be used. That file is not what is asked for here');
    expect(text).toContain('“huge.json” could not be used. The file is damaged at classes.0.drawings.0.0');
    await expect.poll(() => storedStatus(page).innerText()).toBe('Added: 2 of “bee”.');
    expect([await count(page, 'butterfly'), await count(page, 'bee')]).toEqual([10, 12]);
  });

  padTest(
    'saves a file that adds nothing when it is imported again, and whose pictures a cell gets as in Node',
    async ({ shared: { page } }) => {
      const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save to a file')]);
      expect(download.suggestedFilename()).toMatch(/^deshielo-drawings-\d{4}-\d\d-\d\d\.json$/);
      const text = readFileSync(await download.path(), 'utf8');
      await importInput(page).setInputFiles(fileOf('mine.json', text));
      await expect
        .poll(() => storedStatus(page).innerText())
        .toBe('There are no new drawings. You already had 22 of them.');
      await writeCell(
        page,
        'first',
        `import { myDrawings } from 'deshielo';
const digest = ${pixelDigest};
const mine = await myDrawings();
digest(await mine.xs.data())`,
      );
      await runCell(page, 'en', 'first');
      const read = readDrawingsFile(text);
      if (!read.ok) throw new Error(JSON.stringify(read.problem));
      const pictures = read.value.flatMap((each) =>
        each.drawings.map((drawn) => onPaper(rasterizeStrokes(drawn), 28)),
      );
      const values = pictures.flatMap(({ data }) => [...data]).map((value) => value / 255);
      expect((await outputOf(page, 'first')).replaceAll(',', '')).toBe(String(pixelDigest(values)));
    },
  );
});

siteTest('a draw pad on a phone is in Spanish and no wider than the screen', async ({ openEngine }) => {
  const { page } = await openEngine('es', { viewport: { width: 320, height: 640 }, forcedColors: 'active' });
  await open(page);
  await draw(page, [0.1, 0.1], [0.9, 0.9]);
  await press(page, 'Añadir a «mariposa»');
  await expect.poll(() => status(page).innerText()).toBe('Añadido a «mariposa»: ya hay 1 dibujo.');
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  expect(await violations(page, '[data-draw-pad]')).toEqual([]);
  const stroke = await drawings(page)
    .locator('path')
    .evaluate((line) => getComputedStyle(line).stroke);
  expect(stroke).not.toBe('none');
  await runCell(page, 'es', 'drawings');
  expect(await outputOf(page, 'drawings')).toContain('mariposa,abeja 0 1,32,32,3');
});

siteTest(
  'a drawing that cannot be added is on the pad again, and a button tries it once more',
  async ({ openEngine }) => {
    const { page } = await openEngine('en', { expectedErrors: /ERR_FAILED|sha2/ });
    // As over plain http.
    await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
    const strokeBegun = createDeferred<void>();
    await page.route('**/sha2*.js', async (route) => {
      await strokeBegun.promise;
      await route.abort();
    });
    await page.reload();
    await open(page);
    await addZigzag(page, 1);
    expect(await strokes(page).count()).toBe(0);
    await surface(page).hover();
    await page.mouse.down();
    strokeBegun.resolve();
    const failure = pad(page).locator('[data-part-failed]');
    await failure.waitFor();
    // The drawing, and the stroke that has begun meanwhile.
    expect(await strokes(page).count()).toBe(2);
    expect(await count(page, 'butterfly')).toBe(0);
    await page.mouse.up();
    expect(await strokes(page).count()).toBe(2);
    await page.unroute('**/sha2*.js');
    await failure.getByRole('button').click();
    await expect.poll(() => count(page, 'butterfly')).toBe(1);
    expect(await strokes(page).count()).toBe(0);
  },
);

siteTest('a printed draw pad shows all drawings, without the hints', async ({ openEngine }) => {
  const { page } = await openEngine('en');
  await open(page);
  await importInput(page).setInputFiles(fileOf('many.json', learnerFile(1, { butterfly: 80 })));
  await expect.poll(() => drawings(page).count()).toBe(80);
  await page.emulateMedia({ media: 'print' });
  const strip = pad(page).locator('[data-drawings]');
  expect(await strip.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
  expect(
    await pad(page)
      .getByText(/Draw with a mouse|drop them here/)
      .allInnerTexts(),
  ).toHaveLength(2);
  for (const hint of await pad(page)
    .getByText(/Draw with a mouse|drop them here/)
    .all())
    expect(await hint.isVisible()).toBe(false);
});

siteTest(
  'a browser that stores nothing is reported once, and keeps the drawings for the page',
  async ({ openEngine }) => {
    const { page } = await openEngine('en');
    await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
    await listen(page);
    await page.reload();
    await open(page);
    await addZigzag(page, 1);
    await expect.poll(() => count(page, 'butterfly')).toBe(1);
    await addZigzag(page, 2);
    await expect.poll(() => count(page, 'butterfly')).toBe(2);
    const reports = (await announced(page)).filter((text) => text.includes('does not let the page save'));
    expect(reports).toHaveLength(1);
    await runCell(page, 'en', 'drawings');
    expect(await outputOf(page, 'drawings')).toContain('0,0 2,32,32,3');
  },
);
