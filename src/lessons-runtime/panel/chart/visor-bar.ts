import type { VisorCall } from '../../protocol/chart-call.ts';
import type { VisorState } from '../../protocol/chart-data.ts';
import { element } from '../dom/element.ts';
import type { ChartWords } from './chart-words.ts';

/** The bar of `visor()` above the figures of its cell. It controls which tab is shown, whether any is, and the size. */
interface VisorBar {
  readonly node: HTMLElement;
  update(call: VisorCall): void;
}

export function createVisorBar(call: VisorCall, words: ChartWords): VisorBar {
  const tabs = element('div', { class: 'visor-tabs', role: 'group', 'aria-label': words.visor });
  const hide = element('button', { type: 'button', class: 'button' });
  const enlarge = element('button', { type: 'button', class: 'button' });
  const node = element(
    'div',
    { class: 'visor-bar' },
    element('strong', {}, words.visor),
    tabs,
    element('div', { class: 'visor-actions' }, enlarge, hide),
  );
  let state = call.data;
  let container: HTMLElement | null = null;

  function setState(next: Partial<VisorState>): void {
    state = { ...state, ...next };
    apply();
  }

  function apply(): void {
    const figures = [...(container?.querySelectorAll<HTMLElement>('[data-chart-tab]') ?? [])];
    const names = [...new Set(figures.map(({ dataset }) => dataset['chartTab'] ?? ''))];
    const active = names.includes(state.activeTab ?? '') ? state.activeTab : null;
    for (const figure of figures) {
      const isShown = state.isOpen && (active === null || figure.dataset['chartTab'] === active);
      const frame = figure.closest<HTMLElement>('[data-output]');
      if (frame !== null && frame.hidden === isShown) frame.hidden = !isShown;
    }
    showTabs(names, active);
    hide.textContent = state.isOpen ? words.hide : words.show;
    enlarge.textContent = state.isFullscreen ? words.shrink : words.enlarge;
    container?.toggleAttribute('data-visor-large', state.isFullscreen);
    node.dataset['open'] = String(state.isOpen);
  }

  /** Shows a button for each tab if there are at least two. */
  function showTabs(names: readonly string[], active: string | null): void {
    const choices = names.length < 2 ? [] : [null, ...names];
    const labels = choices.map((name) => name ?? words.allTabs);
    const shown = [...tabs.children].map((tab) => tab.textContent);
    if (labels.join('\n') !== shown.join('\n')) {
      tabs.replaceChildren(
        ...choices.map((name) => {
          const tab = element('button', { type: 'button', class: 'visor-tab' }, name ?? words.allTabs);
          tab.addEventListener('click', () => setState({ activeTab: name }));
          return tab;
        }),
      );
    }
    choices.forEach((name, index) => {
      tabs.children[index]?.setAttribute('aria-pressed', String(name === active));
    });
  }

  const onKey = (event: KeyboardEvent): void => {
    if (!node.isConnected) return;
    if (event.key === 'Escape' && state.isFullscreen) setState({ isFullscreen: false });
    const isTyping =
      event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]');
    if (!state.keys || isTyping || event.code !== 'Backquote') return;
    setState(event.shiftKey ? { isFullscreen: !state.isFullscreen } : { isOpen: !state.isOpen });
  };
  document.addEventListener('keydown', onKey);

  hide.addEventListener('click', () => setState({ isOpen: !state.isOpen }));
  enlarge.addEventListener('click', () => setState({ isFullscreen: !state.isFullscreen }));

  /** Updates the bar when figures are added or removed. When the bar itself is removed, its effects on the page end. */
  const observer = new MutationObserver(() => {
    if (node.isConnected) return apply();
    container?.removeAttribute('data-visor-large');
    document.removeEventListener('keydown', onKey);
    observer.disconnect();
  });
  queueMicrotask(() => {
    container = node.closest<HTMLElement>('[data-cell-output]');
    if (container !== null) observer.observe(container, { childList: true });
    apply();
  });
  apply();

  return { node, update: ({ data }) => setState(data) };
}
