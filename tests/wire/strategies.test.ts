import { describe, expect, it, vi } from 'vitest';
import { curvesOf, errorOf, partsOf, useTestLesson, valuesOf } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 60_000 });

/** A task with dark and light pictures, and a base of two blocks; the weights of the pretrained one follow from a seed. */
const setting = `
import { trainFourWays } from 'deshielo';
const examples = (n, seed) => tf.tidy(() => ({
  xs: tf.concat([tf.randomUniform([n, 8, 8, 1], 0, 0.6, 'float32', seed), tf.randomUniform([n, 8, 8, 1], 0.4, 1, 'float32', seed + 1)]),
  ys: tf.oneHot(tf.concat([tf.zeros([n]), tf.ones([n])]).toInt(), 2).toFloat(),
}));
const train = examples(8, 1);
const validation = examples(4, 5);
const conv = (name, pretrained, seed, more = {}) => tf.layers.conv2d({
  name, filters: 3, kernelSize: 3, activation: 'relu', ...more,
  kernelInitializer: tf.initializers.heNormal(pretrained ? { seed } : {}),
});
const base = (pretrained) => tf.sequential({ layers: [
  conv('low', pretrained, 3, { inputShape: [8, 8, 1] }),
  tf.layers.batchNormalization({ name: 'norm' }),
  conv('high', pretrained, 4),
] });
const options = { base, train, validation, epochs: 4, batchSize: 8, learningRate: { scratch: 0.01, head: 0.01, thawed: 0.005 } };
`;

const head = 3 * 128 + 128 + 128 * 2 + 2;
const low = 3 * 3 * 3 + 3;
const norm = 6;
const high = 3 * 3 * 3 * 3 + 3;

