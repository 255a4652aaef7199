import type { Section } from './report.ts';
import type { FileServer } from './serve-files.ts';

/** What every measure is given. */
export interface Bench {
  /** The built site and, under `/bare/`, the bare pages. */
  readonly server: FileServer;
  /** The built site's folder. */
  readonly site: string;
  /** How often each contestant is measured; 5 or more. */
  readonly rounds: number;
}

export interface Measure {
  readonly name: string;
  run(bench: Bench): Promise<readonly Section[]>;
}
