import { mdxToMdast } from 'satteri';

/** A component in a lesson's text. */
export interface TextPart {
  readonly name: string;
  /** By name; `null` for one whose value is no text. */
  readonly attributes: ReadonlyMap<string, string | null>;
  /** In the file, from 1. */
  readonly line: number;
}

/** What stands in a lesson's text besides prose. */
export interface TextParts {
  /** In the order of the text. */
  readonly parts: readonly TextPart[];
  /** JavaScript outside components' attributes, comments left out. */
  readonly scripts: readonly { readonly code: string; readonly line: number }[];
}

/** As much of a node of the parsed MDX as is read here. */
interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: unknown;
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly Node[];
  readonly position?: { readonly start: { readonly line: number } };
}

/**
 * Reads a lesson's file.
 * @param mdx with its front matter
 * @throws where it is no MDX; Astro says so too, with file and line
 */
export function readTextParts(mdx: string): TextParts {
  const body = mdx.replace(/^---\n[\s\S]*?\n---\n/, (matter) => matter.replace(/[^\n]+/g, ''));
  const nodes = descendants(mdxToMdast(body) as unknown as Node);
  const lineOf = ({ position }: Node) => position?.start.line ?? 1;
  return {
    parts: nodes.flatMap((node) =>
      /^mdxJsx(Flow|Text)Element$/.test(node.type)
        ? [{ name: node.name ?? '', attributes: attributesOf(node), line: lineOf(node) }]
        : [],
    ),
    scripts: nodes.flatMap((node) => {
      const code = typeof node.value === 'string' ? node.value.trim() : '';
      const isScript = /^mdx(jsEsm|FlowExpression|TextExpression)$/.test(node.type);
      return isScript && !/^\/\*.*\*\/$/s.test(code) ? [{ code, line: lineOf(node) }] : [];
    }),
  };
}

function attributesOf({ attributes = [] }: Node): TextPart['attributes'] {
  return new Map(
    attributes.map(({ name = '{…}', value }) => [name, typeof value === 'string' ? value : null]),
  );
}

function descendants(node: Node): readonly Node[] {
  return [node, ...(node.children ?? []).flatMap(descendants)];
}
