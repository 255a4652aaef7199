import { indentMore, isolateHistory, undo } from '@codemirror/commands';
import type { Extension } from '@codemirror/state';
import { EditorView, ViewPlugin } from '@codemirror/view';
import { element } from '../../dom/element.ts';

/** In CSS pixels. */
const barHeight = 56;

/** Characters that the keyboards of phones hide on their second or third page. */
const characters = ['{', '}', '(', ')', '[', ']', '=', ';', "'"];

/**
 * A bar of keys above the keyboard of a phone while an editor has the focus: Run, Undo, Tab, and what code needs.
 * @param texts the names of the bar and of its keys: `keys`, `run`, `undo`
 * @returns nothing on a device with a mouse
 */
export function touchKeys(texts: Readonly<DOMStringMap>, onRun: () => void): Extension {
  if (!matchMedia('(hover: none) and (pointer: coarse)').matches) return [];
  const plugin = ViewPlugin.define((view) => {
    const bar = createBar(view, texts, onRun);
    const place = () => {
      const { height, offsetTop } = visualViewport ?? { height: innerHeight, offsetTop: 0 };
      bar.style.bottom = `${Math.max(0, innerHeight - height - offsetTop)}px`;
    };
    const types = ['resize', 'scroll'] as const;
    for (const type of types) visualViewport?.addEventListener(type, place);
    document.body.append(bar);
    return {
      update({ focusChanged }) {
        if (!focusChanged) return;
        bar.hidden = !view.hasFocus;
        place();
      },
      destroy() {
        for (const type of types) visualViewport?.removeEventListener(type, place);
        bar.remove();
      },
    };
  });
  return [plugin, EditorView.scrollMargins.of(() => ({ bottom: barHeight }))];
}

function createBar(view: EditorView, texts: Readonly<DOMStringMap>, onRun: () => void): HTMLElement {
  const insert = (text: string) => () =>
    view.dispatch(view.state.replaceSelection(text), {
      annotations: isolateHistory.of('full'),
      scrollIntoView: true,
    });
  const keys: readonly (readonly [text: string, label: string, press: () => unknown])[] = [
    [texts['run'] ?? '', '', onRun],
    ['↶', texts['undo'] ?? '', () => undo(view)],
    ['⇥', 'Tab', () => indentMore(view)],
    ...characters.map((character) => [character, '', insert(character)] as const),
  ];
  const bar = element('div', {
    class: 'touch-keys',
    role: 'toolbar',
    'aria-label': texts['keys'] ?? '',
    hidden: true,
  });
  // The editor keeps the focus, and the phone its keyboard.
  bar.addEventListener('mousedown', (event) => event.preventDefault());
  for (const [text, label, press] of keys) {
    const key = element('button', { type: 'button', tabindex: '-1', 'aria-label': label || text }, text);
    key.addEventListener('click', press);
    bar.append(key);
  }
  return bar;
}
