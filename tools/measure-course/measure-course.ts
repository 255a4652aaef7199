/**
 * Measures the accuracies that the course claims, and writes src/content/measurements.json and the tables of README.md with
 * the targets that are measured completely:
 *
 *   npm exec -- node tools/measure-course/measure-course.ts [--workers 2] [--only landscapes]
 *
 * Each finished unit (one split of one target with a number of examples) is appended to .cache/measure-course/results.jsonl;
 * when the tool is started again, it continues with the units that are missing there. The recipes are in recipes.ts, the
 * targets in targets.ts. It takes about two and a half hours on two idle cores.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { type Measurements, measurementsFile } from '../../src/course/measurements/measurements.ts';
import { applyKerasSemantics } from '../../src/lessons-runtime/kernel/training/keras-semantics.ts';
import { jsonWithRows } from '../json-with-rows.ts';
import { openCourseFiles } from '../open-course-files.ts';
import { startTraining } from '../train-network/start-training.ts';
import { describeMachine, measureSteps } from './measure-steps.ts';
import { appendResult, readResults, type UnitResult, unitKey } from './results-file.ts';
import { toRows } from './to-rows.ts';
import { planUnits } from './units.ts';
import { withTables } from './write-readme.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const resultsFile = join(root, '.cache/measure-course/results.jsonl');
const { values } = parseArgs({
  options: { workers: { type: 'string', default: '2' }, only: { type: 'string' } },
});

const planned = planUnits();
const done = new Set(readResults(resultsFile).map(({ unit }) => unitKey(unit)));
const open = planned.filter(
  (unit) => !done.has(unitKey(unit)) && (values.only === undefined || unit.target === values.only),
);
process.stdout.write(`${done.size} units measured, ${open.length} to do\n`);
const started = performance.now();
let finished = 0;
await Promise.all(Array.from({ length: Number(values.workers) }, runWorker));

const tf = await startTraining();
applyKerasSemantics(tf, 'en', () => {});
const measurements: Measurements = {
  machine: describeMachine(),
  steps: await measureSteps(tf, openCourseFiles(tf)),
  rows: [...toRows(readResults(resultsFile))],
};
writeFileSync(
  join(root, measurementsFile),
  jsonWithRows(measurements, (each) => 'strategy' in each || 'layers' in each),
);
const readme = join(root, 'README.md');
writeFileSync(readme, withTables(readFileSync(readme, 'utf8'), measurements.rows));

/** Lets a thread measure units until none is left. */
function runWorker(): Promise<void> {
  const worker = new Worker(new URL('measure-worker.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const unit = open.shift();
      if (unit === undefined) {
        void worker.terminate();
        resolve();
      } else worker.postMessage(unit);
    };
    worker.on('error', reject);
    worker.on('message', (result: UnitResult) => {
      appendResult(resultsFile, result);
      finished += 1;
      const minutes = (performance.now() - started) / 60_000;
      process.stdout.write(`${unitKey(result.unit)}, ${finished} in ${minutes.toFixed(1)} min\n`);
      next();
    });
    next();
  });
}
