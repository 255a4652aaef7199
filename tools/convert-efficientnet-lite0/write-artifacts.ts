import type { io } from '@tensorflow/tfjs';
import { crc32 } from '../../src/lessons-runtime/models/crc32.ts';
import type { NamedWeight } from './collect-weights.ts';
import type { EncodedWeight, Encoding } from './encode-weight.ts';
import { encodeWeight } from './encode-weight.ts';
import type { JsonObject } from './keras-topology.ts';

/** Weights that are downloaded together, in separate files. */
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

/** The fields of `model.json` that name a model's origin. */
interface Makers {
  /** What trained the model. */
  readonly generatedBy: string;
  /** What converted it to tfjs's format. */
  readonly convertedBy: string;
}

/** The largest size of a file, in bytes: small enough for every cache, and for a cheap retry after a failed download. */
const largestShard = 4_000_000;

/** Encodes the weights as tfjs's manifest defines, and splits each group's bytes into files of equal length. */
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
    const files = splitEvenly(group.name, Buffer.concat(encoded.map(({ bytes }) => bytes)));
    shards.push(...files);
    return { paths: files.map(({ path }) => path), weights: encoded.map(toManifestEntry) };
  });
  return { topology, manifest, shards };
}

/** Returns the number of values of all weights. */
export function countParameters({ manifest }: Artifacts): number {
  return manifest
    .flatMap(({ weights }) => weights)
    .reduce((sum, { shape }) => sum + shape.reduce((product, extent) => product * extent, 1), 0);
}

/**
 * Returns the text of `model.json`. `userDefinedMetadata.files` has each file's length and CRC-32, which tfjs ignores and
 * the course's loader checks.
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

function splitEvenly(name: string, bytes: Uint8Array): ModelFile[] {
  const count = Math.ceil(bytes.length / largestShard);
  const length = Math.ceil(bytes.length / count);
  return Array.from({ length: count }, (_, index) => ({
    path: `${name}-${index + 1}-of-${count}.bin`,
    bytes: bytes.subarray(index * length, (index + 1) * length),
  }));
}
