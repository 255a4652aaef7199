import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { lossesOf } from '../../kernel/network/loss-name.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import { TrainingError } from '../../kernel/training/training-error.ts';
import type { Advice } from '../../shared/advice.ts';
import type { Language } from '../../shared/language.ts';
import { checkInputShape, checkTargetShape } from './check-shapes.ts';
import { checkFinite, checkLabels, pixelRangeHint } from './check-values.ts';
import { checkWords, type DescribedTensor } from './check-words.ts';
import { createTensorSummarizer } from './tensor-summary.ts';

/** The inputs or the targets of a training. */
interface NamedTensors {
  /** As messages call them, such as `xs`. */
  readonly name: string;
  /** In the order of the model's inputs or outputs. */
  readonly tensors: readonly Tensor[];
}

/** Layers that scale pixels themselves. */
const scalingLayers = new Set(['Rescaling', 'Normalization', 'BatchNormalization']);

/**
 * Checks training data before tfjs gets them.
 * @throws {TrainingError} from each method; names the tensor, its shape and a fix
 */
export interface TrainingDataCheck {
  /** Checks `fit`'s data: shapes and values of `xs`, `ys` and `options.validationData`. */
  checkAll(model: LayersModel, xs: unknown, ys: unknown, options: unknown): Promise<void>;
  /** Checks one batch: the values only for a model's first batch, because reading those of each would cost too much. */
  checkBatch(model: LayersModel, xs: unknown, ys: unknown): Promise<void>;
  /** @returns the dataset, with each batch checked when it is read */
  wrapDataset(model: LayersModel, dataset: unknown): unknown;
}

/** @param warn shows a sentence in the output of the cell that trains */
export function createTrainingDataCheck(
  tf: TensorFlow,
  language: Language,
  warn: (text: string) => void,
): TrainingDataCheck {
  const words = checkWords[language];
  const summarize = createTensorSummarizer();
  const modelsHinted = new WeakSet<LayersModel>();
  /** Models of which one batch had its values checked. */
  const modelsChecked = new WeakSet<LayersModel>();

  function throwIfAny(problem: Advice | null): void {
    if (problem !== null) throw new TrainingError(problem);
  }

  const isTensor = (value: unknown): value is Tensor => value instanceof tf.Tensor;

  /**
   * Returns tensors in the order of the model's inputs or outputs, whose names are `names`; `null` if their number differs,
   * because tfjs's own message explains that.
   */
  function readTensors(name: string, data: unknown, names: readonly string[]): NamedTensors | null {
    if (isTensor(data)) return names.length === 1 ? { name, tensors: [data] } : null;
    if (data instanceof Promise) throw new TrainingError(words.notTensor(name, 'promise'));
    const isList = Array.isArray(data);
    const list: readonly unknown[] = isList ? data : names.map((each) => Object(data)[each]);
    if (isList && !list.every(isTensor)) throw new TrainingError(words.notTensor(name, 'list'));
    if (list.length !== names.length) return null;
    if (!list.every(isTensor)) throw new TrainingError(words.notTensor(name, 'other'));
    return { name, tensors: list };
  }

  const describe = ({ name, tensors }: NamedTensors, index: number): DescribedTensor => ({
    name: tensors.length === 1 ? name : `${name}[${index}]`,
    shape: tensors[index]?.shape ?? [],
  });

  function checkShapes(model: LayersModel, xs: NamedTensors, ys: NamedTensors): void {
    xs.tensors.forEach((_, index) => {
      throwIfAny(checkInputShape(describe(xs, index), model.inputs[index]?.shape ?? [], language));
    });
    ys.tensors.forEach((_, index) => {
      const output = model.outputs[index]?.shape ?? [];
      const loss = lossOf(model, index);
      throwIfAny(checkTargetShape(describe(xs, 0), describe(ys, index), output, loss, language));
    });
  }

  async function checkValues(model: LayersModel, xs: NamedTensors, ys: NamedTensors): Promise<void> {
    for (const data of [xs, ys]) {
      for (const [index, tensor] of data.tensors.entries()) {
        const described = describe(data, index);
        if (tensor.dtype === 'string') throw new TrainingError(words.text(described));
        const summary = await summarize(tensor);
        throwIfAny(checkFinite(described, summary, language));
        if (data === xs) hint(model, pixelRangeHint(described, summary, language));
        else {
          const classes = model.outputs[index]?.shape.at(-1) ?? null;
          throwIfAny(checkLabels(described, summary, classes, lossOf(model, index), language));
        }
      }
    }
  }

  function hint(model: LayersModel, text: string | null): void {
    if (text === null || modelsHinted.has(model)) return;
    modelsHinted.add(model);
    if (!model.layers.slice(0, 3).some((layer) => scalingLayers.has(layer.getClassName()))) warn(text);
  }

  async function check(
    model: LayersModel,
    [xsName, ysName]: readonly [string, string],
    [xsData, ysData]: readonly [unknown, unknown],
    depth: 'shapes' | 'values',
  ): Promise<void> {
    const xs = readTensors(xsName, xsData, model.inputNames);
    const ys = readTensors(ysName, ysData, model.outputNames);
    if (xs === null || ys === null) return;
    checkShapes(model, xs, ys);
    if (depth === 'values') await checkValues(model, xs, ys);
  }

  async function checkBatch(model: LayersModel, xs: unknown, ys: unknown): Promise<void> {
    await check(model, ['xs', 'ys'], [xs, ys], modelsChecked.has(model) ? 'shapes' : 'values');
    modelsChecked.add(model);
  }

  return {
    checkBatch,
    async checkAll(model, xs, ys, options) {
      await check(model, ['xs', 'ys'], [xs, ys], 'values');
      const { validationData }: { readonly validationData?: unknown } = Object(options);
      if (!Array.isArray(validationData)) return;
      const [validationXs, validationYs] = validationData;
      const names = ['validationData[0]', 'validationData[1]'] as const;
      await check(model, names, [validationXs, validationYs], 'values');
    },
    wrapDataset(model, dataset) {
      const { mapAsync }: { readonly mapAsync?: unknown } = Object(dataset);
      if (typeof mapAsync !== 'function') return dataset;
      return mapAsync.call(dataset, async (element: unknown) => {
        const { xs, ys }: { readonly xs?: unknown; readonly ys?: unknown } = Object(element);
        if (xs !== undefined && ys !== undefined) await checkBatch(model, xs, ys);
        return element;
      });
    },
  };
}

/** Returns tfjs's name of an output's loss; `null` for a function of the learner's. */
function lossOf(model: LayersModel, output: number): string | null {
  const loss = lossesOf(model)[output];
  return typeof loss === 'string' ? loss : null;
}
