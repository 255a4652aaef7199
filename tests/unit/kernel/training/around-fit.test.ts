import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTensorFlow } from '../../../../src/lessons-runtime/kernel/tensorflow.ts';
import { aroundTraining, patchTraining } from '../../../../src/lessons-runtime/kernel/training/around-fit.ts';
import { everyPlace, extensionSource, patchOnly } from '../../../support/patched-training.ts';
import { rememberTfjs } from '../../../support/remember-tfjs.ts';

const tf = createTensorFlow();
let restore = (): void => {};
beforeAll(() => tf.setBackend('cpu'));
beforeEach(() => {
  restore = rememberTfjs(tf);
});
afterEach(() => restore());

const [xs, ys] = [tf.ones([4, 2]), tf.ones([4, 1])];
const dataset = tf.data.array([{ xs, ys }]);
const makers = {
  functional() {
    const input = tf.input({ shape: [2] });
    const output = tf.layers.dense({ units: 1 }).apply(input);
    if (!(output instanceof tf.SymbolicTensor)) throw new Error('one output');
    return tf.model({ inputs: input, outputs: output });
  },
  sequential: () => tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] }),
};
const kinds = Object.keys(makers) as readonly (keyof typeof makers)[];
function compiled(kind: keyof typeof makers = 'functional') {
  const model = makers[kind]();
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  return model;
}

/** Patches tfjs with wrappers that record when a call passes in and out. */
function recordPlaces(): string[] {
  const passed: string[] = [];
  const wrappers = everyPlace((name) => async (_call, proceed) => {
    passed.push(`> ${name}`);
    const result = await proceed();
    passed.push(`< ${name}`);
    return result;
  });
  patchTraining(tf, wrappers, extensionSource(wrappers));
  return passed;
}

const inAndOut = (names: readonly string[]) => [
  ...names.map((name) => `> ${name}`),
  ...names.toReversed().map((name) => `< ${name}`),
];

describe('patchTraining', () => {
  it('has a fixed order, outermost first', () => {
    expect(aroundTraining.map(({ name, from }) => `${from}: ${name}`)).toEqual([
      'library: log',
      'library: recovery',
      'library: dataCheck',
      'library: watch',
      'kernel: pending',
      'kernel: progress',
      'kernel: stop',
    ]);
  });

  it.each(kinds)('calls each wrapper once and in order for each method of a %s model', async (kind) => {
    const passed = recordPlaces();
    const model = compiled(kind);
    const whole = ['log', 'recovery', 'dataCheck', 'watch', 'pending', 'progress', 'stop'];
    const calls = {
      fit: [() => model.fit(xs, ys, { epochs: 1 }), whole],
      fitDataset: [() => model.fitDataset(dataset, { epochs: 1 }), whole],
      trainOnBatch: [() => model.trainOnBatch(xs, ys), ['dataCheck', 'pending']],
      evaluateDataset: [() => model.evaluateDataset(dataset, { batches: 1 }), ['pending']],
    } as const;
    for (const [method, [call, names]] of Object.entries(calls)) {
      passed.length = 0;
      await call();
      expect(passed, method).toEqual(inAndOut(names));
    }
  });

  it('passes changed data and options to the following wrappers', async () => {
    const seen: unknown[] = [];
    patchOnly(tf, {
      recovery: async ({ options }, proceed) => await proceed({ options: { ...Object(options), epochs: 3 } }),
      dataCheck: async (_call, proceed) => await proceed({ data: [xs, tf.zeros([4, 1])] }),
      async stop({ data, options }, proceed) {
        seen.push(Object(options), data[1] === ys);
        return await proceed();
      },
    });
    const model = compiled();
    const { epoch } = await model.fit(xs, ys, { epochs: 1, verbose: 0 });
    expect(seen).toEqual([{ epochs: 3, verbose: 0 }, false]);
    expect(epoch).toEqual([0, 1, 2]);
  });

  it('skips the library’s wrappers if it cannot be loaded, after one attempt in each call', async () => {
    const extension = extensionSource(null);
    patchOnly(tf, {}, extension);
    const model = compiled();
    const { history } = await model.fit(xs, ys, { epochs: 2, verbose: 0 });
    expect(history['loss']).toHaveLength(2);
    expect(extension.asked).toBe(1);
    await compiled().evaluateDataset(dataset, { batches: 1 });
    expect(extension.asked).toBe(1);
  });

  it('skips the data check for a model that is not compiled', async () => {
    const passed = recordPlaces();
    await expect(makers.functional().trainOnBatch(xs, ys)).rejects.toThrow(/compile/);
    expect(passed).toEqual(['> pending']);
  });

  it('passes the stack of the last compile', async () => {
    const stacks: (string | null)[] = [];
    patchOnly(tf, {
      async stop({ compileStack }, proceed) {
        stacks.push(compileStack);
        return await proceed();
      },
    });
    async function compileHere() {
      const model = compiled('sequential');
      await model.fit(xs, ys, { verbose: 0 });
    }
    await compileHere();
    expect(stacks[0]).toContain('compileHere');
  });

  it('wraps compile once the library is loaded', () => {
    let times = 0;
    const extension = extensionSource({}, (_model, compile) => {
      times += 1;
      return compile();
    });
    patchOnly(tf, {}, extension);
    expect(compiled().optimizer.getClassName()).toBe('SGD');
    expect(times).toBe(1);
  });
});
