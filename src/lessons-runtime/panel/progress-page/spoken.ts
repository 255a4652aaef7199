import { createAnnouncer } from '../announcer.ts';
import { part } from '../read-page.ts';

/** What the page says of what was done, and the way back from it. */
export interface Spoken {
  /** @param onUndo where it can be undone: the button gets the focus, as that of what was done may be gone */
  say(text: string, onUndo?: () => Promise<void>): void;
}

export function createSpoken(root: HTMLElement): Spoken {
  const announce = createAnnouncer(part(root, '[data-said]'));
  const undo = part<HTMLButtonElement>(root, '[data-action=undo]');
  let undoLast: (() => Promise<void>) | undefined;
  undo.addEventListener('click', () => void undoLast?.());
  return {
    say(text, onUndo) {
      announce(text);
      undo.hidden = onUndo === undefined;
      undoLast = onUndo;
      if (onUndo !== undefined) undo.focus({ preventScroll: true });
    },
  };
}
