import { describe, expect } from 'vitest';
import type { SitePage } from '../support/browser.ts';
import {
  button,
  buttons,
  cell,
  lessonPath,
  openBarMenu,
  readCell,
  restart,
  runAll,
  runCell,
  status,
  writeCell,
} from '../support/lesson-page.ts';
import { siteTest } from '../support/site-test.ts';
import { waitForEdit } from '../support/stored-record.ts';

describe('editing', () => {
  siteTest('changes what the cell draws', async ({ openEngine }) => {
    const { page } = await openEngine('es');
    await runCell(page, 'es', 'fifth');
    const chart = cell(page, 'fifth').locator('[data-output=chart]');
    const bars = chart.locator('.mark-rect path, .mark-rect rect');
    await expect.poll(() => bars.count()).toBe(3);
    const source = await readCell(page, 'fifth');
    expect(source).toContain('[3, 1, 2]');
    await writeCell(page, 'fifth', source.replace('[3, 1, 2]', '[3, 1]'));
    await runCell(page, 'es', 'fifth');
    await expect.poll(() => bars.count()).toBe(2);
    expect(await chart.locator('table tbody tr').count()).toBe(2);
  });

  siteTest(
    'keeps edits after a reload and in the other language, and Reset restores the author’s code',
    async ({ openEngine }) => {
      const { page } = await openEngine('es');
      const mine = 'const mine = 6 * 7;\nmine;';
      const authored = await readCell(page, 'third');
      await writeCell(page, 'third', mine);
      await waitForEdit(page, 'third', mine);
      await page.reload();
      await expect.poll(() => readCell(page, 'third')).toBe(mine);
      await runCell(page, 'es', 'third');
      expect(await cell(page, 'third').locator('[data-output=value]').innerText()).toBe('42');

      await page.getByRole('link', { name: 'English' }).click();
      await expect.poll(() => readCell(page, 'third')).toBe(mine);
      await page.goBack();

      await (await button(cell(page, 'third'), buttons.es.reset)).click();
      await expect.poll(() => readCell(page, 'third')).toBe(authored);
      await page.keyboard.press('ControlOrMeta+z');
      await expect.poll(() => readCell(page, 'third')).toBe(mine);
      await (await button(cell(page, 'third'), buttons.es.reset)).click();
      await waitForEdit(page, 'third', null);
      await page.reload();
      await page.waitForLoadState('networkidle');
      expect(await readCell(page, 'third')).toBe(authored);
    },
  );

  siteTest(
    'replaces the text by the editor without moving or recolouring anything',
    async ({ openEngine }) => {
      const { page } = await openEngine('en');
      await page.locator('[data-imports-fold]').evaluateAll((folds) => {
        for (const fold of folds) fold.toggleAttribute('open', true);
      });
      for (const id of ['first', 'fifth', 'third']) {
        const section = cell(page, id);
        const still = await section.locator('[data-code] pre').boundingBox();
        const below = await section
          .locator('[data-cell-output]')
          .evaluate((node) => node.getBoundingClientRect().top + scrollY);
        const before = await coloursOf(section.locator('[data-code] pre code'));
        await section.locator('[data-code] pre').click({ position: { x: 40, y: 20 } });
        await section.locator('.cm-content').waitFor();
        await page.keyboard.press('Escape');
        await section.locator('.cm-content').blur();
        const edited = await section.locator('.cm-editor').boundingBox();
        expect(Math.abs((edited?.height ?? 0) - (still?.height ?? 0)), `${id}: height`).toBeLessThanOrEqual(
          1,
        );
        expect(Math.abs((edited?.x ?? 0) - (still?.x ?? 0))).toBeLessThanOrEqual(1);
        const after = await coloursOf(section.locator('.cm-content'));
        expect(after.map(([character]) => character).join('')).toBe(
          before.map(([character]) => character).join(''),
        );
        const same = before.filter(([, colour], place) => colour === after[place]?.[1]).length;
        // The two grammars differ only in generic calls such as `x.min<tf.Scalar>()`.
        const differing = before
          .filter(([, colour], place) => colour !== after[place]?.[1])
          .map(([character]) => character)
          .join('');
        expect(same / before.length, `${id}: ${differing}`).toBeGreaterThan(0.95);
        const belowAfter = await section
          .locator('[data-cell-output]')
          .evaluate((node) => node.getBoundingClientRect().top + scrollY);
        expect(Math.abs(belowAfter - below), `${id}: jump`).toBeLessThanOrEqual(1);
      }
    },
  );

  siteTest(
    'runs with Ctrl+Enter, runs and moves on with Shift+Enter, and lets Tab leave after Esc',
    async ({ openEngine }) => {
      const { page } = await openEngine('en');
      await writeCell(page, 'first', "const greeting = 'hello';\ngreeting;");
      await page.keyboard.press('Control+Enter');
      await status(page, 'first', 'done');
      expect(await cell(page, 'first').locator('[data-output=value]').innerText()).toBe('"hello"');

      await page.keyboard.press('Shift+Enter');
      await cell(page, 'second').locator('.cm-content:focus').waitFor();

      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('.cm-editor') !== null)).toBe(true);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('.cm-editor') ?? null)).toBeNull();
    },
  );

  siteTest('can be reached and used by keyboard alone', async ({ openEngine }) => {
    const { page } = await openEngine('es');
    await page.keyboard.press('Tab');
    const code = cell(page, 'first').getByRole('textbox');
    const isReached = () => code.evaluate((node) => node.contains(document.activeElement));
    for (let presses = 0; presses < 60 && !(await isReached()); presses++) await page.keyboard.press('Tab');
    // The editor replaces the text and takes the focus.
    await cell(page, 'first').locator('.cm-content:focus').waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('1 + 1');
    await page.keyboard.press('Control+Enter');
    await status(page, 'first', 'done');
    expect(await cell(page, 'first').locator('[data-output=value]').innerText()).toBe('2');
  });
});

