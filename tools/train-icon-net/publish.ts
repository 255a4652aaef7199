/**
 * Writes public/models/icon-net@2 from the checkpoint of train.ts in .cache/icon-net@2:
 *
 *   npm exec -- node tools/train-icon-net/publish.ts
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { published as encoding } from '../convert-efficientnet-lite0/choose-encoding.ts';
import { groupWeights } from '../convert-efficientnet-lite0/group-weights.ts';
import type { JsonObject } from '../convert-efficientnet-lite0/keras-topology.ts';
import { loadArtifacts } from '../convert-efficientnet-lite0/run-model.ts';
import { startWasm } from '../convert-efficientnet-lite0/start-wasm.ts';
import { buildArtifacts, toModelJson } from '../convert-efficientnet-lite0/write-artifacts.ts';
import { writeModel } from '../convert-efficientnet-lite0/write-model.ts';
import { readCheckpoint, restoreWeights } from '../train-network/checkpoint.ts';
import { collectWeights } from '../train-network/collect-weights.ts';
import { largestDifference } from '../train-network/measure-accuracy.ts';
import { buildIconNet, filters } from './build-icon-net.ts';
import { buildModelCard } from './build-model-card.ts';
import { findHeldOutFamilies } from './find-held-out-families.ts';
import { readIconManifest } from './read-icon-manifest.ts';
import { readSource } from './read-source.ts';
import { evaluate, probabilitiesOf } from './train-icon-net.ts';
import type { TrainingRecord } from './training-record.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sourceFolder = join(root, '.cache/icon-source@1');
const target = join(root, 'public/models/icon-net@2');

const tf = await startWasm();
const { record, weights } = readCheckpoint<TrainingRecord>(tf, join(root, '.cache/icon-net@2'));
const classes = record.classNames.length;
const topology = buildIconNet(tf, { classes, normalized: false }).toJSON(null, false) as JsonObject;
const artifacts = buildArtifacts(
  topology,
  groupWeights(collectWeights(weights, filters.length)),
  encoding.encodingOf,
);
const trained = buildIconNet(tf, { classes, normalized: true });
restoreWeights(trained, weights);
const published = await loadArtifacts(tf, artifacts);

const heldOut = findHeldOutFamilies(readIconManifest(join(root, 'public/datasets/icons@1')));
const { side, validation, trainSets } = await readSource(sourceFolder, heldOut);
const card = buildModelCard(artifacts, record, trainSets, {
  heldOut: [...heldOut].sort(),
  accuracy: evaluate(tf, published, validation, side),
  encoding: encoding.name,
  largestDifference: largestDifference(
    probabilitiesOf(tf, trained, validation, side),
    probabilitiesOf(tf, published, validation, side),
  ),
  transfer: JSON.parse(readFileSync(join(import.meta.dirname, 'measured-transfer.json'), 'utf8')),
});

rmSync(target, { recursive: true, force: true });
writeModel(target, artifacts.shards, {
  'model.json': toModelJson(artifacts, {
    generatedBy: 'tools/train-icon-net',
    convertedBy: 'tools/train-icon-net',
  }),
  'model-card.json': `${JSON.stringify(card, null, 1)}\n`,
});
