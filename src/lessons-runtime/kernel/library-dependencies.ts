import type { Language } from '../shared/language.ts';
import type { CellPlaces } from './cell-places.ts';
import type { HostRequests } from './host-requests.ts';
import type { KernelPort } from './kernel-port.ts';
import type { OutputCapture } from './output/capture-output.ts';
import type { TensorFlow } from './tensorflow.ts';

/** What the kernel provides to the library script. */
export interface LibraryDependencies {
  readonly tf: TensorFlow;
  readonly requests: HostRequests;
  readonly capture: OutputCapture;
  readonly language: Language;
  /** Returns the current or the last run. */
  readonly run: () => { readonly cell: string; readonly run: number };
  readonly post: KernelPort['post'];
  readonly trace: CellPlaces['trace'];
  /** Returns whether Stop was pressed in the current run. */
  readonly isStopped: () => boolean;
  /** Returns a name of the lesson that holds a value; `null` if none does. */
  readonly nameOf: (value: object) => string | null;
  /** Returns the names of the lesson with their values. */
  readonly held: () => Iterable<readonly [name: string, value: unknown]>;
}
