/**
 * Makes public/datasets/photos@1, and contact sheets in .cache/photo-sheets, from two Debian packages unpacked in folders:
 *
 *   apt-get download stellarium-data endless-sky-data
 *   dpkg-deb -x stellarium-data_*.deb stellarium-data && dpkg-deb -x endless-sky-data_*.deb endless-sky-data
 *   npm exec -- node tools/build-photos/build-photos.ts <stellarium-data> <endless-sky-data>
 *
 * chosen-sky.json and chosen-landscapes.json list the photos, all of them inspected, and the rejected ones with the reason.
 * The same packages give the same bytes with the same version of sharp.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readLandscapeOriginals, readSkyOriginals } from './photo-original.ts';
import { writeContactSheets } from './write-contact-sheets.ts';
import { writePhotos } from './write-photos.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [sky, landscapes] = process.argv.slice(2);
if (sky === undefined || landscapes === undefined) {
  process.stderr.write(
    'usage: node tools/build-photos/build-photos.ts <stellarium-data> <endless-sky-data>\n',
  );
  process.exit(2);
}

const originals = [...readSkyOriginals(sky), ...readLandscapeOriginals(landscapes)];
const { classes } = await writePhotos(join(root, 'public/datasets/photos@1'), 'photos@1', originals);
for (const { name, packs } of classes)
  process.stdout.write(
    `${name}: ${packs.map(({ photos, bytes }) => `${photos.length} photos, ${bytes} bytes`).join(' + ')}\n`,
  );
await writeContactSheets(join(root, '.cache/photo-sheets'), originals);
