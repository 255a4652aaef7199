/**
 * Writes public/datasets/gallery@1 from the Debian packages of packages.ts, each unpacked in a folder with its name:
 *
 *   apt-get download <package> && dpkg-deb -x <package>_*.deb <folder>/<package>
 *   npm exec -- node tools/build-gallery/build-gallery.ts <folder>
 *
 * The output is reproducible with the same originals and the same version of sharp.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Gallery, GalleryPhoto } from '../../src/lessons-runtime/datasets/gallery.ts';
import { describePhoto } from './describe-photo.ts';
import { readOriginal } from './read-original.ts';
import { renderPhoto, renderThumb } from './render-photo.ts';
import { photoSources } from './sources/photo-sources.ts';

const target = fileURLToPath(new URL('../../public/datasets/gallery@1/', import.meta.url));
const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('usage: node tools/build-gallery/build-gallery.ts <folder of unpacked packages>\n');
  process.exit(2);
}

for (const name of ['photos', 'thumbs']) {
  rmSync(join(target, name), { recursive: true, force: true });
  mkdirSync(join(target, name), { recursive: true });
}

const photos: GalleryPhoto[] = [];
let total = 0;
for (const source of photoSources) {
  const original = readOriginal(folder, source);
  const rendered = await renderPhoto(original);
  const thumb = await renderThumb(original);
  const photo = describePhoto(source, rendered);
  writeFileSync(join(target, photo.file), rendered.bytes);
  writeFileSync(join(target, photo.thumb), thumb.bytes);
  photos.push(photo);
  total += rendered.bytes.length + thumb.bytes.length;
  process.stdout.write(`${photo.id}: ${rendered.bytes.length} + ${thumb.bytes.length} bytes\n`);
}

const gallery: Gallery = { id: 'gallery@1', photos };
writeFileSync(join(target, 'gallery.json'), `${JSON.stringify(gallery, null, 1)}\n`);
process.stdout.write(`${photos.length} photos, ${total} bytes without the manifest\n`);
