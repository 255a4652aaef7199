/**
 * Writes the centre of each photo in a folder as a PNG of 224×224 pixels, the input of `reference.py`.
 * node tools/convert-mobilenet-v1/make-inputs.ts <folder of photos> <folder for the PNGs>
 */
import { mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { readCentre, side } from './read-input.ts';

const [source, target] = process.argv.slice(2);
if (!source || !target) throw new Error('make-inputs.ts <folder of photos> <folder for the PNGs>');
mkdirSync(target, { recursive: true });
for (const file of readdirSync(source).filter((name) => name.endsWith('.jpg'))) {
  const raw = { width: side, height: side, channels: 3 } as const;
  await sharp(await readCentre(join(source, file)), { raw })
    .png()
    .toFile(join(target, `${basename(file, '.jpg')}.png`));
}
