/** The script of the lesson's worker: takes the page's port and starts a kernel on it. */

import type { HostToWorker } from '../protocol/host-to-worker.ts';
import type { WorkerToHost } from '../protocol/worker-to-host.ts';
import { cancelAllFrames } from './hardening/animation-frame.ts';
import { hardenGlobals } from './hardening/harden-globals.ts';
import { type Realm, snapshotRealm } from './hardening/harden-realm.ts';
import { clearAllTimers } from './hardening/harden-timers.ts';
import { createKernel, type Kernel, type KernelDependencies } from './kernel.ts';
import type { KernelPort } from './kernel-port.ts';
import { createTensorFlow } from './tensorflow.ts';

// tfjs's own frames are many: with the usual ten, the learner's line would be lost.
Object.assign(Error, { stackTraceLimit: 60 });

self.addEventListener(
  'message',
  ({ ports: [port] }: MessageEvent<unknown>) => {
    if (port === undefined) return;
    // Bound now, so that a cell that replaces `postMessage` on the prototype does not come by the port.
    const postMessage: (message: WorkerToHost, transfer: Transferable[]) => void =
      port.postMessage.bind(port);
    const { apply } = Reflect;
    // biome-ignore lint/security/noGlobalEval: running learners' code is what this worker is for; an indirect eval has global scope
    const evaluate = globalThis.eval;
    const tf = createTensorFlow();
    hardenGlobals(() => postMessage({ type: 'lost', why: 'closed' }, []));
    let realm: Realm | null = null;

    /** Before the kernel does anything in a realm that a cell had to itself. @returns whether the kernel can go on */
    function repair(): boolean {
      if (realm === null) {
        realm = snapshotRealm(globalThis);
        realm.protect(tf);
      }
      const whole = realm.repair();
      if (!whole) postMessage({ type: 'lost', why: 'damaged' }, []);
      return whole;
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
      evaluate(script) {
        const result: unknown = evaluate(script);
        if (typeof result !== 'function') return result;
        return async (...args: unknown[]) => {
          try {
            const ended: unknown = apply(result, undefined, args);
            // A cell that awaits gives the kernel its turn, too.
            repair();
            return await ended;
          } finally {
            repair();
          }
        };
      },
    };
    /** Made with the first message, `start`. */
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
        // It brings no cell: while the page fetches what the kernel asks for, there is time to record the realm.
        const message = event.data;
        if (message.type === 'start') kernel = createKernel(kernelPort, message, dependencies);
        return;
      }
      // Now a message's getters may be a cell's, and would be handed the port: nothing is read before they are put back.
      if (!repair()) return;
      const message = event.data;
      if (message.type !== 'start') kernel.receive(message);
    };
  },
  { once: true },
);
