import { Compartment, type EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import { importsToFold } from '../../../shared/quiet-code.ts';

/** Hides the imports at the top of the code in an editor, where the static code has its fold. */
interface ImportsFold {
  readonly extension: Extension;
  fold(view: EditorView, isFolded: boolean): void;
  /** Returns an offset, or the first visible one if it is hidden. */
  visible(state: EditorState, offset: number): number;
  /** Sets what is called when the cursor is placed in what is hidden, and must show it. */
  onEntered(listener: () => void): void;
}

export function createImportsFold(): ImportsFold {
  const compartment = new Compartment();
  let entered = () => {};
  const hidden = EditorView.decorations.compute(['doc'], (state) => {
    const block = importsToFold(state.doc.toString());
    return block === null
      ? Decoration.none
      : Decoration.set(Decoration.replace({ block: true }).range(0, block.to - 1));
  });
  const watch = EditorView.updateListener.of(({ view, state, selectionSet }) => {
    const { main } = state.selection;
    // A selection of everything does not unfold.
    if (!selectionSet || !main.empty || main.head >= hiddenEnd(state)) return;
    entered();
    view.dispatch({ effects: EditorView.scrollIntoView(main.head) });
  });
  const folded: Extension = [hidden, watch];

  const isFolded = (state: EditorState) => compartment.get(state) === folded;
  const hiddenEnd = (state: EditorState) =>
    isFolded(state) ? (importsToFold(state.doc.toString())?.to ?? 0) : 0;
  const visible = (state: EditorState, offset: number) => Math.max(offset, hiddenEnd(state));

  return {
    extension: compartment.of([]),
    visible,
    fold(view, shouldFold) {
      if (shouldFold === isFolded(view.state)) return;
      view.dispatch({ effects: compartment.reconfigure(shouldFold ? folded : []) });
      const { head } = view.state.selection.main;
      // The cursor must not be hidden.
      if (shouldFold && head < hiddenEnd(view.state))
        view.dispatch({ selection: { anchor: hiddenEnd(view.state) } });
    },
    onEntered(listener) {
      entered = listener;
    },
  };
}
