import type { Section } from './report.ts';
import type { FileServer } from './serve-files.ts';

/** The input of every measure. */
export interface Bench {
  /** The built site and, under `/bare/`, the bare pages. */
  readonly server: FileServer;
  /** The built site's folder. */
  readonly site: string;
  /** How often each contestant is measured. */
  readonly rounds: number;
}

/** A comparison that `npm run bench` can run. */
export interface Measure {
  /** The name for `--only`. */
  readonly name: string;
  run(bench: Bench): Promise<readonly Section[]>;
}
