import type { Language } from '../shared/language.ts';
import type { CellPlaces } from './cell-places.ts';
import type { HostRequests } from './host-requests.ts';
import type { KernelPort } from './kernel-port.ts';
import type { OutputCapture } from './output/capture-output.ts';
import type { TensorFlow } from './tensorflow.ts';

/** What surrounds training takes from the kernel. */
export interface LibraryDependencies {
  readonly tf: TensorFlow;
  readonly requests: HostRequests;
  readonly capture: OutputCapture;
  readonly language: Language;
  /** The cell that runs, and the number of its run. */
  readonly run: () => { readonly cell: string; readonly run: number };
  readonly post: KernelPort['post'];
  readonly trace: CellPlaces['trace'];
  /** Whether Stop was pressed in the run under way. */
  readonly isStopped: () => boolean;
  /** The name that the lesson has for a value. */
  readonly nameOf: (value: object) => string | null;
}
