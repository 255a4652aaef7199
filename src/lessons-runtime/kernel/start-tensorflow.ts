import type { StartMessage } from '../protocol/host-to-worker.ts';
import { type ChosenBackend, chooseBackend, registerLazyBackends } from './backend/backend.ts';
import { registerLazyGraphModels } from './backend/graph-models.ts';
import type { HostRequests } from './host-requests.ts';
import { kernelWords } from './kernel-words.ts';
import type { LoadScript } from './lazy-scripts.ts';
import type { OutputCapture } from './output/capture-output.ts';
import { createProgressBar } from './output/progress-bar.ts';
import { seedRandomness } from './random.ts';
import type { TensorFlow } from './tensorflow.ts';

/**
 * Sets up TensorFlow.js for a lesson: its seed, its file access and its backends.
 *
 * @returns the backend in use
 * @throws {CourseError} if no backend is available or its download failed
 */
export async function startTensorFlow(
  tf: TensorFlow,
  { language, seed, backend }: StartMessage,
  deps: {
    readonly requests: HostRequests;
    readonly capture: OutputCapture;
    readonly loadScript: LoadScript;
    readonly fetch: (path: string) => Promise<Response>;
    /** Called when the WebGL context was lost, and all tensors with it. */
    readonly onGraphicsLost: () => void;
    /** Called for each random number that is drawn. */
    readonly onDraw: () => void;
  },
): Promise<ChosenBackend> {
  const { requests, capture, loadScript } = deps;
  seedRandomness(tf, seed, deps.onDraw);
  registerLazyBackends(tf, requests, loadScript, {
    onLost: deps.onGraphicsLost,
    openShaderBar: () =>
      createProgressBar(capture, {
        id: 'shaders',
        label: kernelWords[language].preparingGraphics,
        unit: 'steps',
      }),
  });
  registerLazyGraphModels(tf, loadScript);
  // `tf.loadLayersModel(path)` and similar functions fetch files through tfjs's platform.
  Object.assign(tf.env().platform, { fetch: deps.fetch });
  return await chooseBackend(tf, backend, language);
}
