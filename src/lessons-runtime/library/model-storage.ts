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

/** A model's way out of the lesson, and back. */
interface ModelStorage {
  /**
   * Keeps a model (layers and weights, not the optimizer) in this browser, for every lesson of the course. One of the same
   * name gives way. @throws {ArgumentError} @throws {CourseError} where the browser has no room, or refuses
   */
  saveModel(model: LayersModel, name: string): Promise<{ readonly name: string; readonly bytes: number }>;
  /** A model saved before, in this lesson or another. It has to be compiled to be trained. @throws {ArgumentError} */
  loadSavedModel(name: string): Promise<LayersModel>;
  savedModels(): Promise<readonly string[]>;
  deleteSavedModel(name: string): Promise<void>;
  /** Offers a model as files, below the cell: `name.json` and `name.weights.bin`, as `tf.loadLayersModel` reads them. */
  downloadModel(model: LayersModel, name?: string): Promise<void>;
  /** Asks the learner for a model's files, below the cell, and loads them. @throws {ArgumentError} */
  openModel(): Promise<LayersModel>;
}

/** Names that any system takes for files. */
const nameForm = /^[\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,59}$/u;

export function createModelStorage(deps: {
  readonly tf: TensorFlow;
  readonly requests: HostRequests;
  readonly capture: OutputCapture;
  readonly language: Language;
}): ModelStorage {
  const { tf, requests, capture, language } = deps;
  const words = libraryWords[language];

  function nameOf(name: unknown): string {
    if (typeof name === 'string' && nameForm.test(name)) return name;
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
    if (saved === null) throw new Error('tfjs saved nothing');
    return saved;
  }

  const load = (artifacts: Artifacts) => tf.loadLayersModel(tf.io.fromMemory(artifacts));

  return {
    async saveModel(model, name) {
      const key = nameOf(name);
      const packed = packModel(await artifactsOf(model));
      const bytes = packed.byteLength;
      if (bytes > blobLimits.entryBytes)
        throw new ArgumentError(words.modelTooLarge(key, bytes, blobLimits.entryBytes));
      await requests.writeBlob('models', key, packed);
      return { name: key, bytes };
    },
    async loadSavedModel(name) {
      const key = nameOf(name);
      const bytes = await requests.readBlob('models', key);
      if (bytes === null)
        throw new ArgumentError(words.noSavedModel(key, await requests.listBlobs('models')));
      const artifacts = unpackModel(bytes);
      if (artifacts === null) throw new ArgumentError(words.savedModelDamaged(key));
      return load(artifacts);
    },
    savedModels: () => requests.listBlobs('models'),
    deleteSavedModel: (name) => requests.writeBlob('models', nameOf(name), new ArrayBuffer(0)),
    async downloadModel(model, name = model.name) {
      const files = modelFiles(nameOf(name), await artifactsOf(model));
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
