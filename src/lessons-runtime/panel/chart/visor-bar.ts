import type { VisorCall } from '../../protocol/chart-call.ts';
import type { VisorState } from '../../protocol/chart-data.ts';
import { element } from '../dom/element.ts';
import type { ChartWords } from './chart-words.ts';

/** The bar of `visor()` above the figures of its cell: which tab is seen, whether any is, and how large. */
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

  function set(next: Partial<VisorState>): void {
    state = { ...state, ...next };
    apply();
  }

  function apply(): void {
    const figures = [...(container?.querySelectorAll<HTMLElement>('[data-chart-tab]') ?? [])];
    const names = [...new Set(figures.map(({ dataset }) => dataset['chartTab'] ?? ''))];
    const active = names.includes(state.activeTab ?? '') ? state.activeTab : null;
    for (const figure of figures) {
      const isSeen = state.isOpen && (active === null || figure.dataset['chartTab'] === active);
      const frame = figure.closest<HTMLElement>('[data-output]');
      if (frame !== null && frame.hidden === isSeen) frame.hidden = !isSeen;
    }
    showTabs(names, active);
    hide.textContent = state.isOpen ? words.hide : words.show;
    enlarge.textContent = state.isFullscreen ? words.shrink : words.enlarge;
    container?.toggleAttribute('data-visor-large', state.isFullscreen);
    node.dataset['open'] = String(state.isOpen);
  }

  /** One tab alone is no choice. */
  function showTabs(names: readonly string[], active: string | null): void {
    const choices = names.length < 2 ? [] : [null, ...names];
    const wanted = choices.map((name) => name ?? words.allTabs);
    const present = [...tabs.children].map((tab) => tab.textContent);
    if (wanted.join('\n') !== present.join('\n')) {
      tabs.replaceChildren(
        ...choices.map((name) => {
          const tab = element('button', { type: 'button', class: 'visor-tab' }, name ?? words.allTabs);
          tab.addEventListener('click', () => set({ activeTab: name }));
          return tab;
        }),
      );
    }
    choices.forEach((name, at) => {
      tabs.children[at]?.setAttribute('aria-pressed', String(name === active));
    });
  }

  const onKey = (event: KeyboardEvent): void => {
    if (!node.isConnected) return;
    if (event.key === 'Escape' && state.isFullscreen) set({ isFullscreen: false });
    const isTyping =
      event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]');
    if (!state.keys || isTyping || event.code !== 'Backquote') return;
    set(event.shiftKey ? { isFullscreen: !state.isFullscreen } : { isOpen: !state.isOpen });
  };
  document.addEventListener('keydown', onKey);

  hide.addEventListener('click', () => set({ isOpen: !state.isOpen }));
  enlarge.addEventListener('click', () => set({ isFullscreen: !state.isFullscreen }));

  /** Figures come and go; with the bar itself, everything it set goes too. */
  const seen = new MutationObserver(() => {
    if (node.isConnected) return apply();
    container?.removeAttribute('data-visor-large');
    document.removeEventListener('keydown', onKey);
    seen.disconnect();
  });
  queueMicrotask(() => {
    container = node.closest<HTMLElement>('[data-cell-output]');
    if (container !== null) seen.observe(container, { childList: true });
    apply();
  });
  apply();

  return { node, update: ({ data }) => set(data) };
}
