import { type MdxNode, parseMdx } from './mdx-node.ts';

/** A use of a component in a lesson's text. */
export interface TextPart {
  readonly name: string;
  /** Values by name; `null` if the value is an expression. */
  readonly attributes: ReadonlyMap<string, string | null>;
  /** The code of the values that are expressions, without its braces, by name. */
  readonly expressions: ReadonlyMap<string, string>;
  /** Line in the file, from 1. */
  readonly line: number;
}

/** What a lesson's text has besides prose. */
export interface TextParts {
  /** Components, in the order of the text. */
  readonly parts: readonly TextPart[];
  /** JavaScript outside the attributes of components, without comments. */
  readonly scripts: readonly { readonly code: string; readonly line: number }[];
  /** Formulas in TeX. */
  readonly formulas: readonly { readonly tex: string; readonly line: number }[];
  /** Pictures in the notation of Markdown. */
  readonly images: readonly { readonly source: string; readonly line: number }[];
}

/**
 * Parses the text of a lesson.
 * @param mdx the content of the file, with its front matter
 * @throws if it is not valid MDX, which Astro reports with file and line
 */
export function readTextParts(mdx: string): TextParts {
  const body = mdx.replace(/^---\n[\s\S]*?\n---\n/, (matter) => matter.replace(/[^\n]+/g, ''));
  const nodes = descendants(parseMdx(body));
  const lineOf = ({ position }: MdxNode) => position?.start.line ?? 1;
  return {
    parts: nodes.flatMap((node) =>
      /^mdxJsx(Flow|Text)Element$/.test(node.type)
        ? [
            {
              name: node.name ?? '',
              attributes: attributesOf(node),
              expressions: expressionsOf(node),
              line: lineOf(node),
            },
          ]
        : [],
    ),
    scripts: nodes.flatMap((node) => {
      const code = typeof node.value === 'string' ? node.value.trim() : '';
      const isScript = /^mdx(jsEsm|FlowExpression|TextExpression)$/.test(node.type);
      return isScript && !/^\/\*.*\*\/$/s.test(code) ? [{ code, line: lineOf(node) }] : [];
    }),
    formulas: nodes.flatMap((node) =>
      /^(inlineM|m)ath$/.test(node.type) ? [{ tex: String(node.value), line: lineOf(node) }] : [],
    ),
    images: nodes.flatMap((node) =>
      /^image(Reference)?$/.test(node.type)
        ? [{ source: `![${node.alt ?? ''}](${node.url ?? '…'})`, line: lineOf(node) }]
        : [],
    ),
  };
}

function attributesOf({ attributes = [] }: MdxNode): TextPart['attributes'] {
  return new Map(
    attributes.map(({ name = '{…}', value }) => [name, typeof value === 'string' ? value : null]),
  );
}

function expressionsOf({ attributes = [] }: MdxNode): TextPart['expressions'] {
  return new Map(
    attributes.flatMap(({ name, value }) => {
      const code: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'value') : null;
      return name !== undefined && typeof code === 'string' ? [[name, code]] : [];
    }),
  );
}

function descendants(node: MdxNode): readonly MdxNode[] {
  return [node, ...(node.children ?? []).flatMap(descendants)];
}