describe('errors', () => {
  siteTest.for([
    ['es', 'línea 2, columna 10', 'const ok = 1;\nconst x: = 3;'],
    ['en', 'line 2, column 10', 'const ok = 1;\nconst x: = 3;'],
    ['es', 'línea 3, columna 7', 'const a: number = 1;\n\nconst b: number = a + missing;'],
    ['en', 'line 3, column', '// one\nfunction fail(): never {\n  throw new Error("mine");\n}\nfail();'],
  ] as const)(
    'show their place, in the page’s language (%s, %s)',
    async ([language, place, source], { openEngine }) => {
      const { page } = await openEngine(language);
      await writeCell(page, 'first', source);
      await runCell(page, language, 'first', 'failed');
      const error = cell(page, 'first').locator('[data-output=error]');
      const shown = await error.innerText();
      if (!source.includes('missing')) expect(shown).toContain(place);
      else expect(shown).toMatch(/línea 3, columna \d+/);
      await error.locator('.error-place').click();
      await expect
        .poll(() =>
          page.evaluate(() => document.activeElement?.closest('[data-cell]')?.getAttribute('data-cell')),
        )
        .toBe('first');
    },
  );

  siteTest('end Run all at the first cell that fails', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    await writeCell(page, 'second', 'throw new Error("no further")');
    const statuses = await runAll(page, 'en');
    expect(statuses['first']).toBe('done');
    expect(statuses['second']).toBe('failed');
    expect(new Set(Object.values(statuses).slice(2))).toEqual(new Set(['idle']));
  });
});

