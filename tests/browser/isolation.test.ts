import { describe, inject } from 'vitest';
import { type AttackedLesson, createAttackedLesson, driveChromium } from '../support/attacked-lesson.ts';
import { damageAttacks } from '../support/attacks/damage.ts';
import { leftoverAttacks } from '../support/attacks/leftovers.ts';
import { networkAttacks } from '../support/attacks/network.ts';
import { outputAttacks } from '../support/attacks/output.ts';
import { pageAttacks } from '../support/attacks/page.ts';
import { forgeries, portAttacks } from '../support/attacks/port.ts';
import { storageAttacks } from '../support/attacks/storage.ts';
import { workerAttacks } from '../support/attacks/workers.ts';
import { openPage } from '../support/browser.ts';
import { enginePath } from '../support/lesson-page.ts';
import { siteTest } from '../support/site-test.ts';

const attackedTest = siteTest.extend<{ lesson: AttackedLesson }>({
  lesson: [
    async ({ browser }, use) => {
      const opened = await openPage(browser, `${enginePath.en}?backend=wasm`, {}, inject('testSite'));
      try {
        const lesson = await createAttackedLesson(driveChromium(opened));
        await use(lesson);
        await lesson.close();
      } finally {
        await opened.close();
      }
    },
    { scope: 'file' },
  ],
});

describe.each([
  ['the network', networkAttacks],
  ['the site’s storage', storageAttacks],
  ['the page and the device', pageAttacks],
  ['through workers', workerAttacks],
  ['the port to the page', portAttacks],
  ['through forged messages', forgeries],
  ['the realm of the next cell', damageAttacks],
  ['the page, through outputs', outputAttacks],
  ['after its end', leftoverAttacks],
] as const)('a cell that attacks %s', (_, attacks) => {
  attackedTest.for(attacks)('$name', async (attack, { lesson }) => {
    await lesson.contain(attack);
    await lesson.expectWorking();
  });
});
