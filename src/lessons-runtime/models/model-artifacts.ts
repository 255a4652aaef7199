import type { io } from '@tensorflow/tfjs';
import { packBytes, unpackBytes } from './packed-bytes.ts';

/** A layers model as tfjs saves it, with its weights as one buffer. */
export type Artifacts = Required<Pick<io.ModelArtifacts, 'modelTopology' | 'weightSpecs'>> & {
  readonly weightData: ArrayBuffer;
};

/** A file by its name. */
export interface ModelFile {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** Why files are no model that can be loaded. */
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

/** One buffer for the browser's storage. */
export function packModel({ modelTopology, weightSpecs, weightData }: Artifacts): ArrayBuffer {
  return packBytes({ modelTopology, weightSpecs }, weightData);
}

/** `null` where the bytes hold no model. */
export function unpackModel(bytes: ArrayBuffer): Artifacts | null {
  const unpacked = unpackBytes(bytes);
  const { modelTopology, weightSpecs } = Object(unpacked?.header) as Partial<Artifacts>;
  if (unpacked === null || typeof modelTopology !== 'object' || !Array.isArray(weightSpecs)) return null;
  return { modelTopology, weightSpecs, weightData: unpacked.body };
}

/** The files that tfjs's own `downloads://` makes, and `tf.loadLayersModel` reads: `name.json` and `name.weights.bin`. */
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

/** A model out of files as tfjs and its converter write them: one JSON, and the weights it names, in any folder. */
export function readModelFiles(files: readonly ModelFile[]): Artifacts | ModelFilesProblem {
  const json = files.find(({ name }) => name.toLowerCase().endsWith('.json'));
  if (json === undefined) return { kind: 'no-json' };
  const model = parsed(json.bytes);
  if (model?.format === 'graph-model') return { kind: 'graph-model', file: json.name };
  const groups = model?.weightsManifest;
  if (typeof model?.modelTopology !== 'object' || model.modelTopology === null || !isManifest(groups))
    return { kind: 'not-a-model', file: json.name };
  const wanted = groups.flatMap(({ paths }) => paths).map(baseName);
  const found = wanted.map((name) => files.find((file) => file.name === name));
  const missing = wanted.filter((_, place) => found[place] === undefined);
  if (missing.length > 0) return { kind: 'weights-missing', files: missing };
  return {
    modelTopology: model.modelTopology,
    weightSpecs: groups.flatMap(({ weights }) => weights),
    weightData: joined(found.flatMap((file) => (file === undefined ? [] : [file.bytes]))),
  };
}

export function isProblem(read: Artifacts | ModelFilesProblem): read is ModelFilesProblem {
  return 'kind' in read;
}

function parsed(bytes: ArrayBuffer): ModelJson | null {
  try {
    return Object(JSON.parse(new TextDecoder().decode(bytes))) as ModelJson;
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

function joined(buffers: readonly ArrayBuffer[]): ArrayBuffer {
  const whole = new Uint8Array(buffers.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const buffer of buffers) {
    whole.set(new Uint8Array(buffer), at);
    at += buffer.byteLength;
  }
  return whole.buffer;
}
