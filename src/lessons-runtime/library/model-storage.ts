import type { LayersModel } from '@tensorflow/tfjs';
import type { HostRequests } from '../kernel/host-requests.ts';
import type { OutputCapture } from '../kernel/output/capture-output.ts';
import type { TensorFlow } from '../kernel/tensorflow.ts';
import {
  type Artifacts,
  isProblem,
  modelFiles,
  packModel,
  readModelFiles,
  unpackModel,
} from '../models/model-artifacts.ts';
import { blobLimits } from '../protocol/blob-limits.ts';
import { downloadBytes } from '../protocol/output-limits.ts';
import type { Language } from '../shared/language.ts';
import { ArgumentError } from './argument-error.ts';
import { libraryWords } from './library-words.ts';
import { requireModel } from './require-model.ts';

/** Saves models in the browser and as files, and loads them. */
interface ModelStorage {
  /**
   * Saves a model (layers and weights, not the optimizer) in this browser, for all lessons of the course. It replaces a model
   * of the same name.
   * @param name letters, digits, spaces, `_`, `.` and `-`; at most 60
   * @returns the name and the stored size in bytes
   * @throws {ArgumentError} if the model or its name is invalid, or the model is too large
   * @throws {CourseError} if the browser does not store it, because of its quota for example
   */
  saveModel(model: LayersModel, name: string): Promise<{ readonly name: string; readonly bytes: number }>;
  /**
   * Loads a model that this lesson or another saved. It must be compiled before it is trained.
   * @throws {ArgumentError} if there is no model of that name, or it is damaged
   */
  loadSavedModel(name: string): Promise<LayersModel>;
  /** Returns the names of the saved models. */
  savedModels(): Promise<readonly string[]>;
  /** @throws {ArgumentError} if the name is invalid */
  deleteSavedModel(name: string): Promise<void>;
  /**
   * Offers a model for download below the cell, as `name.json` and `name.weights.bin` in the format of `tf.loadLayersModel`.
   * @throws {ArgumentError} if the model or its name is invalid, or the model is too large
   */
  downloadModel(model: LayersModel, name?: string): Promise<void>;
  /** Asks the learner for a model's files, below the cell, and loads them. @throws {ArgumentError} if they are not a model */
  openModel(): Promise<LayersModel>;
}

/** Matches names that are valid file names on every operating system. */
const namePattern = /^[\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,59}$/u;

export function createModelStorage(deps: {
  readonly tf: TensorFlow;
  readonly requests: HostRequests;
  readonly capture: OutputCapture;
  readonly language: Language;
}): ModelStorage {
  const { tf, requests, capture, language } = deps;
  const words = libraryWords[language];

  function requireName(name: unknown): string {
    if (typeof name === 'string' && namePattern.test(name)) return name;
    throw new ArgumentError(words.modelName(String(name)));
  }

  async function artifactsOf(model: LayersModel): Promise<Artifacts> {
    requireModel(model, language);
    let saved: Artifacts | null = null;
    await model.save(
      tf.io.withSaveHandler(
        async ({ modelTopology = {}, weightSpecs = [], weightData = new ArrayBuffer(0) }) => {
          saved = { modelTopology, weightSpecs, weightData: tf.io.CompositeArrayBuffer.join(weightData) };
          return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
        },
      ),
    );
    if (saved === null) throw new Error('tfjs did not call the save handler');
    return saved;
  }

  const load = (artifacts: Artifacts) => tf.loadLayersModel(tf.io.fromMemory(artifacts));

  return {
    async saveModel(model, name) {
      const key = requireName(name);
      const packed = packModel(await artifactsOf(model));
      const bytes = packed.byteLength;
      if (bytes > blobLimits.entryBytes)
        throw new ArgumentError(words.modelTooLarge(key, bytes, blobLimits.entryBytes));
      await requests.writeBlob('models', key, packed);
      return { name: key, bytes };
    },
    async loadSavedModel(name) {
      const key = requireName(name);
      const bytes = await requests.readBlob('models', key);
      if (bytes === null)
        throw new ArgumentError(words.noSavedModel(key, await requests.listBlobs('models')));
      const artifacts = unpackModel(bytes);
      if (artifacts === null) throw new ArgumentError(words.savedModelDamaged(key));
      return load(artifacts);
    },
    savedModels: () => requests.listBlobs('models'),
    deleteSavedModel: (name) => requests.writeBlob('models', requireName(name), new ArrayBuffer(0)),
    async downloadModel(model, name = model.name) {
      const files = modelFiles(requireName(name), await artifactsOf(model));
      const bytes = files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
      if (bytes > downloadBytes) throw new ArgumentError(words.downloadTooLarge(name, bytes, downloadBytes));
      capture.show(
        { kind: 'download', files },
        files.map(({ bytes }) => bytes),
      );
    },
    async openModel() {
      const read = readModelFiles(await requests.modelFiles());
      if (isProblem(read)) throw new ArgumentError(words.modelFiles(read));
      return load(read);
    },
  };
}
