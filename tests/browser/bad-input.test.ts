import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/lessons-runtime/shared/language.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import {
  button,
  buttons,
  cell,
  lessonPath,
  runAll,
  runCell,
  status,
  writeCell,
} from '../support/lesson-page.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const shard = '**/classifier-1-of-1.bin';
const modelFile = 'public/models/efficientnet-lite0@1/classifier-1-of-1.bin';

async function chooseFile(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await page.locator('[data-photo-file]').setInputFiles({ name, mimeType, buffer });
}

describe('photos', () => {
  it.each([
    ['es', 'no se pudo leer «apuntes.jpg» como imagen', 'JPEG, PNG o WebP'],
    ['en', '“apuntes.jpg” could not be read as a picture', 'JPEG, PNG or WebP'],
  ] as const)('a file that is no picture is told (%s), and the earlier choice stays', async (language, what, advice) => {
    const { page, errors, close } = await openPage(browser, `${lessonPath[language]}?backend=wasm`);
    await chooseFile(page, 'apuntes.jpg', 'image/jpeg', Buffer.from('these are words, not pixels'));
    const trouble = page.locator('[data-photo-trouble]');
    await expect.poll(async () => (await trouble.innerText()).toLowerCase()).toContain(what.toLowerCase());
    expect(await trouble.innerText()).toContain(advice);
    const statuses = await runAll(page, language);
    expect(new Set(Object.values(statuses))).toEqual(new Set(['done']));
    expect(errors).toEqual([]);
    await close();
  });

  it('a photo of 40 megapixels is scaled on arrival, said so, and used', async () => {
    const { page, errors, close } = await openPage(browser, `${lessonPath.en}?backend=wasm`);
    await chooseFile(page, 'huge.png', 'image/png', greyPng(8000, 5000));
    await page.getByText('It was reduced from 8000 × 5000 to 1024 × 640 pixels').waitFor({ timeout: 30_000 });
    const statuses = await runAll(page, 'en');
    expect(new Set(Object.values(statuses))).toEqual(new Set(['done']));
    expect(errors).toEqual([]);
    await close();
  });

  it('an own photo is what the cells get', async () => {
    const { page, close } = await openPage(browser, `${lessonPath.en}?backend=wasm`);
    await chooseFile(
      page,
      'panda.jpg',
      'image/jpeg',
      readFileSync('public/datasets/gallery@1/photos/panda.jpg'),
    );
    await page.getByText('Chosen: panda.jpg').waitFor();
    await runAll(page, 'en');
    expect(await cell(page, 'top-k').locator('[data-output=table]').innerText()).toContain('panda');
    await close();
  });

  it.each([
    ['es', 'El navegador no ha dado permiso para usar la cámara', 'Usar la cámara'],
    ['en', 'The browser did not give leave to use the camera', 'Use the camera'],
  ] as const)('a camera that is refused is told (%s)', async (language, what, name) => {
    const refusing = await launchBrowser('--use-fake-device-for-media-stream', '--deny-permission-prompts');
    const { page, close } = await openPage(refusing, lessonPath[language]);
    await (await button(page, name)).click();
    await expect.poll(() => page.locator('[data-photo-trouble]').innerText()).toContain(what);
    expect(await (await button(page, name)).isVisible()).toBe(true);
    await close();
    await refusing.close();
  });

  it('a camera that is there takes a photo', async () => {
    const filming = await launchBrowser(
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    );
    const { page, close } = await openPage(filming, `${lessonPath.en}?backend=wasm`);
    await (await button(page, 'Use the camera')).click();
    await page.waitForTimeout(300);
    await (await button(page, 'Take the photo')).click();
    await page.getByText('Chosen:').waitFor();
    expect(await page.locator('[data-photo-camera]').isHidden()).toBe(true);
    await close();
    await filming.close();
  });
});

/** Runs the cell again, and waits for its end: what an earlier run left may still be shown when Run is pressed. */
async function runAgain(page: Page, language: Language): Promise<void> {
  await (await button(cell(page, 'load-model'), buttons[language].run)).click();
  await status(page, 'load-model', 'done');
}

