import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { type Layer, leafLayers } from '../kernel/network/layers.ts';
import { parameterCount } from '../kernel/network/parameter-count.ts';
import type { TensorFlow } from '../kernel/tensorflow.ts';
import { shapeText } from '../shared/format.ts';

/** One layer of a learner's model, in words and numbers. */
export interface LayerFacts {
  readonly name: string;
  /** Its class, as Keras calls it: `Dense`, `Conv2D`. */
  readonly kind: string;
  readonly trainable: boolean;
  /** Numbers in its weights. */
  readonly parameters: number;
  readonly config: Readonly<Record<string, unknown>>;
}

/** A model that cannot take what a check feeds it: not the check's fault. */
export class InputMismatch extends Error {
  override readonly name = 'InputMismatch';
  /** The shapes of the data, and the model's. */
  readonly expected: string;
  readonly found: string;
  constructor(expected: string, found: string) {
    super(`${found} in place of ${expected}`);
    this.expected = expected;
    this.found = found;
  }
}

/** @throws {InputMismatch} where these data do not go into the model, or these labels are not what comes out */
export function assertInputsMatch(model: LayersModel, xs: Tensor, ys?: Tensor): void {
  const given = ys === undefined ? [xs.shape] : [xs.shape, ys.shape];
  const [input, output] = [model.inputs[0]?.shape ?? [], model.outputs[0]?.shape ?? []];
  const taken = ys === undefined ? [input] : [input, output];
  const isFit =
    model.inputs.length === 1 &&
    given.every((shape, place) => {
      const own = taken[place] ?? [];
      return own.length === shape.length && own.every((size, at) => size === null || size === shape[at]);
    });
  if (isFit) return;
  const told = (shapes: readonly (readonly (number | null)[])[]) =>
    shapes.map(([, ...sizes]) => shapeText([null, ...sizes])).join(' → ');
  throw new InputMismatch(told(given), told(taken));
}

/** What a check can ask of models. All of it runs where no learner's code ever ran. */
export function createModelFacts(tf: TensorFlow) {
  async function bytesOf(layer: Layer): Promise<readonly Uint8Array[]> {
    return Promise.all(
      layer.weights.map(async (weight) => {
        const values = await weight.read().data();
        return new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice();
      }),
    );
  }

  /** A row of numbers for each example. */
  async function predict(model: LayersModel, xs: Tensor): Promise<readonly (readonly number[])[]> {
    assertInputsMatch(model, xs);
    const output = tf.tidy(() => {
      const [first] = [model.predict(xs)].flat();
      if (first === undefined) throw new Error('the model has no output');
      return first.reshape([first.shape[0] ?? 0, -1]) as import('@tensorflow/tfjs').Tensor2D;
    });
    const rows = await output.array();
    output.dispose();
    return rows;
  }

  return {
    /** Every layer that holds its own weights, those of nested models among them, in order. */
    layers: (model: LayersModel): readonly LayerFacts[] =>
      leafLayers(model).map((layer) => ({
        name: layer.name,
        kind: layer.getClassName(),
        trainable: Boolean(layer.trainable),
        parameters: layer.countParams(),
        config: layer.getConfig(),
      })),

    /** Numbers that training would move. */
    countTrainable: (model: LayersModel): number => parameterCount(model.trainableWeights),

    /** Layers of `model` whose weights are not, byte for byte, those of the layer of that name in `original`. */
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
     * How far one step moved the weights of `before` that it moved at all: the median of the distances. Of a first step of
     * Adam that is its learning rate, whatever the gradients; of a step of SGD, the rate times the gradient.
     * @returns 0 where none moved
     */
    async stepSize(before: LayersModel, after: LayersModel): Promise<number> {
      const distances: number[] = [];
      for (const layer of leafLayers(before)) {
        const now = leafLayers(after).find(({ name }) => name === layer.name);
        for (const [place, weight] of layer.weights.entries()) {
          const moved = now?.weights[place]?.read();
          if (moved === undefined) continue;
          const [from, to] = await Promise.all([weight.read().data(), moved.data()]);
          for (const [at, value] of from.entries()) {
            if (value !== to[at]) distances.push(Math.abs((to[at] ?? 0) - value));
          }
        }
      }
      distances.sort((one, other) => one - other);
      return distances[Math.floor(distances.length / 2)] ?? 0;
    },

    /** The loss that Keras calls by that name, of the model on these examples. */
    async loss(model: LayersModel, xs: Tensor, ys: Tensor, name: string): Promise<number> {
      assertInputsMatch(model, xs, ys);
      model.compile({ optimizer: 'sgd', loss: name });
      const [loss] = [model.evaluate(xs, ys)].flat();
      return (await loss?.data())?.[0] ?? Number.NaN;
    },

    /**
     * Trains the model here for one step, with the settings that the course uses.
     * @returns the layers whose weights moved
     */
    async movedByTraining(model: LayersModel, xs: Tensor, ys: Tensor): Promise<readonly string[]> {
      assertInputsMatch(model, xs, ys);
      const before = await Promise.all(leafLayers(model).map(bytesOf));
      model.compile({ optimizer: tf.train.sgd(0.1), loss: 'meanSquaredError' });
      if (model.trainableWeights.length > 0) await model.fit(xs, ys, { epochs: 1, verbose: 0 });
      const after = await Promise.all(leafLayers(model).map(bytesOf));
      return leafLayers(model)
        .filter((_, place) => !sameBytes(before[place] ?? [], after[place] ?? []))
        .map(({ name }) => name);
    },

    predict,

    /** The share of examples whose largest output is at the place that `labels` says, 0 to 1. */
    async accuracy(model: LayersModel, xs: Tensor, labels: readonly number[]): Promise<number> {
      const rows = await predict(model, xs);
      const right = rows.filter((row, example) => row.indexOf(Math.max(...row)) === labels[example]);
      return right.length / labels.length;
    },
  };
}

function sameBytes(one: readonly Uint8Array[], other: readonly Uint8Array[]): boolean {
  return (
    one.length === other.length &&
    one.every((bytes, place) => {
      const others = other[place];
      return others?.length === bytes.length && bytes.every((byte, at) => byte === others[at]);
    })
  );
}
