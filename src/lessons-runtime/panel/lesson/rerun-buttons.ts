import { type InputKind, inputKinds } from '../../lesson/cell-names.ts';
import { element } from '../dom/element.ts';

/**
 * Creates the buttons that run again what uses an input of the page: one below each input (`data-input`), and one in each view of
 * an output that offers the same (`data-rerun`). A button is shown once a cell has used the input.
 * @param deps `readers` returns the cells that have run and read an input, and what is missing before them; `label` and `plan` are
 * the texts of a button and below it; `run` runs cells from a button in a place of the page
 * @returns updates all buttons; call it after runs, and after places have come or gone
 */
export function createRerunButtons(
  root: Document,
  deps: {
    readonly readers: (kind: InputKind) => readonly string[];
    readonly label: (kind: InputKind) => string;
    readonly plan: (cells: readonly string[]) => string;
    readonly run: (cells: readonly string[], place: HTMLElement) => void;
  },
): () => void {
  const updates = new WeakMap<HTMLElement, () => void>();

  function createButton(kind: InputKind, place: HTMLElement): () => void {
    const label = place.dataset['rerunLabel'] ?? deps.label(kind);
    const button = element('button', { type: 'button' }, label);
    const plan = element('p', { class: 'photo-hint' });
    const box = element('div', { class: 'photo-own input-rerun' }, button, plan);
    button.addEventListener('click', () => deps.run(deps.readers(kind), place));
    return () => {
      const readers = deps.readers(kind);
      plan.textContent = deps.plan(readers);
      if (readers.length === 0) box.remove();
      else if (!box.isConnected) place.append(box);
    };
  }

  return () => {
    for (const kind of inputKinds) {
      for (const place of root.querySelectorAll<HTMLElement>(
        `[data-input="${kind}"], [data-rerun="${kind}"]`,
      )) {
        const update = updates.get(place) ?? createButton(kind, place);
        updates.set(place, update);
        update();
      }
    }
  };
}
