import type { IconSet } from '../../src/lessons-runtime/datasets/icons/icon-manifest.ts';

/** An icon from a package. */
export interface Drawing {
  readonly id: string;
  readonly set: IconSet;
  /** SVG, in which `currentColor` is black. */
  readonly svg: string;
}
