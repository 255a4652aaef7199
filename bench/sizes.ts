import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openPage, openProfile } from './browser.ts';
import { firstCell, freeCell, lessonPath, openEditor, replaceCode, runCell } from './lesson-page.ts';
import type { Bench, Measure } from './measure.ts';
import { kilobytes, type Section } from './report.ts';
import { compress } from './serve-files.ts';

const chart = `import * as tfvis from '@tensorflow/tfjs-vis';
await tfvis.render.linechart({ name: 'line' }, { values: [[{ x: 0, y: 1 }, { x: 1, y: 2 }]], series: ['a'] });`;

/** A step of a visit and the files that it requests. */
interface Phase {
  readonly name: string;
  readonly kind: 'script' | 'wasm';
  readonly files: readonly Buffer[];
}

/** Measures the files that the browser requests at each step of a visit, with the best compression of a static host. */
export const sizes: Measure = {
  name: 'sizes',
  async run({ server, site }: Bench): Promise<readonly Section[]> {
    const phases: Phase[] = [];
    for (const backend of ['wasm', 'webgl'] as const) {
      const profile = await openProfile();
      try {
        const page = await profile.context.newPage();
        const requested = recordPaths(page);
        const add = async (name: string, kind: Phase['kind'] = 'script') => {
          const paths = requested.splice(0);
          const scripts = paths.filter((path) => path.endsWith('.js'));
          const wasm = paths.filter((path) => path.endsWith('.wasm'));
          const read = (files: readonly string[]) =>
            Promise.all(files.map((path) => readFile(join(site, path))));
          phases.push({ name, kind, files: await read(scripts) });
          if (wasm.length > 0) phases.push({ name: `${name}: wasm`, kind: 'wasm', files: await read(wasm) });
        };

        await openPage(profile.context, `${server.origin}${lessonPath}?backend=${backend}`, null, page);
        if (backend === 'wasm') {
          await add('before any interaction');
          const inline = await page.$$eval('script:not([src])', (scripts) =>
            scripts.map(({ textContent }) => textContent ?? ''),
          );
          phases.push({
            name: '… and inline in the page',
            kind: 'script',
            files: inline.map((text) => Buffer.from(text)),
          });
        }
        requested.splice(0);
        await runCell(page, firstCell);
        await add(`first Run, ${backend}`);
        if (backend === 'webgl') continue;
        await openEditor(page, freeCell);
        await add('editor, at the first edit');
        await replaceCode(page, freeCell, chart);
        await runCell(page, freeCell);
        await page
          .locator(`[data-cell="${freeCell}"] [data-output="chart"] :is(svg, canvas)`)
          .first()
          .waitFor();
        await add('charts, at the first chart');
      } finally {
        await profile.close();
      }
    }
    return [
      {
        title: 'Sizes',
        about: 'KB (1000 bytes) of the files that the browser requests, each compressed separately.',
        head: ['when', 'files', 'raw', 'gzip -9', 'brotli 11'],
        rows: await Promise.all(phases.map(row)),
      },
    ];
  },
};

/** Returns a list to which the path of each further request of a page is added. */
function recordPaths(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (url.startsWith('http')) paths.push(new URL(url).pathname);
  });
  return paths;
}

async function row({ name, files }: Phase): Promise<readonly string[]> {
  const total = async (encoding: 'identity' | 'gzip' | 'br') => {
    const packed = await Promise.all(files.map((file) => compress(file, encoding)));
    return kilobytes(packed.reduce((sum, { byteLength }) => sum + byteLength, 0));
  };
  return [name, String(files.length), await total('identity'), await total('gzip'), await total('br')];
}
