import { io } from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../src/lessons-runtime/models/crc32.ts';
import { parseModelJson } from '../../../src/lessons-runtime/models/parse-model-json.ts';
import type { NamedWeight } from '../../../tools/convert-efficientnet-lite0/collect-weights.ts';
import { buildArtifacts, toModelJson } from '../../../tools/convert-efficientnet-lite0/write-artifacts.ts';

const weight = (name: string, length: number): NamedWeight => ({
  name,
  role: 'pointwise',
  shape: [length],
  data: Float32Array.from({ length }, (_, index) => index % 251),
});
const groups = [
  { name: 'backbone', weights: [weight('a/kernel', 1_000_001), weight('a/bias', 3)] },
  { name: 'classifier', weights: [weight('b/kernel', 5)] },
];
const makers = { generatedBy: 'some weights', convertedBy: 'some tool' };
const topology = { class_name: 'Model', config: { layers: [], output_layers: [] } };
const artifacts = buildArtifacts(topology, groups, ({ name }) => (name === 'a/bias' ? 'uint8' : 'float32'));

describe('buildArtifacts', () => {
  it('splits each group into files of equal length, at most 4 MB', () => {
    expect(artifacts.shards.map(({ path, bytes }) => [path, bytes.length])).toEqual([
      ['backbone-1-of-2.bin', 2_000_004],
      ['backbone-2-of-2.bin', 2_000_003],
      ['classifier-1-of-1.bin', 20],
    ]);
    expect(artifacts.manifest.map(({ paths }) => paths.length)).toEqual([2, 1]);
  });

  it('writes the bytes in the order of the manifest', () => {
    const read = io.decodeWeights(
      artifacts.shards.map(({ bytes }) => new Uint8Array(bytes).buffer),
      artifacts.manifest.flatMap(({ weights }) => weights),
    );
    for (const { name, data } of groups.flatMap(({ weights }) => weights)) {
      const values = Float32Array.from(read[name]?.dataSync() ?? []);
      expect(values.length, name).toBe(data.length);
      const largest = values.reduce(
        (most, value, at) => Math.max(most, Math.abs(value - (data[at] ?? Number.NaN))),
        0,
      );
      expect(largest, name).toBeLessThan(0.005);
    }
  });

  it('writes the lengths and checksums that the loader checks', () => {
    const text = toModelJson(artifacts, makers);
    expect(JSON.parse(text)).toMatchObject(makers);
    const { files } = parseModelJson('model.json', text);
    expect(files).toEqual(
      artifacts.shards.map(({ path, bytes }) => ({ path, bytes: bytes.length, crc32: crc32(bytes) })),
    );
  });
});
