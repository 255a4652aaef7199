/**
 * Crops photos to the 224×224 RGB inputs of the fixture, and writes them as PNG.
 * node tools/convert-efficientnet-lite0/make-inputs.ts <folder of photos> <folder for the PNGs> [id …]
 */
import { mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import sharp from 'sharp';

const [source, target, ...ids] = process.argv.slice(2);
if (!source || !target) throw new Error('make-inputs.ts <folder of photos> <folder for the PNGs> [id …]');
mkdirSync(target, { recursive: true });
for (const file of readdirSync(source).filter((name) => name.endsWith('.jpg'))) {
  const id = basename(file, '.jpg');
  if (ids.length > 0 && !ids.includes(id)) continue;
  await sharp(join(source, file))
    .resize(224, 224, { fit: 'cover' })
    .removeAlpha()
    .toColourspace('srgb')
    .png({ compressionLevel: 9, adaptiveFiltering: true })
    .toFile(join(target, `${id}.png`));
}
