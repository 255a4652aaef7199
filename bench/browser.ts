import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../tools/find-chromium.ts';

/** A browser with a new profile, in which nothing is cached or stored. */
export interface Profile {
  readonly context: BrowserContext;
  /** Closes the browser and removes the profile. */
  close(): Promise<void>;
}

const switches = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a browser with a new profile. @param more switches, e.g. for a camera without a device */
export async function openProfile(...more: readonly string[]): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'deshielo-bench-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: await findChromium(),
    headless: true,
    chromiumSandbox: false,
    args: [...switches, ...more],
  });
  context.setDefaultTimeout(240_000);
  return {
    context,
    async close() {
      await context.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * Opens a page and waits until its network is idle.
 * @param network the simulated network, `null` for no limits
 * @param opened a page to reuse, `null` for the first one of the browser
 * @returns the page, and the milliseconds from navigation to its `load` event
 */
export async function openPage(
  context: BrowserContext,
  url: string,
  network: NetworkConditions | null = null,
  opened: Page | null = null,
): Promise<{ readonly page: Page; readonly loadMilliseconds: number }> {
  const page = opened ?? context.pages()[0] ?? (await context.newPage());
  if (network !== null) await limitNetwork(page, network);
  await page.goto(url, { waitUntil: 'networkidle' });
  const loadMilliseconds = await page.evaluate(
    () => performance.getEntriesByType('navigation').map((entry) => entry.toJSON().loadEventEnd as number)[0],
  );
  return { page, loadMilliseconds: loadMilliseconds ?? 0 };
}

/** A simulated network: its download rate, and the latency of each request. */
export interface NetworkConditions {
  readonly megabitsPerSecond: number;
  readonly latencyMilliseconds: number;
}

async function limitNetwork(
  page: Page,
  { megabitsPerSecond, latencyMilliseconds }: NetworkConditions,
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMilliseconds,
    downloadThroughput: (megabitsPerSecond * 1e6) / 8,
    uploadThroughput: 1e6 / 8,
  });
}

/** Returns a description of the browser's version and WebGL renderer. */
export async function describeBrowser(context: BrowserContext): Promise<string> {
  const page = await context.newPage();
  const renderer = await page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    const named = gl?.getExtension('WEBGL_debug_renderer_info');
    return gl && named ? String(gl.getParameter(named.UNMASKED_RENDERER_WEBGL)) : 'no WebGL 2';
  });
  await page.close();
  return `Chromium ${context.browser()?.version() ?? 'of unknown version'}, headless; WebGL: ${renderer}`;
}
