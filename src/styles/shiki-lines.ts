import type { ShikiTransformer } from 'shiki';
import { importsToFold, indentOf, quietParts } from '../lessons-runtime/shared/quiet-code.ts';

/** Marks what is quiet in TypeScript and what is folded, and gives each line its indent as `--indent`, with which CSS wraps it (`code.css`). */
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
  // Not `code`: decorations are applied there, after this.
  pre({ children: [code] }) {
    const fold = this.options.lang === 'ts' ? importsToFold(this.source) : null;
    if (fold === null || code?.type !== 'element') return;
    // Each line is followed by its line break.
    const folded = code.children.splice(0, 2 * (this.source.slice(0, fold.to).split('\n').length - 1));
    code.children.unshift({
      type: 'element',
      tagName: 'span',
      properties: { class: 'imports' },
      children: folded,
    });
  },
};
