import type { EditorState, Range } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { indentOf, quietParts } from '../../../shared/quiet-code.ts';

const quiet = Decoration.mark({ class: 'quiet' });

/** Wraps lines, and shows them as `src/styles/shiki-lines.ts` does: with their indent as `--indent`, and quiet parts marked. */
export const codeLines = [
  EditorView.lineWrapping,
  EditorView.decorations.compute(['doc'], (state) => indents(state)),
  EditorView.decorations.compute(['doc'], (state) =>
    Decoration.set(quietParts(state.doc.toString()).map(({ from, to }) => quiet.range(from, to))),
  ),
];

function indents({ doc }: EditorState): DecorationSet {
  const marks: Range<Decoration>[] = [];
  for (let number = 1; number <= doc.lines; number += 1) {
    const { from, text } = doc.line(number);
    const indent = indentOf(text);
    if (indent > 0) marks.push(Decoration.line({ attributes: { style: `--indent:${indent}` } }).range(from));
  }
  return Decoration.set(marks);
}
