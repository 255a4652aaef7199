import { describe, expect, inject } from 'vitest';
import { attacked, bystander, createAttackedLesson, driveChromium } from '../support/attacked-lesson.ts';
import { noticeOf, outputOf, runAttack } from '../support/attacked-page.ts';
import { type HostileAttack, hostileAttacks, hostileKernel } from '../support/attacks/hostile-kernel.ts';
import { openPage } from '../support/browser.ts';
import { cell, enginePath, writeCell } from '../support/lesson-page.ts';
import { siteTest } from '../support/site-test.ts';

const hostileTest = siteTest.extend<{ withstand(attack: HostileAttack): Promise<void> }>({
  withstand: [
    async ({ browser }, use) => {
      const opened = await openPage(browser, enginePath.en, {}, inject('testSite'));
      const { page, errors, requests } = opened;
      await page.route('**/_astro/kernel.*.js', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: hostileKernel }),
      );
      const lesson = await createAttackedLesson(driveChromium(opened), {
        bystander: { source: "print('I was here');", text: 'I was here' },
        witness: { source: "print('still here');", text: 'still here' },
      });
      await use(async ({ source, shows, notice }) => {
        const before = { errors: errors.length, requests: requests.length };
        await writeCell(page, attacked, lesson.address(source));
        await runAttack(page, attacked);
        if (notice !== undefined) await expect.poll(() => noticeOf(page)).toMatch(notice);
        const text = await outputOf(page, attacked);
        expect(text).toMatch(shows);
        expect(text).not.toContain('FORGED');
        // With the notice the worker has ended, and the variables of all cells with it.
        const left = notice === undefined ? 'done' : 'idle';
        await expect.poll(() => cell(page, bystander).getAttribute('data-status')).toBe(left);
        await lesson.expectUntouched();
        await lesson.expectWorking();
        const paths = requests.slice(before.requests).map((request) => new URL(request.url()).pathname);
        expect(paths.filter((path) => !/^\/(_astro|models|datasets)\/|^\/runner\.html$/.test(path))).toEqual(
          [],
        );
        expect(errors.slice(before.errors).filter((error) => !/404/.test(error))).toEqual([]);
      });
      await opened.close();
      await lesson.close();
    },
    { scope: 'file' },
  ],
});

describe('a worker that an attacker controls, including its port, cannot send the page', () => {
  hostileTest.for(hostileAttacks)('$name', (attack, { withstand }) => withstand(attack));
});
