/**
 * Writes public/models/efficientnet-lite0@1/labels.json from labels.tsv in this folder:
 *
 *   npm exec -- node tools/imagenet-labels/build.ts
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { formatLabels } from './format-labels.ts';
import { parseLabels } from './parse-labels.ts';

const source = new URL('labels.tsv', import.meta.url);
const target = new URL('../../public/models/efficientnet-lite0@1/labels.json', import.meta.url);

const text = formatLabels(parseLabels(readFileSync(source, 'utf8')));
mkdirSync(new URL('.', target), { recursive: true });
writeFileSync(target, text);
process.stdout.write(`labels.json: 1000 classes, ${Buffer.byteLength(text)} bytes\n`);
