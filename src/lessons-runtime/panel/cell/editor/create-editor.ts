import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { EditorState, Prec } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap } from '@codemirror/view';
import { codeLines } from './code-lines.ts';
import { cellHighlighting } from './highlighting.ts';
import { createImportsFold } from './imports-fold.ts';
import { editorTheme } from './theme.ts';
import { touchKeys } from './touch-keys.ts';

/** Returns what replaces the text between two offsets; `null` changes nothing. */
export type FindEdit = (
  source: string,
) => { readonly from: number; readonly to: number; readonly insert: string } | null;

export interface Editor {
  readonly dom: HTMLElement;
  /** Focuses the editor; `position` is an offset into the text, `null` leaves the cursor where it is. */
  focus(position: number | null): void;
  /** Replaces the complete text in one undo step. */
  replace(source: string): void;
  /** Changes a part of the text. Changes in quick succession are one undo step. */
  edit(find: FindEdit): void;
  /** Places the cursor, both 1-based; a position outside of the text is moved to the nearest one inside. */
  goTo(line: number, column: number): void;
  /** Hides the imports at the top of the code, or shows them. */
  foldImports(isFolded: boolean): void;
  /** Sets what is called when the cursor is placed in hidden imports, and must show them. */
  onImportsEntered(listener: () => void): void;
}

interface EditorOptions {
  readonly source: string;
  readonly label: string;
  /** The names of the keys for touch, see `touch-keys.ts`. */
  readonly texts: Readonly<DOMStringMap>;
  /** Id of the element that describes the keys. */
  readonly describedBy: string;
  readonly onChange: (source: string) => void;
  readonly onRun: () => void;
  readonly onRunAndAdvance: () => void;
}

/** Creates a CodeMirror editor for one cell. Tab indents; Esc followed by Tab leaves the editor. */
export function createEditor(options: EditorOptions): Editor {
  const runKeys = Prec.highest(
    keymap.of([
      { key: 'Mod-Enter', run: () => act(options.onRun) },
      { key: 'Ctrl-Enter', run: () => act(options.onRun) },
      { key: 'Shift-Enter', run: () => act(options.onRunAndAdvance) },
    ]),
  );

  const imports = createImportsFold();
  const view = new EditorView({
    state: EditorState.create({
      doc: options.source,
      extensions: [
        runKeys,
        history(),
        // With forced colours, only the selection of the system is visible.
        matchMedia('(forced-colors: active)').matches ? [] : drawSelection(),
        indentOnInput(),
        bracketMatching(),
        highlightActiveLine(),
        indentUnit.of('  '),
        EditorState.tabSize.of(2),
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        javascript({ typescript: true }),
        syntaxHighlighting(cellHighlighting),
        editorTheme,
        codeLines,
        imports.extension,
        touchKeys(options.texts, options.onRun),
        // What is sticky at the top of the page must not cover the cursor.
        EditorView.scrollMargins.of(() => ({
          top: Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0,
        })),
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          'aria-describedby': options.describedBy,
          tabindex: '0',
          spellcheck: 'false',
          autocorrect: 'off',
          autocapitalize: 'off',
          translate: 'no',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onChange(update.state.doc.toString());
        }),
      ],
    }),
  });

  return {
    dom: view.dom,
    focus(position) {
      if (position !== null)
        view.dispatch({
          selection: { anchor: Math.min(imports.visible(view.state, position), view.state.doc.length) },
        });
      view.focus();
      // Focusing alone does not scroll. Where the learner has clicked, nothing needs to.
      if (position === null)
        view.dispatch({ effects: EditorView.scrollIntoView(view.state.selection.main.head) });
    },
    replace(source) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: source },
        // Otherwise undo would join it with what was typed just before.
        annotations: isolateHistory.of('full'),
      });
    },
    edit(find) {
      const changes = find(view.state.doc.toString());
      if (changes !== null) view.dispatch({ changes });
    },
    goTo(line, column) {
      const at = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
      const anchor = Math.min(at.from + Math.max(column - 1, 0), at.to);
      view.dispatch({ selection: { anchor }, scrollIntoView: true });
      view.focus();
    },
    foldImports: (isFolded) => imports.fold(view, isFolded),
    onImportsEntered: imports.onEntered,
  };
}

function act(action: () => void): true {
  action();
  return true;
}
