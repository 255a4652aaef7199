import type { SessionEvents } from '../../host/session-events.ts';
import type { Language } from '../../shared/language.ts';
import { loadPart } from '../../shared/load-part.ts';
import type { Freeze } from './network-figure.ts';
import type { NetworkFigures } from './network-figures.ts';

/**
 * Returns the events of a session which also go to the page's figures of networks. Their script is loaded when the lesson has a
 * model; without it the figures stay as the build drew them.
 */
export function withNetworkFigures(events: SessionEvents, language: Language, freeze: Freeze): SessionEvents {
  let figures: Promise<NetworkFigures | null> | null = null;
  const tell = (say: (figures: NetworkFigures) => void) => void figures?.then((all) => all && say(all));
  return {
    ...events,
    onCell(cell, state) {
      events.onCell(cell, state);
      tell(({ onCell }) => onCell(state));
    },
    onTraining(...all) {
      events.onTraining(...all);
      tell(({ onTraining }) => onTraining());
    },
    onNetwork(run, part) {
      const found = document.querySelectorAll<HTMLElement>('[data-network-figure]');
      if (found.length === 0) return;
      figures ??= loadPart(() => import('./network-figures.ts')).then(
        ({ mountNetworkFigures }) => mountNetworkFigures(found, language, freeze),
        () => null,
      );
      tell(({ onNetwork }) => onNetwork(run, part));
    },
  };
}
