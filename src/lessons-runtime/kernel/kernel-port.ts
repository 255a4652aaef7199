import type { WorkerToHost } from '../protocol/worker-to-host.ts';

/** The kernel's end of the port to the page. */
export interface KernelPort {
  readonly post: (message: WorkerToHost, transfer?: readonly Transferable[]) => void;
}
