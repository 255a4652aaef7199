import * as v from 'valibot';
import { chartCallSchema } from './chart-call.ts';
import { downloadBytes, histogramBins, mistakesShown, picturesShown } from './output-limits.ts';

/**
 * What a cell shows. The worker makes these parts from live values; the page only draws them.
 * They cross the boundary from untrusted code, so each has a schema and is parsed on arrival.
 */

const text = v.string();
/** Becomes a part of a class name. */
const word = v.pipe(text, v.regex(/^\w*$/));
const count = v.pipe(v.number(), v.finite(), v.minValue(0));
/** In the learner's source, both 1-based. */
const place = v.object({ cell: text, line: count, column: count });
/** NaN and the infinities too: they are what a learner whose training went astray has to see. */
const anyNumber = v.custom<number>((value) => typeof value === 'number');

/** A value as an expandable tree: a leaf has only its `text`; a branch has entries, and how many were left out. */
export interface ValueNode {
  readonly type: string;
  readonly text: string;
  readonly entries?: readonly (readonly [string, ValueNode])[];
  readonly omitted?: number;
}

/** The worker's trees end earlier; a forged one must not lead the page down without end. */
const treeDepth = 10;

function valueNodeSchema(depth: number): v.GenericSchema<ValueNode> {
  const entries = depth === 0 ? v.tuple([]) : v.array(v.tuple([text, valueNodeSchema(depth - 1)]));
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

/** The page makes an element of each node; the worker's trees have 5000 at most. */
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

/** Pictures that a tensor holds, one below the other; `count` of `total`, and the values that black and white stand for. */
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
 * A tensor's shape, type and values, in tfjs's print layout. `range` and `histogram` (equal bins from min to max) are of
 * the finite values; `nan` and `infinite` count the others.
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
  /** Of a `tf.Variable` or a layer's weight; whether that is trained, its layer decides. */
  variable: v.exactOptional(v.object({ name: text, trainable: v.exactOptional(v.boolean()) })),
  disposed: v.exactOptional(v.boolean()),
});

/** Rows of plain cells. `omitted` rows were left out; `types` says what each column holds. */
const tablePart = v.object({
  kind: v.literal('table'),
  title: v.exactOptional(text),
  columns: v.pipe(v.array(text), v.maxLength(500)),
  rows: v.pipe(v.array(v.array(text)), v.maxLength(1000)),
  numeric: v.array(v.boolean()),
  types: v.exactOptional(v.array(text)),
  omitted: count,
});

/**
 * A layers model, or one layer: one row a layer; `trainable` says whether training may move any of its weights, `block` which
 * model within the model it belongs to. The parameters of a layer that is not built yet are not known: `null`.
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
 * A model whose layers the learner can freeze and thaw from the page. `line` is the code that does what they pressed last;
 * `compiled` says whether the last `compile` took in the layers as they are now.
 */
const layersPart = v.object({
  kind: v.literal('layers'),
  id: v.pipe(text, v.maxLength(40)),
  ...modelEntries,
  line: v.nullable(text),
  compiled: v.picklist(['fits', 'stale', 'never']),
  /** The model was freed: there is nothing to freeze any more. */
  isGone: v.boolean(),
});

/** How far a training moved each layer's weights: ‖w − w₀‖ / ‖w₀‖, exactly 0 where none changed; NaN where nobody knows. */
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

/** What an author or a learner wrote, in a small subset of Markdown. */
const markdownPart = v.object({ kind: v.literal('markdown'), text });

/** RGBA pixels, row by row, four bytes each. */
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

const pictureSide = v.pipe(count, v.integer(), v.minValue(1), v.maxValue(256));

/**
 * How many of a data set's examples a model told right, and those on which it did worst, the worst first; `probability` is
 * what it gave the class that it told, `loss` is −ln of what it gave the true one.
 */
const mistakesPart = v.object({
  kind: v.literal('mistakes'),
  total: count,
  right: count,
  worst: v.pipe(
    v.array(
      v.object({
        name: text,
        label: text,
        predicted: text,
        probability: anyNumber,
        loss: anyNumber,
        picture: v.nullable(
          v.pipe(
            v.object({ width: pictureSide, height: pictureSide, pixels: v.instance(ArrayBuffer) }),
            v.check(
              ({ width, height, pixels }) => pixels.byteLength === width * height * 4,
              'four bytes a pixel',
            ),
          ),
        ),
      }),
    ),
    v.maxLength(mistakesShown),
  ),
});

/** A remark of the course itself about a run, in the page's language; between backticks stands code. */
const notePart = v.object({
  kind: v.literal('note'),
  level: v.picklist(['info', 'warn']),
  text,
  /** The line that it is about. */
  place: v.exactOptional(place),
});

/** `loaded` of `total` units; a later part with the same `id` in the same run replaces it. */
const progressPart = v.object({
  kind: v.literal('progress'),
  id: text,
  label: text,
  loaded: count,
  total: count,
  unit: v.picklist(['bytes', 'steps']),
  /** At the pace so far. */
  secondsLeft: v.exactOptional(count),
});

/** Files are offered under plain names, and as what they are: nothing that a system would run. */
const downloadFile = v.object({
  name: v.pipe(text, v.regex(/^[\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,79}\.(?:json|bin|md)$/u)),
  bytes: v.instance(ArrayBuffer),
});

/** Files that the learner can take with them; nothing is written before they ask for it. */
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

const chartPart = v.object({ kind: v.literal('chart'), id: text, call: chartCallSchema });

/** What happened, where (in the learner's source, both 1-based) and what to try, worded in the page's language. */
const errorPart = v.object({
  kind: v.literal('error'),
  name: text,
  what: text,
  advice: text,
  place: v.nullable(place),
  trace: v.pipe(v.array(text), v.maxLength(200)),
});

export const outputSchema = v.variant('kind', [
  textPart,
  valuePart,
  tensorPart,
  tablePart,
  modelPart,
  layersPart,
  movedPart,
  mistakesPart,
  markdownPart,
  imagePart,
  notePart,
  progressPart,
  chartPart,
  downloadPart,
  errorPart,
]);

/** What may change after its run ended: the page draws it in its own place. */
export const redrawnSchema = layersPart;

export type Output = v.InferOutput<typeof outputSchema>;
export type OutputOf<Kind extends Output['kind']> = Extract<Output, { kind: Kind }>;
