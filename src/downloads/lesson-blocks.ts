import { type MdxNode, parseMdx } from '../course/lessons/mdx-node.ts';

/** A block of a lesson: prose in Markdown, or a cell. */
type LessonBlock =
  | { readonly kind: 'markdown'; readonly text: string }
  | { readonly kind: 'cell'; readonly id: string };

/** How the components of a lesson are written in Markdown. Each function receives the component's content as Markdown. */
export interface ComponentForms {
  readonly question: (markdown: string) => string;
  readonly answer: (markdown: string) => string;
  readonly note: (markdown: string) => string;
  readonly photoPicker: string;
  /** Receives the attributes of `<Measured>`. */
  readonly measured: (attributes: Readonly<Record<string, string>>) => string;
  /** The text in place of a picture. */
  readonly picture: (alt: string, caption: string | null) => string;
  /** The text in place of a drawing that only the page has. @param component its name */
  readonly drawing: (component: string) => string | null;
}

/**
 * Splits a lesson's MDX into Markdown and cells, in order. Prose keeps its source text. A component without text, such as
 * the log of trainings, is left out; of other components only the text remains.
 * @param mdx the lesson's text without its front matter
 */
export function lessonBlocks(mdx: string, forms: ComponentForms): readonly LessonBlock[] {
  return joinMarkdown(blocksOf(mdx, childrenOf(parseMdx(mdx)), forms));
}

function blocksOf(mdx: string, nodes: readonly MdxNode[], forms: ComponentForms): LessonBlock[] {
  return nodes.flatMap((node): LessonBlock[] => {
    if (node.type === 'mdxJsxFlowElement') return componentBlocks(mdx, node, forms);
    if (node.type.startsWith('mdxjs') || node.type.startsWith('mdxFlow')) return [];
    return [{ kind: 'markdown', text: proseOf(mdx, node, forms) }];
  });
}

function componentBlocks(mdx: string, node: MdxNode, forms: ComponentForms): LessonBlock[] {
  if (node.name === 'Cell') {
    const id = node.attributes?.find(({ name }) => name === 'id')?.value;
    return [{ kind: 'cell', id: typeof id === 'string' ? id : '' }];
  }
  if (node.name === 'PhotoPicker') return [{ kind: 'markdown', text: forms.photoPicker }];
  const text = (name: string) => {
    const value = node.attributes?.find((attribute) => attribute.name === name)?.value;
    return typeof value === 'string' ? value : null;
  };
  if (node.name === 'Figure')
    return [{ kind: 'markdown', text: forms.picture(text('alt') ?? '', text('caption')) }];
  const drawing = forms.drawing(node.name ?? '');
  const lead: LessonBlock[] = drawing === null ? [] : [{ kind: 'markdown', text: drawing }];
  const inner = joinMarkdown(blocksOf(mdx, childrenOf(node), forms));
  const wrappers = { Question: forms.question, Answer: forms.answer, Note: forms.note };
  const wrap = Object.entries(wrappers).find(([name]) => name === node.name)?.[1];
  if (wrap === undefined) return [...lead, ...inner];
  return inner.map((block) =>
    block.kind === 'markdown' ? { kind: 'markdown', text: wrap(block.text) } : block,
  );
}

/** Returns a node's source text, with each inline component replaced by its content, and `<Measured>` by its figure. */
function proseOf(mdx: string, node: MdxNode, forms: ComponentForms): string {
  const [start, end] = range(node);
  let text = '';
  let at = start;
  for (const component of inlineComponents(node)) {
    const [from, to] = range(component);
    text += mdx.slice(at, from);
    if (component.name === 'Measured') text += forms.measured(attributesOf(component));
    for (const child of childrenOf(component)) text += proseOf(mdx, child, forms);
    at = to;
  }
  return text + mdx.slice(at, end);
}

function attributesOf({ attributes = [] }: MdxNode): Readonly<Record<string, string>> {
  return Object.fromEntries(
    attributes.flatMap(({ name, value }) =>
      typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}

function inlineComponents(node: MdxNode): readonly MdxNode[] {
  return childrenOf(node).flatMap((child) =>
    child.type === 'mdxJsxTextElement' ? [child] : inlineComponents(child),
  );
}

function childrenOf({ children = [] }: MdxNode): readonly MdxNode[] {
  return children;
}

function range({ position }: MdxNode): readonly [number, number] {
  const [start, end] = [position?.start.offset, position?.end.offset];
  if (start === undefined || end === undefined)
    throw new Error('the parser returned a node without a position');
  return [start, end];
}

/** Joins adjacent blocks of prose. */
function joinMarkdown(blocks: readonly LessonBlock[]): readonly LessonBlock[] {
  const result: LessonBlock[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (block.kind === 'markdown' && last?.kind === 'markdown') {
      result[result.length - 1] = { kind: 'markdown', text: `${last.text}\n\n${block.text}` };
    } else result.push(block);
  }
  return result;
}
