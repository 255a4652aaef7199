import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { Language } from '../../../shared/language.ts';
import type { OutputCapture } from '../../capture-output.ts';
import { parameterCount } from '../../inspect/parameter-count.ts';
import type { Layer } from '../../keras/container.ts';
import type { TensorFlow } from '../../tensorflow.ts';
import { requireModel } from '../../training-kit/extract-features.ts';
import { KitError } from '../../training-kit/kit-error.ts';
import { type FourWaysOptions, type FourWaysPlan, planFourWays } from './four-ways-options.ts';
import { fourWaysWords } from './four-ways-words.ts';
import { seededRun } from './seeded-run.ts';
import { trainWay } from './train-way.ts';
import { baseLayers, buildWay, placeOfBlock, thawFrom, type WayModel } from './way-model.ts';
import {
  resultsOf,
  type WayEpoch,
  type WayName,
  type WayProgress,
  type WayResult,
  wayNames,
} from './ways.ts';
import { createWaysBoard } from './ways-board.ts';

interface Way extends WayModel, WayProgress {
  readonly epochs: WayEpoch[];
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
 * @throws {KitError} from that function, where its options cannot be used
 */
export function createTrainFourWays(deps: {
  readonly tf: TensorFlow;
  readonly capture: Pick<OutputCapture, 'show'>;
  readonly language: Language;
  /** The name that the lesson has for a value. */
  readonly nameOf: (value: object) => string | null;
}): (options: FourWaysOptions) => Promise<readonly WayResult[]> {
  const { tf, language } = deps;
  const words = fourWaysWords[language];
  let benches = 0;

  async function makeBase({ base, seed }: FourWaysPlan, isPretrained: boolean): Promise<LayersModel> {
    const made = await seededRun(`${seed} weights`, () => base(isPretrained));
    requireModel(made, language);
    const known = deps.nameOf(made);
    if (known !== null) throw new KitError(words.knownBase(known));
    return made;
  }

  function makeWays(plan: FourWaysPlan, random: LayersModel, pretrained: LayersModel): readonly Way[] {
    const thawedFrom: Readonly<Record<WayName, number | null>> = {
      scratch: null,
      frozen: Number.POSITIVE_INFINITY,
      lastBlock: placeOfBlock(pretrained, plan.lastBlock, words),
      all: 0,
    };
    return wayNames.map((way) => {
      const base = way === 'scratch' ? random : pretrained;
      const from = thawedFrom[way];
      if (from !== null) thawFrom(base, from);
      const built = buildWay(tf, base, { ...plan, name: words.ways[way] }, words);
      const trainable = parameterCount(built.model.trainableWeights);
      const taken = rates[way] === 'thawed' ? plan.headEpochs : 0;
      return { ...built, way, trainable, taken, epochs: [], thawedFrom: from };
    });
  }

  return async (options) => {
    const plan = planFourWays(tf, options, words);
    benches += 1;
    const board = createWaysBoard(deps, benches, plan);
    const freed = new Set<{ dispose(): void }>();
    let ways: readonly Way[] = [];

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
      if (pretrained === random) throw new KitError(words.sameBase);
      for (const weight of pretrained.weights) freed.add(weight);
      ways = makeWays(plan, random, pretrained);
      for (const { head } of ways) for (const weight of weightsOf(head)) freed.add(weight);
      board.show(ways);
      const learnt = copy(baseLayers(pretrained));
      /** What the thawed ways go on with. */
      const halfway: { readonly head: Tensor[]; readonly epochs: WayEpoch[] } = { head: [], epochs: [] };
      for (const mine of ways) {
        const { way, model, base, head, epochs } = mine;
        if (mine.thawedFrom !== null) {
          write(baseLayers(base), learnt);
          thawFrom(base, mine.thawedFrom);
        }
        if (mine.taken > 0) {
          write(head, halfway.head);
          epochs.push(...halfway.epochs);
        }
        const isStopped = await trainWay(
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
            board.show(ways);
          },
        );
        if (isStopped) break;
      }
      return resultsOf(ways);
    } finally {
      for (const each of freed) each.dispose();
      board.end(ways);
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
