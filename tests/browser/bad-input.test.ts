import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import type { Language } from '../../src/lessons-runtime/shared/language.ts';
import { button, buttons, cell, enginePath, runCell, status, writeCell } from '../support/lesson-page.ts';
import { createSiteTest, siteTest } from '../support/site-test.ts';

const id = 'first';
const fakeCamera = '--use-fake-device-for-media-stream';
const refusingTest = createSiteTest(fakeCamera, '--deny-permission-prompts');
const filmingTest = createSiteTest(fakeCamera, '--use-fake-ui-for-media-stream');
const withoutWebglTest = createSiteTest('--disable-gpu', '--disable-software-rasterizer');

async function chooseFile(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await page.locator('[data-photo-file]').setInputFiles({ name, mimeType, buffer });
}

/** Runs a cell that shows the chosen photo at 32 × 32, and returns the mean of its red, green and blue. */
async function meanColour(page: Page, language: Language): Promise<readonly number[]> {
  await writeCell(
    page,
    id,
    `import { chosenPhoto, imgToArray, loadImage } from 'deshielo';
     const image = await loadImage(await chosenPhoto(), { targetSize: [32, 32] });
     tf.tidy(() => JSON.stringify(Array.from(imgToArray(image).mean([0, 1]).dataSync()).map(Math.round)));`,
  );
  await runCell(page, language, id);
  return JSON.parse(JSON.parse(await cell(page, id).locator('[data-output=value]').innerText()));
}

describe('a chosen photo', () => {
  siteTest.for([
    ['es', 'no se pudo leer «apuntes.jpg» como imagen', 'JPEG, PNG o WebP'],
    ['en', '“apuntes.jpg” could not be read as a picture', 'JPEG, PNG or WebP'],
  ] as const)(
    'that is no picture is reported, and the earlier choice stays (%s)',
    async ([language, what, advice], { openEngine }) => {
      const { page } = await openEngine(language);
      const before = await meanColour(page, language);
      await chooseFile(page, 'apuntes.jpg', 'image/jpeg', Buffer.from('these are words, not pixels'));
      const problem = page.locator('[data-photo-trouble]');
      await expect.poll(async () => (await problem.innerText()).toLowerCase()).toContain(what.toLowerCase());
      expect(await problem.innerText()).toContain(advice);
      expect(await meanColour(page, language)).toEqual(before);
    },
  );

  siteTest('of 40 megapixels is reduced, with a note, and reaches a cell', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    await chooseFile(page, 'huge.png', 'image/png', greyPng(8000, 5000));
    await page.getByText('It was reduced from 8000 × 5000 to 1024 × 640 pixels').waitFor({ timeout: 30_000 });
    expect(await meanColour(page, 'en')).toEqual([128, 128, 128]);
  });
});

describe('the camera', () => {
  refusingTest.for([
    ['es', 'El navegador no ha dado permiso para usar la cámara', 'Usar la cámara'],
    ['en', 'The browser did not give leave to use the camera', 'Use the camera'],
  ] as const)('is reported as refused (%s)', async ([language, what, name], { openEngine }) => {
    const { page } = await openEngine(language);
    await (await button(page, name)).click();
    await expect.poll(() => page.locator('[data-photo-trouble]').innerText()).toContain(what);
    expect(await (await button(page, name)).isVisible()).toBe(true);
  });

  filmingTest('takes a photo', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    await (await button(page, 'Use the camera')).click();
    const video = page.locator('[data-photo-picker] [data-photo-camera]');
    await expect
      .poll(() => video.evaluate(({ videoWidth }: HTMLVideoElement) => videoWidth))
      .toBeGreaterThan(0);
    await (await button(page, 'Take the photo')).click();
    await page.getByText('Chosen:').waitFor();
    expect(await video.isHidden()).toBe(true);
  });
});

