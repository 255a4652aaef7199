import type { LayersModel } from '@tensorflow/tfjs';
import type { HostRequests } from '../../kernel/host-requests.ts';
import { leafLayers } from '../../kernel/network/layers.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import { packBytes, unpackBytes } from '../../models/packed-bytes.ts';
import { blobLimits } from '../../protocol/blob-limits.ts';
import type { Language } from '../../shared/language.ts';
import { once } from '../../shared/once.ts';
import { libraryWords } from '../library-words.ts';

type Weight = LayersModel['weights'][number];

/** The weights of a training at the end of an epoch. */
interface Snapshot {
  readonly cell: string;
  /** The number of the training within its run, counted from 1. */
  readonly fit: number;
  /** The number of completed epochs. */
  readonly epochs: number;
  readonly shapes: readonly string[];
  readonly values: readonly Float32Array[];
}

/** Saves the weights of a training, so that it can be resumed after the GPU's context is lost. */
export interface TrainingRecovery {
  /**
   * Prepares a training: restores the weights that an earlier worker saved of it, if there are any, and on WebGL takes a
   * snapshot after each epoch.
   * @returns the options to train with
   */
  begin(model: LayersModel, options: unknown): Promise<unknown>;
  /** Discards the snapshot, because the training completed. */
  end(): void;
  /** Sends the snapshot to the page. @returns whether there is one that is not too large */
  save(): boolean;
}

/**
 * Creates the recovery of trainings on WebGL. When its context is lost (memory runs out, the driver restarts), all tensors are
 * gone and the worker is replaced. Therefore the weights that a training changes are read after each epoch. The page gets them
 * when the context is lost; when the same cell runs again in the next worker, the same training resumes from them.
 * @param deps `run` returns the cell that runs and the number of its run, `notify` shows a sentence in that cell
 */
export function createTrainingRecovery(deps: {
  readonly tf: TensorFlow;
  readonly requests: Pick<HostRequests, 'saveRecovery' | 'loadRecovery'>;
  readonly language: Language;
  readonly run: () => { readonly cell: string; readonly run: number };
  readonly notify: (text: string) => void;
}): TrainingRecovery {
  const { tf, requests, language, run, notify } = deps;
  let counted = { run: 0, fits: 0 };
  let latest: Snapshot | null = null;
  /** Loads what an earlier worker saved; `snapshot` becomes `null` when it has been used. */
  const loadSaved = once(async () => ({
    snapshot: readSnapshot(await requests.loadRecovery().catch(() => null)),
  }));

  function countFit(): number {
    const { run: current } = run();
    counted = { run: current, fits: counted.run === current ? counted.fits + 1 : 1 };
    return counted.fits;
  }

  /** Returns the saved snapshot if it is of this training, once. */
  async function takeSaved(cell: string, fit: number, weights: readonly Weight[]): Promise<Snapshot | null> {
    const saved = await loadSaved();
    const { snapshot } = saved;
    if (snapshot === null || snapshot.cell !== cell || snapshot.fit !== fit) return null;
    if (snapshot.shapes.join() !== shapesOf(weights).join()) return null;
    saved.snapshot = null;
    return snapshot;
  }

  function restore({ values }: Snapshot, weights: readonly Weight[]): void {
    tf.tidy(() => {
      weights.forEach((weight, index) => {
        const saved = values[index];
        if (saved !== undefined) weight.write(tf.tensor(saved, weight.read().shape));
      });
    });
  }

  async function takeSnapshot(
    { cell, fit, epochs }: Pick<Snapshot, 'cell' | 'fit' | 'epochs'>,
    weights: readonly Weight[],
  ): Promise<void> {
    const values: Float32Array[] = [];
    for (const weight of weights) values.push(await weight.read().data<'float32'>());
    latest = { cell, fit, epochs, shapes: shapesOf(weights), values };
  }

  return {
    async begin(model, given) {
      latest = null;
      const { cell } = run();
      const fit = countFit();
      const options: { readonly callbacks?: unknown; readonly epochs?: number } = Object(given);
      const weights = trainedWeights(model);
      const saved = await takeSaved(cell, fit, weights);
      const { epochs = 1 } = options;
      let resumed = {};
      if (saved !== null && saved.epochs < epochs) {
        restore(saved, weights);
        notify(libraryWords[language].trainingResumed(saved.epochs, epochs));
        resumed = { initialEpoch: saved.epochs };
      }
      if (tf.getBackend() !== 'webgl') return { ...options, ...resumed };
      const onEpochEnd = (epoch: number) => takeSnapshot({ cell, fit, epochs: epoch + 1 }, weights);
      return { ...options, ...resumed, callbacks: [...[options.callbacks ?? []].flat(), { onEpochEnd }] };
    },
    end() {
      latest = null;
    },
    save() {
      if (latest === null) return false;
      const packed = packSnapshot(latest);
      if (packed.byteLength > blobLimits.entryBytes) return false;
      requests.saveRecovery(packed).catch(() => {});
      return true;
    },
  };
}

/** Returns all weights of the layers that a training changes, including BatchNormalization's statistics. */
function trainedWeights(model: LayersModel): readonly Weight[] {
  return leafLayers(model)
    .filter((layer) => layer.trainableWeights.length > 0)
    .flatMap((layer) => layer.weights);
}

function shapesOf(weights: readonly Weight[]): readonly string[] {
  return weights.map(({ shape }) => shape.join('×'));
}

function packSnapshot({ values, ...header }: Snapshot): ArrayBuffer {
  const all = new Float32Array(values.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const each of values) {
    all.set(each, at);
    at += each.length;
  }
  return packBytes({ ...header, lengths: values.map(({ length }) => length) }, all);
}

/** @returns `null` if the bytes are no snapshot: they are not trusted, because a cell could have written them */
function readSnapshot(bytes: ArrayBuffer | null): Snapshot | null {
  const unpacked = bytes === null ? null : unpackBytes(bytes);
  if (unpacked === null || unpacked.body.byteLength % 4 !== 0) return null;
  const header: Partial<Snapshot & { readonly lengths: readonly number[] }> = Object(unpacked.header);
  const { lengths, shapes, cell, fit, epochs } = header;
  if (!Array.isArray(lengths) || !Array.isArray(shapes) || lengths.length !== shapes.length) return null;
  if (typeof cell !== 'string' || typeof fit !== 'number' || typeof epochs !== 'number') return null;
  const all = new Float32Array(unpacked.body);
  let at = 0;
  const values = lengths.map((length: number) => {
    at += length;
    return all.subarray(at - length, at);
  });
  return at === all.length ? { cell, fit, epochs, shapes, values } : null;
}
