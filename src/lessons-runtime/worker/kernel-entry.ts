/** The script of the lesson's worker: takes the page's port and starts a kernel on it. */
import './animation-frame.ts';
import type { HostToWorker } from '../protocol/host-to-worker.ts';
import { createKernel } from './kernel.ts';
import { createTensorFlow } from './tensorflow.ts';

// tfjs's own frames are many: with the usual ten, the learner's line would be lost.
Object.assign(Error, { stackTraceLimit: 60 });

self.addEventListener(
  'message',
  ({ ports: [port] }: MessageEvent<unknown>) => {
    if (port === undefined) return;
    // Bound now, so that a cell that replaces `postMessage` on the prototype does not come by the port.
    const postMessage = port.postMessage.bind(port);
    // biome-ignore lint/security/noGlobalEval: running learners' code is what this worker is for; an indirect eval has global scope
    const evaluate = globalThis.eval;
    const kernel = createKernel(
      { post: (message, transfer = []) => postMessage(message, [...transfer]) },
      { tf: createTensorFlow(), globals: globalThis, evaluate: (script) => evaluate(script) },
    );
    self.addEventListener('unhandledrejection', (event) => {
      event.preventDefault();
      kernel.reportUncaught(event.reason);
    });
    self.addEventListener('error', (event) => {
      event.preventDefault();
      kernel.reportUncaught(event.error ?? event.message);
    });
    port.onmessage = (event: MessageEvent<HostToWorker>) => kernel.receive(event.data);
  },
  { once: true },
);
