import type { HostToWorker } from '../protocol/host-to-worker.ts';
import type { Connect } from './connection.ts';
import { fetchBytes } from './fetch-bytes.ts';
import { createMessageRate } from './message-rate.ts';

import { watchFrame } from './watch-frame.ts';

/**
 * How a worker comes to be, told only here. The page (strict CSP) opens `runner.html` (same origin, a CSP of its own),
 * which opens a sandboxed frame of an opaque origin, which starts a blob worker on the kernel's text. From then on page and
 * worker share a port, and removing the frame ends the worker, whatever it does, with all workers it may have started.
 *
 * What holds, whatever code runs in the worker, even code that got hold of the port (`tests/browser/isolation.test.ts`):
 * - It reaches no document, no store, no other worker of the site: its origin is nobody's.
 * - It reaches no network: the frame's CSP allows none, and the page fetches for it only what `serve-requests.ts` lists.
 * - What it says is data: parsed, bounded, shown as text and pixels, and taken only for the run under way or the last one.
 * - It ends when the page wants it to, within the time of removing a frame.
 *
 * What holds for a cell, since it cannot get hold of the port: it cannot break the cells after it (`kernel/hardening/harden-realm.ts`), nor
 * start workers or end its own unseen (`kernel/hardening/harden-globals.ts`); after Stop, no timer or frame of its own comes.
 *
 * What does not hold: a cell can show anything in its own output, and end its own run with any outcome. Whoever grades a cell
 * inside its worker trusts its author. It can use as much processor and memory as the browser gives a tab, until it is
 * stopped; and after a Stop that it heeded, what waits neither for timers nor for frames may still compute.
 */
export function createWorkerFactory(urls: { readonly runner: string; readonly kernel: string }): Connect {
  return async ({ onMessage, onLost }) => {
    const frame = createFrame(urls.runner);
    let kernel: Blob;
    try {
      const [bytes] = await Promise.all([fetchBytes(urls.kernel, { subject: 'kernel' }), opened(frame)]);
      // A blob goes from frame to frame as a handle; its text would be copied and decoded on the way.
      kernel = new Blob([bytes]);
    } catch (error) {
      frame.remove();
      throw error;
    }

    const { port1: port, port2: workerPort } = new MessageChannel();
    const { port1: watch, port2: framePort } = new MessageChannel();
    const rate = createMessageRate();
    let isUp = false;
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      isUp = true;
      if (rate.count()) onMessage(data);
      else onLost('worker-flooded');
    };
    const stopWatching = watchFrame(watch, () => onLost(isUp ? 'worker-lost' : 'start-failed'));
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

/** Features that a page may use and no frame of a worker. */
const refused = [
  'camera',
  'microphone',
  'geolocation',
  'display-capture',
  'clipboard-read',
  'clipboard-write',
];

function createFrame(url: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  // Not `hidden`: Chromium gives the process of a frame that is not rendered the low priority of a background tab,
  // and a learner's cell would yield to whatever else the machine does.
  frame.style.cssText =
    'position: fixed; inset: 0 auto auto 0; width: 1px; height: 1px; border: 0; opacity: 0; pointer-events: none';
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  frame.title = 'lesson worker';
  frame.allow = refused.map((feature) => `${feature} 'none'`).join('; ');
  frame.referrerPolicy = 'no-referrer';
  frame.src = url;
  return frame;
}

function opened(frame: HTMLIFrameElement): Promise<void> {
  return new Promise((resolve, reject) => {
    frame.onload = () => resolve();
    frame.onerror = () => reject(new Error('runner.html'));
    document.body.append(frame);
  });
}