describe('stop and restart', () => {
  siteTest('ends an endless loop and keeps everything but the variables', async ({ openEngine }) => {
    const { page } = await openEngine('es');
    await runCell(page, 'es', 'first');
    const kept = await cell(page, 'first').locator('[data-output=value]').innerText();
    await writeCell(page, 'second', "console.log('started');\nwhile (true) {}");
    await (await button(cell(page, 'second'), buttons.es.run)).click();
    await cell(page, 'second').getByText('started').waitFor();
    await (await button(cell(page, 'second'), buttons.es.stop)).click();
    await status(page, 'second', 'stopped');

    expect(await cell(page, 'first').locator('[data-output=value]').innerText()).toBe(kept);
    expect(await readCell(page, 'second')).toContain('while (true) {}');
    expect(await page.getByRole('status').filter({ hasText: 'variables' }).count()).toBe(1);

    await writeCell(page, 'second', '6 * 7');
    await runCell(page, 'es', 'second');
    expect(await cell(page, 'second').locator('[data-output=value]').innerText()).toBe('42');
  });

  siteTest('ends a training loop that yields, keeping its variables', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    await writeCell(
      page,
      'first',
      "import * as tf from '@tensorflow/tfjs';\nconst net = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [4] })] });\nnet.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });\nawait net.fit(tf.zeros([8, 4]), tf.zeros([8, 1]), { epochs: 1e6 });",
    );
    await (await button(cell(page, 'first'), buttons.en.run)).click();
    await cell(page, 'first').locator('.progress-line').waitFor();
    await (await button(cell(page, 'first'), buttons.en.stop)).click();
    await status(page, 'first', 'stopped');
    await writeCell(page, 'second', 'net.countParams()');
    await runCell(page, 'en', 'second');
    expect(await cell(page, 'second').locator('[data-output=value]').innerText()).toBe('5');
  });

  siteTest(
    'a slider writes its number into the code, imports are folded, and Keras is a tab',
    async ({ open }) => {
      const { page } = await open(lessonPath.en);
      const topK = cell(page, 'top-k');
      await topK.scrollIntoViewIfNeeded();
      const code = topK.locator('[data-code]');
      const codeHeight = async () => (await code.boundingBox())?.height;
      const staticHeight = await codeHeight();
      expect((await topK.locator('.imports').boundingBox())?.height).toBeLessThan(2);
      const slider = topK.getByRole('slider', { name: 'how many answers' });
      await slider.and(page.locator('[aria-valuetext]')).focus();
      expect(await slider.getAttribute('aria-valuetext')).toBe('5');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      // The imports are folded in the editor too, until the cursor enters them.
      await topK.locator('.cm-content').waitFor();
      expect(await codeHeight()).toBe(staticHeight);
      const lines = topK.locator('.cm-line');
      expect(await lines.first().innerText()).not.toContain('import');
      await topK.locator('.cm-content').focus();
      await page.keyboard.press('ControlOrMeta+Home');
      await expect.poll(() => lines.first().innerText()).toContain('import');
      await topK.getByText('2 imports').click();
      await expect.poll(() => lines.first().innerText()).not.toContain('import');
      await expect.poll(() => readCell(page, 'top-k')).toContain('const topK = 7; // how many answers');
      expect(await topK.getByRole('button', { name: buttons.en.reset }).isVisible()).toBe(true);
      const field = topK.getByRole('spinbutton');
      expect(await field.inputValue()).toBe('7');
      await field.fill('12');
      await page.keyboard.press('Tab');
      await expect.poll(() => readCell(page, 'top-k')).toContain('const topK = 12;');
      expect(await slider.getAttribute('aria-valuetext')).toBe('12');
      await topK.getByRole('button', { name: buttons.en.reset }).click();
      await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('5');

      const python = topK.getByText('decode_predictions').first();
      expect(await python.isVisible()).toBe(false);
      const tab = (id: string, name: string) => cell(page, id).getByRole('tab', { name });
      await tab('top-k', 'TypeScript').focus();
      await page.keyboard.press('ArrowRight');
      await python.waitFor();
      expect(await topK.locator('[data-code]').isVisible()).toBe(false);
      expect(await topK.getByRole('tabpanel', { name: 'Keras' }).isVisible()).toBe(true);
      expect(await tab('top-k', 'Keras').evaluate((each) => each === document.activeElement)).toBe(true);
      expect(await tab('predict', 'Keras').getAttribute('aria-selected')).toBe('true');
      await page.keyboard.press('Home');
      expect(await tab('predict', 'TypeScript').getAttribute('aria-selected')).toBe('true');
      await tab('top-k', 'Keras').click();
      await page.reload();
      await topK.scrollIntoViewIfNeeded();
      await python.waitFor();
    },
  );

  siteTest(
    'the bar keeps its height while a cell runs, and a phone gets keys for code',
    async ({ openEngine }) => {
      const viewport = { width: 390, height: 844 };
      const { page } = await openEngine('es', { viewport, hasTouch: true, isMobile: true });
      const bar = page.locator('[data-lesson-bar]');
      const measure = () =>
        bar.evaluate((row) => ({
          height: row.getBoundingClientRect().height,
          more: row.querySelector('summary')?.getBoundingClientRect().right,
          small: [...row.querySelectorAll(':is(button, summary)')]
            .map((each) => each.getBoundingClientRect())
            .filter(({ width, height }) => width > 0 && Math.min(width, height) < 44),
          outside: [...row.children].filter((each) => each.getBoundingClientRect().right > innerWidth).length,
        }));
      const before = await measure();
      expect(before).toMatchObject({ small: [], outside: 0 });
      const count = bar.locator('[data-cell-count]');
      expect(await count.innerText()).toMatch(/^0\/\d+$/);

      await writeCell(page, 'first', 'await new Promise((resume) => setTimeout(resume, 60_000));');
      await bar.getByRole('button', { name: buttons.es.runAll }).press('Enter');
      await status(page, 'first', 'running');
      // Stop has taken the place of Run all, and the focus.
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(buttons.es.stop);
      expect(await measure()).toEqual(before);
      await page.keyboard.press('Enter');
      await status(page, 'first', 'stopped');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(buttons.es.runAll);
      await runCell(page, 'es', 'second');
      expect(await count.innerText()).toMatch(/^1\/\d+$/);
      const said = cell(page, 'second').locator('[data-cell-status]');
      const lines = await said.evaluate((each) => [
        ...new Set(
          [...each.getClientRects()].map(
            ({ height }) => height / Number.parseFloat(getComputedStyle(each).fontSize),
          ),
        ),
      ]);
      expect(Math.max(...lines), 'the time is in one line').toBeLessThan(2);

      await openBarMenu(page);
      await page.keyboard.press('Escape');
      expect(await page.locator('[data-bar-more]').getAttribute('open')).toBeNull();
      expect(await measure()).toEqual(before);

      await writeCell(page, 'second', 'const far = 1');
      expect(await cell(page, 'second').locator('.cell-hint').isVisible()).toBe(false);
      const keys = page.getByRole('toolbar', { name: 'Teclas para escribir código' });
      await keys.getByRole('button', { name: ';', exact: true }).tap();
      await keys.getByRole('button', { name: ')', exact: true }).tap();
      expect(await readCell(page, 'second')).toBe('const far = 1;)');
      await keys.getByRole('button', { name: 'Deshacer' }).tap();
      expect(await readCell(page, 'second')).toBe('const far = 1;');
      await keys.getByRole('button', { name: buttons.es.run }).tap();
      await status(page, 'second', 'done');
      await page.locator('[data-action=run-all]').focus();
      await expect.poll(() => keys.isVisible()).toBe(false);
    },
  );

  siteTest('Restart forgets the variables and keeps code and outputs', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    await writeCell(page, 'first', 'const kept = 7;\nkept;');
    await runCell(page, 'en', 'first');
    await restart(page, 'en');
    expect(await cell(page, 'first').locator('[data-output=value]').innerText()).toBe('7');
    await writeCell(page, 'second', 'typeof kept');
    await (await button(cell(page, 'second'), buttons.en.run)).click();
    await (await button(cell(page, 'second'), 'Run only this one')).click();
    await status(page, 'second', 'done');
    expect(await cell(page, 'second').locator('[data-output=value]').innerText()).toBe('"undefined"');
  });
});

/** Returns each visible character with its colour. */
function coloursOf(locator: ReturnType<SitePage['page']['locator']>): Promise<[string, string][]> {
  return locator.evaluate((root) => {
    const found: [string, string][] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const colour = node.parentElement === null ? '' : getComputedStyle(node.parentElement).color;
      for (const character of (node.textContent ?? '').replace(/\s/g, '')) found.push([character, colour]);
    }
    return found;
  });
}
