import { PartFailure } from '../shared/load-part.ts';
import { createAnnouncer } from './dom/announcer.ts';
import { element } from './dom/element.ts';

/** What tells of a failure at a place. */
interface Note {
  /** What to do there once its scripts come. */
  readonly mounts: Set<() => Promise<unknown>>;
  /** @param isNews whether to say again what stands there already */
  readonly tell: (isNews: boolean) => Promise<void>;
  readonly remove: () => void;
  readonly tryAgain: () => Promise<void>;
}

const notes = new Map<Element, Note>();
/** Parts that fail together ask once. */
let asking: ReturnType<typeof pageState> | null = null;

/**
 * Brings a part of the page to life. Where its scripts cannot be loaded, that is told at its place and announced, with a
 * button to try again: whichever is pressed, all parts that failed try again.
 * @param mount may reject with a `PartFailure`, and is then called again; other errors are reported as uncaught
 */
export function mountPart(place: HTMLElement, mount: () => Promise<unknown>): void {
  void attempt(place, mount).then((isMounted) => {
    const note = notes.get(place);
    if (isMounted) note?.remove();
    else void note?.tell(false);
  });
}

async function attempt(place: HTMLElement, mount: () => Promise<unknown>): Promise<boolean> {
  try {
    await mount();
    return true;
  } catch (error) {
    if (!(error instanceof PartFailure)) {
      reportError(error);
      return true;
    }
    const note = notes.get(place) ?? createNote(place);
    notes.set(place, note);
    note.mounts.add(mount);
    return false;
  }
}

const liveRegion = () => document.querySelector<HTMLElement>('[data-part-live]');

/** What is said of scripts that did not come, in the page's language. It comes with the page: then nothing can be loaded. */
export const partWords = (): Readonly<DOMStringMap> => liveRegion()?.dataset ?? {};

function createNote(place: HTMLElement): Note {
  const region = liveRegion();
  const words = partWords();
  const text = element('span');
  const button = element('button', { type: 'button' });
  const node = element('p', { class: 'part-failed', 'data-part-failed': true }, text, ' ', button);
  const announce = region === null ? () => {} : createAnnouncer(region);
  const mounts: Note['mounts'] = new Set();
  let hasTriedAgain = false;
  let isReload = false;
  let isTrying = false;

  button.addEventListener('click', () => {
    if (isReload) location.reload();
    else for (const note of [...notes.values()]) void note.tryAgain();
  });

  async function tell(isNews: boolean): Promise<void> {
    if (node.isConnected && !isNews) return;
    asking ??= pageState().finally(() => {
      asking = null;
    });
    const state = await asking;
    const why = state === 'reached' ? (hasTriedAgain ? 'stuck' : 'failed') : state;
    isReload = why !== 'failed';
    const said = words[why] ?? '';
    text.textContent = said;
    button.textContent = words[isReload ? 'reload' : 'again'] ?? '';
    // The failure may have passed while this was found out.
    if (notes.get(place)?.tell !== tell) return;
    if (!node.isConnected) place.append(node);
    announce(said);
  }

  async function tryAgain(): Promise<void> {
    if (isTrying) return;
    isTrying = true;
    hasTriedAgain = true;
    node.setAttribute('aria-busy', 'true');
    const tried = [...mounts];
    mounts.clear();
    const results = await Promise.all(tried.map((mount) => attempt(place, mount)));
    isTrying = false;
    node.removeAttribute('aria-busy');
    if (results.every(Boolean)) remove();
    else await tell(true);
  }

  function remove(): void {
    notes.delete(place);
    // The focus must not go with the button that had it.
    const hadFocus = node.contains(document.activeElement);
    node.remove();
    if (!hadFocus) return;
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
    place.focus();
  }

  return { mounts, tell, tryAgain, remove };
}

/**
 * Whether this page still has the scripts that it was opened with: `updated` where it has others by now, and those of before
 * may be gone; `failed` where the site does not answer at all.
 */
async function pageState(): Promise<'reached' | 'updated' | 'failed'> {
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
