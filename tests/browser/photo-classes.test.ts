import type { Page } from 'playwright-core';
import sharp, { type Sharp } from 'sharp';
import { describe, expect } from 'vitest';
import { outputOf } from '../support/attacked-page.ts';
import { violations } from '../support/axe.ts';
import { cell, restart, runCell, status, writeCell } from '../support/lesson-page.ts';
import { createSharedEngineTest, createSiteTest } from '../support/site-test.ts';

const flags = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
const context = { permissions: ['camera'] };
/** Each test continues with the classes of the one before. */
const classesTest = createSharedEngineTest('wasm', { flags, context });
const cameraTest = createSiteTest(...flags);
const id = 'first';

type Colour = { r: number; g: number; b: number };
const red = { r: 255, g: 0, b: 0 };
const blue = { r: 0, g: 0, b: 255 };

function plain(colour: Colour, width = 40, height = 30) {
  return sharp({ create: { width, height, channels: 3, background: colour } });
}
async function jpeg(name: string, picture: Sharp) {
  return { name, mimeType: 'image/jpeg', buffer: await picture.jpeg({ quality: 95 }).toBuffer() };
}

const group = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const photos = (page: Page, name: string) => group(page, name).locator('li');

/** Runs code in the first cell and returns the text of its output. */
async function run(page: Page, source: string): Promise<string> {
  await writeCell(page, id, source);
  await runCell(page, 'en', id);
  return outputOf(page, id);
}

describe('a learner’s classes', () => {
  classesTest('explain what to do while they are empty', async ({ shared: { page } }) => {
    await page.locator('[data-photo-classes]').scrollIntoViewIfNeeded();
    await group(page, 'cat').waitFor();
    await writeCell(page, id, "import { myClasses } from 'deshielo'; await myClasses();");
    await runCell(page, 'en', id, 'failed');
    expect(await outputOf(page, id)).toContain('There is no class with photos of yours yet.');
  });

  classesTest(
    'turn and scale files, name those that are no pictures, and are passed to a cell',
    async ({ shared: { page } }) => {
      // Stored as 64 × 32, red on the left, with the orientation of a phone that was held upright: a quarter turn clockwise.
      const turned = plain(blue, 64, 32)
        .composite([{ input: await plain(red, 32, 32).png().toBuffer(), left: 0, top: 0 }])
        .withMetadata({ orientation: 6 });
      await group(page, 'cat')
        .locator('input[type=file]')
        .setInputFiles([
          await jpeg('turned.jpg', turned),
          await jpeg('large.jpg', plain(red, 1600, 800)),
          { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') },
        ]);
      await expect.poll(() => photos(page, 'cat').count()).toBe(2);
      await expect
        .poll(() => page.locator('[data-classes-trouble]').innerText())
        .toBe('Could not be read as a picture: notes.txt.');
      await group(page, 'dog')
        .locator('input[type=file]')
        .setInputFiles(await jpeg('ice.jpg', plain(blue)));
      await expect.poll(() => photos(page, 'dog').count()).toBe(1);
      expect(
        await run(
          page,
          `import { myClasses, loadImage } from 'deshielo';
         const { classNames, images, labels } = await myClasses();
         console.log(classNames.join(), labels.join(), images.map(({ name }) => name).join());
         console.log(images.map(({ bitmap }) => bitmap.width + 'x' + bitmap.height).join());
         const { data, width, height } = await loadImage(images[0]);
         const at = (x: number, y: number) => Array.from(data.slice((y * width + x) * 4, (y * width + x) * 4 + 3)).map((v) => v > 128 ? 1 : 0).join('');
         console.log(at(16, 8), at(16, height - 8));`,
        ),
      ).toBe('cat,dog 0,0,1 turned.jpg,large.jpg,ice.jpg\n32x64,320x160,40x30\n100 001');
    },
  );

  classesTest('are restored after a reload', async ({ shared: { page } }) => {
    await page.reload();
    await page.locator('[data-photo-classes]').scrollIntoViewIfNeeded();
    await expect.poll(() => photos(page, 'cat').count()).toBe(2);
    const image = photos(page, 'cat').locator('img').first();
    await expect.poll(() => image.evaluate((node: HTMLImageElement) => node.naturalHeight)).toBe(64);
    expect(await image.getAttribute('alt')).toBe('Photo 1 of cat');
  });

  classesTest('remove a photo by keyboard and restore it with Undo', async ({ shared: { page } }) => {
    await page.getByRole('button', { name: 'Remove photo 1 of cat' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => photos(page, 'cat').count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Remove photo 1 of cat',
    );
    await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
    await expect.poll(() => photos(page, 'cat').count()).toBe(2);
    expect(await page.getByRole('button', { name: 'Undo', exact: true }).count()).toBe(0);
  });

  classesTest('can be renamed, added and removed', async ({ shared: { page } }) => {
    await page.getByRole('textbox', { name: 'Name of class 2' }).fill('icy <b>');
    await page.keyboard.press('Enter');
    await group(page, 'icy <b>').waitFor();
    await page.getByRole('button', { name: 'Add a class', exact: true }).click();
    await page.keyboard.type('spare');
    await page.keyboard.press('Tab');
    await group(page, 'spare').waitFor();
    await page.getByRole('button', { name: 'Remove the class spare', exact: true }).click();
    await expect.poll(() => group(page, 'spare').count()).toBe(0);
  });

  classesTest('accept a dropped file', async ({ shared: { page } }) => {
    const { buffer } = await jpeg('x', plain(red));
    await group(page, 'cat').evaluate(
      (node, bytes) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], 'dropped.jpg', { type: 'image/jpeg' }));
        node.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
      },
      [...buffer],
    );
    await expect.poll(() => photos(page, 'cat').count()).toBe(3);
    await expect.poll(() => page.locator('[data-classes-status]').innerText()).toBe('1 photo added to cat.');
  });

  classesTest(
    'accept several photos from the camera, which is then switched off',
    async ({ shared: { page } }) => {
      const before = await photos(page, 'cat').count();
      await group(page, 'cat').getByRole('button', { name: 'Camera for cat' }).click();
      const shoot = group(page, 'cat').getByRole('button', { name: 'Take a photo of cat' });
      await shoot.click();
      await expect.poll(() => photos(page, 'cat').count()).toBe(before + 1);
      await shoot.click();
      await expect.poll(() => photos(page, 'cat').count()).toBe(before + 2);
      await group(page, 'cat').getByRole('button', { name: 'Close the camera' }).click();
      expect(
        await group(page, 'cat')
          .locator('video')
          .evaluate((video: HTMLVideoElement) => video.srcObject),
      ).toBeNull();
    },
  );

  classesTest('have no axe violation', async ({ shared: { page } }) => {
    expect(await violations(page)).toEqual([]);
  });

  classesTest('train a network that tells them apart', async ({ shared: { page } }) => {
    for (const [name, colour] of [
      ['cat', red],
      ['icy <b>', blue],
    ] as const) {
      const files = await Promise.all([1, 2, 3, 4].map((n) => jpeg(`${n}.jpg`, plain(colour, 30 + n, 30))));
      const count = await photos(page, name).count();
      await group(page, name).locator('input[type=file]').setInputFiles(files);
      await expect.poll(() => photos(page, name).count()).toBe(count + 4);
    }
    // Without the frames of the fake camera and the turned photo, each class has one colour.
    const printed = await run(
      page,
      `import { myClasses, imageDataset } from 'deshielo';
       const mine = await myClasses();
       const plainOnes = mine.images.map((image, i) => ({ image, label: mine.labels[i] })).filter(({ image }) => /^\\d\\.jpg$/.test(image.name));
       const set = await imageDataset({
         images: plainOnes.map(({ image }) => image), labels: plainOnes.map(({ label }) => label), classNames: mine.classNames,
         targetSize: [16, 16], batchSize: 4, augment: { flip: 'horizontal', rotate: 10, brightness: 0.1 }, preprocess: (pixels) => pixels.div(255),
       });
       const net = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [16, 16, 3] }), tf.layers.dense({ units: 2, activation: 'softmax' })] });
       net.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
       const { history } = await net.fitDataset(set, { epochs: 12 });
       console.log(set.samples, history.acc.at(-1));`,
    );
    expect(printed).toMatch(/^(?:.*\n)*8 1$/);
  });
});

