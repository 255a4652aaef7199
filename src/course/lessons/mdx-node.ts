import { mdxToMdast } from 'satteri';
import { markdownFeatures } from '../markdown/markdown-features.ts';

/** The fields of a node of parsed MDX that this project reads. */
export interface MdxNode {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: unknown;
  /** Of a picture. */
  readonly alt?: string | null;
  readonly url?: string;
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly MdxNode[];
  readonly position?: { readonly start: Point; readonly end: Point };
}

interface Point {
  /** From 1. */
  readonly line: number;
  /** In UTF-16 code units, from 0. */
  readonly offset?: number;
}

/**
 * Parses MDX without front matter.
 * @throws if it is not valid
 */
export function parseMdx(mdx: string): MdxNode {
  return mdxToMdast(mdx, { features: markdownFeatures }) as unknown as MdxNode;
}
