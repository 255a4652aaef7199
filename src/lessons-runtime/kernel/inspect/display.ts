import type { Output } from '../../protocol/output.ts';
import type { KernelPort } from '../kernel-port.ts';

const textLimit = 100_000;

/** The function `display` of cells. */
interface Display {
  /** Shows each value according to its type: tensor, model, picture or table, otherwise as an expandable tree. */
  (...values: unknown[]): void;
  /**
   * Shows a text in a small subset of Markdown: paragraphs, headings, `**bold**`, `*emphasis*`, `` `code` ``, fenced code and
   * lists. All other syntax, including HTML and links, is shown as text.
   */
  markdown(text: unknown): void;
}

/** The function `display` with what the grader script needs. */
export interface GradingDisplay extends Display {
  /** Sends JSON to the page's own code. It is never shown; the session of a lesson drops it. */
  data(json: string): void;
}

/** @param running returns the current run, which `data` belongs to */
export function createDisplay(
  show: (value: unknown) => void,
  showPart: (part: Output) => void,
  post: KernelPort['post'],
  running: () => { readonly cell: string; readonly run: number },
): GradingDisplay {
  return Object.assign((...values: unknown[]) => values.forEach(show), {
    markdown: (text: unknown) => showPart({ kind: 'markdown', text: String(text).slice(0, textLimit) }),
    data(json: string) {
      const { cell, run } = running();
      post({ type: 'data', cell, run, json: String(json) });
    },
  });
}