/** The live view of the network of the last test. */
describe('a live view', () => {
  const live = (page: Page) => cell(page, 'second').locator('.live');
  const best = (page: Page) => live(page).locator('.live-best').innerText();
  const statusOf = (page: Page) => live(page).locator('.live-status').innerText();
  const retrain = (page: Page) => live(page).getByRole('button', { name: 'Train again', exact: true });

  classesTest('classifies pictures that are chosen, dropped and pasted', async ({ shared: { page } }) => {
    await writeCell(
      page,
      'second',
      `import { liveCamera } from 'deshielo';
         await liveCamera(net, { classNames: mine.classNames, preprocess: (pixels) => pixels.div(255) });`,
    );
    await runCell(page, 'en', 'second');
    await live(page).scrollIntoViewIfNeeded();
    expect(await best(page)).toBe('No picture');
    await live(page)
      .locator('input[type=file]')
      .setInputFiles(await jpeg('red.jpg', plain(red, 64, 20)));
    await expect.poll(() => best(page)).toBe('cat');
    expect(await live(page).getByRole('listitem').first().innerText()).toMatch(/^cat\s+\d{2,3}%$/);
    await expect.poll(() => statusOf(page)).toBe('Picture: red.jpg.');
    expect(await live(page).getByRole('img', { name: 'red.jpg' }).count()).toBe(1);
    for (const [type, colour, name] of [
      ['drop', blue, 'icy <b>'],
      ['paste', red, 'cat'],
    ] as const) {
      const { buffer } = await jpeg('x', plain(colour));
      await live(page).evaluate(
        (node, [kind, bytes]) => {
          const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(bytes)], `${kind}.jpg`, { type: 'image/jpeg' }));
          const options = { bubbles: true, cancelable: true };
          if (kind === 'drop') node.dispatchEvent(new DragEvent(kind, { ...options, dataTransfer: data }));
          else document.body.dispatchEvent(new ClipboardEvent(kind, { ...options, clipboardData: data }));
        },
        [type, [...buffer]] as const,
      );
      await expect.poll(() => best(page)).toBe(name);
      await expect.poll(() => statusOf(page)).toBe(`Picture: ${type}.jpg.`);
    }
  });

  classesTest(
    'follows the camera, adds its picture to a class and trains again, by keyboard',
    async ({ shared: { page } }) => {
      await live(page).getByRole('button', { name: 'Turn the camera on' }).press('Enter');
      await expect.poll(() => statusOf(page)).toMatch(/^Live: \d+ pictures a second\.$/);
      // The picture of the fake camera is green.
      await expect.poll(() => best(page)).toMatch(/^(?:cat|icy <b>)$/);
      const name = await best(page);
      await expect.poll(() => cell(page, 'second').locator('[data-cell-live]').innerText()).toBe(name);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await violations(page, '[data-cell="second"]'), colorScheme).toEqual([]);
      }
      const count = await photos(page, 'cat').count();
      await live(page).getByRole('button', { name: 'Add to cat' }).press('Enter');
      await expect.poll(() => photos(page, 'cat').count()).toBe(count + 1);
      expect(await live(page).locator('.live-added').innerText()).toBe(
        `Added to cat, which now has ${count + 1} photos.`,
      );
      await expect.poll(() => live(page).locator('.input-rerun p').innerText()).toMatch(/first and second/);
      const camera = await live(page).locator('video').elementHandle();
      await retrain(page).press('Enter');
      await status(page, 'second', 'queued');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-action'))).toBe('run');
      await status(page, 'second', 'done');
      // The view of the earlier run is gone, and its camera off.
      await expect.poll(() => camera?.evaluate((video) => (video as HTMLVideoElement).srcObject)).toBeNull();
      expect(await statusOf(page)).toBe('The camera is off.');
    },
  );

  classesTest(
    'turns the camera off when it is out of sight, in another tab or no longer wanted',
    async ({ shared: { page } }) => {
      const video = live(page).locator('video');
      const tracks = () =>
        video.evaluate((node: HTMLVideoElement) => {
          const { srcObject } = node;
          return srcObject instanceof MediaStream ? srcObject.getTracks().map((t) => t.readyState) : [];
        });
      const turnOn = async () => {
        await live(page).scrollIntoViewIfNeeded();
        await live(page).getByRole('button', { name: 'Turn the camera on' }).click();
        await expect.poll(() => statusOf(page)).toMatch(/^Live/);
        expect(await tracks()).toEqual(['live']);
      };
      await turnOn();
      await page.evaluate(() => scrollTo(0, 0));
      await expect.poll(() => statusOf(page)).toMatch(/no longer in view/);
      expect(await tracks()).toEqual([]);
      await turnOn();
      await page.evaluate(() => {
        Object.defineProperty(document, 'hidden', { value: true, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
        Reflect.deleteProperty(document, 'hidden');
      });
      expect(await statusOf(page)).toMatch(/you left this tab/);
      expect(await tracks()).toEqual([]);
      await turnOn();
      await live(page).getByRole('button', { name: 'Turn the camera off' }).press('Enter');
      expect(await statusOf(page)).toBe('The camera is off.');
      expect(await tracks()).toEqual([]);
    },
  );

  classesTest(
    'says that pictures wait for a running cell, and that the model is gone',
    async ({ shared: { page } }) => {
      await live(page).getByRole('button', { name: 'Turn the camera on' }).click();
      await expect.poll(() => statusOf(page)).toMatch(/^Live/);
      await writeCell(page, 'third', 'await new Promise((done) => setTimeout(done, 1500));');
      await page.keyboard.press('Control+Enter');
      await live(page).scrollIntoViewIfNeeded();
      await expect.poll(() => statusOf(page)).toBe('The model is waiting for the running cell to end.');
      await expect.poll(() => statusOf(page), { timeout: 5000 }).toMatch(/^Live/);
      await restart(page, 'en');
      await live(page).getByRole('button', { name: 'Turn the camera on' }).click();
      await expect.poll(() => statusOf(page)).toMatch(/^The model is gone/);
      expect(await live(page).locator('video').isVisible()).toBe(false);
    },
  );
});

cameraTest('the classes and their buttons are in Spanish on the Spanish page', async ({ openEngine }) => {
  const { page } = await openEngine('es', context);
  await page.locator('[data-photo-classes]').scrollIntoViewIfNeeded();
  await group(page, 'gato').waitFor();
  const names = await group(page, 'gato').locator('button:visible').allInnerTexts();
  expect(names).toEqual(['Cámara para gato', 'Quitar la clase gato']);
});