describe('trainFourWays', () => {
  it('trains four strategies for the same number of epochs and shows bars, curves and a table', async () => {
    lesson.open({ language: 'en' });
    await lesson.run(setting, 'setting');
    const { outputs, status } = await lesson.run('const results = await trainFourWays(options);');
    expect(status).toBe('done');
    const bars = partsOf(outputs, 'progress');
    expect(bars.map(({ id, loaded, total }) => [id, loaded, total])).toEqual([
      ['four-ways-1', 12, 12],
      ...['scratch', 'frozen', 'lastBlock', 'all'].map((way) => [`four-ways-1-${way}`, 4, 4]),
    ]);
    expect(bars[1]?.label).toMatch(/^From scratch · trains 890 parameters · [\d.]+ s$/);
    expect(partsOf(outputs, 'note')[0]?.text).toContain('after epoch 2');

    const accuracy = curvesOf({ outputs }, 0);
    const loss = curvesOf({ outputs }, 1);
    expect(Object.keys(accuracy)).toEqual(['From scratch', 'Frozen base', 'Last block', 'Everything']);
    for (const values of [...Object.values(accuracy), ...Object.values(loss)]) {
      expect(values).toHaveLength(4);
      expect(values.every(Number.isFinite)).toBe(true);
    }
    // Strategies that unfreeze layers equal the frozen base up to that epoch, and differ afterwards.
    const { 'Frozen base': frozen = [], 'Last block': block = [], Everything: all = [] } = loss;
    expect([block.slice(0, 2), all.slice(0, 2)]).toEqual([frozen.slice(0, 2), frozen.slice(0, 2)]);
    expect(new Set([frozen[2], block[2], all[2]]).size).toBe(3);

    const [table] = partsOf(outputs, 'table');
    expect(table?.rows.map(([way, trainable, epochs]) => [way, trainable, epochs])).toEqual([
      ['From scratch', low + norm + high + head, 4],
      ['Frozen base', head, 4],
      ['Last block', high + head, 4],
      ['Everything', low + high + head, 4],
    ]);
    const rows = JSON.parse(valuesOf(await lesson.run('JSON.stringify(results)', 'b'))[0] ?? '');
    expect(JSON.parse(rows).map((row: { valAccuracy: number }) => row.valAccuracy)).toEqual(
      Object.values(accuracy).map((values) => values.at(-1)),
    );
  });

  it('reports each training with its name and its trained layers', async () => {
    lesson.open({ language: 'es' });
    await lesson.run(setting, 'setting');
    await lesson.run('await trainFourWays(options);');
    expect(
      lesson.trainings.map(({ training }) => [
        training.model,
        training.firstTrained,
        training.parameters.trained,
        training.learningRate,
        training.epoch,
      ]),
    ).toEqual([
      ['Desde cero', 'low', low + norm + high + head, 0.01, [1, 2, 3, 4]],
      ['Base congelada', expect.stringMatching(/^dense/), head, 0.01, [1, 2, 3, 4]],
      ['Último bloque', 'high', high + head, 0.005, [3, 4]],
      ['Todo', 'low', low + high + head, 0.005, [3, 4]],
    ]);
  });

  it('is reproducible by its seed, keeps the lesson’s random stream, and leaks no tensor', async () => {
    await lesson.run(setting, 'setting');
    const bench = (seed: number) =>
      `const before = Math.random; await trainFourWays({ ...options, seed: ${seed} }); Math.random === before`;
    const first = await lesson.run(bench(1), 'first');
    const again = await lesson.run(bench(1), 'again');
    const other = await lesson.run(bench(2), 'other');
    expect(valuesOf(first)).toEqual(['true']);
    expect(curvesOf(again, 1)).toEqual(curvesOf(first, 1));
    expect(curvesOf(other, 1)).not.toEqual(curvesOf(first, 1));
    const tensors = lesson.memories.map((memory) => memory.tensors);
    expect(tensors.at(-1)).toBe(tensors[0]);
  });

  it('shows the finished strategies when it is stopped', async () => {
    await lesson.run(setting, 'setting');
    const ended = lesson.run('const part = await trainFourWays({ ...options, epochs: 200 });', 'long');
    await vi.waitFor(() => expect(partsOf(lesson.outputs('long'), 'chart')).toHaveLength(2), 20_000);
    lesson.session.stop();
    const { status, outputs } = await ended;
    expect(status).toBe('stopped');
    const [table, ...more] = partsOf(outputs, 'table');
    expect(more).toEqual([]);
    expect(table?.rows.map(([way]) => way)).toEqual(['From scratch']);
    expect(Number(table?.rows[0]?.[2])).toBeLessThan(200);
    expect(lesson.trainings).toHaveLength(1);
    expect(valuesOf(await lesson.run('part.length', 'kept'))).toEqual(['1']);
  });

  it.each([
    ['trainFourWays({ ...options, base: undefined })', 'trainFourWays needs base'],
    ['trainFourWays()', 'trainFourWays needs base'],
    ['trainFourWays({ ...options, base: () => 3 })', 'no layers model'],
    ['trainFourWays({ ...options, train: train.xs })', 'train must have two tensors'],
    [
      'trainFourWays({ ...options, validation: { xs: validation.xs, ys: train.ys } })',
      'validation do not fit',
    ],
    [
      'trainFourWays({ ...options, validation: { xs: validation.xs, ys: tf.ones([8, 3]) } })',
      'train has 2 classes and validation has 3',
    ],
    ['trainFourWays({ ...options, epochs: 1 })', 'epochs must be a whole number from 2 to 200'],
    ['trainFourWays({ ...options, batchSize: 2.5 })', 'batchSize must be a whole number'],
    ['trainFourWays({ ...options, learningRate: { thawed: 0 } })', 'rate thawed must be a number above 0'],
    ['trainFourWays({ ...options, lastBlock: "middle" })', 'has no layer “middle”'],
    ['trainFourWays({ ...options, base: () => hidden[0] })', 'the same model twice'],
    ['trainFourWays({ ...options, base: () => mine })', '“mine”, a model that the lesson already uses'],
  ])('refuses %s: %s', async (call, message) => {
    await lesson.run(`${setting} const mine = base(true); const hidden = [base(true)];`, 'setting');
    const error = errorOf(await lesson.run(`await ${call};`));
    expect(error).toMatchObject({ name: 'ArgumentError', place: { line: 1 } });
    expect(error.what).toContain(message);
  });
});
