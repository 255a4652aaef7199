import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { Layer } from '../../kernel/network/layers.ts';
import { parameterCount } from '../../kernel/network/parameter-count.ts';
import type { OutputCapture } from '../../kernel/output/capture-output.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import type { Language } from '../../shared/language.ts';
import { ArgumentError } from '../argument-error.ts';
import { requireModel } from '../require-model.ts';
import { seededRun } from './seeded-run.ts';
import {
  resultsOf,
  type StrategyEpoch,
  type StrategyName,
  type StrategyProgress,
  type StrategyResult,
  strategyNames,
} from './strategies.ts';
import { createStrategyBoard } from './strategies-board.ts';
import { baseLayers, buildStrategy, placeOfBlock, type StrategyModel, thawFrom } from './strategy-model.ts';
import { planStrategies, type StrategyOptions, type StrategyPlan } from './strategy-options.ts';
import { strategyWords } from './strategy-words.ts';
import { trainStrategy } from './train-strategy.ts';

interface Strategy extends StrategyModel, StrategyProgress {
  readonly epochs: StrategyEpoch[];
  /** The first layer of the base that is trained; `null` where the base is left as it was made. */
  readonly thawedFrom: number | null;
}

const rates = { scratch: 'scratch', frozen: 'head', lastBlock: 'thawed', all: 'thawed' } as const;

/**
 * Makes the bench of four: one network, the same examples, the same first head and the same seed, trained from scratch, with
 * its base frozen, with the last block thawed, with everything thawed; each for as many epochs.
 *
 * The thawed ways go on with the head that the frozen one had at half-time, at a rate of their own: a fresh head would send
 * gradients through the base that undo what it knows, so the field trains the head first. Up to there their curves and
 * their seconds are the frozen way's. From scratch there is nothing to spare: all weights learn from the first epoch on, at
 * the full rate.
 * @returns a function that trains and shows, and gives a row for each way; after Stop, of what was done
 * @throws {ArgumentError} from that function, where its options cannot be used
 */
export function createTrainStrategies(deps: {
  readonly tf: TensorFlow;
  readonly capture: Pick<OutputCapture, 'show'>;
  readonly language: Language;
  /** The name that the lesson has for a value. */
  readonly nameOf: (value: object) => string | null;
}): (options: StrategyOptions) => Promise<readonly StrategyResult[]> {
  const { tf, language } = deps;
  const words = strategyWords[language];
  let benches = 0;

  async function makeBase({ base, seed }: StrategyPlan, isPretrained: boolean): Promise<LayersModel> {
    const made = await seededRun(`${seed} weights`, () => base(isPretrained));
    requireModel(made, language);
    const known = deps.nameOf(made);
    if (known !== null) throw new ArgumentError(words.knownBase(known));
    return made;
  }

  function createStrategies(
    plan: StrategyPlan,
    random: LayersModel,
    pretrained: LayersModel,
  ): readonly Strategy[] {
    const thawedFrom: Readonly<Record<StrategyName, number | null>> = {
      scratch: null,
      frozen: Number.POSITIVE_INFINITY,
      lastBlock: placeOfBlock(pretrained, plan.lastBlock, words),
      all: 0,
    };
    return strategyNames.map((way) => {
      const base = way === 'scratch' ? random : pretrained;
      const from = thawedFrom[way];
      if (from !== null) thawFrom(base, from);
      const built = buildStrategy(tf, base, { ...plan, name: words.strategies[way] }, words);
      const trainable = parameterCount(built.model.trainableWeights);
      const taken = rates[way] === 'thawed' ? plan.headEpochs : 0;
      return { ...built, way, trainable, taken, epochs: [], thawedFrom: from };
    });
  }

  return async (options) => {
    const plan = planStrategies(tf, options, words);
    benches += 1;
    const board = createStrategyBoard(deps, benches, plan);
    const freed = new Set<{ dispose(): void }>();
    let strategies: readonly Strategy[] = [];

    /** Copies of the weights of some layers, which are freed with the rest. */
    function copy(layers: readonly Layer[]): readonly Tensor[] {
      const copies = weightsOf(layers).map((weight) => weight.read().clone());
      for (const each of copies) freed.add(each);
      return copies;
    }

    try {
      const random = await makeBase(plan, false);
      for (const weight of random.weights) freed.add(weight);
      const pretrained = await makeBase(plan, true);
      if (pretrained === random) throw new ArgumentError(words.sameBase);
      for (const weight of pretrained.weights) freed.add(weight);
      strategies = createStrategies(plan, random, pretrained);
      for (const { head } of strategies) for (const weight of weightsOf(head)) freed.add(weight);
      board.show(strategies);
      const learnt = copy(baseLayers(pretrained));
      /** What the thawed ways go on with. */
      const halfway: { readonly head: Tensor[]; readonly epochs: StrategyEpoch[] } = { head: [], epochs: [] };
      for (const current of strategies) {
        const { way, model, base, head, epochs } = current;
        if (current.thawedFrom !== null) {
          write(baseLayers(base), learnt);
          thawFrom(base, current.thawedFrom);
        }
        if (current.taken > 0) {
          write(head, halfway.head);
          epochs.push(...halfway.epochs);
        }
        const isStopped = await trainStrategy(
          tf,
          model,
          plan,
          { rate: plan.learningRate[rates[way]], before: [...epochs] },
          (epoch) => {
            epochs.push(epoch);
            if (way === 'frozen' && epochs.length === plan.headEpochs) {
              halfway.head.push(...copy(head));
              halfway.epochs.push(...epochs);
            }
            board.show(strategies);
          },
        );
        if (isStopped) break;
      }
      return resultsOf(strategies);
    } finally {
      for (const each of freed) each.dispose();
      board.end(strategies);
    }
  };
}

function weightsOf(layers: readonly Layer[]): LayersModel['weights'] {
  return layers.flatMap(({ weights }) => weights);
}

function write(layers: readonly Layer[], values: readonly Tensor[]): void {
  weightsOf(layers).forEach((weight, place) => {
    const value = values[place];
    if (value !== undefined) weight.write(value);
  });
}
