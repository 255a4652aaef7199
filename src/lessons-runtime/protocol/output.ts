import * as v from 'valibot';
import { chartCallSchema } from './chart-call.ts';
import { embeddingsPart, livePart, occlusionPart, predictionsPart, reportPart } from './example-parts.ts';
import { downloadBytes, histogramBins, picturesShown } from './output-limits.ts';

/**
 * The parts of a cell's output. The worker creates them from live values; the page only draws them. They come from untrusted
 * code, so the page parses each with its schema.
 */

const text = v.string();
/** Used in a CSS class name. */
const word = v.pipe(text, v.regex(/^\w*$/));
const count = v.pipe(v.number(), v.finite(), v.minValue(0));
/** A position in the learner's source; line and column are 1-based. */
const place = v.object({ cell: text, line: count, column: count });
/** Any number, NaN and the infinities included, because a learner must see that a training diverged. */
const anyNumber = v.custom<number>((value) => typeof value === 'number');

/** A value as an expandable tree. A leaf has only `text`; a branch has `entries` and the number of `omitted` ones. */
export interface ValueNode {
  readonly type: string;
  readonly text: string;
  readonly entries?: readonly (readonly [string, ValueNode])[];
  readonly omitted?: number;
}

/** Trees of an honest worker are shallower; the limit bounds the recursion over a forged one. */
const treeDepth = 10;

function valueNodeSchema(depth: number): v.GenericSchema<ValueNode> {
  const entries =
    depth === 0
      ? v.pipe(v.array(v.never()), v.length(0))
      : v.array(v.tuple([text, valueNodeSchema(depth - 1)]));
  return v.object({
    type: word,
    text,
    entries: v.exactOptional(entries),
    omitted: v.exactOptional(count),
  });
}

const textPart = v.object({
  kind: v.literal('text'),
  level: v.picklist(['log', 'info', 'warn', 'error']),
  text,
});

/** The page creates an element for each node; trees of an honest worker have at most 5000. */
const treeNodes = 20_000;

function countNodes(node: ValueNode): number {
  return (node.entries ?? []).reduce((sum, [, entry]) => sum + countNodes(entry), 1);
}

const valuePart = v.object({
  kind: v.literal('value'),
  value: v.pipe(
    valueNodeSchema(treeDepth),
    v.check((root) => countNodes(root) <= treeNodes, 'a tree that a page can show'),
  ),
});

const side = v.pipe(count, v.integer(), v.minValue(1), v.maxValue(4096));

/**
 * The pictures of a tensor as RGBA pixels, one below the other: the first `count` of `total`, each `width` × `height`.
 * `values` is the range that was mapped from black to white.
 */
const tensorPictures = v.pipe(
  v.object({
    width: side,
    height: side,
    count: v.pipe(count, v.integer(), v.minValue(1), v.maxValue(picturesShown)),
    total: count,
    values: v.picklist(['0..1', '0..255', '-1..1']),
    pixels: v.instance(ArrayBuffer),
  }),
  v.check((all) => all.pixels.byteLength === all.width * all.height * all.count * 4, 'four bytes a pixel'),
);

/**
 * A tensor: `preview` is its values in the layout of `tensor.toString()`. `range` and `histogram` (equal bins from min to max)
 * describe the finite values; `nan` and `infinite` count the others.
 */
const tensorPart = v.object({
  kind: v.literal('tensor'),
  shape: v.pipe(v.array(count), v.maxLength(64)),
  dtype: text,
  preview: text,
  range: v.nullable(v.object({ min: anyNumber, max: anyNumber, mean: anyNumber })),
  nan: v.exactOptional(count),
  infinite: v.exactOptional(count),
  histogram: v.exactOptional(v.pipe(v.array(count), v.minLength(1), v.maxLength(histogramBins))),
  pictures: v.exactOptional(tensorPictures),
  /** Set for a `tf.Variable` and for a layer's weight; a weight has no `trainable`, because its layer decides that. */
  variable: v.exactOptional(v.object({ name: text, trainable: v.exactOptional(v.boolean()) })),
  disposed: v.exactOptional(v.boolean()),
});

const cellText = v.custom<string | number>((value) => typeof value === 'string' || typeof value === 'number');

/**
 * Rows of texts and numbers; the page formats the numbers. `omitted` counts further rows. `types` names the type of each
 * column, empty if it is mixed.
 */
const tablePart = v.object({
  kind: v.literal('table'),
  title: v.exactOptional(text),
  columns: v.pipe(v.array(text), v.maxLength(500)),
  rows: v.pipe(v.array(v.array(cellText)), v.maxLength(1000)),
  numeric: v.array(v.boolean()),
  types: v.exactOptional(v.array(text)),
  omitted: count,
});

/**
 * A layers model, or a single layer, with one row for each layer. `trainable` is whether training updates any of its weights,
 * `block` the nested model that it belongs to. `parameters` is `null` for a layer that is not built yet.
 */
