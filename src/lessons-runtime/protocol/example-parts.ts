import * as v from 'valibot';
import {
  liveSide,
  mistakesShown,
  picturesShown,
  pointsShown,
  reportClasses,
  thumbnailsShown,
} from './output-limits.ts';

/** The parts of a cell's output that show examples: predictions and what they are made from, reports, and embeddings. */

const text = v.string();
const count = v.pipe(v.number(), v.finite(), v.minValue(0));
/** Any number, NaN and the infinities included. */
const anyNumber = v.custom<number>((value) => typeof value === 'number');
const pictureSide = v.pipe(count, v.integer(), v.minValue(1), v.maxValue(256));

/** A picture of an example as RGBA pixels; `null` if the example is not a picture. */
const examplePicture = v.nullable(
  v.pipe(
    v.object({ width: pictureSide, height: pictureSide, pixels: v.instance(ArrayBuffer) }),
    v.check(({ width, height, pixels }) => pixels.byteLength === width * height * 4, 'four bytes a pixel'),
  ),
);

/** By how much the probability of a class falls if a part of the picture is covered: [rows][columns] from the top left. */
const drops = v.pipe(
  v.array(v.pipe(v.array(anyNumber), v.minLength(1), v.maxLength(32))),
  v.minLength(1),
  v.maxLength(32),
);

/**
 * The state of an occlusion map that the learner asked for. `probability` is that of the most probable class for the whole
 * picture. `interrupted`: a run came first; `gone`: the model or the picture is no longer in the worker.
 */
export const occlusionState = v.variant('phase', [
  v.object({ phase: v.literal('working'), loaded: count, total: count }),
  v.object({ phase: v.literal('shown'), probability: anyNumber, drops }),
  v.object({ phase: v.picklist(['interrupted', 'gone', 'failed']) }),
]);

/**
 * The result of `decodePredictions` for each picture, the most probable class first. `id` is the class's wnid or name. A `card`
 * identifies a picture in an `occlude` message; it is absent if there is no picture or no model to ask.
 */
export const predictionsPart = v.object({
  kind: v.literal('predictions'),
  items: v.pipe(
    v.array(
      v.object({
        guesses: v.pipe(
          v.array(v.object({ id: text, label: text, probability: anyNumber, index: count })),
          v.minLength(1),
          v.maxLength(100),
        ),
        picture: examplePicture,
        card: v.exactOptional(text),
        occlusion: v.exactOptional(occlusionState),
      }),
    ),
    v.minLength(1),
    v.maxLength(picturesShown),
  ),
  omitted: count,
});

const index = v.pipe(count, v.integer());

/** A picture and its occlusion map for a class, whose probability is that for the whole picture. */
export const occlusionPart = v.object({
  kind: v.literal('occlusion'),
  label: text,
  probability: anyNumber,
  picture: examplePicture,
  drops,
});

export type OcclusionState = v.InferOutput<typeof occlusionState>;

/**
 * The accuracy of a model on a data set, `right` of `total` examples. `matrix[label][predicted]` counts examples; it is absent
 * if there are many classes. `examples` are those behind its cells, each source once, in descending order of loss. `worst` are
 * those of the highest loss; `copies` counts the examples with the same source. `probability` is that of the predicted class,
 * `loss` is −ln of that of the true class.
 */
export const reportPart = v.object({
  kind: v.literal('report'),
  total: count,
  right: count,
  classNames: v.pipe(v.array(text), v.maxLength(reportClasses)),
  matrix: v.pipe(v.array(v.pipe(v.array(count), v.maxLength(reportClasses))), v.maxLength(reportClasses)),
  examples: v.pipe(
    v.array(v.object({ label: index, predicted: index, picture: examplePicture })),
    v.maxLength(thumbnailsShown),
  ),
  worst: v.pipe(
    v.array(
      v.object({
        name: text,
        label: text,
        predicted: text,
        probability: anyNumber,
        loss: anyNumber,
        copies: count,
        picture: examplePicture,
      }),
    ),
    v.maxLength(mistakesShown),
  ),
});

/**
 * Vectors as points. `x` and `y` are their places on the map, from 0 to 1; `nearest` are the indices of the most similar points
 * with their similarity. `view` is `map` for a map, `rows` for a list of neighbours.
 */
export const embeddingsPart = v.object({
  kind: v.literal('embeddings'),
  view: v.picklist(['map', 'rows']),
  points: v.pipe(
    v.array(
      v.object({
        name: text,
        group: text,
        isOwn: v.boolean(),
        x: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
        y: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
        nearest: v.pipe(v.array(v.object({ index, likeness: anyNumber })), v.maxLength(5)),
        picture: examplePicture,
      }),
    ),
    v.minLength(1),
    v.maxLength(pointsShown),
  ),
});

const liveLength = v.pipe(index, v.minValue(1), v.maxValue(liveSide));

/**
 * A live view of a classifier, to which the page sends pictures of `width` × `height` pixels (`FrameMessage`). `answer` is that to
 * the last of them: the probabilities of the classes in their order, or with `problem` why there are none, in the page's language.
 */
export const livePart = v.object({
  kind: v.literal('live'),
  id: v.pipe(text, v.maxLength(40)),
  width: liveLength,
  height: liveLength,
  classNames: v.pipe(v.array(text), v.minLength(2), v.maxLength(reportClasses)),
  answer: v.nullable(
    v.object({
      frame: index,
      probabilities: v.pipe(v.array(anyNumber), v.maxLength(reportClasses)),
      problem: v.nullable(text),
    }),
  ),
});
