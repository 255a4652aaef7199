import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { outputOf } from '../support/attacked-page.ts';
import { runCell, writeCell } from '../support/lesson-page.ts';
import { colourFormula, orientations, orientedJpeg } from '../support/oriented-photos.ts';
import { createSharedEngineTest } from '../support/site-test.ts';

const reader = 'first';
const asker = 'second';
const className = 'cat';

const photoTest = createSharedEngineTest('wasm', {
  flags: ['--use-fake-ui-for-media-stream'],
  context: { permissions: ['camera'] },
  async begin({ page }) {
    await writeCell(
      page,
      reader,
      `import { chosenPhoto, galleryPhoto, imgToArray, loadImage, myClasses } from 'deshielo';
       const colour = ${colourFormula};
       async function compare(photo: Awaited<ReturnType<typeof chosenPhoto>>) {
         const tensor = imgToArray(await loadImage(photo));
         const [height, width] = tensor.shape;
         const values = await tensor.data();
         tensor.dispose();
         let sum = 0;
         for (let at = 0; at < values.length; at++) {
           const pixel = Math.floor(at / 3);
           const wanted = colour((pixel % width + 0.5) / width, (Math.floor(pixel / width) + 0.5) / height)[at % 3];
           sum += Math.abs(values[at] - wanted);
         }
         return { name: photo.name, size: width + ' × ' + height, error: Math.round(sum / values.length * 10) / 10 };
       }`,
    );
    await runCell(page, 'en', reader);
  },
});

/** A photo as a cell got it; `error` is the mean absolute difference from the upright picture, of 255. */
interface Compared {
  readonly name: string;
  readonly size: string;
  readonly error: number;
}

/** What is in the cell that compares: to run it again, it need not be written again. */
let written = '';

/** Compares, in a cell, the photos that these expressions return. */
async function compare(page: Page, ...photos: readonly string[]): Promise<readonly Compared[]> {
  const asked = photos.map(
    (photo) => `for (const each of [${photo}].flat()) compared.push(await compare(each));`,
  );
  const source = `{ const compared = []; ${asked.join(' ')} console.log(JSON.stringify(compared)); }`;
  if (source !== written) await writeCell(page, asker, source);
  written = source;
  await runCell(page, 'en', asker);
  return JSON.parse(await outputOf(page, asker));
}

/** Above the loss of a JPEG, far below the error of a picture turned the wrong way. */
const wrongTurn = 2;

const small = { width: 96, height: 64, shown: '96 × 64' };
const large = { width: 1536, height: 1024, shown: '1024 × 683' };
const files = orientations.flatMap((orientation) =>
  [small, large].map(({ width, height, shown }) => ({
    name: `${orientation}-${width}.jpg`,
    shown,
    buffer: orientedJpeg(width, height, orientation),
  })),
);
const upload = async ({ name, buffer }: (typeof files)[number]) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await buffer,
});

