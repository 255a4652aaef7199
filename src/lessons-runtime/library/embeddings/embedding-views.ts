import type { Tensor } from '@tensorflow/tfjs';
import type { LibraryDependencies } from '../../kernel/library-dependencies.ts';
import { pointsShown } from '../../protocol/output-limits.ts';
import { ArgumentError } from '../argument-error.ts';
import { type Picture, readPixels } from '../data/read-pixels.ts';
import { type ExamplePicture, picturesAt } from '../evaluation/example-pictures.ts';
import { embeddingWords } from './embedding-words.ts';
import { mapPlaces } from './map-places.ts';
import { cosineSimilarities, principalComponents } from './principal-components.ts';

interface ExampleOptions {
  /** The pictures to show: [n, height, width, channels], or a list of photos, results of `loadImage` or tensors. */
  readonly pictures?: Tensor | readonly Picture[];
  /** The names of the examples. Default: their indices. */
  readonly names?: readonly string[];
}

interface MapOptions extends ExampleOptions {
  /** The group or class of each example. Default: none. */
  readonly groups?: readonly string[];
  /**
   * The indices of the learner's own examples, which are marked, and placed on the map that the others determine. Default:
   * none.
   */
  readonly own?: readonly number[];
}

interface NeighbourOptions extends ExampleOptions {
  /** How many neighbours are shown, 1 to 5. Default 3. */
  readonly count?: number;
}

interface Neighbour {
  /** The index of the neighbour. */
  readonly index: number;
  readonly likeness: number;
}

/** The most similar other examples of each example, in descending order of similarity. */
type Neighbours = readonly (readonly Neighbour[])[];

const neighboursShown = 5;
/** The longest side of a thumbnail, in pixels. */
const side = 64;

/**
 * Creates two functions. `showEmbeddings` shows vectors, [n, dimensions], as thumbnails on a map of their first two principal
 * components, moved apart where they would cover each other. It returns the components, and the neighbours of each by cosine
 * similarity. `showNeighbours` shows the neighbours of each example by a matrix of similarities, [n][n], and returns them.
 * @throws {ArgumentError} from the functions, if an argument is invalid
 */
export function createEmbeddingViews({
  tf,
  capture,
  language,
}: Pick<LibraryDependencies, 'tf' | 'capture' | 'language'>) {
  const words = embeddingWords[language];

  async function thumbnails(
    pictures: ExampleOptions['pictures'],
    count: number,
  ): Promise<readonly (ExamplePicture | null)[]> {
    if (pictures === undefined) return [];
    const found = pictures instanceof tf.Tensor ? (pictures.shape[0] ?? 0) : pictures.length;
    if (found !== count) throw new ArgumentError(words.counts('pictures', found, count));
    if (pictures instanceof tf.Tensor) {
      const indices = Array.from({ length: count }, (_, index) => index);
      return picturesAt(tf, pictures, indices, side);
    }
    const thumbnails: (ExamplePicture | null)[] = [];
    for (const picture of pictures as readonly Picture[]) {
      const image = await readPixels(tf, picture, [side, side]);
      thumbnails.push(image && { ...image, pixels: withAlpha(image.data) });
    }
    return thumbnails;
  }

  async function show(
    view: 'map' | 'rows',
    neighbours: Neighbours,
    places: readonly (readonly number[])[],
    { pictures, names, groups, own = [] }: MapOptions,
  ): Promise<void> {
    const count = neighbours.length;
    for (const [option, list] of Object.entries({ names, groups })) {
      if (list !== undefined && list.length !== count)
        throw new ArgumentError(words.counts(option, list.length, count));
    }
    const shown = await thumbnails(pictures, count);
    const points = neighbours.map((nearest, at) => ({
      name: String(names?.[at] ?? at),
      group: String(groups?.[at] ?? ''),
      isOwn: own.includes(at),
      x: places[at]?.[0] ?? 0,
      y: places[at]?.[1] ?? 0,
      nearest: [...nearest],
      picture: pictureOnly(shown[at] ?? null),
    }));
    capture.show(
      { kind: 'embeddings', view, points },
      points.flatMap(({ picture }) => picture?.pixels ?? []),
    );
  }

  return {
    async showEmbeddings(
      vectors: Tensor | readonly (readonly number[])[],
      options: MapOptions = {},
    ): Promise<{ readonly points: readonly (readonly number[])[]; readonly nearest: Neighbours }> {
      const rows: unknown = vectors instanceof tf.Tensor ? await vectors.array() : vectors;
      if (!isMatrix(rows) || rows.length === 0) throw new ArgumentError(words.vectors);
      requireFew(rows.length);
      const { own = [] } = options;
      const others = rows.filter((_, at) => !own.includes(at));
      // Own examples have no part in the directions: they land on the map of the others.
      const points = principalComponents(rows, 2, others.length > 1 ? others : rows);
      const nearest = neighboursOf(cosineSimilarities(rows), neighboursShown);
      await show('map', nearest, mapPlaces(points), options);
      return { points, nearest };
    },

    async showNeighbours(
      similarity: Tensor | readonly (readonly number[])[],
      { count = 3, ...options }: NeighbourOptions = {},
    ): Promise<Neighbours> {
      const rows: unknown = similarity instanceof tf.Tensor ? await similarity.array() : similarity;
      if (!isMatrix(rows) || rows.length === 0 || rows[0]?.length !== rows.length)
        throw new ArgumentError(words.similarity);
      requireFew(rows.length);
      const nearest = neighboursOf(rows, Math.max(1, Math.min(neighboursShown, count)));
      await show('rows', nearest, [], options);
      return nearest;
    },
  };

  function requireFew(count: number): void {
    if (count > pointsShown) throw new ArgumentError(words.tooMany(count, pointsShown));
  }
}

function isMatrix(value: unknown): value is readonly (readonly number[])[] {
  return (
    Array.isArray(value) &&
    value.every(
      (row: unknown) =>
        Array.isArray(row) &&
        row.length === value[0].length &&
        row.every((each) => typeof each === 'number' && Number.isFinite(each)),
    )
  );
}

function neighboursOf(similarity: readonly (readonly number[])[], count: number): Neighbours {
  return similarity.map((row, own) =>
    row
      .map((likeness, index) => ({ index, likeness }))
      .filter(({ index }) => index !== own)
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, count),
  );
}

function pictureOnly(picture: ExamplePicture | null): ExamplePicture | null {
  return picture && { width: picture.width, height: picture.height, pixels: picture.pixels };
}

function withAlpha(rgb: Uint8Array): ArrayBuffer {
  const pixels = new Uint8ClampedArray((rgb.length / 3) * 4).fill(255);
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4)
    pixels.set(rgb.subarray(from, from + 3), to);
  return pixels.buffer;
}
