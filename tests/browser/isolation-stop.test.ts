import { describe, expect } from 'vitest';
import { expectQuiet, outputOf, runAttack } from '../support/attacked-page.ts';
import { hangs } from '../support/attacks/hangs.ts';
import { hostileKernel } from '../support/attacks/hostile-kernel.ts';
import type { SitePage } from '../support/browser.ts';
import { cell, restart, status, writeCell } from '../support/lesson-page.ts';
import { createSharedEngineTest, siteTest } from '../support/site-test.ts';

const attacked = 'first';
const witness = 'third';

const stopTest = createSharedEngineTest('wasm', {
  begin: ({ page }) => writeCell(page, witness, "console.log('still here'); 6 * 7;"),
});

/** Presses Run, waits, and presses Stop. @returns how long stopping took, in milliseconds of the page's clock */
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

describe('Stop ends within a second, with nothing left running:', () => {
  stopTest.for(Object.entries(hangs))('%s', async ([, source], { shared }) => {
    const { page } = shared;
    await writeCell(page, attacked, source);
    expect(await stopAfter(shared, 400)).toBeLessThan(1000);
    await status(page, attacked, 'stopped', 1000);
    await expectQuiet(page.context());
  });

  stopTest('and the next cell runs', async ({ shared: { page } }) => {
    expect(await runAttack(page, witness)).toEqual({ status: 'done', text: 'still here42' });
  });

  siteTest('nested workers of a kernel that an attacker replaced', async ({ openEngine }) => {
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

describe('a run that ends by itself on Stop', () => {
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
      'const counted = beats; await new Promise((done) => setTimeout(done, 1000)); (counted > 20) + " " + (beats - counted)',
    );
    expect(await runAttack(page, attacked)).toEqual({ status: 'done', text: '"true 0"' });
  });

  stopTest('can send no more messages', async ({ shared }) => {
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
    await restart(page, 'en');
    await expectQuiet(page.context());
  });
});
