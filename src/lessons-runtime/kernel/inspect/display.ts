import type { Output } from '../../protocol/output.ts';

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

export function createDisplay(show: (value: unknown) => void, showPart: (part: Output) => void): Display {
  return Object.assign((...values: unknown[]) => values.forEach(show), {
    markdown: (text: unknown) => showPart({ kind: 'markdown', text: String(text).slice(0, textLimit) }),
  });
}
