import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { type Layer, leafLayers } from '../../kernel/network/layers.ts';
import { parameterCount } from '../../kernel/network/parameter-count.ts';
import type { OutputCapture } from '../../kernel/output/capture-output.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import type { Language } from '../../shared/language.ts';
import { ArgumentError } from '../argument-error.ts';
import { requireModel } from '../require-model.ts';
import { createStrategyBoard } from './strategy-board.ts';
import { buildStrategyModel, lastBlockStart, type StrategyModel, unfreezeFrom } from './strategy-model.ts';
import { planStrategies, type StrategyOptions, type StrategyPlan } from './strategy-options.ts';
import {
  resultsOf,
  type StrategyEpoch,
  type StrategyName,
  type StrategyProgress,
  type StrategyResult,
  strategyNames,
} from './strategy-progress.ts';
import { strategyWords } from './strategy-words.ts';
import { trainStrategy } from './train-strategy.ts';
import { withSeed } from './with-seed.ts';

interface Strategy extends StrategyModel, StrategyProgress {
  readonly epochs: StrategyEpoch[];
  /** The index of the base's first layer that is trained; `null` if all of the base is trained as it was created. */
  readonly unfrozenFrom: number | null;
}

/** Which of the learning rates each strategy uses. */
const rates = { scratch: 'scratch', frozen: 'head', lastBlock: 'thawed', all: 'thawed' } as const;

/**
 * Creates the function `trainFourWays`, which compares four strategies on one network: training from scratch, with the base
 * frozen, with its last block unfrozen, and with all of it unfrozen. All have the same examples, the same initial head, the
 * same seed and the same number of epochs.
 *
 * The strategies that unfreeze layers continue from the head that the frozen strategy had after half of its epochs, at a
 * learning rate of their own: through a new head, large gradients would destroy the base's pretrained weights (Keras's guide
 * “Transfer learning & fine-tuning”). Up to that epoch their curves and durations are those of the frozen strategy. From
 * scratch, all weights are trained from the first epoch, at the full rate.
 *
 * The function resolves to one result for each strategy that completed an epoch; after Stop, to those up to then.
 * @throws {ArgumentError} from that function, if its options are invalid
 */
export function createTrainStrategies(deps: {
  readonly tf: TensorFlow;
  readonly capture: Pick<OutputCapture, 'show'>;
  readonly language: Language;
  /** Returns the name of the lesson's variable that holds a value, if any. */
  readonly nameOf: (value: object) => string | null;
}): (options: StrategyOptions) => Promise<readonly StrategyResult[]> {
  const { tf, language } = deps;
  const words = strategyWords[language];
  let comparisons = 0;

  async function createBase({ base, seed }: StrategyPlan, isPretrained: boolean): Promise<LayersModel> {
    const created = await withSeed(`${seed} weights`, () => base(isPretrained));
    requireModel(created, language);
    const variable = deps.nameOf(created);
    if (variable !== null) throw new ArgumentError(words.knownBase(variable));
    return created;
  }

  function createStrategies(
    plan: StrategyPlan,
    random: LayersModel,
    pretrained: LayersModel,
  ): readonly Strategy[] {
    const unfrozenFrom: Readonly<Record<StrategyName, number | null>> = {
      scratch: null,
      frozen: Number.POSITIVE_INFINITY,
      lastBlock: lastBlockStart(pretrained, plan.lastBlock, words),
      all: 0,
    };
    return strategyNames.map((strategy) => {
      const base = strategy === 'scratch' ? random : pretrained;
      const from = unfrozenFrom[strategy];
      if (from !== null) unfreezeFrom(base, from);
      const built = buildStrategyModel(tf, base, { ...plan, name: words.strategies[strategy] }, words);
      const trainable = parameterCount(built.model.trainableWeights);
      const inheritedEpochs = rates[strategy] === 'thawed' ? plan.headEpochs : 0;
      return { ...built, strategy, trainable, inheritedEpochs, epochs: [], unfrozenFrom: from };
    });
  }

  return async (options) => {
    const plan = planStrategies(tf, options, words);
    comparisons += 1;
    const board = createStrategyBoard(deps, comparisons, plan);
    const disposables = new Set<{ dispose(): void }>();
    let strategies: readonly Strategy[] = [];

    /** Copies the weights of some layers, until the comparison ends. */
    function copyWeights(layers: readonly Layer[]): readonly Tensor[] {
      const copies = weightsOf(layers).map((weight) => weight.read().clone());
      for (const each of copies) disposables.add(each);
      return copies;
    }

    try {
      const random = await createBase(plan, false);
      for (const weight of random.weights) disposables.add(weight);
      const pretrained = await createBase(plan, true);
      if (pretrained === random) throw new ArgumentError(words.sameBase);
      for (const weight of pretrained.weights) disposables.add(weight);
      strategies = createStrategies(plan, random, pretrained);
      for (const { head } of strategies) for (const weight of weightsOf(head)) disposables.add(weight);
      board.show(strategies);
      const pretrainedWeights = copyWeights(leafLayers(pretrained));
      /** The state of the frozen strategy from which those that unfreeze layers continue. */
      const halfway: { readonly head: Tensor[]; readonly epochs: StrategyEpoch[] } = { head: [], epochs: [] };
      for (const current of strategies) {
        const { strategy, model, base, head, epochs } = current;
        if (current.unfrozenFrom !== null) {
          writeWeights(leafLayers(base), pretrainedWeights);
          unfreezeFrom(base, current.unfrozenFrom);
        }
        if (current.inheritedEpochs > 0) {
          writeWeights(head, halfway.head);
          epochs.push(...halfway.epochs);
        }
        const isStopped = await trainStrategy(
          tf,
          model,
          plan,
          { rate: plan.learningRate[rates[strategy]], before: [...epochs] },
          (epoch) => {
            epochs.push(epoch);
            if (strategy === 'frozen' && epochs.length === plan.headEpochs) {
              halfway.head.push(...copyWeights(head));
              halfway.epochs.push(...epochs);
            }
            board.show(strategies);
          },
        );
        if (isStopped) break;
      }
      return resultsOf(strategies);
    } finally {
      for (const each of disposables) each.dispose();
      board.end(strategies);
    }
  };
}

function weightsOf(layers: readonly Layer[]): LayersModel['weights'] {
  return layers.flatMap(({ weights }) => weights);
}

function writeWeights(layers: readonly Layer[], values: readonly Tensor[]): void {
  weightsOf(layers).forEach((weight, index) => {
    const value = values[index];
    if (value !== undefined) weight.write(value);
  });
}
