import { createAnnouncer } from '../dom/announcer.ts';
import { requireElement } from '../dom/read-page.ts';

/** The page's live region and its Undo button. */
export interface Announcements {
  announce(text: string): void;
  /**
   * Shows the Undo button and focuses it, because the control that was used may be hidden now. `null`, if there is nothing to
   * undo, hides it.
   */
  offerUndo(undo: (() => Promise<void>) | null): void;
}

export function createAnnouncements(root: HTMLElement): Announcements {
  const announce = createAnnouncer(requireElement(root, '[data-said]'));
  const button = requireElement<HTMLButtonElement>(root, '[data-action=undo]');
  let undoLast: (() => Promise<void>) | null = null;
  button.addEventListener('click', () => void undoLast?.());
  return {
    announce,
    offerUndo(undo) {
      button.hidden = undo === null;
      undoLast = undo;
      if (undo !== null) button.focus({ preventScroll: true });
      // Otherwise the focus would be lost with the hidden button.
      else root.closest('main')?.focus({ preventScroll: true });
    },
  };
}
