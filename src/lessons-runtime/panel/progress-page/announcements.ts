import { createAnnouncer } from '../dom/announcer.ts';
import { requireElement } from '../dom/read-page.ts';

/** What the page says of what was done, and the way back from it. */
export interface Announcements {
  say(text: string): void;
  /** The button gets the focus, as that of what was done may be gone. `null` where there is nothing more to undo. */
  offerUndo(undo: (() => Promise<void>) | null): void;
}

export function createAnnouncements(root: HTMLElement): Announcements {
  const say = createAnnouncer(requireElement(root, '[data-said]'));
  const button = requireElement<HTMLButtonElement>(root, '[data-action=undo]');
  let undoLast: (() => Promise<void>) | null = null;
  button.addEventListener('click', () => void undoLast?.());
  return {
    say,
    offerUndo(undo) {
      button.hidden = undo === null;
      undoLast = undo;
      if (undo !== null) button.focus({ preventScroll: true });
      // The button that was pressed is gone.
      else root.closest('main')?.focus({ preventScroll: true });
    },
  };
}
