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

/** What a training had learned at the end of an epoch. */
interface Snapshot {
  readonly cell: string;
  /** Which training of its run it was, from 1. */
  readonly fit: number;
  /** Epochs that were over. */
  readonly epochs: number;
  readonly shapes: readonly string[];
  readonly values: readonly Float32Array[];
}

/** Lets a training outlive the graphics processor that it runs on. */
export interface TrainingRecovery {
  /** Before a training. @returns the options it is to begin with: weights of an earlier one may have been put back */
  begin(model: LayersModel, options: unknown): Promise<unknown>;
  /** The training ended by itself: nothing is left to rescue. */
  end(): void;
  /** Hands what there is to the page. @returns whether there was anything */
  save(): boolean;
}

/**
 * A graphics processor can forget all of its tensors (memory runs out, the driver restarts), and its worker goes with it.
 * So on WebGL the weights that training moves are read at the end of each epoch; when the context is lost the page gets
 * them, and the same training of the same cell, when it is run again in the next worker, goes on from there.
 * @param run the cell that runs, and the number of its run
 * @param tell shows a sentence in that cell
 */
export function createTrainingRecovery(deps: {
  readonly tf: TensorFlow;
  readonly requests: Pick<HostRequests, 'saveRecovery' | 'loadRecovery'>;
  readonly language: Language;
  readonly run: () => { readonly cell: string; readonly run: number };
  readonly tell: (text: string) => void;
}): TrainingRecovery {
  const { tf, requests, language, run, tell } = deps;
  let counted = { run: 0, fits: 0 };
  let latest: Snapshot | null = null;
  /** What an earlier worker left, until it is taken up; asked for once. */
  const ask = once(async () => ({ snapshot: readSnapshot(await requests.loadRecovery().catch(() => null)) }));

  function countFit(): number {
    const { run: current } = run();
    counted = { run: current, fits: counted.run === current ? counted.fits + 1 : 1 };
    return counted.fits;
  }

  async function takeLeft(cell: string, fit: number, weights: readonly Weight[]): Promise<Snapshot | null> {
    const left = await ask();
    const { snapshot } = left;
    if (snapshot === null || snapshot.cell !== cell || snapshot.fit !== fit) return null;
    if (snapshot.shapes.join() !== shapesOf(weights).join()) return null;
    left.snapshot = null;
    return snapshot;
  }

  function putBack({ values }: Snapshot, weights: readonly Weight[]): void {
    tf.tidy(() => {
      weights.forEach((weight, place) => {
        const learned = values[place];
        if (learned !== undefined) weight.write(tf.tensor(learned, weight.shape as number[]));
      });
    });
  }

  async function take(cell: string, fit: number, epochs: number, weights: readonly Weight[]): Promise<void> {
    const values: Float32Array[] = [];
    for (const weight of weights) values.push((await weight.read().data()) as Float32Array);
    latest = { cell, fit, epochs, shapes: shapesOf(weights), values };
  }

  return {
    async begin(model, given) {
      latest = null;
      const { cell } = run();
      const fit = countFit();
      const options = Object(given) as { readonly callbacks?: unknown; readonly epochs?: number };
      const weights = movedWeights(model);
      const found = await takeLeft(cell, fit, weights);
      const { epochs = 1 } = options;
      if (found !== null && found.epochs < epochs) {
        putBack(found, weights);
        tell(libraryWords[language].trainingResumed(found.epochs, epochs));
      }
      const initial = found !== null && found.epochs < epochs ? { initialEpoch: found.epochs } : {};
      if (tf.getBackend() !== 'webgl') return { ...options, ...initial };
      const onEpochEnd = (epoch: number) => take(cell, fit, epoch + 1, weights);
      return { ...options, ...initial, callbacks: [...[options.callbacks ?? []].flat(), { onEpochEnd }] };
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

/** Weights that training moves, and the statistics that go with them. */
function movedWeights(model: LayersModel): readonly Weight[] {
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

/** `null` as well where what an earlier worker left is no snapshot: a cell may have had a hand in it. */
function readSnapshot(bytes: ArrayBuffer | null): Snapshot | null {
  const unpacked = bytes === null ? null : unpackBytes(bytes);
  if (unpacked === null || unpacked.body.byteLength % 4 !== 0) return null;
  const { lengths, shapes, cell, fit, epochs } = Object(unpacked.header) as Partial<
    Snapshot & { readonly lengths: readonly number[] }
  >;
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
