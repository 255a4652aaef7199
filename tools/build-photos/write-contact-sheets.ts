import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { PhotoOriginal } from './photo-original.ts';
import { renderPhoto } from './render-photo.ts';

const columns = 10;
const tile = 128;
const caption = 14;
const perSheet = 60;

/** Writes overviews of all photos with their names, as they are stored, for inspection. */
export async function writeContactSheets(folder: string, originals: readonly PhotoOriginal[]): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of new Set(originals.map((original) => original.class))) {
    const ofClass = originals.filter((original) => original.class === name);
    for (let from = 0; from < ofClass.length; from += perSheet)
      await writeSheet(
        join(folder, `${name}-${from / perSheet + 1}.png`),
        ofClass.slice(from, from + perSheet),
      );
  }
}

async function writeSheet(file: string, originals: readonly PhotoOriginal[]): Promise<void> {
  const height = tile + caption;
  const layers = await Promise.all(
    originals.map(async ({ id, bytes, crop }, place) => {
      const [left, top] = [(place % columns) * tile, Math.floor(place / columns) * height];
      const photo = await sharp((await renderPhoto(bytes, crop)).bytes)
        .resize(tile, tile)
        .png()
        .toBuffer();
      const text = `<svg width="${tile}" height="${caption}"><text y="11" font-size="11" fill="#fff">${id}</text></svg>`;
      return [
        { input: Buffer.from(text), left, top },
        { input: photo, left, top: top + caption },
      ];
    }),
  );
  const rows = Math.ceil(originals.length / columns);
  await sharp({
    create: { width: columns * tile, height: rows * height, channels: 3, background: '#333' },
  })
    .composite(layers.flat())
    .png()
    .toFile(file);
}
