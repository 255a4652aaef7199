import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { noticeOf, outputOf, pageFacts, plantCanaries, runAttack, secret } from '../support/attacked-page.ts';
import { type Attack, prelude } from '../support/attacks/attack.ts';
import { damageAttacks } from '../support/attacks/damage.ts';
import { leftoverAttacks } from '../support/attacks/leftovers.ts';
import { networkAttacks } from '../support/attacks/network.ts';
import { outputAttacks } from '../support/attacks/output.ts';
import { pageAttacks } from '../support/attacks/page.ts';
import { forgeries, portAttacks } from '../support/attacks/port.ts';
import { storageAttacks } from '../support/attacks/storage.ts';
import { workerAttacks } from '../support/attacks/workers.ts';
import { launchBrowser, openPage, type SitePage } from '../support/browser.ts';
import { lessonPath, writeCell } from '../support/lesson-page.ts';
import { type RivalServer, startRivalServer } from '../support/rival-server.ts';

let browser: Browser;
let rival: RivalServer;
let site: SitePage;
let untouched: Record<string, unknown>;

/** Where attempts are typed; a cell that ran before and must stay as it was; one that must go on working. */
const attacked = 'load-model';
const bystander = 'choose-photo';
const witness = 'training-time';

beforeAll(async () => {
  browser = await launchBrowser();
  rival = await startRivalServer();
  site = await openPage(browser, `${lessonPath.en}?backend=wasm`);
  const { page } = site;
  await plantCanaries(page);
  await writeCell(page, bystander, "console.log('I was here'); 7;");
  await runAttack(page, bystander);
  await writeCell(page, witness, "console.log('still here'); 6 * 7;");
  await runAttack(page, witness);
  await page.waitForTimeout(600);
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
    const restart = site.page.getByRole('button', { name: 'Restart', exact: true });
    if (await restart.isVisible()) await restart.click();
  });
});

/** Types an attempt into the cell, runs it, and asserts that it was made and that nothing came of it. */
async function contain({ source, shows, ends = 'done', told, lingers = 0 }: Attack): Promise<void> {
  const { page, errors } = site;
  const site_ = new URL(page.url()).origin;
  const known = errors.length;
  await writeCell(
    page,
    attacked,
    `${prelude}\n${source.replaceAll('RIVAL', rival.origin).replaceAll('SITE', site_)}`,
  );
  const run = await runAttack(page, attacked);
  if (lingers > 0) await page.waitForTimeout(lingers);
  const text = await outputOf(page, attacked);
  expect(text).toMatch(shows);
  if (ends !== 'any') expect(run.status, text).toBe(ends);
  if (told !== undefined) expect(await noticeOf(page)).toMatch(told);

  expect(text).not.toMatch(/\bGOT\b/);
  expect(text).not.toContain(secret);
  expect(rival.visits).toEqual([]);
  for (const [fact, value] of Object.entries(await pageFacts(page)))
    expect(value, fact).toEqual(untouched[fact]);
  expect(await outputOf(page, bystander)).toBe('I was here7');

  const after = await runAttack(page, witness);
  expect(after).toEqual({ status: 'done', text: 'still here42' });
  expect(errors.slice(known).filter((error) => /at .*\/_astro\//.test(error))).toEqual([]);
}

describe.each([
  ['the network', networkAttacks],
  ['the site’s storage', storageAttacks],
  ['the page and the device', pageAttacks],
  ['workers of its own', workerAttacks],
  ['the port to the page', portAttacks],
  ['forged messages', forgeries],
  ['the ground of the next cell', damageAttacks],
  ['the page, through outputs', outputAttacks],
  ['the time after its end', leftoverAttacks],
] as const)('a cell that is after %s', (_, attacks) => {
  it.each(attacks.map((attack) => [attack.name, attack] as const))('%s', (_name, attack) => contain(attack));
});
