import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { lossesOf } from '../../kernel/network/loss-name.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import { TrainingError } from '../../kernel/training/training-error.ts';
import type { Advice } from '../../shared/advice.ts';
import type { Language } from '../../shared/language.ts';
import { inputProblem, targetProblem } from './check-shapes.ts';
import { badValues, labelProblem, pixelHint } from './check-values.ts';
import { checkWords, type DescribedTensor } from './check-words.ts';
import { createValueReader } from './tensor-values.ts';

/** One side of a training, as the learner wrote it. */
interface Side {
  readonly name: string;
  readonly tensors: readonly Tensor[];
}

/** Layers that bring pixels into range themselves. */
const scalingLayers = new Set(['Rescaling', 'Normalization', 'BatchNormalization']);

/** Looks at what a training is given before tfjs does. @throws {TrainingError} that names the tensor, its shape and a remedy */
export interface TrainingDataCheck {
  whole(model: LayersModel, xs: unknown, ys: unknown, options: unknown): Promise<void>;
  batch(model: LayersModel, xs: unknown, ys: unknown): Promise<void>;
  /** @returns the dataset, whose batches are looked at as they come */
  dataset(model: LayersModel, dataset: unknown): unknown;
}

/** @param warn shows a sentence in the cell that trains */
export function createTrainingDataCheck(
  tf: TensorFlow,
  language: Language,
  warn: (text: string) => void,
): TrainingDataCheck {
  const words = checkWords[language];
  const read = createValueReader();
  const hinted = new WeakSet<LayersModel>();
  /** Models whose batches were looked into once: after that, their shapes will do. */
  const seen = new WeakSet<LayersModel>();

  function refuse(problem: Advice | null): void {
    if (problem !== null) throw new TrainingError(problem);
  }

  /** The tensors of one side, in the model's order; `null` where tfjs itself has to say what is wrong with their number. */
  function sideOf(name: string, data: unknown, names: readonly string[]): Side | null {
    if (data instanceof tf.Tensor) return names.length === 1 ? { name, tensors: [data] } : null;
    if (data instanceof Promise) refuse(words.notTensor(name, 'promise'));
    const isList = Array.isArray(data);
    if (isList && !data.every((each) => each instanceof tf.Tensor)) refuse(words.notTensor(name, 'list'));
    const list: unknown[] = isList ? data : names.map((each) => Object(data)[each]);
    if (list.length !== names.length) return null;
    if (!list.every((each) => each instanceof tf.Tensor)) refuse(words.notTensor(name, 'other'));
    return { name, tensors: list as Tensor[] };
  }

  const named = ({ name, tensors }: Side, place: number): DescribedTensor => ({
    name: tensors.length === 1 ? name : `${name}[${place}]`,
    shape: tensors[place]?.shape ?? [],
  });

  function checkShapes(model: LayersModel, xs: Side, ys: Side): void {
    xs.tensors.forEach((_, place) => {
      refuse(inputProblem(named(xs, place), model.inputs[place]?.shape ?? [], language));
    });
    ys.tensors.forEach((_, place) => {
      const output = model.outputs[place]?.shape ?? [];
      refuse(targetProblem(named(xs, 0), named(ys, place), output, lossOf(model, place), language));
    });
  }

  async function checkValues(model: LayersModel, xs: Side, ys: Side): Promise<void> {
    for (const side of [xs, ys]) {
      for (const [place, tensor] of side.tensors.entries()) {
        const tensorName = named(side, place);
        if (tensor.dtype === 'string') refuse(words.text(tensorName));
        const values = await read(tensor);
        refuse(badValues(tensorName, values, language));
        if (side === xs) hint(model, pixelHint(tensorName, values, language));
        else {
          const classes = model.outputs[place]?.shape.at(-1) ?? null;
          refuse(labelProblem(tensorName, values, classes, lossOf(model, place), language));
        }
      }
    }
  }

  function hint(model: LayersModel, text: string | null): void {
    if (text === null || hinted.has(model)) return;
    hinted.add(model);
    if (!model.layers.slice(0, 3).some((layer) => scalingLayers.has(layer.getClassName()))) warn(text);
  }

  async function check(
    model: LayersModel,
    [xsName, ysName]: readonly [string, string],
    [xsData, ysData]: readonly [unknown, unknown],
    depth: 'shapes' | 'values',
  ): Promise<void> {
    const xs = sideOf(xsName, xsData, model.inputNames);
    const ys = sideOf(ysName, ysData, model.outputNames);
    if (xs === null || ys === null) return;
    checkShapes(model, xs, ys);
    if (depth === 'values') await checkValues(model, xs, ys);
  }

  async function batch(model: LayersModel, xs: unknown, ys: unknown): Promise<void> {
    await check(model, ['xs', 'ys'], [xs, ys], seen.has(model) ? 'shapes' : 'values');
    seen.add(model);
  }

  return {
    batch,
    async whole(model, xs, ys, options) {
      await check(model, ['xs', 'ys'], [xs, ys], 'values');
      const { validationData: held } = Object(options) as { readonly validationData?: unknown };
      if (!Array.isArray(held)) return;
      await check(model, ['validationData[0]', 'validationData[1]'], [held[0], held[1]], 'values');
    },
    dataset(model, dataset) {
      const { mapAsync } = Object(dataset) as { readonly mapAsync?: unknown };
      if (typeof mapAsync !== 'function') return dataset;
      return mapAsync.call(dataset, async (element: unknown) => {
        const { xs, ys } = Object(element) as { readonly xs?: unknown; readonly ys?: unknown };
        if (xs !== undefined && ys !== undefined) await batch(model, xs, ys);
        return element;
      });
    },
  };
}

/** The loss of an output by its name; `null` for one that is a function of the learner's own. */
function lossOf(model: LayersModel, place: number): string | null {
  const loss = lossesOf(model)[place];
  return typeof loss === 'string' ? loss : null;
}
