/** The entry of the lesson's worker: receives the page's port and creates a kernel for it. */

import type { HostToWorker } from '../protocol/host-to-worker.ts';
import type { WorkerToHost } from '../protocol/worker-to-host.ts';
import { cancelAllFrames } from './hardening/animation-frame.ts';
import { hardenGlobals } from './hardening/harden-globals.ts';
import { type Realm, snapshotRealm } from './hardening/harden-realm.ts';
import { clearAllTimers } from './hardening/harden-timers.ts';
import { createKernel, type Kernel, type KernelDependencies } from './kernel.ts';
import type { KernelPort } from './kernel-port.ts';
import { createTensorFlow } from './tensorflow.ts';

// The default of ten frames would not reach the learner's line through tfjs's frames.
Object.assign(Error, { stackTraceLimit: 60 });

self.addEventListener(
  'message',
  ({ ports: [port] }: MessageEvent<unknown>) => {
    if (port === undefined) return;
    // Bound now, so that a cell that replaces `postMessage` on the prototype does not obtain the port.
    const postMessage: (message: WorkerToHost, transfer: Transferable[]) => void =
      port.postMessage.bind(port);
    const { apply } = Reflect;
    // biome-ignore lint/security/noGlobalEval: running learners' code is what this worker is for; an indirect eval has global scope
    const evaluate = globalThis.eval;
    const tf = createTensorFlow();
    hardenGlobals(() => postMessage({ type: 'lost', why: 'closed' }, []));
    let realm: Realm | null = null;

    /** Call it before the kernel does anything after code of a cell. Returns whether the kernel can continue. */
    function repair(): boolean {
      if (realm === null) {
        realm = snapshotRealm(globalThis);
        realm.protect(tf);
      }
      const isRestored = realm.repair();
      if (!isRestored) postMessage({ type: 'lost', why: 'damaged' }, []);
      return isRestored;
    }

    const kernelPort: KernelPort = {
      post(message, transfer = []) {
        if (message.type === 'finished' && message.outcome === 'stopped') {
          clearAllTimers();
          cancelAllFrames();
        }
        postMessage(message, [...transfer]);
      },
    };
    const dependencies: KernelDependencies = {
      tf,
      globals: globalThis,
      repair: () => void repair(),
      evaluate(script) {
        const result: unknown = evaluate(script);
        if (typeof result !== 'function') return result;
        return async (...args: unknown[]) => {
          try {
            const promise: unknown = apply(result, undefined, args);
            // Not only at the end, because the kernel also continues while a cell awaits.
            repair();
            return await promise;
          } finally {
            repair();
          }
        };
      },
    };
    /** Created by the first message, `start`. */
    let kernel: Kernel | null = null;

    self.addEventListener('unhandledrejection', (event) => {
      if (kernel === null || !repair()) return;
      event.preventDefault();
      kernel.reportUncaught(event.reason);
    });
    self.addEventListener('error', (event) => {
      if (kernel === null || !repair()) return;
      event.preventDefault();
      kernel.reportUncaught(event.error ?? event.message);
    });

    port.onmessage = (event: MessageEvent<HostToWorker>) => {
      if (kernel === null) {
        // No realm is recorded yet, because no cell runs before the kernel has started.
        const message = event.data;
        if (message.type === 'start') kernel = createKernel(kernelPort, message, dependencies);
        return;
      }
      // Repaired before the message is read, because a cell may have replaced its getters, which would receive the port.
      if (!repair()) return;
      const message = event.data;
      if (message.type !== 'start') kernel.receive(message);
    };
  },
  { once: true },
);
