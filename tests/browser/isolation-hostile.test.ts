import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noticeOf, outputOf, pageFacts, plantCanaries, runAttack } from '../support/attacked-page.ts';
import { type HostileAttack, hostileAttacks, hostileKernel } from '../support/attacks/hostile-kernel.ts';
import { launchBrowser, openPage, type SitePage } from '../support/browser.ts';
import { cell, lessonPath, writeCell } from '../support/lesson-page.ts';
import { type RivalServer, startRivalServer } from '../support/rival-server.ts';

let browser: Browser;
let rival: RivalServer;
let site: SitePage;
let untouched: Record<string, unknown>;
const attacked = 'load-model';
const bystander = 'choose-photo';
const witness = 'training-time';

beforeAll(async () => {
  browser = await launchBrowser();
  rival = await startRivalServer();
  site = await openPage(browser, lessonPath.en);
  const { page } = site;
  await page.route('**/_astro/kernel.*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: hostileKernel }),
  );
  await plantCanaries(page);
  await writeCell(page, bystander, "print('I was here');");
  await runAttack(page, bystander);
  await writeCell(page, witness, "print('still here');");
  await runAttack(page, witness);
  await page.waitForTimeout(600);
  untouched = await pageFacts(page);
});
afterAll(async () => {
  await site.close();
  await rival.close();
  await browser.close();
});

async function withstand({ source, shows, told }: HostileAttack): Promise<void> {
  const { page, errors, requests } = site;
  const known = errors.length;
  const asked = requests.length;
  const origin = new URL(page.url()).origin;
  await writeCell(page, attacked, source.replaceAll('RIVAL', rival.origin).replaceAll('SITE', origin));
  await runAttack(page, attacked);
  if (told !== undefined) await expect.poll(() => noticeOf(page)).toMatch(told);
  const text = await outputOf(page, attacked);
  expect(text).toMatch(shows);

  expect(text).not.toContain('FORGED');
  expect(await outputOf(page, bystander)).toBe('I was here');
  expect(await cell(page, bystander).getAttribute('data-status')).toBe('done');
  expect(rival.visits).toEqual([]);
  for (const [fact, value] of Object.entries(await pageFacts(page)))
    expect(value, fact).toEqual(untouched[fact]);
  const paths = requests.slice(asked).map((request) => new URL(request.url()).pathname);
  expect(paths.filter((path) => !/^\/(_astro|models|datasets)\/|^\/runner\.html$/.test(path))).toEqual([]);
  expect(errors.slice(known).filter((error) => !/404/.test(error))).toEqual([]);
  expect(await runAttack(page, witness)).toEqual({ status: 'done', text: 'still here' });
}

describe('a worker that is all an attacker’s, port included, cannot send the page', () => {
  it.each(hostileAttacks.map((attack) => [attack.name, attack] as const))('%s', (_, attack) =>
    withstand(attack));
});
