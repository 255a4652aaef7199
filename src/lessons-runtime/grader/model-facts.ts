import type { LayersModel, Tensor, Tensor2D } from '@tensorflow/tfjs';
import { type Layer, leafLayers } from '../kernel/network/layers.ts';
import { parameterCount } from '../kernel/network/parameter-count.ts';
import type { TensorFlow } from '../kernel/tensorflow.ts';
import { shapeText } from '../shared/format.ts';

/** The properties of a layer of a learner's model. */
interface LayerFacts {
  readonly name: string;
  /** The Keras name of its class: `Dense`, `Conv2D`. */
  readonly kind: string;
  readonly trainable: boolean;
  /** The number of its parameters. */
  readonly parameters: number;
  readonly config: Readonly<Record<string, unknown>>;
}

/** The data of a check does not match the inputs or outputs of a learner's model, which is an error of the learner. */
export class InputMismatch extends Error {
  override readonly name = 'InputMismatch';
  /** The shapes of the data. */
  readonly expected: string;
  /** The shapes of the model. */
  readonly found: string;
  constructor(expected: string, found: string) {
    super(`expected ${expected}, found ${found}`);
    this.expected = expected;
    this.found = found;
  }
}

/** @throws {InputMismatch} if the shape of `xs` is not the model's input, or that of `ys` is not its output */
export function assertInputsMatch(model: LayersModel, xs: Tensor, ys?: Tensor): void {
  const dataShapes = ys === undefined ? [xs.shape] : [xs.shape, ys.shape];
  const [input, output] = [model.inputs[0]?.shape ?? [], model.outputs[0]?.shape ?? []];
  const modelShapes = ys === undefined ? [input] : [input, output];
  const isMatch =
    model.inputs.length === 1 &&
    dataShapes.every((shape, index) => {
      const expected = modelShapes[index] ?? [];
      return (
        expected.length === shape.length && expected.every((size, at) => size === null || size === shape[at])
      );
    });
  if (isMatch) return;
  const text = (shapes: readonly (readonly (number | null)[])[]) =>
    shapes.map(([, ...sizes]) => shapeText([null, ...sizes])).join(' → ');
  throw new InputMismatch(text(dataShapes), text(modelShapes));
}

/** Creates `check.model`, the functions of a check for models. They run in the worker without learners' code. */
export function createModelFacts(tf: TensorFlow) {
  async function bytesOf(layer: Layer): Promise<readonly Uint8Array[]> {
    return Promise.all(
      layer.weights.map(async (weight) => {
        const values = await weight.read().data();
        return new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice();
      }),
    );
  }

  /** Returns the outputs `[examples, values]` for examples. */
  async function predict(model: LayersModel, xs: Tensor): Promise<readonly (readonly number[])[]> {
    assertInputsMatch(model, xs);
    const output = tf.tidy(() => {
      const [first] = [model.predict(xs)].flat();
      if (first === undefined) throw new Error('the model has no output');
      return first.reshape<Tensor2D>([first.shape[0] ?? 0, -1]);
    });
    const rows = await output.array();
    output.dispose();
    return rows;
  }

  return {
    /** Returns the layers of a model and of its nested models, in order. */
    layers: (model: LayersModel): readonly LayerFacts[] =>
      leafLayers(model).map((layer) => ({
        name: layer.name,
        kind: layer.getClassName(),
        trainable: Boolean(layer.trainable),
        parameters: layer.countParams(),
        config: layer.getConfig(),
      })),

    /** Returns the number of trainable parameters. */
    countTrainable: (model: LayersModel): number => parameterCount(model.trainableWeights),

    /** Returns the layers of `original` whose weights are not byte-identical in the layer of the same name in `model`. */
    async changed(model: LayersModel, original: LayersModel): Promise<readonly string[]> {
      const names: string[] = [];
      for (const before of leafLayers(original)) {
        const now = leafLayers(model).find(({ name }) => name === before.name);
        if (now === undefined || !sameBytes(await bytesOf(before), await bytesOf(now)))
          names.push(before.name);
      }
      return names;
    },

    /**
     * Returns the median of the absolute changes of the weights that a step changed; 0 if it changed none. For the first step of
     * Adam that is the learning rate, for a step of SGD the learning rate times the gradient.
     */
    async stepSize(before: LayersModel, after: LayersModel): Promise<number> {
      const distances: number[] = [];
      for (const layer of leafLayers(before)) {
        const now = leafLayers(after).find(({ name }) => name === layer.name);
        for (const [index, weight] of layer.weights.entries()) {
          const changed = now?.weights[index]?.read();
          if (changed === undefined) continue;
          const [from, to] = await Promise.all([weight.read().data(), changed.data()]);
          for (const [at, value] of from.entries()) {
            if (value !== to[at]) distances.push(Math.abs((to[at] ?? 0) - value));
          }
        }
      }
      distances.sort((one, other) => one - other);
      return distances[Math.floor(distances.length / 2)] ?? 0;
    },

    /** Returns the loss of a model on examples, by the Keras name of the loss. */
    async loss(model: LayersModel, xs: Tensor, ys: Tensor, name: string): Promise<number> {
      assertInputsMatch(model, xs, ys);
      model.compile({ optimizer: 'sgd', loss: name });
      const [loss] = [model.evaluate(xs, ys)].flat();
      return (await loss?.data())?.[0] ?? Number.NaN;
    },

    /** Trains the model for one epoch with SGD and returns the layers whose weights changed. */
    async movedByTraining(model: LayersModel, xs: Tensor, ys: Tensor): Promise<readonly string[]> {
      assertInputsMatch(model, xs, ys);
      const before = await Promise.all(leafLayers(model).map(bytesOf));
      model.compile({ optimizer: tf.train.sgd(0.1), loss: 'meanSquaredError' });
      if (model.trainableWeights.length > 0) await model.fit(xs, ys, { epochs: 1, verbose: 0 });
      const after = await Promise.all(leafLayers(model).map(bytesOf));
      return leafLayers(model)
        .filter((_, index) => !sameBytes(before[index] ?? [], after[index] ?? []))
        .map(({ name }) => name);
    },

    predict,

    /** Returns the share of examples, 0 to 1, whose largest output has the index in `labels`. */
    async accuracy(model: LayersModel, xs: Tensor, labels: readonly number[]): Promise<number> {
      const rows = await predict(model, xs);
      const correct = rows.filter((row, example) => row.indexOf(Math.max(...row)) === labels[example]);
      return correct.length / labels.length;
    },
  };
}

function sameBytes(one: readonly Uint8Array[], other: readonly Uint8Array[]): boolean {
  return (
    one.length === other.length &&
    one.every((bytes, index) => {
      const others = other[index];
      return others?.length === bytes.length && bytes.every((byte, at) => byte === others[at]);
    })
  );
}
