import { type MdxNode, parseMdx } from '../course/lessons/mdx-node.ts';

/** A stretch of a lesson: prose in Markdown, or a cell in its place. */
type LessonBlock =
  | { readonly kind: 'markdown'; readonly text: string }
  | { readonly kind: 'cell'; readonly id: string };

/** What becomes of a lesson's components where nothing is interactive: Markdown in, Markdown out. */
export interface ComponentForms {
  readonly question: (markdown: string) => string;
  readonly answer: (markdown: string) => string;
  readonly note: (markdown: string) => string;
  readonly photoPicker: string;
}

/**
 * A lesson's MDX as Markdown and cells, in its order. Prose stays as its author wrote it; a component that is only there to
 * be used (a picker, a log) leaves nothing, and one around text leaves the text.
 */
export function lessonBlocks(mdx: string, forms: ComponentForms): readonly LessonBlock[] {
  return joined(blocksOf(mdx, childrenOf(parseMdx(mdx)), forms));
}

function blocksOf(mdx: string, nodes: readonly MdxNode[], forms: ComponentForms): LessonBlock[] {
  return nodes.flatMap((node): LessonBlock[] => {
    if (node.type === 'mdxJsxFlowElement') return componentBlocks(mdx, node, forms);
    if (node.type.startsWith('mdxjs') || node.type.startsWith('mdxFlow')) return [];
    return [{ kind: 'markdown', text: proseOf(mdx, node) }];
  });
}

function componentBlocks(mdx: string, node: MdxNode, forms: ComponentForms): LessonBlock[] {
  if (node.name === 'Cell') {
    const id = node.attributes?.find(({ name }) => name === 'id')?.value;
    return [{ kind: 'cell', id: typeof id === 'string' ? id : '' }];
  }
  if (node.name === 'PhotoPicker') return [{ kind: 'markdown', text: forms.photoPicker }];
  const inner = joined(blocksOf(mdx, childrenOf(node), forms));
  const frames = { Question: forms.question, Answer: forms.answer, Note: forms.note };
  const frame = Object.entries(frames).find(([name]) => name === node.name)?.[1];
  if (frame === undefined) return [...inner];
  return inner.map((block) =>
    block.kind === 'markdown' ? { kind: 'markdown', text: frame(block.text) } : block,
  );
}

/** A node's source, with what stands inside components in a line in the place of these. */
function proseOf(mdx: string, node: MdxNode): string {
  const [start, end] = range(node);
  let text = '';
  let at = start;
  for (const component of inlineComponents(node)) {
    const [from, to] = range(component);
    text += mdx.slice(at, from);
    for (const child of childrenOf(component)) text += proseOf(mdx, child);
    at = to;
  }
  return text + mdx.slice(at, end);
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
  if (start === undefined || end === undefined) throw new Error('the parser gave a node without its place');
  return [start, end];
}

/** Neighbouring stretches of prose become one. */
function joined(blocks: readonly LessonBlock[]): readonly LessonBlock[] {
  const result: LessonBlock[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (block.kind === 'markdown' && last?.kind === 'markdown') {
      result[result.length - 1] = { kind: 'markdown', text: `${last.text}\n\n${block.text}` };
    } else result.push(block);
  }
  return result;
}