describe('a photo that a phone stored turned or mirrored', () => {
  it('is the same upright picture in another decoder', async () => {
    for (const { name, buffer } of files) {
      const upright = await sharp(await buffer)
        .autoOrient()
        .resize(6, 4, { fit: 'fill' })
        .raw()
        .toBuffer();
      const corners = [0, 5, 18, 23].map((at) =>
        [...upright.subarray(at * 3, at * 3 + 3)].map((value) => (value > 120 ? 1 : 0)).join(''),
      );
      expect(corners, name).toEqual(['001', '100', '010', '110']);
    }
  });

  photoTest('is upright in a cell when chosen in the picker', async ({ shared: { page } }) => {
    const compared: Compared[] = [];
    for (const file of files) {
      await page.locator('[data-photo-file]').setInputFiles(await upload(file));
      await page.getByText(`Chosen: ${file.name} (${file.shown}`).waitFor();
      compared.push(...(await compare(page, 'await chosenPhoto()')));
    }
    expect(compared.map(({ name, size }) => [name, size])).toEqual(
      files.map(({ name, shown }) => [name, shown]),
    );
    expect(compared.filter(({ error }) => error >= wrongTurn)).toEqual([]);
  });

  photoTest('is upright in a cell when in a learner’s class', async ({ shared: { page } }) => {
    await page.locator('[data-photo-classes]').scrollIntoViewIfNeeded();
    const group = page.getByRole('group', { name: className, exact: true });
    await group.locator('input[type=file]').setInputFiles(await Promise.all(files.map(upload)));
    await expect.poll(() => group.locator('li').count()).toBe(files.length);
    const compared = await compare(page, '(await myClasses()).images');
    expect(compared.map(({ name, size }) => [name, size])).toEqual(
      files.map(({ name, shown }) => [name, shown === small.shown ? shown : '320 × 213']),
    );
    expect(compared.filter(({ error }) => error >= wrongTurn)).toEqual([]);
  });

  photoTest('is upright in a cell when from the gallery', async ({ shared: { page } }) => {
    const body = await orientedJpeg(small.width, small.height, 6);
    await page.route('**/gallery@1/photos/panda.jpg', (route) =>
      route.fulfill({ contentType: 'image/jpeg', body }),
    );
    await page.locator('input[name=photo][value=panda]').check({ force: true });
    await page.getByText(/^Chosen: (?!\d)/).waitFor();
    const compared = await compare(page, "await galleryPhoto('panda')", 'await chosenPhoto()');
    expect(compared.map(({ name, size }) => [name, size])).toEqual([
      ['Giant panda', small.shown],
      ['Giant panda', small.shown],
    ]);
    expect(compared.filter(({ error }) => error >= wrongTurn)).toEqual([]);
  });

  photoTest('is upright in a cell when from the camera', async ({ shared: { page } }) => {
    await page.evaluate(
      ({ width, height, formula }) => {
        const colour = new Function(`return ${formula}`)();
        const canvas = document.createElement('canvas');
        Object.assign(canvas, { width, height });
        const context = canvas.getContext('2d');
        const draw = () => {
          for (let y = 0; y < height; y++) {
            for (let x = 0; x < width; x++) {
              if (context === null) return;
              context.fillStyle = `rgb(${colour((x + 0.5) / width, (y + 0.5) / height).join()})`;
              context.fillRect(x, y, 1, 1);
            }
          }
        };
        draw();
        setInterval(draw, 100);
        navigator.mediaDevices.getUserMedia = async () => canvas.captureStream();
      },
      { width: small.width, height: small.height, formula: colourFormula },
    );
    const picker = page.locator('[data-photo-picker]');
    const group = page.getByRole('group', { name: className, exact: true });
    async function shoot(place: Locator): Promise<void> {
      await place.locator('[data-action=camera]').click();
      await expect
        .poll(() => place.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth))
        .toBe(small.width);
      await place.locator('[data-action=shoot]').click();
    }
    await shoot(picker);
    await page.getByText(`Chosen: 📷 (${small.shown}`).waitFor();
    await shoot(group);
    await expect.poll(() => group.locator('li').count()).toBe(files.length + 1);
    await group.locator('[data-action=camera-off]').click();
    const compared = await compare(page, 'await chosenPhoto()', '(await myClasses()).images.at(-1)');
    expect(compared.map(({ size }) => size)).toEqual([small.shown, small.shown]);
    // A video's colours are coarser.
    expect(compared.filter(({ error }) => error >= 8)).toEqual([]);
  });
});

photoTest(
  'a transparent picture gets a white background, from the picker and from a class',
  async ({ shared: { page } }) => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const buffer = await sharp({ create: { width: 8, height: 8, channels: 4, background: clear } })
      .png()
      .toBuffer();
    const file = { name: 'clear.png', mimeType: 'image/png', buffer };
    await page.locator('[data-photo-file]').setInputFiles(file);
    await page.getByText('Chosen: clear.png').waitFor();
    const group = page.getByRole('group', { name: className, exact: true });
    const count = await group.locator('li').count();
    await group.locator('input[type=file]').setInputFiles(file);
    await expect.poll(() => group.locator('li').count()).toBe(count + 1);
    written = `for (const photo of [await chosenPhoto(), (await myClasses()).images.at(-1)])
    console.log((await loadImage(photo)).data.slice(0, 4).join());`;
    await writeCell(page, asker, written);
    await runCell(page, 'en', asker);
    expect(await outputOf(page, asker)).toBe('255,255,255,255\n255,255,255,255');
  },
);
