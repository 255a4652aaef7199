import * as v from 'valibot';
import { isReadableSize } from './message-size.ts';
import { outputSchema, redrawnSchema } from './output.ts';
import { dataLetters } from './output-limits.ts';
import { requestSchema } from './requests.ts';

/** Every message of the worker. Learner code runs there, so the host parses each one and drops what does not fit. */

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Runs count from 1: 0 is what a cell has that never ran, and nothing may speak for it. */
const run = v.pipe(v.number(), v.integer(), v.minValue(1));
const backendName = v.picklist(['webgl', 'wasm', 'cpu']);

const readyMessage = v.object({
  type: v.literal('ready'),
  backend: backendName,
  /** Why this backend: forced by the address, the device's own choice, or what another one lacked. */
  reason: v.picklist(['forced', 'hardware-webgl', 'software-webgl', 'no-webgl', 'no-wasm', 'unavailable']),
  renderer: v.string(),
});

const outputMessage = v.object({
  type: v.literal('output'),
  cell: v.string(),
  run,
  part: outputSchema,
});

/** A part that was shown by a run, as it is now; its run may be over. */
const redrawnMessage = v.object({
  type: v.literal('redrawn'),
  cell: v.string(),
  run,
  part: redrawnSchema,
});

const finishedMessage = v.object({
  type: v.literal('finished'),
  cell: v.string(),
  run,
  outcome: v.picklist(['done', 'failed', 'stopped']),
  /** Wall time of the run in milliseconds. */
  milliseconds: v.pipe(v.number(), v.minValue(0)),
});

/**
 * What a run sends to the page's own code, as JSON: plans, answers and rulings of exercises. It is no output and is never
 * shown; only a session that grades takes it.
 */
const dataMessage = v.object({
  type: v.literal('data'),
  cell: v.string(),
  run,
  json: v.pipe(v.string(), v.maxLength(dataLetters)),
});

/** Of a training of the cell; parsed where trainings are kept, by `trainingEventSchema` of `training.ts`. */
const trainingMessage = v.object({
  type: v.literal('training'),
  cell: v.string(),
  run,
  event: v.unknown(),
});

/** After a run: live tensors and their bytes as `tf.memory()` counts them, and the backend in use (a cell may have set another). */
const memoryMessage = v.object({
  type: v.literal('memory'),
  tensors: whole,
  bytes: whole,
  backend: v.string(),
});

/**
 * The worker is of no use any more: a cell closed it, changed the language's own objects for good, its backend could not be
 * downloaded, or the GPU forgot all, of which the weights of a training may have been saved (`rescue`).
 */
const lostMessage = v.object({
  type: v.literal('lost'),
  why: v.picklist(['closed', 'damaged', 'download', 'graphics', 'graphics-rescued']),
});

const requestMessage = v.object({ type: v.literal('request'), request: whole, want: requestSchema });
const cancelMessage = v.object({ type: v.literal('cancel'), request: whole });

const workerToHostSchema = v.variant('type', [
  readyMessage,
  outputMessage,
  redrawnMessage,
  finishedMessage,
  dataMessage,
  trainingMessage,
  memoryMessage,
  lostMessage,
  requestMessage,
  cancelMessage,
]);

export type WorkerToHost = v.InferOutput<typeof workerToHostSchema>;
export type BackendReason = v.InferOutput<typeof readyMessage>['reason'];
export type Outcome = v.InferOutput<typeof finishedMessage>['outcome'];

/** The message, or `null` where it is none of the protocol's, or larger than any of them. */
export function parseWorkerToHost(data: unknown): WorkerToHost | null {
  if (!isReadableSize(data)) return null;
  const parsed = v.safeParse(workerToHostSchema, data);
  return parsed.success ? parsed.output : null;
}