describe('a download that fails', () => {
  const shard = '**/classifier-1-of-1.bin';
  const complete = readFileSync('public/models/efficientnet-lite0@1/classifier-1-of-1.bin');
  const damaged = Buffer.from(complete);
  damaged[1000] = (damaged[1000] ?? 0) ^ 0xff;
  const loadModel =
    "import { efficientNetLite0 } from 'deshielo'; (await efficientNetLite0()).layers.length > 50";
  /** Written by the browser for a request that fails. */
  const expectedErrors = /^Failed to load resource|net::ERR_FAILED/;

  /** Runs the cell again and waits for its end: its earlier status may still be shown when Run is pressed. */
  async function runAgain(page: Page, language: Language): Promise<void> {
    await (await button(cell(page, id), buttons[language].run)).click();
    await status(page, id, 'done');
  }

  siteTest.for([
    ['incomplete', 'es', { body: complete.subarray(0, 5000) }, 'llegó incompleto o dañado'],
    ['damaged', 'en', { body: damaged }, 'arrived incomplete or damaged'],
    ['missing', 'es', { status: 404, body: 'not here' }, 'El sitio no tiene el archivo'],
    ['missing', 'en', { status: 404, body: 'not here' }, 'The site does not have the file'],
    ['interrupted', 'es', null, 'la conexión falló'],
  ] as const)(
    'reports a part of a model that is %s, and the next run works (%s)',
    async ([, language, answer, reported], { openEngine }) => {
      const { page } = await openEngine(language, { expectedErrors });
      await page.route(shard, (route) => (answer === null ? route.abort() : route.fulfill(answer)));
      await writeCell(page, id, loadModel);
      await runCell(page, language, id, 'failed');
      const error = await cell(page, id).locator('[data-output=error]').innerText();
      expect(error).toContain(reported);
      expect(error).toContain('classifier-1-of-1.bin');
      await page.unroute(shard);
      await runAgain(page, language);
    },
  );

  siteTest('reports a missing kernel, and the next run works', async ({ openEngine }) => {
    const { page } = await openEngine('en', { expectedErrors });
    await page.route('**/kernel.*.js', (route) => route.abort());
    await (await button(cell(page, id), buttons.en.run)).click();
    await page.getByRole('status').filter({ hasText: 'TensorFlow.js could not be loaded' }).waitFor();
    await page.unroute('**/kernel.*.js');
    await runAgain(page, 'en');
  });

  siteTest('is ended by Stop', async ({ openEngine }) => {
    const { page } = await openEngine('en');
    await page.route(shard, () => {});
    const requested = page.waitForRequest(shard);
    await writeCell(page, id, loadModel);
    await (await button(cell(page, id), buttons.en.run)).click();
    await requested;
    await (await button(cell(page, id), buttons.en.stop)).click();
    await status(page, id, 'stopped', 5000);
  });
});

describe('a browser without WebGL', () => {
  withoutWebglTest('runs a lesson on wasm and shows the reason', async ({ open }) => {
    const { page } = await open(enginePath.es, { site: inject('testSite') });
    await runCell(page, 'es', id);
    expect(await page.locator('[data-backend-text]').textContent()).toContain('no ofrece WebGL');
  });

  withoutWebglTest('runs a lesson on wasm if its address asks for WebGL', async ({ openEngine }) => {
    const { page } = await openEngine('en', { backend: 'webgl' });
    await runCell(page, 'en', id);
    expect(await page.locator('[data-backend-text]').textContent()).toContain('not available here');
  });
});

siteTest('a name that is not in the gallery is reported', async ({ openEngine }) => {
  const { page } = await openEngine('en');
  await writeCell(page, id, "import { galleryPhoto } from 'deshielo';\nawait galleryPhoto('unicorn');");
  await runCell(page, 'en', id, 'failed');
  expect(await cell(page, id).locator('[data-output=error]').innerText()).toContain(
    'no photo called “unicorn”',
  );
});

/** Creates a grey PNG of any size in few bytes. */
function greyPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 0x80);
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
