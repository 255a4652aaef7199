import type { io } from '@tensorflow/tfjs';
import type { FileRecord } from './fetch-file.ts';
import { ModelFileError } from './model-file-error.ts';

/** A layer in the topology. */
export interface LayerEntry {
  readonly name: string;
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** Keras's list of the layers whose outputs are this layer's inputs. */
  readonly inbound_nodes?: unknown;
}

/** The fields of a functional model's topology that are read here; others pass through unchanged. */
export interface Topology {
  readonly config: {
    readonly layers: readonly LayerEntry[];
    readonly output_layers: readonly (readonly [layer: string, node: number, tensor: number])[];
  };
}

interface ModelDescription {
  readonly modelTopology: Topology;
  readonly weightsManifest: io.WeightsManifestConfig;
  /** The length and checksum of every file in the manifest. */
  readonly files: readonly FileRecord[];
}

/**
 * Parses a `model.json` that one of the course's converters wrote.
 * @param file its path, for the error
 * @throws {ModelFileError} `corrupt`, if the text is not JSON or not such a model
 */
export function parseModelJson(file: string, text: string): ModelDescription {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new ModelFileError('corrupt', { file, expected: 'JSON', found: excerpt(text), cause });
  }
  if (!isModel(parsed)) {
    throw new ModelFileError('corrupt', {
      file,
      expected: 'a layers-model with userDefinedMetadata.files',
      found: excerpt(text),
    });
  }
  const { modelTopology, weightsManifest, userDefinedMetadata } = parsed;
  const known = new Set(userDefinedMetadata.files.map(({ path }) => path));
  const unknown = weightsManifest.flatMap(({ paths }) => paths).find((path) => !known.has(path));
  if (unknown !== undefined) {
    throw new ModelFileError('corrupt', { file, expected: `a record of ${unknown}`, found: 'none' });
  }
  return { modelTopology, weightsManifest, files: userDefinedMetadata.files };
}

interface ModelJson {
  readonly modelTopology: Topology;
  readonly weightsManifest: io.WeightsManifestConfig;
  readonly userDefinedMetadata: { readonly files: readonly FileRecord[] };
}

function isModel(value: unknown): value is ModelJson {
  if (!isRecord(value)) return false;
  const { format, modelTopology, weightsManifest, userDefinedMetadata } = value;
  if (format !== 'layers-model' || !isRecord(userDefinedMetadata)) return false;
  const { files } = userDefinedMetadata;
  return isTopology(modelTopology) && isListOf(weightsManifest, isGroup) && isListOf(files, isFileRecord);
}

function isTopology(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { config } = value;
  if (!isRecord(config)) return false;
  const { layers, output_layers } = config;
  return isListOf(layers, isLayer) && Array.isArray(output_layers);
}

function isLayer({ name, config }: Record<string, unknown>): boolean {
  return typeof name === 'string' && isRecord(config);
}

function isGroup({ paths, weights }: Record<string, unknown>): boolean {
  return Array.isArray(paths) && isListOf(weights, ({ name }) => typeof name === 'string');
}

function isFileRecord({ path, bytes, crc32 }: Record<string, unknown>): boolean {
  return typeof path === 'string' && typeof bytes === 'number' && typeof crc32 === 'number';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, accepts: (item: Record<string, unknown>) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => isRecord(item) && accepts(item));
}

function excerpt(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}