describe('files that fail on the way', () => {
  const whole = readFileSync(modelFile);
  const flipped = Buffer.from(whole);
  flipped[1000] = (flipped[1000] ?? 0) ^ 0xff;

  it.each([
    ['cut short', 'es', { body: whole.subarray(0, 5000) }, 'llegó incompleto o dañado'],
    ['damaged', 'en', { body: flipped }, 'arrived incomplete or damaged'],
    ['missing', 'es', { status: 404, body: 'not here' }, 'El sitio no tiene el archivo'],
    ['missing', 'en', { status: 404, body: 'not here' }, 'The site does not have the file'],
  ] as const)('a model shard that is %s is told (%s), and the next try works', async (_what, language, answer, told) => {
    const { page, close } = await openPage(browser, `${lessonPath[language]}?backend=wasm`);
    await page.route(shard, (route) => route.fulfill(answer));
    await runCell(page, language, 'load-model', 'failed');
    const error = await cell(page, 'load-model').locator('[data-output=error]').innerText();
    expect(error).toContain(told);
    expect(error).toContain('classifier-1-of-1.bin');
    await page.unroute(shard);
    await runAgain(page, language);
    await close();
  });

  it('a line that breaks is told, and the next try works', async () => {
    const { page, close } = await openPage(browser, `${lessonPath.es}?backend=wasm`);
    await page.route(shard, (route) => route.abort());
    await runCell(page, 'es', 'load-model', 'failed');
    expect(await cell(page, 'load-model').locator('[data-output=error]').innerText()).toContain(
      'la conexión falló',
    );
    await page.unroute(shard);
    await runAgain(page, 'es');
    await close();
  });

  it('a kernel that does not come is told, and the next try works', async () => {
    const { page, close } = await openPage(browser, `${lessonPath.en}?backend=wasm`);
    await page.route('**/kernel.*.js', (route) => route.abort());
    await (await button(cell(page, 'load-model'), buttons.en.run)).click();
    await page.getByRole('status').filter({ hasText: 'TensorFlow.js could not be loaded' }).waitFor();
    await page.unroute('**/kernel.*.js');
    await runAgain(page, 'en');
    await close();
  });

  it('Stop ends a download', async () => {
    const { page, close } = await openPage(browser, `${lessonPath.en}?backend=wasm`);
    await page.route(shard, () => {});
    await (await button(cell(page, 'load-model'), buttons.en.run)).click();
    await page.locator('[data-backend=wasm]').waitFor();
    await page.waitForTimeout(500);
    await (await button(cell(page, 'load-model'), buttons.en.stop)).click();
    await page.locator('[data-cell="load-model"][data-status="stopped"]').waitFor({ timeout: 1000 });
    await close();
  });
});

it('a browser without WebGL runs the lesson on wasm and says why', async () => {
  const plain = await launchBrowser('--disable-gpu', '--disable-software-rasterizer');
  const { page, errors, close } = await openPage(plain, lessonPath.es);
  const statuses = await runAll(page, 'es');
  expect(new Set(Object.values(statuses))).toEqual(new Set(['done']));
  expect(await page.locator('[data-backend=wasm]').innerText()).toContain('no ofrece WebGL');
  expect(errors).toEqual([]);
  await close();

  const forced = await openPage(plain, `${lessonPath.en}?backend=webgl`);
  await runCell(forced.page, 'en', 'load-model');
  expect(await forced.page.locator('[data-backend=wasm]').innerText()).toContain('not available here');
  await forced.close();
  await plain.close();
});

it('a cell that asks for a photo the gallery has not is told', async () => {
  const { page, close } = await openPage(browser, `${lessonPath.en}?backend=wasm`);
  await writeCell(
    page,
    'load-model',
    "import { galleryPhoto } from 'deshielo';\nawait galleryPhoto('unicorn');",
  );
  await runCell(page, 'en', 'load-model', 'failed');
  expect(await cell(page, 'load-model').locator('[data-output=error]').innerText()).toContain(
    'no photo called “unicorn”',
  );
  await close();
});

/** A grey picture of any size as a PNG of few bytes. */
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
