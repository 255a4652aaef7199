import * as v from 'valibot';
import { occlusionState } from './example-parts.ts';
import { isReadableSize } from './message-size.ts';
import { networkSchema, outputSchema, redrawnSchema } from './output.ts';
import { dataLetters } from './output-limits.ts';
import { requestSchema } from './requests.ts';

/** The messages of the worker. Learners' code runs there, so the host parses each message and drops invalid ones. */

const nonNegativeInteger = v.pipe(v.number(), v.integer(), v.minValue(0));
/** From 1; a cell that never ran has run 0, for which no message is valid. */
const run = v.pipe(v.number(), v.integer(), v.minValue(1));
const backendName = v.picklist(['webgl', 'wasm', 'cpu']);

/** The kernel has started and runs on `backend`. */
const readyMessage = v.object({
  type: v.literal('ready'),
  backend: backendName,
  /** Why this backend: requested in the address, best for the device, or another backend is not available. */
  reason: v.picklist(['forced', 'hardware-webgl', 'software-webgl', 'no-webgl', 'no-wasm', 'unavailable']),
  /** The WebGL renderer; empty without WebGL. */
  renderer: v.string(),
});

/** A part of a run's output. */
const outputMessage = v.object({
  type: v.literal('output'),
  cell: v.string(),
  run,
  part: outputSchema,
});

/** The new state of a part that a run showed; the run may have ended. */
const redrawnMessage = v.object({
  type: v.literal('redrawn'),
  cell: v.string(),
  run,
  part: redrawnSchema,
});

/** The layers of a model of the lesson: when it is new, when it has changed, and before each of its trainings. */
const networkMessage = v.object({ type: v.literal('network'), run, part: networkSchema });

/** The state of an occlusion map that the page asked for; the run of its picture may have ended. */
const occlusionMessage = v.object({
  type: v.literal('occlusion'),
  cell: v.string(),
  run,
  card: v.string(),
  state: occlusionState,
});

/** A run has ended. */
const finishedMessage = v.object({
  type: v.literal('finished'),
  cell: v.string(),
  run,
  outcome: v.picklist(['done', 'failed', 'stopped']),
  /** Wall time of the run in milliseconds. */
  milliseconds: v.pipe(v.number(), v.minValue(0)),
  /** Whether the run drew random numbers, so that its results depend on the seed. */
  isRandom: v.exactOptional(v.boolean()),
});

/**
 * JSON that a run sends to the page's own code: plans, answers and rulings of exercises. It is never shown; only a session that
 * grades reads it.
 */
const dataMessage = v.object({
  type: v.literal('data'),
  cell: v.string(),
  run,
  json: v.pipe(v.string(), v.maxLength(dataLetters)),
});

/** An event of a training in the cell. `trainingEventSchema` of `training.ts` parses it where trainings are recorded. */
const trainingMessage = v.object({
  type: v.literal('training'),
  cell: v.string(),
  run,
  event: v.unknown(),
});

/** Live tensors and their bytes as `tf.memory()` counts them, and the backend in use, which a cell may have changed. */
const memoryMessage = v.object({
  type: v.literal('memory'),
  tensors: nonNegativeInteger,
  bytes: nonNegativeInteger,
  backend: v.string(),
});

/**
 * The worker can no longer run cells: a cell closed it or damaged the language's built-in objects irreparably, its backend could
 * not be downloaded, or the WebGL context was lost (`graphics-rescued`: with the weights of the training saved before).
 */
const lostMessage = v.object({
  type: v.literal('lost'),
  why: v.picklist(['closed', 'damaged', 'download', 'graphics', 'graphics-rescued']),
});

/** Asks the page for something; answered by one `reply` with the same number. */
const requestMessage = v.object({
  type: v.literal('request'),
  request: nonNegativeInteger,
  payload: requestSchema,
});
/** Withdraws a request. */
const cancelMessage = v.object({ type: v.literal('cancel'), request: nonNegativeInteger });

const workerToHostSchema = v.variant('type', [
  readyMessage,
  outputMessage,
  redrawnMessage,
  occlusionMessage,
  networkMessage,
  finishedMessage,
  dataMessage,
  trainingMessage,
  memoryMessage,
  lostMessage,
  requestMessage,
  cancelMessage,
]);

/** All messages from the worker to the page. */
export type WorkerToHost = v.InferOutput<typeof workerToHostSchema>;
/** Why a backend was selected. */
export type BackendReason = v.InferOutput<typeof readyMessage>['reason'];
/** How a run ended. */
export type Outcome = v.InferOutput<typeof finishedMessage>['outcome'];

/** Parses a message of the worker. Returns `null` if it is invalid or too large. */
export function parseWorkerToHost(data: unknown): WorkerToHost | null {
  if (!isReadableSize(data)) return null;
  const parsed = v.safeParse(workerToHostSchema, data);
  return parsed.success ? parsed.output : null;
}
