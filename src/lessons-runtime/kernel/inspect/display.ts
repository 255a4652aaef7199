import type { Output } from '../../protocol/output.ts';
import type { KernelPort } from '../kernel-port.ts';

const textLimit = 100_000;

/** `display` as a cell sees it. */
export interface Display {
  /** Shows each value as what it is: tensor, model, picture, table, else an expandable tree. */
  (...values: unknown[]): void;
  /**
   * Shows a text in a small subset of Markdown: paragraphs, headings, `**bold**`, `*emphasis*`, `` `code` ``, fenced code and
   * lists. Anything else, HTML and links among it, stays the text it is.
   */
  markdown(text: unknown): void;
}

/** `display` as the script that grades exercises has it. */
export interface GradingDisplay extends Display {
  /** Sends JSON to the page's own code. It is shown nowhere, and the page of a lesson drops it. */
  data(json: string): void;
}

/** @param running the run under way, from which `data` sends */
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
