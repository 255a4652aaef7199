import { describe, expect, it, vi } from 'vitest';
import { authoredExercises, cellsOf } from '../support/exercises.ts';
import { gradeHere } from '../support/graded-exercise.ts';
import { replaceCode } from '../support/replace-code.ts';

vi.setConfig({ testTimeout: 120_000 });

function grade(id: string, code: string, seed = 1) {
  const exercise = authoredExercises.find((each) => each.id === id);
  if (exercise === undefined) throw new Error(`no exercise ${id}`);
  return gradeHere({ code, check: exercise.code('check'), cells: cellsOf(exercise.lesson), seed });
}

const solution = (id: string, ...[from = '', to = '']: readonly string[]) => {
  const code = authoredExercises.find((each) => each.id === id)?.code('solution') ?? '';
  return replaceCode(code, from, to);
};

const icons = "const base = await iconNet({ inputShape: [64, 64, 3], weights: 'icons', includeTop: false });";
const frozen = `import { iconNet } from 'deshielo';\n${icons}\nfor (const layer of base.layers) layer.trainable = false;\n`;
const loss = "'categoricalCrossentropy'";

/** Right answers that differ from the solution. */
const rightAnswers: readonly (readonly [id: string, name: string, code: string])[] = [
  [
    'count-seats',
    'a function of the learner’s with the name of one of tfjs',
    'function fit({ tall, wide }) { return tall * wide; }\nconst total = fit({ tall: rows, wide: seats });',
  ],
  [
    'scale-pixels',
    'the arithmetic that the network uses',
    'const scalePixels = (pixels) => tf.tidy(() => pixels.sub(127).div(128));',
  ],
  [
    'scale-pixels',
    'preprocessInput',
    "import { preprocessInput } from 'deshielo';\nconst scalePixels = (pixels) => preprocessInput(pixels);",
  ],
  [
    'recall-by-class',
    'numbers of tensors',
    `const recall = (matrix) => tf.tidy(() => {
      const counts = tf.tensor2d(matrix);
      const hits = counts.mul(tf.eye(matrix.length)).sum(1);
      return [...hits.div(counts.sum(1)).dataSync()];
    });`,
  ],
  [
    'likeness',
    'numbers of tensors',
    `const likeness = (a, b) => tf.tidy(() => {
      const [x, y] = [tf.tensor1d(a), tf.tensor1d(b)];
      return x.dot(y).div(x.norm().mul(y.norm())).dataSync()[0];
    });`,
  ],
  [
    'freeze-base',
    'a number for false',
    frozen.replace('trainable = false', 'trainable = 0 as unknown as boolean'),
  ],
  [
    'freeze-base',
    'the model as a whole',
    `import { iconNet } from 'deshielo';\n${icons}\nbase.trainable = false;`,
  ],
  [
    'new-head',
    'a convolution in the head',
    `${frozen}const maps = tf.layers.conv2d({ filters: 8, kernelSize: 1 }).apply(base.output);
    const pooled = tf.layers.globalAveragePooling2d({}).apply(maps);
    const model = tf.model({ inputs: base.inputs, outputs: tf.layers.dense({ units: classes, activation: 'softmax' }).apply(pooled) });`,
  ],
  ['train-the-head', 'its loss as a list', solution('train-the-head', loss, `[${loss}]`)],
  [
    'train-the-head',
    'its loss as a function',
    solution('train-the-head', loss, 'tf.metrics.categoricalCrossentropy'),
  ],
  [
    'ready-to-finetune',
    'its loss as a list',
    solution('ready-to-finetune', `0.0001), loss: ${loss}`, `0.0001), loss: [${loss}]`),
  ],
];

it.each(rightAnswers)('%s accepts %s', async (id, _, code) => {
  for (const seed of [1, 2]) {
    expect(await grade(id, code, seed)).toMatchObject({ stage: 'checked', verdict: 'correct' });
  }
});

