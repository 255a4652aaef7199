import { describe, expect, inject, it } from 'vitest';
import { expectQuiet, noticeOf, outputOf, runAttack } from '../support/attacked-page.ts';
import { hangs } from '../support/attacks/hangs.ts';
import { hostileKernel } from '../support/attacks/hostile-kernel.ts';
import { launchBrowser, openPage, type SitePage } from '../support/browser.ts';
import { cell, enginePath, status, writeCell } from '../support/lesson-page.ts';
import { createSharedEngineTest, siteTest } from '../support/site-test.ts';

const attacked = 'first';
const witness = 'third';

const stopTest = createSharedEngineTest('wasm', {
  begin: ({ page }) => writeCell(page, witness, "console.log('still here'); 6 * 7;"),
});

/** Presses Run, leaves the cell to itself for a while, presses Stop. @returns how long that took, in the page's own time */
async function stopAfter({ page }: SitePage, milliseconds: number): Promise<number> {
  const section = cell(page, attacked);
  await section.getByRole('button', { name: 'Run', exact: true }).click();
  await status(page, attacked, 'running');
  await page.locator('[data-backend]:not([data-backend=""])').waitFor();
  await page.waitForTimeout(milliseconds);
  return section.evaluate(async (node: HTMLElement) => {
    const began = performance.now();
    node.querySelector<HTMLElement>('[data-action=stop]')?.click();
    while (node.dataset['status'] === 'running' && performance.now() - began < 5000) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return performance.now() - began;
  });
}

describe('Stop ends within a second, and for good,', () => {
  stopTest.for(Object.entries(hangs))('%s', async ([, source], { shared }) => {
    const { page } = shared;
    await writeCell(page, attacked, source);
    expect(await stopAfter(shared, 400)).toBeLessThan(1000);
    await status(page, attacked, 'stopped', 1000);
    expect(await runAttack(page, witness)).toEqual({ status: 'done', text: 'still here42' });
    await expectQuiet(page.context());
  });

  siteTest('workers within workers, where someone got at the making of them', async ({ openEngine }) => {
    const hostile = await openEngine('en');
    const { page } = hostile;
    await page.route('**/_astro/kernel.*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: hostileKernel }),
    );
    const busy = 'postMessage(0); for (;;) {}';
    const parent = `const url = URL.createObjectURL(new Blob([${JSON.stringify(busy)}])); new Worker(url).onmessage = () => { postMessage(0); for (;;) {} };`;
    await writeCell(
      page,
      attacked,
      `await new Promise((up) => { new Worker(URL.createObjectURL(new Blob([${JSON.stringify(parent)}]))).onmessage = up; }); print('busy'); await new Promise(() => {});`,
    );
    expect(await stopAfter(hostile, 700)).toBeLessThan(1000);
    expect(await outputOf(page, attacked)).toBe('busy');
    await expectQuiet(page.context());
  });
});

describe('a run that heeds Stop', () => {
  stopTest('leaves no timer, interval or frame behind, and keeps its variables', async ({ shared }) => {
    const { page } = shared;
    await writeCell(
      page,
      attacked,
      `let beats = 0;
       setInterval(() => { beats += 1; }, 2);
       const again = () => { beats += 1; setTimeout(again, 1); };
       again();
       const frame = () => { beats += 1; requestAnimationFrame(frame); };
       frame();
       setTimeout(() => { beats = 1e9; }, 900);
       for (;;) await tf.nextFrame();`,
    );
    expect(await stopAfter(shared, 300)).toBeLessThan(600);
    await status(page, attacked, 'stopped');
    await writeCell(
      page,
      attacked,
      'const counted = beats; await new Promise((done) => setTimeout(done, 1000)); (counted > 100) + " " + (beats - counted)',
    );
    expect(await runAttack(page, attacked)).toEqual({ status: 'done', text: '"true 0"' });
  });

  stopTest('is not heard any more', async ({ shared }) => {
    const { page } = shared;
    await writeCell(
      page,
      attacked,
      "const { port1, port2 } = new MessageChannel(); port1.onmessage = () => { console.log('LATE'); port2.postMessage(0); };\nconsole.log('on time'); try { for (;;) await tf.nextFrame(); } finally { port2.postMessage(0); }",
    );
    await stopAfter(shared, 300);
    await page.waitForTimeout(400);
    expect(await outputOf(page, attacked)).not.toContain('LATELATELATE');
    const shown = await outputOf(page, attacked);
    await page.waitForTimeout(300);
    expect(await outputOf(page, attacked)).toBe(shown);
    await page.getByRole('button', { name: 'Restart', exact: true }).click();
    await expectQuiet(page.context());
  });
});

describe('what ends a worker is told, and the next run works:', () => {
  stopTest.for([
    ['close()', 'self.close(); 1', /closed the lesson’s engine with close\(\)/],
    [
      'close() by way of the prototype',
      'for (let object = self; object; object = Object.getPrototypeOf(object)) if (Object.hasOwn(object, "close")) Reflect.get(object, "close").call(self); await new Promise(() => {});',
      /closed the lesson’s engine with close\(\)/,
    ],
    [
      'close() after the end of the run',
      'setTimeout(() => close(), 50); 1',
      /closed the lesson’s engine with close\(\)/,
    ],
  ] as const)('%s', async ([, source, told], { shared }) => {
    const { page } = shared;
    await writeCell(page, attacked, source);
    await runAttack(page, attacked);
    await expect.poll(() => noticeOf(page)).toMatch(told);
    expect(await runAttack(page, witness)).toEqual({ status: 'done', text: 'still here42' });
    expect(await noticeOf(page)).toBe('');
  });

  stopTest(
    'more memory than there is: an error of the cell, with advice, and nothing is lost',
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

  it('memory so full that the browser ends the frame’s process', async () => {
    // A small heap fills in a second; Playwright takes the end of any frame's process for that of the page, so ask past it.
    const small = await launchBrowser('--js-flags=--max-old-space-size=160');
    const crashed = await openPage(small, `${enginePath.es}?backend=wasm`, {}, inject('testSite'));
    const { page } = crashed;
    await writeCell(page, witness, '6 * 7');
    await writeCell(
      page,
      attacked,
      'const kept = []; for (;;) kept.push(new Array(1e5).fill(kept.length + 0.5));',
    );
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
    await small.close();
  });
});
