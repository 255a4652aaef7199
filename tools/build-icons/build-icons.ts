/**
 * Writes public/datasets/icons@1, and IconNet's source set in .cache/icon-source@1, from two packages unpacked in one folder:
 *
 *   npm pack @iconify/json@2.2.535 && mkdir iconify-json && tar xzf iconify-json-*.tgz -C iconify-json --strip-components 1
 *   apt-get download openclipart-svg && dpkg-deb -x openclipart-svg_*.deb openclipart-svg
 *   npm exec -- node tools/build-icons/build-icons.ts <folder>
 *
 * The output is reproducible with the same packages and the same version of sharp.
 */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalizedText } from '../../src/lessons-runtime/datasets/gallery-photo.ts';
import type { IconManifest } from '../../src/lessons-runtime/datasets/icons/icon-manifest.ts';
import { inEachLanguage } from '../../src/lessons-runtime/shared/language.ts';
import { chooseSource, chooseTargets } from './choose-drawings.ts';
import { limits } from './limits.ts';
import { openIconify } from './open-iconify.ts';
import { writeIcons } from './write-icons.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('usage: node tools/build-icons/build-icons.ts <folder of unpacked packages>\n');
  process.exit(2);
}

const titles: Readonly<Record<string, LocalizedText>> = {
  butterfly: { es: 'mariposa', en: 'butterfly' },
  bee: { es: 'abeja', en: 'bee' },
  cat: { es: 'gato', en: 'cat' },
  dog: { es: 'perro', en: 'dog' },
};

const packages = {
  iconify: openIconify(join(folder, 'iconify-json')),
  clipArt: join(folder, 'openclipart-svg'),
};
const titleOf = (name: string): LocalizedText => titles[name] ?? inEachLanguage(() => name);
const target = join(root, 'public/datasets/icons@1');
printSummary(await writeIcons(target, { id: 'icons@1', limits }, chooseTargets(packages), titleOf));
const texts = join(import.meta.dirname, 'licence-texts');
mkdirSync(join(target, 'licences'));
for (const name of readdirSync(texts)) copyFileSync(join(texts, name), join(target, 'licences', name));
copyFileSync(join(root, 'LICENSE'), join(target, 'licences/Apache-2.0.txt'));

// The source set is too large for the site, which needs only the network trained on it.
const source = await writeIcons(
  join(root, '.cache/icon-source@1'),
  { id: 'icon-source@1', limits: [] },
  chooseSource(packages),
  titleOf,
);
printSummary(source);

function printSummary({ id, sets, classes }: IconManifest): void {
  const icons = classes.reduce((sum, { icons }) => sum + icons.length, 0);
  const bytes = classes.reduce((sum, { shapes, colours }) => sum + shapes.bytes + (colours?.bytes ?? 0), 0);
  process.stdout.write(
    `${id}: ${icons} icons of ${classes.length} classes from ${sets.length} sets, ${bytes} bytes of sheets\n`,
  );
}
