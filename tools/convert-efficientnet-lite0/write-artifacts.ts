import type { io } from '@tensorflow/tfjs';
import { crc32 } from '../../src/lessons-runtime/models/crc32.ts';
import type { JsonObject } from './build-topology.ts';
import type { NamedWeight } from './collect-weights.ts';
import type { EncodedWeight, Encoding } from './encode-weight.ts';
import { encodeWeight } from './encode-weight.ts';

/** Weights that are downloaded together, in files of their own. */
export interface WeightGroup {
  readonly name: string;
  readonly weights: readonly NamedWeight[];
}

export interface ModelFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Artifacts {
  readonly topology: JsonObject;
  readonly manifest: io.WeightsManifestConfig;
  readonly shards: readonly ModelFile[];
}

/** What tfjs's `model.json` says of where a model came from. */
interface Makers {
  /** What trained it. */
  readonly generatedBy: string;
  /** What wrote it down for tfjs. */
  readonly convertedBy: string;
}

/** So that a broken transfer loses little, and every cache takes the file. */
const largestShard = 4_000_000;

/** Stores the weights as tfjs's manifest has it, and cuts each group's bytes into files of the same length. */
export function buildArtifacts(
  topology: JsonObject,
  groups: readonly WeightGroup[],
  encodingOf: (weight: NamedWeight) => Encoding,
): Artifacts {
  const shards: ModelFile[] = [];
  const manifest = groups.map((group) => {
    const encoded = group.weights.map((weight) => ({
      weight,
      ...encodeWeight(weight.data, encodingOf(weight)),
    }));
    const cut = cutEvenly(group.name, Buffer.concat(encoded.map(({ bytes }) => bytes)));
    shards.push(...cut);
    return { paths: cut.map(({ path }) => path), weights: encoded.map(toManifestEntry) };
  });
  return { topology, manifest, shards };
}

/**
 * The text of `model.json`. Each file's length and CRC-32 stand in `userDefinedMetadata.files`, which tfjs passes by
 * and the course's loader checks.
 */
export function toModelJson({ topology, manifest, shards }: Artifacts, makers: Makers): string {
  const files = shards.map(({ path, bytes }) => ({ path, bytes: bytes.length, crc32: crc32(bytes) }));
  return `${JSON.stringify({
    format: 'layers-model',
    ...makers,
    modelTopology: topology,
    weightsManifest: manifest,
    userDefinedMetadata: { files },
  })}\n`;
}

function toManifestEntry({
  weight,
  quantization,
}: EncodedWeight & { readonly weight: NamedWeight }): io.WeightsManifestEntry {
  const entry = { name: weight.name, shape: [...weight.shape], dtype: 'float32' as const };
  return quantization ? { ...entry, quantization } : entry;
}

function cutEvenly(name: string, bytes: Uint8Array): ModelFile[] {
  const count = Math.ceil(bytes.length / largestShard);
  const length = Math.ceil(bytes.length / count);
  return Array.from({ length: count }, (_, index) => ({
    path: `${name}-${index + 1}-of-${count}.bin`,
    bytes: bytes.subarray(index * length, (index + 1) * length),
  }));
}
