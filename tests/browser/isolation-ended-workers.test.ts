import { describe, expect, inject } from 'vitest';
import { noticeOf, outputOf, runAttack } from '../support/attacked-page.ts';
import { cell, enginePath, status, writeCell } from '../support/lesson-page.ts';
import { createSharedEngineTest, createSiteTest, siteTest } from '../support/site-test.ts';

const attacked = 'first';
const witness = 'third';

const sharedTest = createSharedEngineTest('wasm', {
  begin: ({ page }) => writeCell(page, witness, "console.log('still here'); 6 * 7;"),
});
/** A small heap is full in a second. */
const smallHeapTest = createSiteTest('--js-flags=--max-old-space-size=160');

describe('the end of a worker is reported, and the next run works:', () => {
  sharedTest.for([
    ['close()', 'self.close(); 1', /closed the lesson’s engine with close\(\)/],
    [
      'close() called through the prototype',
      'for (let object = self; object; object = Object.getPrototypeOf(object)) if (Object.hasOwn(object, "close")) Reflect.get(object, "close").call(self); await new Promise(() => {});',
      /closed the lesson’s engine with close\(\)/,
    ],
    [
      'close() after the end of the run',
      'setTimeout(() => close(), 50); 1',
      /closed the lesson’s engine with close\(\)/,
    ],
  ] as const)('%s', async ([, source, notice], { shared }) => {
    const { page } = shared;
    await writeCell(page, attacked, source);
    await runAttack(page, attacked);
    await expect.poll(() => noticeOf(page)).toMatch(notice);
    expect(await runAttack(page, witness)).toEqual({ status: 'done', text: 'still here42' });
    expect(await noticeOf(page)).toBe('');
  });

  sharedTest(
    'more memory than is available: the cell fails with advice, and its variables stay',
    async ({ shared }) => {
      const { page } = shared;
      await writeCell(
        page,
        attacked,
        'let kept = 5; const list = []; for (;;) list.push(new Float32Array(2 ** 28));',
      );
      const { status: ended, text } = await runAttack(page, attacked);
      expect(ended).toBe('failed');
      expect(text).toMatch(/RangeError.*There is not that much memory/s);
      await writeCell(page, attacked, 'list.length = 0; kept');
      expect(await runAttack(page, attacked)).toEqual({ status: 'done', text: '5' });
    },
  );

  siteTest('the loss of the WebGL context', async ({ openEngine }) => {
    const { page } = await openEngine('en', { backend: 'webgl' });
    await page.locator('[data-cell]').first().waitFor();
    await writeCell(
      page,
      attacked,
      `const kept = tf.tensor([1, 2, 3]).square();
       await kept.data();
       console.log(tf.getBackend());
       await new Promise((done) => setTimeout(done, 100));
       (tf.backend() as any).gpgpu.gl.getExtension('WEBGL_lose_context').loseContext();
       await new Promise(() => {});`,
    );
    const { status: ended, text } = await runAttack(page, attacked);
    expect([ended, text]).toEqual(['failed', 'webgl']);
    expect(await noticeOf(page)).toMatch(/GPU forgot all tensors/);
    await writeCell(page, attacked, 'tf.tidy(() => tf.tensor([1, 2, 3]).sum().arraySync())');
    expect(await runAttack(page, attacked)).toEqual({ status: 'done', text: '6' });
  });

  siteTest('a kernel that does not start', async ({ openEngine }) => {
    const { page } = await openEngine('es', { expectedErrors: /^SyntaxError: Unexpected token '\)'$/ });
    await page.route('**/_astro/kernel.*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: ')(' }),
    );
    await cell(page, attacked).getByRole('button', { name: 'Ejecutar', exact: true }).click();
    await status(page, attacked, 'failed', 10_000);
    expect(await noticeOf(page)).toMatch(/No se pudo cargar TensorFlow\.js/);
    await page.unroute('**/_astro/kernel.*.js');
    await writeCell(page, attacked, '6 * 7');
    await cell(page, attacked).getByRole('button', { name: 'Ejecutar', exact: true }).click();
    await status(page, attacked, 'done');
    expect(await outputOf(page, attacked)).toBe('42');
  });

  smallHeapTest('memory so full that the browser ends the process of the frame', async ({ open }) => {
    const { page } = await open(`${enginePath.es}?backend=wasm`, { site: inject('testSite') });
    await writeCell(page, witness, '6 * 7');
    await writeCell(
      page,
      attacked,
      'const kept = []; for (;;) kept.push(new Array(1e5).fill(kept.length + 0.5));',
    );
    // Playwright takes the end of any frame's process for that of the page: the page is asked through the protocol.
    const session = await page.context().newCDPSession(page);
    const ask = async (expression: string): Promise<unknown> =>
      (await session.send('Runtime.evaluate', { expression, returnByValue: true })).result.value;
    const press = (id: string) =>
      ask(`document.querySelector('[data-cell="${id}"] [data-action=run]').click()`);
    const statusOf = (id: string) => ask(`document.querySelector('[data-cell="${id}"]').dataset.status`);
    await press(attacked);
    await expect.poll(() => statusOf(attacked), { timeout: 40_000 }).toBe('failed');
    expect(await ask(`document.querySelector('.lesson-notice').textContent`)).toMatch(/por falta de memoria/);
    await press(witness);
    await expect.poll(() => statusOf(witness), { timeout: 20_000 }).toBe('done');
    expect(
      await ask(`document.querySelector('[data-cell="${witness}"] [data-cell-output]').textContent`),
    ).toBe('42');
  });
});
