import type { Tensor } from '@tensorflow/tfjs';
import { BaseCallback, standardizeCallbacks } from '@tensorflow/tfjs-layers/dist/base_callbacks';
import type { Language } from '../../shared/language.ts';
import type { OutputCapture } from '../output/capture-output.ts';
import { createProgressBar, type ProgressBar } from '../output/progress-bar.ts';
import type { TrainingWrapper } from './around-fit.ts';
import { kerasWords } from './keras-words.ts';

/** A training that ends sooner gets no bar. */
const quietMilliseconds = 500;
/** Reading the loss waits for the GPU; at four times a second the cost is negligible. */
const showMilliseconds = 250;

type Arguments = Parameters<typeof standardizeCallbacks>;
interface FitArguments {
  readonly callbacks?: Arguments[0];
  readonly yieldEvery?: Arguments[1];
  readonly verbose?: unknown;
}
type Loss = number | Tensor | undefined;

interface Progress {
  readonly open: () => ProgressBar;
  readonly language: Language;
  /** Returns whether Stop ended the training, so that the bar must not be completed. */
  readonly isStopped: () => boolean;
}

/** A callback of tfjs that shows a progress bar for a training. */
class FitProgress extends BaseCallback {
  readonly #progress: Progress;
  #bar: ProgressBar | null = null;
  #due = 0;
  #epoch = 0;
  #steps = 0;
  /** The number of batches in an epoch; 0 while unknown. */
  #perEpoch = 0;
  #inEpoch = 0;
  #epochLoss: Loss;

  constructor(progress: Progress) {
    super();
    this.#progress = progress;
  }

  override async onTrainBegin(): Promise<void> {
    this.#due = performance.now() + quietMilliseconds;
    const { samples, batchSize, steps } = this.#params;
    this.#perEpoch = steps ?? (samples === null ? 0 : Math.ceil(samples / (batchSize ?? 32)));
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    this.#epoch = epoch + 1;
    this.#inEpoch = 0;
  }

  override async onBatchEnd(_batch: number, logs?: Record<string, number | Tensor>): Promise<void> {
    this.#steps += 1;
    this.#inEpoch += 1;
    if (performance.now() < this.#due) return;
    await this.#show(this.#epochLoss ?? logs?.['loss'], this.#total);
    this.#due = performance.now() + showMilliseconds;
  }

  override async onEpochEnd(_epoch: number, logs?: Record<string, number | Tensor>): Promise<void> {
    this.#perEpoch ||= this.#inEpoch;
    this.#epochLoss = logs?.['loss'];
  }

  override async onTrainEnd(): Promise<void> {
    if (this.#bar === null) return;
    // A callback may have ended the training early; then the bar is completed at the steps done.
    const total = this.#progress.isStopped() ? this.#total : this.#steps;
    await this.#show(this.#epochLoss, total);
  }

  end(): void {
    this.#bar?.end();
  }

  get #params(): {
    readonly epochs: number;
    readonly initialEpoch: number | null;
    readonly samples: number | null;
    readonly batchSize: number | null;
    readonly steps: number | null;
  } {
    return this.params as never;
  }

  get #total(): number {
    return this.#perEpoch * (this.#params.epochs - (this.#params.initialEpoch ?? 0));
  }

  async #show(loss: Loss, total: number): Promise<void> {
    this.#bar ??= this.#progress.open();
    const { epochs } = this.#params;
    const label = kerasWords[this.#progress.language].trainingLabel({
      epoch: Math.min(this.#epoch, epochs),
      epochs,
      loss: await lossValue(loss),
    });
    this.#bar.update({ loaded: this.#steps, total, label });
  }
}

/** Returns `null` if a callback of the cell disposed of the loss. */
async function lossValue(loss: Loss): Promise<number | null> {
  if (loss === undefined || typeof loss === 'number') return loss ?? null;
  if (loss.isDisposed) return null;
  const [value] = await loss.data();
  return typeof value === 'number' ? value : null;
}

/** Converts each callback separately, because tfjs treats a mixed list of callbacks and plain objects like its first item. */
function standardize({ callbacks = {}, yieldEvery = 'auto' }: FitArguments): BaseCallback[] {
  return [callbacks].flat().flatMap((callback) => standardizeCallbacks(callback, yieldEvery));
}

/** The maximum number of bars in a run; later trainings reuse the last bar. */
const barLimit = 20;

/** The progress bars of `fit` and `fitDataset` in the running cell. */
interface FitProgressBars {
  /** Resets the number of bars at the start of a run. */
  begin(): void;
  readonly around: TrainingWrapper;
}

/**
 * Creates progress bars for trainings that take longer than half a second, with the epoch, the loss (the mean of the last
 * complete epoch; in the first epoch, that of the batch) and the time left. As in Keras, there is no bar with `verbose: 0`.
 */
export function createFitProgress(
  capture: Pick<OutputCapture, 'show'>,
  language: Language,
  isStopped: () => boolean,
): FitProgressBars {
  let bars = 0;
  const open = () =>
    createProgressBar(capture, {
      id: `fit-${Math.min(++bars, barLimit)}`,
      label: 'fit',
      unit: 'steps',
    });

  return {
    begin() {
      bars = 0;
    },
    async around({ options: given }, proceed) {
      const progress = new FitProgress({ open, language, isStopped });
      const options = (given ?? {}) as FitArguments;
      const callbacks = standardize(options);
      if (options.verbose !== 0) callbacks.push(progress);
      try {
        return await proceed({ options: { ...options, callbacks } });
      } finally {
        progress.end();
      }
    },
  };
}
