import type { LayersModel } from '@tensorflow/tfjs';
import { packBytes, unpackBytes } from '../../models/packed-bytes.ts';
import { keptLimits } from '../../protocol/kept-limits.ts';
import type { Language } from '../../shared/language.ts';
import type { HostRequests } from '../host-requests.ts';
import { type Container, leafLayers } from '../keras/container.ts';
import type { TrainingRescue } from '../keras/training-rescue.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { kitWords } from './words.ts';

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

/**
 * A graphics processor can forget all of its tensors (memory runs out, the driver restarts), and its worker goes with it.
 * So on WebGL the weights that training moves are read at the end of each epoch; when the context is lost the page gets
 * them, and the same training of the same cell, when it is run again in the next worker, goes on from there.
 * @param run the cell that runs, and the number of its run
 * @param tell shows a sentence in that cell
 */
export function createTrainingRescue(deps: {
  readonly tf: TensorFlow;
  readonly requests: Pick<HostRequests, 'rescue' | 'rescued'>;
  readonly language: Language;
  readonly run: () => { readonly cell: string; readonly run: number };
  readonly tell: (text: string) => void;
}): TrainingRescue {
  const { tf, requests, language, run, tell } = deps;
  let counted = { run: 0, fits: 0 };
  let latest: Snapshot | null = null;
  /** What an earlier worker left; asked for once. */
  let left: Snapshot | null | undefined;

  function countFit(): number {
    const { run: current } = run();
    counted = { run: current, fits: counted.run === current ? counted.fits + 1 : 1 };
    return counted.fits;
  }

  async function takeLeft(cell: string, fit: number, weights: readonly Weight[]): Promise<Snapshot | null> {
    left ??= readSnapshot(await requests.rescued().catch(() => null));
    if (left === null || left.cell !== cell || left.fit !== fit) return null;
    if (left.shapes.join() !== shapesOf(weights).join()) return null;
    const taken = left;
    left = null;
    return taken;
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
        tell(kitWords[language].trainingResumed(found.epochs, epochs));
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
      if (packed.byteLength > keptLimits.entryBytes) return false;
      requests.rescue(packed).catch(() => {});
      return true;
    },
  };
}

/** Weights that training moves, and the statistics that go with them. */
function movedWeights(model: LayersModel): readonly Weight[] {
  return leafLayers(model as unknown as Container)
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

function readSnapshot(bytes: ArrayBuffer | null): Snapshot | null {
  const unpacked = bytes === null ? null : unpackBytes(bytes);
  if (unpacked === null) return null;
  const { lengths, ...header } = unpacked.header as Omit<Snapshot, 'values'> & { readonly lengths: number[] };
  const all = new Float32Array(unpacked.body);
  let at = 0;
  const values = lengths.map((length) => {
    at += length;
    return all.subarray(at - length, at);
  });
  return { ...header, values };
}
