import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { OutputOf } from '../../protocol/output.ts';
import { picturesShown } from '../../protocol/output-limits.ts';
import { picturesOf } from '../inspect/tensor-pictures.ts';
import { statisticsOf } from '../inspect/tensor-statistics.ts';
import type { CapturedOutput } from '../output/capture-output.ts';
import type { TensorFlow } from '../tensorflow.ts';
import type { PredictionSource } from './watch-predictions.ts';

/** How to show values; `null` if a value is no longer what it was. */
export type PredictionViews = WeakMap<object, () => CapturedOutput | null>;

/** A predicted picture for which the page can ask for an occlusion map. */
export interface PredictionCard {
  /** The cell that decoded the prediction; the card is removed when it runs again. */
  readonly cell: string;
  /** Weak, because the page may show a card long after the lesson has dropped its model. */
  readonly model: WeakRef<LayersModel>;
  /** The picture as the model received it: [height, width, channels]. */
  readonly shape: readonly [height: number, width: number, channels: number];
  readonly values: Float32Array;
  /** The index of the most probable class. */
  readonly index: number;
}

/** The cards by their ids, the oldest first. */
export type PredictionCards = Map<string, PredictionCard>;

/** The most cards that are kept; the oldest are dropped first. */
const cardsKept = 16;
let cardCount = 0;

type Item = OutputOf<'predictions'>['items'][number];
type Guess = Item['guesses'][number];

const guessesShown = 20;
/** The longest sides of the shown pictures, in pixels. */
const sides = { alone: 224, inBatch: 96 };

/**
 * Adds views for a result of `decodePredictions`, and for the list of each picture in it. A view reads the lists when it is
 * shown, because cells may change them; the pictures are copied now, because cells may dispose of the input.
 *
 * @param source what the probabilities were predicted from; its input is [batch, height, width, channels], if it is pictures
 * @returns the result
 */
export async function addPredictionViews<Prediction extends { readonly index: number }>(
  deps: {
    readonly tf: TensorFlow;
    readonly views: PredictionViews;
    readonly cards: PredictionCards;
    readonly cell: () => string;
  },
  source: PredictionSource | undefined,
  result: Prediction[][],
): Promise<Prediction[][]> {
  const { tf, views, cards } = deps;
  const pictures = await picturesOfInput(tf, source?.input, result.length);
  const ids = pictures.map(({ values, shape }, place) => {
    const index = result[place]?.[0]?.index;
    if (source === undefined || index === undefined) return '';
    const id = `card-${++cardCount}`;
    cards.set(id, { cell: deps.cell(), model: new WeakRef(source.model), shape, values, index });
    return id;
  });
  for (const id of [...cards.keys()].slice(0, -cardsKept)) cards.delete(id);

  const itemOf = (list: unknown, place: number): Item | null => {
    const guesses = guessesOf(list);
    if (guesses === null) return null;
    const card = ids[place] ?? '';
    const item = { guesses, picture: pictures[place]?.picture ?? null };
    return cards.has(card) ? { ...item, card } : item;
  };
  for (const [place, list] of result.entries())
    views.set(list, () => predictionsOutput([itemOf(list, place)]));
  views.set(result, () => predictionsOutput(result.map(itemOf)));
  return result;
}

/** Returns the guesses of a list; `null` if it is empty, or if a cell put something else into it. */
function guessesOf(list: unknown): Guess[] | null {
  if (!Array.isArray(list) || list.length === 0) return null;
  const guesses: Guess[] = [];
  for (const guess of list.slice(0, guessesShown)) {
    const { wnid, name, label, probability, index } = Object(guess);
    if (typeof label !== 'string' || typeof probability !== 'number' || !(index >= 0)) return null;
    guesses.push({ id: String(wnid ?? name), label, probability, index: Number(index) });
  }
  return guesses;
}

function predictionsOutput(items: readonly (Item | null)[]): CapturedOutput | null {
  const shown: Item[] = [];
  for (const item of items.slice(0, picturesShown)) {
    if (item === null) return null;
    // A copy, because the buffer is transferred and the value can be shown again.
    const picture = item.picture && { ...item.picture, pixels: item.picture.pixels.slice(0) };
    shown.push({ ...item, picture });
  }
  if (shown.length === 0) return null;
  return {
    part: { kind: 'predictions', items: shown, omitted: items.length - shown.length },
    transfer: shown.flatMap(({ picture }) => picture?.pixels ?? []),
  };
}

/** Returns the pictures of a batch; none if the input is unknown, disposed of, or not a batch of `count` pictures. */
async function picturesOfInput(
  tf: TensorFlow,
  input: Tensor | undefined,
  count: number,
): Promise<
  readonly (Pick<PredictionCard, 'shape' | 'values'> & { readonly picture: NonNullable<Item['picture']> })[]
> {
  if (input === undefined || input.isDisposed || input.shape.length !== 4 || input.shape[0] !== count)
    return [];
  const first = tf.tidy(() => input.slice(0, Math.min(count, picturesShown)));
  const values = await first.data();
  first.dispose();
  const side = count === 1 ? sides.alone : sides.inBatch;
  const all = picturesOf(values, first.shape, statisticsOf(values), side);
  if (all === null) return [];
  const { width, height } = all;
  const bytes = width * height * 4;
  const [, rows = 0, columns = 0, channels = 0] = input.shape;
  const size = rows * columns * channels;
  return Array.from({ length: all.count }, (_, place) => ({
    shape: [rows, columns, channels],
    values: Float32Array.from(values.subarray(place * size, (place + 1) * size)),
    picture: { width, height, pixels: all.pixels.slice(place * bytes, (place + 1) * bytes) },
  }));
}