/** Wrong answers that look right, or that have a message of their own. */
const wrongAnswers: readonly (readonly [id: string, name: string, message: string, code: string])[] = [
  ['count-seats', 'a number that could be right by chance', 'other', 'const total = 8 * seats;'],
  ['count-seats', 'a string', 'other', 'const total = String(rows * seats);'],
  ['empty-room', 'a promise', 'not-awaited', 'const emptyRoom = (async () => tf.zeros([rows, seats]))();'],
  [
    'freeze-base',
    'a trainable network that gets no gradient',
    'other-weights',
    `import { iconNet } from 'deshielo';\n${icons.replace('base', 'whole')}
    const dead = tf.layers.conv2d({ filters: 128, kernelSize: 1, kernelInitializer: 'zeros', useBias: false, trainable: false });
    const base = tf.model({ inputs: whole.inputs, outputs: dead.apply(whole.output) });`,
  ],
  [
    'freeze-base',
    'a network for other classes',
    'other-weights',
    "import { iconNet } from 'deshielo';\nconst base = await iconNet({ inputShape: [64, 64, 3], weights: 'icons' });\nbase.trainable = false;",
  ],
  ['freeze-base', 'pictures of another size', 'unfit', frozen.replace('[64, 64, 3]', '[32, 32, 3]')],
  ['new-head', 'pictures of another size', 'unfit', solution('new-head', '[64, 64, 3]', '[32, 32, 3]')],
  [
    'new-head',
    'a fixed number of classes',
    'fixed-classes',
    solution('new-head', 'units: classes', 'units: 6'),
  ],
  [
    'train-the-head',
    'features of another length',
    'unfit',
    solution('train-the-head', 'inputShape: [4]', 'inputShape: [5]').replace(
      'const xs = tf.tensor2d(points)',
      'const xs = tf.pad(tf.tensor2d(points), [[0, 0], [0, 1]])',
    ),
  ],
  [
    'keep-the-norms',
    'a toy network',
    'other',
    `const net = tf.sequential({ layers: [
    tf.layers.conv2d({ filters: 1, kernelSize: 1, inputShape: [2, 2, 3] }),
    tf.layers.batchNormalization({ trainable: false }), tf.layers.flatten(), tf.layers.dense({ units: 2 })] });`,
  ],
  ['keep-the-norms', 'three classes', 'unfit', solution('keep-the-norms', 'units: 2', 'units: 3')],
  ...['0', '1e-9', '-1'].map(
    (rate) =>
      [
        'ready-to-finetune',
        `a rate of ${rate}`,
        'other',
        solution('ready-to-finetune', 'adam(0.0001)', `adam(${rate})`),
      ] as const,
  ),
  [
    'ready-to-finetune',
    'another network',
    'other',
    `const model = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [64, 64, 3] }), tf.layers.dense({ units: 2, activation: 'softmax' })] });
    model.compile({ optimizer: tf.train.adam(0.0001), loss: ${loss} });`,
  ],
  [
    'set-aside',
    'duplicated and added photos',
    'other',
    "const setAside = (photos) => { const held = Math.floor(photos.length / 3); const t = photos.slice(held); return { train: [...t, ...t, 'x'], validation: photos.slice(0, held) }; };",
  ],
];

it.each(wrongAnswers)('%s rejects %s: %s', async (id, _, message, code) => {
  expect(await grade(id, code)).toMatchObject({ stage: 'checked', verdict: 'incorrect', message });
});

describe('the values in feedback', () => {
  it('show integers without decimals, and strings in quotation marks', async () => {
    expect(await grade('count-seats', 'const total = String(rows * seats);')).toMatchObject({
      expected: expect.stringMatching(/^\d+$/),
      found: expect.stringMatching(/^"\d+"$/),
    });
    const graded = await grade('count-parameters', 'const convParameters = () => 305791;');
    expect(graded).toMatchObject({ found: '305791' });
  });

  it('show undefined, NaN and tensors as such, not as they are serialized', async () => {
    expect(await grade('count-seats', 'const total = undefined;')).toMatchObject({ found: 'undefined' });
    expect(await grade('count-seats', 'const total = NaN;')).toMatchObject({ found: 'NaN' });
    expect(await grade('count-seats', 'const total = tf.scalar(80);')).toMatchObject({
      found: 'tensor []: 80',
    });
    expect(await grade('likeness', 'function likeness(a, b) { a; }')).toMatchObject({ found: 'undefined' });
  });

  it('explain that a name belongs to another cell, which the check does not run', async () => {
    expect(await grade('count-seats', 'const total = classroom.length;')).toMatchObject({
      stage: 'types',
      what: expect.stringContaining('belongs to another cell'),
    });
  });
});
