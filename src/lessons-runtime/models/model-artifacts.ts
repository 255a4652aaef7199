import type { io } from '@tensorflow/tfjs';
import { packBytes, unpackBytes } from './packed-bytes.ts';

/** A layers model as tfjs saves it, with its weights as one buffer. */
export type Artifacts = Required<Pick<io.ModelArtifacts, 'modelTopology' | 'weightSpecs'>> & {
  readonly weightData: ArrayBuffer;
};

/** A file of a model. */
export interface ModelFile {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** Why files cannot be loaded as a model. */
export type ModelFilesProblem =
  | { readonly kind: 'no-json' }
  | { readonly kind: 'not-a-model'; readonly file: string }
  | { readonly kind: 'graph-model'; readonly file: string }
  | { readonly kind: 'weights-missing'; readonly files: readonly string[] };

interface ModelJson {
  readonly format?: unknown;
  readonly modelTopology?: unknown;
  readonly weightsManifest?: unknown;
}

/** Packs a model into one buffer, for the browser's storage. */
export function packModel({ modelTopology, weightSpecs, weightData }: Artifacts): ArrayBuffer {
  return packBytes({ modelTopology, weightSpecs }, weightData);
}

/** Unpacks the result of `packModel`. @returns `null` if the bytes are not a packed model */
export function unpackModel(bytes: ArrayBuffer): Artifacts | null {
  const unpacked = unpackBytes(bytes);
  const { modelTopology, weightSpecs }: Partial<Artifacts> = Object(unpacked?.header);
  if (unpacked === null || typeof modelTopology !== 'object' || !Array.isArray(weightSpecs)) return null;
  return { modelTopology, weightSpecs, weightData: unpacked.body };
}

/** Returns a model as `name.json` and `name.weights.bin`, in the format of tfjs's `downloads://` and `tf.loadLayersModel`. */
export function modelFiles(name: string, { modelTopology, weightSpecs, weightData }: Artifacts): ModelFile[] {
  const weights = `${name}.weights.bin`;
  const json = {
    modelTopology,
    format: 'layers-model',
    generatedBy: 'Deshielo',
    convertedBy: null,
    weightsManifest: [{ paths: [`./${weights}`], weights: weightSpecs }],
  };
  return [
    { name: `${name}.json`, bytes: new TextEncoder().encode(JSON.stringify(json)).buffer },
    { name: weights, bytes: weightData },
  ];
}

/**
 * Reads a model from files in the format of tfjs and its converter: a JSON file and the weight files that it names. Folders in
 * those names are ignored, and so are other files.
 */
export function readModelFiles(files: readonly ModelFile[]): Artifacts | ModelFilesProblem {
  const json = files.find(({ name }) => name.toLowerCase().endsWith('.json'));
  if (json === undefined) return { kind: 'no-json' };
  const model = parseJson(json.bytes);
  if (model?.format === 'graph-model') return { kind: 'graph-model', file: json.name };
  const groups = model?.weightsManifest;
  if (typeof model?.modelTopology !== 'object' || model.modelTopology === null || !isManifest(groups))
    return { kind: 'not-a-model', file: json.name };
  const names = groups.flatMap(({ paths }) => paths).map(baseName);
  const found = names.map((name) => files.find((file) => file.name === name));
  const missing = names.filter((_, index) => found[index] === undefined);
  if (missing.length > 0) return { kind: 'weights-missing', files: missing };
  return {
    modelTopology: model.modelTopology,
    weightSpecs: groups.flatMap(({ weights }) => weights),
    weightData: concatenate(found.flatMap((file) => (file === undefined ? [] : [file.bytes]))),
  };
}

export function isProblem(result: Artifacts | ModelFilesProblem): result is ModelFilesProblem {
  return 'kind' in result;
}

function parseJson(bytes: ArrayBuffer): ModelJson | null {
  try {
    return Object(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

function isManifest(value: unknown): value is io.WeightsManifestConfig {
  return (
    Array.isArray(value) &&
    value.every((group) => Array.isArray(group?.paths) && Array.isArray(group?.weights))
  );
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function concatenate(buffers: readonly ArrayBuffer[]): ArrayBuffer {
  const bytes = new Uint8Array(buffers.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const buffer of buffers) {
    bytes.set(new Uint8Array(buffer), at);
    at += buffer.byteLength;
  }
  return bytes.buffer;
}
