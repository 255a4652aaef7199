import type { HostToWorker } from '../protocol/host-to-worker.ts';
import type { Connect } from './connection.ts';
import { fetchBytes } from './fetch-bytes.ts';
import { createMessageRate } from './message-rate.ts';
import { watchFrame } from './watch-frame.ts';

/**
 * Creates the function that starts workers. The page (strict CSP) opens `runner.html` (same origin, with its own CSP), which
 * opens a sandboxed frame of an opaque origin, which starts a blob worker with the kernel's text. Page and worker then share a
 * port. Removing the frame terminates the worker, whatever it is doing, and all workers that it may have started.
 *
 * Guarantees for any code in the worker, even code that obtained the port (`tests/browser/isolation.test.ts`):
 * - It cannot access a document, a store or another worker of the site, because its origin is opaque.
 * - It cannot access the network: the frame's CSP forbids it, and the page fetches only what `serve-requests.ts` allows.
 * - Its messages are data: parsed, bounded, shown as text and pixels, and accepted only for the current or the last run.
 * - The page can terminate it at any time by removing the frame.
 *
 * Guarantees for a cell, which cannot obtain the port: it cannot break the cells after it
 * (`kernel/hardening/harden-realm.ts`), start workers or end its own worker unnoticed (`kernel/hardening/harden-globals.ts`);
 * after Stop, none of its timers and frames fires.
 *
 * Not guaranteed: a cell can show anything in its own output and end its own run with any outcome, so code that grades a cell
 * inside its worker has to trust the cell. A cell can use as much processor time and memory as the browser gives a tab until it
 * is stopped; after a cooperative Stop, code that waits neither for timers nor for frames may continue to compute.
 */
export function createWorkerFactory(urls: { readonly runner: string; readonly kernel: string }): Connect {
  return async ({ onMessage, onLost }) => {
    const frame = createFrame(urls.runner);
    let kernel: Blob;
    try {
      const [bytes] = await Promise.all([fetchBytes(urls.kernel, { subject: 'kernel' }), open(frame)]);
      // A blob is passed from frame to frame by reference; a string would be decoded and copied.
      kernel = new Blob([bytes]);
    } catch (error) {
      frame.remove();
      throw error;
    }

    const { port1: port, port2: workerPort } = new MessageChannel();
    const { port1: watch, port2: framePort } = new MessageChannel();
    const rate = createMessageRate();
    let hasStarted = false;
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      hasStarted = true;
      if (rate.count()) onMessage(data);
      else onLost('worker-flooded');
    };
    const stopWatching = watchFrame(watch, () => onLost(hasStarted ? 'worker-lost' : 'start-failed'));
    frame.contentWindow?.postMessage(kernel, location.origin, [workerPort, framePort]);

    return {
      post(message: HostToWorker, transfer: readonly Transferable[] = []) {
        port.postMessage(message, [...transfer]);
      },
      close() {
        stopWatching();
        watch.close();
        port.close();
        frame.remove();
      },
    };
  };
}

/** Browser features that are denied to the worker's frame. */
const deniedFeatures = [
  'camera',
  'microphone',
  'geolocation',
  'display-capture',
  'clipboard-read',
  'clipboard-write',
];

function createFrame(url: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  // Not `hidden`, because Chromium gives the process of a frame that is not rendered the low priority of a background tab.
  frame.style.cssText =
    'position: fixed; inset: 0 auto auto 0; width: 1px; height: 1px; border: 0; opacity: 0; pointer-events: none';
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  frame.title = 'lesson worker';
  frame.allow = deniedFeatures.map((feature) => `${feature} 'none'`).join('; ');
  frame.referrerPolicy = 'no-referrer';
  frame.src = url;
  return frame;
}

/** Appends a frame to the document. Resolves when it has loaded. */
function open(frame: HTMLIFrameElement): Promise<void> {
  return new Promise((resolve, reject) => {
    frame.onload = () => resolve();
    frame.onerror = () => reject(new Error('runner.html'));
    document.body.append(frame);
  });
}
