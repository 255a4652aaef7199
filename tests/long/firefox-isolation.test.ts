import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { type AttackedLesson, createAttackedLesson } from '../support/attacked-lesson.ts';
import { networkAttacks } from '../support/attacks/network.ts';
import { pageAttacks } from '../support/attacks/page.ts';
import { storageAttacks } from '../support/attacks/storage.ts';
import { workerAttacks } from '../support/attacks/workers.ts';
import { launchFirefox, noFirefox, openInFirefox } from '../support/firefox.ts';
import { driveFirefox } from '../support/firefox-lesson.ts';
import { enginePath } from '../support/lesson-page.ts';

/** The attacks of `isolation.test.ts` that the browser stops. Those that the kernel stops are stopped in any browser. */
describe.skipIf(noFirefox !== null)('in Firefox, a cell that attacks', () => {
  let browser: Browser | undefined;
  let lesson: AttackedLesson | undefined;

  beforeAll(async () => {
    browser = await launchFirefox();
    const opened = await openInFirefox(browser, `${enginePath.en}?backend=wasm`, inject('testSite'));
    lesson = await createAttackedLesson(driveFirefox(opened));
  });
  afterAll(async () => {
    await browser?.close();
    await lesson?.close();
  });

  describe.each([
    ['the network', networkAttacks],
    ['the site’s storage', storageAttacks],
    ['the page and the device', pageAttacks],
    ['through workers', workerAttacks],
  ] as const)('%s', (_, attacks) => {
    it.each(attacks)('$name', (attack) => lesson?.contain(attack));

    // `isolation.test.ts` asserts it after each attack: what the kernel does is the same in any browser.
    it('leaves the next cell working', () => lesson?.expectWorking());
  });
});
