/**
 * Writes a folder of public/models from the checkpoint of train.ts in .cache/:
 *
 *   npm exec -- node tools/train-drawing-net/publish.ts drawing-net-341
 *   npm exec -- node tools/train-drawing-net/publish.ts drawing-net-345
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDrawingManifest } from '../../src/lessons-runtime/datasets/drawings/parse-drawing-manifest.ts';
import type { Setting } from '../convert-efficientnet-lite0/choose-encoding.ts';
import { groupWeights } from '../convert-efficientnet-lite0/group-weights.ts';
import type { JsonObject } from '../convert-efficientnet-lite0/keras-topology.ts';
import { loadArtifacts } from '../convert-efficientnet-lite0/run-model.ts';
import { startWasm } from '../convert-efficientnet-lite0/start-wasm.ts';
import { buildArtifacts, toModelJson } from '../convert-efficientnet-lite0/write-artifacts.ts';
import { writeModel } from '../convert-efficientnet-lite0/write-model.ts';
import { jsonWithRows } from '../json-with-rows.ts';
import { readCheckpoint, restoreWeights } from '../train-network/checkpoint.ts';
import { largestDifference } from '../train-network/measure-accuracy.ts';
import { buildDrawingNet } from './build-drawing-net.ts';
import { buildModelCard } from './build-model-card.ts';
import { collectRgbWeights } from './collect-rgb-weights.ts';
import { networkNamed, networks } from './networks.ts';
import { readSource } from './read-source.ts';
import { evaluate, probabilitiesOf } from './train-drawing-net.ts';
import type { TrainingRecord } from './training-record.ts';

const encoding: Setting = {
  name: 'float32 biases, uint16 the rest',
  encodingOf: ({ role }) => (role === 'bias' ? 'float32' : 'uint16'),
};

const root = fileURLToPath(new URL('../../', import.meta.url));
const name = networkNamed(process.argv[2]);
const sourceFolder = join(root, 'public/datasets/drawings@1');
const target = join(root, `public/models/${name}@1`);

const tf = await startWasm();
const { record, weights } = readCheckpoint<TrainingRecord>(tf, join(root, '.cache', name));
const classes = record.classNames.length;
const topology = buildDrawingNet(tf, { classes, channels: 3, normalized: false }).toJSON(
  null,
  false,
) as JsonObject;
const artifacts = buildArtifacts(topology, groupWeights(collectRgbWeights(weights)), encoding.encodingOf);
const published = await loadArtifacts(tf, artifacts);
const trained = buildDrawingNet(tf, { classes, channels: 1, normalized: true });
restoreWeights(trained, weights);

const { side, test } = await readSource(sourceFolder, networks[name].without);
const manifest = parseDrawingManifest(JSON.parse(readFileSync(join(sourceFolder, 'drawings.json'), 'utf8')));
const card = buildModelCard(name, artifacts, record, manifest, {
  accuracy: evaluate(tf, published, test, side),
  encoding: encoding.name,
  largestDifference: largestDifference(
    probabilitiesOf(tf, trained, test, side),
    probabilitiesOf(tf, published, test, side),
  ),
});
const labels = record.classNames.map((className) => {
  const found = manifest.classes.find((each) => each.name === className);
  if (found === undefined) throw new Error(`the manifest has no ${className}`);
  return { name: className, ...found.title };
});

rmSync(target, { recursive: true, force: true });
writeModel(target, artifacts.shards, {
  'model.json': toModelJson(artifacts, {
    generatedBy: 'tools/train-drawing-net',
    convertedBy: 'tools/train-drawing-net',
  }),
  'labels.json': jsonWithRows(labels, (each) => 'name' in each),
  'model-card.json': `${JSON.stringify(card, null, 1)}\n`,
});
