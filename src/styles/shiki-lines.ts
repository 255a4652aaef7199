import type { ShikiTransformer } from 'shiki';
import { indentOf, quietParts } from '../lessons-runtime/shared/quiet-code.ts';

/** Marks what is quiet in TypeScript, and gives each line its indent as `--indent`, with which CSS wraps it (`code.css`). */
export const codeLines: ShikiTransformer = {
  name: 'deshielo-code-lines',
  preprocess(code, options) {
    if (options.lang !== 'ts') return;
    const marks = quietParts(code).map(({ from, to }) => ({
      start: from,
      end: to,
      properties: { class: 'quiet' },
    }));
    options.decorations = [...(options.decorations ?? []), ...marks];
  },
  line(node, line) {
    const indent = indentOf(this.source.split('\n')[line - 1] ?? '');
    if (indent > 0) node.properties['style'] = `--indent:${indent}`;
  },
};
