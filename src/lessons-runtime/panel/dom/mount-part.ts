import { PartFailure } from '../../shared/load-part.ts';
import { createAnnouncer } from './announcer.ts';
import { element } from './element.ts';

/** The message about a failed part, shown in its container. */
interface FailureNote {
  /** The mount functions to call again. */
  readonly mounts: Set<() => Promise<unknown>>;
  /** Shows and announces the failure. @param isRepeated whether to announce a failure that is shown already */
  readonly show: (isRepeated: boolean) => Promise<void>;
  readonly remove: () => void;
  readonly retry: () => Promise<void>;
}

const notes = new Map<Element, FailureNote>();
/** Parts that fail at the same time share one request. */
let pendingCheck: ReturnType<typeof checkPage> | null = null;

/**
 * Mounts an interactive part of the page. If its scripts cannot be loaded, the container shows and announces that, with a
 * button that retries all failed parts of the page.
 * @param mount is called again on a retry if it rejects with a `PartFailure`; other errors are reported as uncaught
 */
export function mountPart(container: HTMLElement, mount: () => Promise<unknown>): void {
  void attempt(container, mount).then((isMounted) => {
    const note = notes.get(container);
    if (isMounted) note?.remove();
    else void note?.show(false);
  });
}

async function attempt(container: HTMLElement, mount: () => Promise<unknown>): Promise<boolean> {
  try {
    await mount();
    return true;
  } catch (error) {
    if (!(error instanceof PartFailure)) {
      reportError(error);
      return true;
    }
    const note = notes.get(container) ?? createNote(container);
    notes.set(container, note);
    note.mounts.add(mount);
    return false;
  }
}

const liveRegion = () => document.querySelector<HTMLElement>('[data-part-live]');

/**
 * Returns the messages about scripts that could not be loaded, in the page's language. They are part of the page because
 * nothing may be loadable when they are needed.
 */
export const partWords = (): Readonly<DOMStringMap> => liveRegion()?.dataset ?? {};

function createNote(container: HTMLElement): FailureNote {
  const region = liveRegion();
  const words = partWords();
  const text = element('span');
  const button = element('button', { type: 'button' });
  const node = element('p', { class: 'part-failed', 'data-part-failed': true }, text, ' ', button);
  const announce = region === null ? () => {} : createAnnouncer(region);
  const mounts: FailureNote['mounts'] = new Set();
  let hasRetried = false;
  let needsReload = false;
  let isRetrying = false;

  button.addEventListener('click', () => {
    if (needsReload) location.reload();
    else for (const note of [...notes.values()]) void note.retry();
  });

  async function show(isRepeated: boolean): Promise<void> {
    if (node.isConnected && !isRepeated) return;
    pendingCheck ??= checkPage().finally(() => {
      pendingCheck = null;
    });
    const state = await pendingCheck;
    const reason = state === 'reached' ? (hasRetried ? 'stuck' : 'failed') : state;
    needsReload = reason !== 'failed';
    const message = words[reason] ?? '';
    text.textContent = message;
    button.textContent = words[needsReload ? 'reload' : 'again'] ?? '';
    // The part may have been mounted during the check.
    if (notes.get(container)?.show !== show) return;
    if (!node.isConnected) container.append(node);
    announce(message);
  }

  async function retry(): Promise<void> {
    if (isRetrying) return;
    isRetrying = true;
    hasRetried = true;
    node.setAttribute('aria-busy', 'true');
    const retried = [...mounts];
    mounts.clear();
    const results = await Promise.all(retried.map((mount) => attempt(container, mount)));
    isRetrying = false;
    node.removeAttribute('aria-busy');
    if (results.every(Boolean)) remove();
    else await show(true);
  }

  function remove(): void {
    notes.delete(container);
    // Otherwise the focus would be lost with the button.
    const hadFocus = node.contains(document.activeElement);
    node.remove();
    if (!hadFocus) return;
    if (!container.hasAttribute('tabindex')) container.tabIndex = -1;
    container.focus();
  }

  return { mounts, show, retry, remove };
}

/**
 * Checks whether the site still serves the scripts that this page was opened with.
 * @returns `updated` if the page now has other scripts, so that the earlier ones may be gone; `failed` if the site does not
 *   answer
 */
async function checkPage(): Promise<'reached' | 'updated' | 'failed'> {
  try {
    const response = await fetch(location.href, { cache: 'no-cache' });
    if (!response.ok) return 'failed';
    const page = await response.text();
    const isSame = [...document.scripts].every(
      ({ src }) => src === '' || page.includes(new URL(src).pathname),
    );
    return isSame ? 'reached' : 'updated';
  } catch {
    return 'failed';
  }
}
