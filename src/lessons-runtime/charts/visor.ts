import type { VisorState } from '../protocol/chart-data.ts';
import type { ChartSurface } from '../protocol/chart-options.ts';
import type { Surfaces } from './surfaces.ts';
import { defaultTab } from './surfaces.ts';

/**
 * Creates `visor()` of tfjs-vis. Instead of a panel, which would cover the lesson, a surface is a figure in the output of the cell
 * that draws on it. A cell that calls `visor()` gets a bar above its figures, which shows one tab or all, hides the figures, or
 * enlarges them to the window. The methods set the state of the bar; the learner's use of the bar is not reported back. The ` key
 * is bound only if a cell calls `bindKeys`, because the page has editors.
 */
export function createVisor(
  surfaces: Surfaces,
  page: {
    readonly showState: (state: VisorState) => void;
    readonly showSurface: (surface: ChartSurface) => void;
  },
) {
  let state: VisorState = { isOpen: true, isFullscreen: false, activeTab: null, keys: false };
  const el = surfaces.elementOf('el', { name: defaultTab, tab: defaultTab });

  function change(next: Partial<VisorState>): void {
    state = { ...state, ...next };
    page.showState(state);
  }

  const visor = {
    el,
    surfaceList: surfaces.known,
    /** Returns a surface by name and tab, which is created if needed. @throws {Error} tfjs-vis's error, if the name is no string */
    surface(info: unknown) {
      const surface = surfaces.of(info, 'visor().surface');
      page.showSurface(surface);
      return surfaces.handleOf(surface);
    },
    isOpen: () => state.isOpen,
    isFullscreen: () => state.isFullscreen,
    open: () => change({ isOpen: true }),
    close: () => change({ isOpen: false }),
    toggle: () => change({ isOpen: !state.isOpen }),
    toggleFullScreen: () => change({ isFullscreen: !state.isFullscreen }),
    bindKeys: () => change({ keys: true }),
    unbindKeys: () => change({ keys: false }),
    /** @throws {Error} tfjs-vis's error, if no surface is on the tab */
    setActiveTab(tab: string): void {
      const isKnown = [...surfaces.known.values()].some((surface) => surface.tab === tab);
      if (!isKnown) throw new Error(`Tab '${tab}' does not exist`);
      change({ activeTab: tab });
    },
  };

  return (): typeof visor => {
    page.showState(state);
    return visor;
  };
}
