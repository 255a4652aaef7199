import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { pageFacts, plantCanaries, secret } from '../support/attacked-page.ts';
import { type Attack, prelude } from '../support/attacks/attack.ts';
import { networkAttacks } from '../support/attacks/network.ts';
import { pageAttacks } from '../support/attacks/page.ts';
import { storageAttacks } from '../support/attacks/storage.ts';
import { workerAttacks } from '../support/attacks/workers.ts';
import { type FirefoxPage, launchFirefox, noFirefox, openInFirefox } from '../support/firefox.ts';
import { pasteCell, runToEnd, textOf } from '../support/firefox-lesson.ts';
import { lessonPath } from '../support/lesson-page.ts';
import { type RivalServer, startRivalServer } from '../support/rival-server.ts';

/** Of the attempts of `isolation.test.ts` those that a browser's own walls stop; what the kernel stops, it stops anywhere. */
describe.skipIf(noFirefox !== null)('in Firefox, a cell that is after', () => {
  let browser: Browser;
  let rival: RivalServer;
  let site: FirefoxPage;
  let untouched: Record<string, unknown>;

  const attacked = 'load-model';
  const bystander = 'choose-photo';
  const witness = 'training-time';

  beforeAll(async () => {
    browser = await launchFirefox();
    rival = await startRivalServer();
    site = await openInFirefox(browser, `${lessonPath.en}?backend=wasm`);
    const { page } = site;
    await plantCanaries(page);
    await pasteCell(page, bystander, "console.log('I was here'); 7;");
    await runToEnd(page, 'en', bystander);
    await pasteCell(page, witness, "console.log('still here'); 6 * 7;");
    await runToEnd(page, 'en', witness);
    // The edits are in the store of edits by then.
    await new Promise((resolve) => setTimeout(resolve, 600));
    untouched = await pageFacts(page);
  });
  afterAll(async () => {
    await site.close();
    await rival.close();
    await browser.close();
  });

  /** One attempt that came through must not be what all the others fail by. */
  beforeEach(() => {
    onTestFailed(async () => {
      await site.page.evaluate(() => {
        const restart = [...document.querySelectorAll('button')].find(
          ({ textContent }) => textContent?.trim() === 'Restart',
        );
        restart?.click();
      });
    });
  });

  /** Types an attempt into the cell, runs it, and asserts that it was made and that nothing came of it. */
  async function contain({ source, shows, ends = 'done', told, lingers = 0 }: Attack): Promise<void> {
    const { page, errors } = site;
    const known = errors.length;
    const addressed = source.replaceAll('RIVAL', rival.origin).replaceAll('SITE', new URL(page.url()).origin);
    await pasteCell(page, attacked, `${prelude}\n${addressed}`);
    const run = await runToEnd(page, 'en', attacked);
    await new Promise((resolve) => setTimeout(resolve, lingers));
    const text = await textOf(page, attacked);
    expect(text).toMatch(shows);
    if (ends !== 'any') expect(run.status, text).toBe(ends);
    if (told !== undefined)
      expect(await page.$eval('.lesson-notice', (node) => node.textContent)).toMatch(told);

    expect(text).not.toMatch(/\bGOT\b/);
    expect(text).not.toContain(secret);
    expect(rival.visits).toEqual([]);
    for (const [fact, value] of Object.entries(await pageFacts(page)))
      expect(value, fact).toEqual(untouched[fact]);
    expect(await textOf(page, bystander)).toBe('I was here7');
    expect(await runToEnd(page, 'en', witness)).toEqual({ status: 'done', text: 'still here42' });
    expect(errors.slice(known).filter((error) => /at .*\/_astro\//.test(error))).toEqual([]);
  }

  describe.each([
    ['the network', networkAttacks],
    ['the site’s storage', storageAttacks],
    ['the page and the device', pageAttacks],
    ['workers of its own', workerAttacks],
  ] as const)('%s', (_, attacks) => {
    it.each(attacks.map((attack) => [attack.name, attack] as const))('%s', (_name, attack) =>
      contain(attack));
  });
});
