/** The thread of `measure-course.ts` that measures the units it receives. */
import { parentPort } from 'node:worker_threads';
import { applyKerasSemantics } from '../../src/lessons-runtime/kernel/training/keras-semantics.ts';
import { openCourseFiles } from '../open-course-files.ts';
import { startTraining } from '../train-network/start-training.ts';
import { measureUnit } from './measure-unit.ts';
import type { Unit } from './units.ts';

const tf = await startTraining();
applyKerasSemantics(tf, 'en', () => {});
const files = openCourseFiles(tf);

parentPort?.on('message', async (unit: Unit) => {
  // The scope disposes all tensors of the unit, so that hours of measuring fit into the wasm heap.
  tf.engine().startScope();
  const measurements = await measureUnit(tf, files, unit);
  tf.engine().endScope();
  tf.disposeVariables();
  parentPort?.postMessage({ unit, measurements });
});
