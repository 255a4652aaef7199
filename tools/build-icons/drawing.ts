import type { IconSet } from '../../src/lessons-runtime/datasets/icons/icon-manifest.ts';

/** An icon as its package has it. */
export interface Drawing {
  readonly id: string;
  readonly set: IconSet;
  /** SVG; what has no colour of its own is black. */
  readonly svg: string;
}
