import type { VisorState } from '../protocol/chart-data.ts';
import type { ChartSurface } from '../protocol/chart-options.ts';
import type { Surfaces } from './surfaces.ts';
import { defaultTab } from './surfaces.ts';

/**
 * `visor()` of tfjs-vis. Its panel would cover the lesson, so here there is none: a surface is a figure in the output of the
 * cell that draws on it, and a cell that asks for the visor gets a bar above its figures that shows one tab or all, hides
 * them, and makes them as large as the window. The methods set that bar; what a learner then presses stays on the page.
 * The ` key is bound only where a cell asks for it: on a page with editors, a key of one character must not do more than type.
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
    /** A surface by name and tab, made where there is none. @throws {Error} tfjs-vis's own, without a name */
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
    /** @throws {Error} tfjs-vis's own, where no surface is on that tab */
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