const modelEntries = {
  name: text,
  layers: v.pipe(
    v.array(
      v.object({
        name: text,
        type: text,
        outputShape: text,
        parameters: v.nullable(count),
        trainable: v.boolean(),
        block: v.exactOptional(text),
      }),
    ),
    v.maxLength(10_000),
  ),
  parameters: count,
  trainableParameters: count,
};
const modelPart = v.object({ kind: v.literal('model'), ...modelEntries });

/**
 * A model whose layers the learner can freeze and unfreeze from the page. `line` is the code equivalent to their last action.
 * `compiled` compares the current `trainable` flags with those at the last `compile`.
 */
const layersPart = v.object({
  kind: v.literal('layers'),
  id: v.pipe(text, v.maxLength(40)),
  ...modelEntries,
  line: v.nullable(text),
  compiled: v.picklist(['fits', 'stale', 'never']),
  /** Whether the model was disposed of, so that its layers can no longer be frozen. */
  isDisposed: v.boolean(),
});

/** How much a training changed each layer's weights: ‖w − w₀‖ / ‖w₀‖, exactly 0 if none changed, NaN if unknown. */
const movedPart = v.object({
  kind: v.literal('moved'),
  name: text,
  layers: v.pipe(
    v.array(
      v.object({
        name: text,
        trainable: v.boolean(),
        parameters: count,
        change: anyNumber,
        block: v.exactOptional(text),
      }),
    ),
    v.maxLength(10_000),
  ),
});

/** Text of an author or a learner in a small subset of Markdown. */
const markdownPart = v.object({ kind: v.literal('markdown'), text });

/** A picture as RGBA pixels, row by row, four bytes each. */
const imagePart = v.pipe(
  v.object({
    kind: v.literal('image'),
    width: side,
    height: side,
    pixels: v.instance(ArrayBuffer),
    caption: text,
  }),
  v.check((image) => image.pixels.byteLength === image.width * image.height * 4, 'four bytes a pixel'),
);

/** A note of the course about a run, in the page's language; text between backticks is code. */
const notePart = v.object({
  kind: v.literal('note'),
  level: v.picklist(['info', 'warn']),
  text,
  /** The line concerned. */
  place: v.exactOptional(place),
});

/** A progress bar: `loaded` of `total` units, `total` 0 if unknown. A later part with the same `id` in the run replaces it. */
const progressPart = v.object({
  kind: v.literal('progress'),
  id: text,
  label: text,
  loaded: count,
  total: count,
  unit: v.picklist(['bytes', 'steps']),
  /** Estimated from the pace so far. */
  secondsLeft: v.exactOptional(count),
});

/** Names are restricted to plain characters and to extensions that no system executes. */
const downloadFile = v.object({
  name: v.pipe(text, v.regex(/^[\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,79}\.(?:json|bin|md)$/u)),
  bytes: v.instance(ArrayBuffer),
});

/** Files that the learner can download; nothing is saved until they press the button. */
const downloadPart = v.object({
  kind: v.literal('download'),
  files: v.pipe(
    v.array(downloadFile),
    v.minLength(1),
    v.maxLength(8),
    v.check(
      (files) => files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) <= downloadBytes,
      'files that a page can hold',
    ),
  ),
});

/** A chart; a later part with the same `id` in the run replaces it. */
const chartPart = v.object({ kind: v.literal('chart'), id: text, call: chartCallSchema });

/** An error of a cell: what happened and what to try, in the page's language. `trace` holds `cell:line:column`, innermost first. */
const errorPart = v.object({
  kind: v.literal('error'),
  name: text,
  what: text,
  advice: text,
  place: v.nullable(place),
  trace: v.pipe(v.array(text), v.maxLength(200)),
});

/** Parses one part of an output. */
export const outputSchema = v.variant('kind', [
  textPart,
  valuePart,
  tensorPart,
  tablePart,
  modelPart,
  layersPart,
  movedPart,
  predictionsPart,
  occlusionPart,
  reportPart,
  embeddingsPart,
  livePart,
  markdownPart,
  imagePart,
  notePart,
  progressPart,
  chartPart,
  downloadPart,
  errorPart,
]);

/** The parts that may change after their run ended; the page redraws them in place. */
export const redrawnSchema = v.variant('kind', [layersPart, livePart]);
/** A model of the lesson in a report about it. */
export const networkSchema = layersPart;

/** One part of a cell's output. */
export type Output = v.InferOutput<typeof outputSchema>;
/** A part that may change after its run ended. */
export type RedrawnOutput = v.InferOutput<typeof redrawnSchema>;
/** The part of one kind, e.g. `OutputOf<'table'>`. */
export type OutputOf<Kind extends Output['kind']> = Extract<Output, { kind: Kind }>;
