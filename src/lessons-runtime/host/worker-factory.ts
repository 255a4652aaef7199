import type { HostToWorker } from '../protocol/host-to-worker.ts';
import { fetchBytes } from './fetch-bytes.ts';
import type { Connect } from './session.ts';

/**
 * How a worker comes to be, told only here. The page (strict CSP) opens `runner.html` (same origin, a CSP of its own),
 * which opens a sandboxed frame of an opaque origin, which starts a blob worker on the kernel's text. From then on page and
 * worker share a port, and removing the frame ends the worker, whatever it does.
 */
export function createWorkerFactory(urls: { readonly runner: string; readonly kernel: string }): Connect {
  return async ({ onMessage, onLost }) => {
    const [kernel, frame] = await Promise.all([
      // A blob goes from frame to frame as a handle; its text would be copied and decoded on the way.
      fetchBytes(urls.kernel, { subject: 'kernel' }).then((bytes) => new Blob([bytes])),
      openFrame(urls.runner),
    ]);
    const { port1: port, port2: workerPort } = new MessageChannel();
    port.onmessage = ({ data }: MessageEvent<unknown>) => onMessage(data);

    const onRunnerMessage = (event: MessageEvent<unknown>) => {
      if (
        event.source === frame.contentWindow &&
        event.origin === location.origin &&
        event.data === 'worker-lost'
      ) {
        onLost();
      }
    };
    addEventListener('message', onRunnerMessage);
    frame.contentWindow?.postMessage(kernel, location.origin, [workerPort]);

    return {
      post(message: HostToWorker, transfer: readonly Transferable[] = []) {
        port.postMessage(message, [...transfer]);
      },
      close() {
        removeEventListener('message', onRunnerMessage);
        port.close();
        frame.remove();
      },
    };
  };
}

function openFrame(url: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  // Not `hidden`: Chromium gives the process of a frame that is not rendered the low priority of a background tab,
  // and a learner's cell would yield to whatever else the machine does.
  frame.style.cssText =
    'position: fixed; inset: 0 auto auto 0; width: 1px; height: 1px; border: 0; opacity: 0; pointer-events: none';
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  frame.src = url;
  frame.title = 'lesson worker';
  return new Promise((resolve, reject) => {
    frame.onload = () => resolve(frame);
    frame.onerror = () => reject(new Error('runner.html'));
    document.body.append(frame);
  });
}
