import type { Tensor } from '@tensorflow/tfjs';
import { BaseCallback, standardizeCallbacks } from '@tensorflow/tfjs-layers/dist/base_callbacks';
import type { Language } from '../../shared/language.ts';
import type { OutputCapture } from '../output/capture-output.ts';
import { createProgressBar, type ProgressBar } from '../output/progress-bar.ts';
import type { TrainingWrapper } from './around-fit.ts';
import { kerasWords } from './keras-words.ts';

/** A fit that is over sooner gets no bar. */
const quietMilliseconds = 500;
/** Reading the loss makes a GPU finish what it is at: four times a second, training does not feel it. */
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
  /** Whether Stop ended the training: then the bar stays where it was. */
  readonly isStopped: () => boolean;
}

/** Shows a bar for a training that takes its time. tfjs calls it, batch by batch, as one of the fit's own callbacks. */
class FitProgress extends BaseCallback {
  readonly #progress: Progress;
  #bar: ProgressBar | null = null;
  #began = 0;
  #due = 0;
  #epoch = 0;
  #steps = 0;
  /** Batches of an epoch; 0 while nobody knows. */
  #perEpoch = 0;
  #inEpoch = 0;
  #epochLoss: Loss;

  constructor(progress: Progress) {
    super();
    this.#progress = progress;
  }

  override async onTrainBegin(): Promise<void> {
    this.#began = performance.now();
    this.#due = this.#began + quietMilliseconds;
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
    // A callback may have ended it early: then these steps were all there were.
    const total = this.#progress.isStopped() ? this.#total : this.#steps;
    await this.#show(this.#epochLoss, total);
  }

  /** Nothing more will come. */
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

/** `null` where a callback of the cell disposed of it. */
async function lossValue(loss: Loss): Promise<number | null> {
  if (loss === undefined || typeof loss === 'number') return loss ?? null;
  if (loss.isDisposed) return null;
  const [value] = await loss.data();
  return typeof value === 'number' ? value : null;
}

/** tfjs takes a list for what its first is, callbacks or plain objects; here each is taken for what it is. */
function standardized({ callbacks = {}, yieldEvery = 'auto' }: FitArguments): BaseCallback[] {
  return [callbacks].flat().flatMap((callback) => standardizeCallbacks(callback, yieldEvery));
}

/** Bars that a run shows at most: a loop of trainings moves its last one. */
const barLimit = 20;

/** Shows how far `fit` and `fitDataset` are in the cell that runs. */
interface FitProgressBars {
  /** When a run begins: its bars are counted anew. */
  begin(): void;
  readonly around: TrainingWrapper;
}

/**
 * A bar from half a second on: the epoch, the loss (the last whole epoch's mean, or this batch's in the first) and the time
 * left. Keras prints such a bar with `verbose=1`, its default, and none with `verbose=0`; nor does this.
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
      const callbacks = standardized(options);
      if (options.verbose !== 0) callbacks.push(progress);
      try {
        return await proceed({ options: { ...options, callbacks } });
      } finally {
        progress.end();
      }
    },
  };
}
