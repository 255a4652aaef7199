/**
 * Takes the README's pictures of the built site and writes them to `docs/`.
 *
 * npm run build && npm exec -- node tools/take-screenshots/take-screenshots.ts [map …]
 *
 * Without names it takes all of them, which takes some minutes because cells train in between.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { openPage, openProfile } from '../../bench/browser.ts';
import { runCell } from '../../bench/lesson-page.ts';
import { serveFiles } from '../../bench/serve-files.ts';

/** A page, what is done on it, and the pictures of it by their names. */
interface Visit {
  readonly path: string;
  readonly isPhone?: boolean;
  readonly isDark?: boolean;
  /** The cells that are run first, in this order. */
  readonly cells?: readonly string[];
  readonly prepare?: (page: Page) => Promise<void>;
  /** The element that a picture shows; `null` for the window as it is. */
  readonly pictures: Readonly<Record<string, string | null>>;
}

const site = fileURLToPath(new URL('../../dist/', import.meta.url));
const docs = new URL('../../docs/', import.meta.url);
const maxBytes = 60_000;
/** Of longer elements, only the beginning is shown. In pixels. */
const maxHeight = 1000;

const visits: readonly Visit[] = [
  { path: 'en/', pictures: { home: null } },
  {
    path: 'es/lecciones/modelos-preentrenados/',
    cells: ['load-model'],
    prepare: (page) => scrollTo(page, '[data-lesson-bar]', -620),
    pictures: { lesson: null },
  },
  {
    path: 'en/lessons/pretrained-models/',
    cells: ['load-model', 'choose-photo', 'preprocess', 'predict', 'top-k'],
    pictures: { prediction: '[data-cell="top-k"] .predictions' },
  },
  {
    path: 'en/lessons/pretrained-models/',
    isPhone: true,
    isDark: true,
    cells: ['load-model', 'choose-photo', 'preprocess', 'predict', 'top-k'],
    prepare: (page) => scrollTo(page, '[data-cell="top-k"] [data-cell-output]', -230),
    pictures: { phone: null },
  },
  {
    path: 'en/lessons/filters-and-features/',
    cells: ['load-filters', 'choose-photo', 'embeddings', 'plane'],
    pictures: { map: '[data-cell="plane"] [data-cell-output]', convolution: '[data-figure="convolution"]' },
  },
  {
    path: 'en/lessons/transfer-learning/',
    cells: [
      'problem-x',
      'train-problem-x',
      'problem-y',
      'base-model',
      'freeze',
      'new-head',
      'train-head',
      'from-zero',
      'five-splits',
    ],
    pictures: { race: '[data-cell="five-splits"] [data-cell-output]' },
  },
  {
    path: 'en/lessons/fine-tuning/',
    cells: ['data', 'frozen', 'thaw', 'what-moved'],
    pictures: { network: '.network-core' },
  },
  {
    path: 'en/lessons/your-own-problem/',
    isDark: true,
    cells: ['my-photos', 'split', 'transfer', 'finetune', 'report'],
    prepare: async (page) => {
      for (const box of await page.locator('.run-log input[type=checkbox]').all()) await box.check();
    },
    pictures: { confusion: '[data-cell="report"] [data-cell-output]', runs: '.run-log' },
  },
];

/** Scrolls so that an element is at the top of the window, or `offset` pixels below. */
async function scrollTo(page: Page, selector: string, offset: number): Promise<void> {
  await page
    .locator(selector)
    .first()
    .evaluate((element, shift) => scrollBy(0, element.getBoundingClientRect().top + shift), offset);
}

/** Writes a picture as WebP of at most `maxBytes`. */
async function save(name: string, png: Buffer): Promise<void> {
  const { width, height } = await sharp(png).metadata();
  const picture = sharp(png).extract({ left: 0, top: 0, width, height: Math.min(height, maxHeight) });
  for (const quality of [85, 75, 65, 55, 45, 35]) {
    const webp = await picture.clone().webp({ quality, effort: 6 }).toBuffer();
    if (webp.byteLength > maxBytes) continue;
    await writeFile(new URL(`${name}.webp`, docs), webp);
    console.log(`${name}: ${webp.byteLength} bytes, quality ${quality}`);
    return;
  }
  throw new Error(`${name} is too large`);
}

async function take(origin: string, visit: Visit, names: readonly string[]): Promise<void> {
  const profile = await openProfile();
  try {
    const [page] = profile.context.pages();
    if (page === undefined) throw new Error('no page');
    await page.setViewportSize(visit.isPhone ? { width: 390, height: 844 } : { width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: visit.isDark ? 'dark' : 'light', reducedMotion: 'reduce' });
    await openPage(profile.context, `${origin}/${visit.path}?backend=wasm`, null, page);
    for (const cell of visit.cells ?? []) await runCell(page, cell);
    await visit.prepare?.(page);
    for (const name of names) {
      const selector = visit.pictures[name];
      if (selector != null) {
        // In a tall window, an element is whole below the sticky header.
        await page.setViewportSize({ width: 1280, height: 1800 });
        await scrollTo(page, selector, -140);
      }
      const shown = selector == null ? page : page.locator(selector).first();
      // Charts and figures are drawn when they come into view.
      await page.waitForTimeout(1500);
      await save(name, await shown.screenshot());
    }
  } finally {
    await profile.close();
  }
}

const wanted = process.argv.slice(2);
const server = await serveFiles({ '/': site }, 0);
try {
  for (const visit of visits) {
    const names = Object.keys(visit.pictures).filter((name) => wanted.length === 0 || wanted.includes(name));
    if (names.length > 0) await take(server.origin, visit, names);
  }
} finally {
  await server.close();
}
