import { cpus } from 'node:os';
import type * as TensorFlow from '@tensorflow/tfjs';
import type { Measurements } from '../../src/course/measurements/measurements.ts';
import type { openCourseFiles } from '../open-course-files.ts';
import { type BaseName, loadBase } from './bases.ts';
import { trainModel } from './evaluate.ts';
import { recipes } from './recipes.ts';
import { addHead } from './transfer.ts';

const rounds = 7;
const networks = [
  ['drawing-net', 32],
  ['icon-net', 64],
  ['mobilenet', 64],
  ['mobilenet', 96],
  ['mobilenet', 128],
  ['efficientnet-lite0', 64],
  ['efficientnet-lite0', 96],
  ['efficientnet-lite0', 128],
] as const satisfies readonly (readonly [BaseName, number])[];

/** Describes the machine: its processor, the number of its threads, and the version of Node. */
export function describeMachine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() || 'unknown processor';
  return `${model}, ${processors.length} threads, Node ${process.versions.node}, wasm backend on one thread for each of two splits`;
}

/** Measures a step of training of each network: of the head through the frozen base, and of all layers. */
export async function measureSteps(
  tf: typeof TensorFlow,
  files: ReturnType<typeof openCourseFiles>,
): Promise<Measurements['steps']> {
  const batch = recipes.batchSize;
  const steps: Measurements['steps'] = [];
  for (const [name, side] of networks)
    for (const layers of ['head', 'all'] as const) {
      const base = await loadBase(tf, files, name, { side, isRandom: false });
      const model = addHead(tf, base, null);
      const frozen = new Set(layers === 'head' ? base.model.layers : []);
      for (const layer of model.layers)
        layer.trainable = !frozen.has(layer) && layer.getClassName() !== 'BatchNormalization';
      const xs = tf.randomUniform([batch, side, side, 3], 0, 1, 'float32', 1);
      const ys = tf.oneHot(tf.range(0, batch, 1, 'int32').mod(tf.scalar(2, 'int32')), 2).toFloat();
      const times: number[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const started = performance.now();
        await trainModel(tf, model, { xs, ys }, { epochs: 1, learningRate: 0.0001, batchSize: batch });
        if (round > 0) times.push(performance.now() - started);
      }
      const median = times.toSorted((one, other) => one - other)[(rounds - 1) / 2] ?? 0;
      steps.push({ base: name, inputSize: side, layers, batch, milliseconds: Number(median.toFixed(1)) });
      tf.dispose([xs, ys]);
      tf.disposeVariables();
    }
  return steps;
}
