import type { OcclusionState } from '../../../protocol/example-parts.ts';
import { element } from '../../dom/element.ts';
import type { ShowContext } from '../shown-output.ts';
import { exampleWords } from './example-words.ts';
import { occlusionSentence, occlusionTexts, veilCanvas } from './show-occlusion.ts';

/**
 * Creates the part of a prediction's card that asks for its occlusion map: a button, the progress, and texts about the map, which
 * is drawn over the picture. The button then hides and shows the map.
 * @param frame contains the picture
 * @param label the name of the class that the map is about
 */
export function createCardMap({
  words,
  announce,
  onOcclude,
  frame,
  card,
  label,
}: Pick<ShowContext, 'words' | 'announce' | 'onOcclude'> & {
  readonly frame: HTMLElement;
  readonly card: string;
  readonly label: string;
}): { readonly node: HTMLElement; readonly update: (state: OcclusionState | undefined) => void } {
  const viewWords = exampleWords[words.language];
  const button = element('button', { type: 'button', class: 'output-button' }, viewWords.askMap);
  const status = element('p', { hidden: true });
  const bar = element('progress', { 'aria-label': viewWords.covering, hidden: true });
  const texts = element('div', { class: 'card-map-texts', hidden: true });
  const node = element('div', { class: 'card-map' }, button, status, bar, texts);
  let shown: OcclusionState | undefined;
  let veil: HTMLElement | null = null;
  /** Whether the learner waits for the map. */
  let isPending = false;

  function say(text: string): void {
    status.textContent = text;
    status.hidden = text === '';
    if (text !== '') announce(text);
  }

  function wait(isWaiting: boolean): void {
    isPending = isWaiting;
    bar.hidden = !isWaiting;
    bar.removeAttribute('value');
    // Not `disabled`, which would lose the focus.
    button.setAttribute('aria-disabled', String(isWaiting));
  }

  function setVisible(isVisible: boolean): void {
    if (veil !== null) veil.hidden = !isVisible;
    texts.hidden = !isVisible;
    button.textContent = isVisible ? viewWords.hideMap : viewWords.askMap;
  }

  button.addEventListener('click', () => {
    if (isPending) return;
    if (veil !== null) {
      setVisible(texts.hidden !== false);
      return;
    }
    wait(onOcclude(card));
    say(isPending ? viewWords.covering : viewWords.mapProblems.gone);
  });

  return {
    node,
    update(state) {
      if (state === undefined || state === shown) return;
      shown = state;
      if (state.phase === 'working') {
        if (isPending && state.total > 0) bar.value = state.loaded / state.total;
        return;
      }
      const wasPending = isPending;
      wait(false);
      if (state.phase !== 'shown') {
        if (wasPending) say(viewWords.mapProblems[state.phase]);
        return;
      }
      const map = { ...state, label };
      say('');
      veil = veilCanvas(state.drops);
      frame.append(veil);
      texts.replaceChildren(...occlusionTexts(map, words));
      setVisible(true);
      if (wasPending) announce(occlusionSentence(map, words));
    },
  };
}
