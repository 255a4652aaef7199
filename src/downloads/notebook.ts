import { downloadWords } from './download-words.ts';
import { lessonBlocks } from './lesson-blocks.ts';
import type { LessonText } from './lesson-download.ts';
import { markdownForms, markdownLead } from './markdown-forms.ts';

interface NotebookCell {
  readonly cell_type: 'markdown' | 'code';
  readonly id: string;
  readonly metadata: Readonly<Record<string, never>>;
  readonly source: readonly string[];
  readonly execution_count?: null;
  readonly outputs?: readonly never[];
}

/** A Jupyter notebook. Source: nbformat 4.5. */
interface Notebook {
  readonly nbformat: 4;
  readonly nbformat_minor: 5;
  readonly metadata: object;
  readonly cells: readonly NotebookCell[];
}

/**
 * Creates a lesson's Jupyter notebook: prose in Markdown cells, Keras code in code cells. A cell without Keras code becomes
 * a Markdown cell that shows its TypeScript.
 */
export function lessonNotebook(lesson: LessonText): Notebook {
  const words = downloadWords[lesson.language];
  const blocks = lessonBlocks(lesson.mdx, markdownForms(lesson.language, 'folded'));
  const lead = markdown('lead', markdownLead(lesson, words.notebookLead));
  const cells = blocks.map((block, place) => {
    if (block.kind === 'markdown') return markdown(`text-${place + 1}`, block.text);
    const { typescript, keras } = lesson.cell(block.id);
    const id = `${place + 1}-${block.id}`;
    if (keras !== null) return code(id, keras);
    return markdown(id, `${words.onlyTypeScript(block.id)}\n\n\`\`\`ts\n${typescript}\n\`\`\``);
  });
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      title: lesson.title,
      kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' },
      language_info: { name: 'python' },
    },
    cells: [lead, ...cells],
  };
}

function markdown(id: string, text: string): NotebookCell {
  return { cell_type: 'markdown', id: cellId(id), metadata: {}, source: lines(text) };
}

function code(id: string, text: string): NotebookCell {
  return {
    cell_type: 'code',
    id: cellId(id),
    metadata: {},
    source: lines(text),
    execution_count: null,
    outputs: [],
  };
}

/** Cuts an id to the 64 characters that nbformat allows. */
function cellId(id: string): string {
  return id.slice(0, 64);
}

/** Splits text into lines that keep their line feeds, as nbformat requires. */
function lines(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}
