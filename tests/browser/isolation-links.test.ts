import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, inject, it } from 'vitest';
import { openPage, type SitePage } from '../support/browser.ts';
import { enginePath, runCell, writeCell } from '../support/lesson-page.ts';
import { siteTest } from '../support/site-test.ts';
import { waitForEdit } from '../support/stored-record.ts';

/** Asserts that no cell ran: no status, no output, no worker, and no request for the engine. */
async function expectNothingRan({ page, requests }: SitePage): Promise<void> {
  await page.waitForLoadState('networkidle');
  const statuses = await page.$$eval('[data-cell]', (cells) =>
    cells.map((cell) => cell.getAttribute('data-status')),
  );
  expect(new Set(statuses)).toEqual(new Set(['idle']));
  expect(statuses.length).toBeGreaterThan(3);
  expect(await page.locator('[data-output]').count()).toBe(0);
  expect(page.frames().length).toBe(1);
  const engine = requests
    .map((request) => request.url())
    .filter((url) => /runner\.html|kernel|backend-|\.wasm|\/models\//.test(url));
  expect(engine).toEqual([]);
}

describe('a lesson opened by a link runs nothing by itself', () => {
  siteTest.for([
    '?run=1&autorun=true&cell=first',
    '?backend=wasm&code=console.log(1)&source=console.log(1)&cells=%5B%22first%22%5D',
    '#first',
    '#run',
    '#cell=first&run',
    '#code=Y29uc29sZS5sb2coMSk=',
    '?backend=javascript:alert(1)#%3Cscript%3Ealert(1)%3C/script%3E',
    '#:~:text=Run',
  ])('%s', async (tail, { open }) => {
    await expectNothingRan(await open(enginePath.en + tail, { site: inject('testSite') }));
  });

  siteTest('with edits of an earlier visit', async ({ openEngine }) => {
    const site = await openEngine('en');
    const edit = "document.title = 'ran'; console.log('ran');";
    await writeCell(site.page, 'first', edit);
    await waitForEdit(site.page, 'first', edit);
    site.requests.length = 0;
    await site.page.reload();
    await site.page.locator('[data-cell="first"] .cm-content').waitFor();
    await expectNothingRan(site);
  });

  siteTest('with messages of the page that opened it', async ({ browser }) => {
    const opener = await startOpener();
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(opener.origin);
    const [popup] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: 'open' }).click(),
    ]);
    await popup.waitForLoadState();
    await page.getByText('sent 6').waitFor();
    const statuses = await popup.$$eval('[data-cell]', (cells) =>
      cells.map((each) => each.getAttribute('data-status')),
    );
    expect(new Set(statuses)).toEqual(new Set(['idle']));
    expect(popup.frames().length).toBe(1);
    await context.close();
    await opener.close();
  });

  siteTest(
    'with foreign messages while a worker runs, which neither end nor start a run',
    async ({ openEngine }) => {
      const site = await openEngine('en');
      const { page } = site;
      await writeCell(page, 'first', '6 * 7');
      await runCell(page, 'en', 'first');
      await page.evaluate(() => {
        for (const data of ['worker-lost', 'alive', { type: 'run', cell: 'third', run: 9, source: '1' }]) {
          postMessage(data, '*', [new MessageChannel().port1, new MessageChannel().port1]);
          for (const frame of document.querySelectorAll('iframe'))
            frame.contentWindow?.postMessage(data, '*');
        }
      });
      await writeCell(page, 'first', "typeof kept; 'same worker'");
      await runCell(page, 'en', 'first');
      expect(await page.locator('.lesson-notice').count()).toBe(0);
    },
  );
});

describe('the content security policies', () => {
  it('allow a lesson’s page no inline script, no eval, no other origin', async () => {
    const html = await (await fetch(inject('testSite') + enginePath.en)).text();
    const policy = /http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1] ?? '';
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
    expect(scripts).toContain("'self'");
    expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*|data:|blob:/);
    for (const rule of [
      "default-src 'self'",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'none'",
      "frame-src 'self'",
    ]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toMatch(/https?:|\*/);
  });

  it('allow the runner’s page nothing but scripts and blobs', async () => {
    const html = await readFile('public/runner.html', 'utf8');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy.split('; ').sort()).toEqual(
      [
        "default-src 'none'",
        "script-src 'unsafe-inline' 'unsafe-eval' blob:",
        'worker-src blob:',
        'connect-src blob: data:',
        "base-uri 'none'",
        "form-action 'none'",
      ].sort(),
    );
    expect(html.match(/sandbox = '([^']*)'/)?.[1]).toBe('allow-scripts');
  });

  siteTest(
    'let the runner start no worker for a page of another origin, nor by itself',
    async ({ browser }) => {
      const opener = await startOpener();
      const { page, close } = await openPage(browser, '/runner.html');
      await page.evaluate(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (document.title = 'answered');
        port1.postMessage('alive?');
        postMessage(new Blob(['1']), '*', [new MessageChannel().port1, port2]);
      });
      await page.waitForTimeout(500);
      expect(await page.title()).toBe('lesson worker');
      await page.goto(`${opener.origin}/embed`);
      await page.waitForFunction(() => document.title === 'sent');
      await page.waitForTimeout(500);
      expect(await page.title()).toBe('sent');
      await close();
      await opener.close();
    },
  );
});

/** Serves a page of another origin that opens the lesson, or embeds the runner, and posts messages to it. */
async function startOpener(): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const site = inject('testSite');
  const lesson = site + enginePath.en;
  const talk = `const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { document.title = 'answered'; };
    port1.postMessage('alive?');
    target.postMessage(new Blob(['1']), '*', [new MessageChannel().port1, port2]);
    document.title = 'sent';
    for (const data of ['worker-lost', { type: 'run', cell: 'first', run: 1, source: '1' }, { type: 'finished' }, new Blob(['postMessage(1)'])])
    target.postMessage(data, '*', [new MessageChannel().port1, new MessageChannel().port1]);`;
  const server: Server = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(
      request.url === '/embed'
        ? `<iframe src="${site}/runner.html"></iframe><script>const target = frames[0]; document.querySelector('iframe').onload = () => { ${talk} };</script>`
        : `<button>open</button><output></output><script>document.querySelector('button').onclick = () => {
            const target = open(${JSON.stringify(lesson)});
            let times = 0;
            setInterval(() => { ${talk} document.querySelector('output').textContent = 'sent ' + ++times; }, 100);
          };</script>`,
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
