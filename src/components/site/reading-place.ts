/** A place on a page. */
interface Place {
  /** The id of a heading or cell. */
  readonly anchor: string;
  /** Its distance from the top of the viewport, in CSS pixels. */
  readonly top: number;
}

const key = 'deshielo:place';

/** Returns the last heading or cell that begins above the viewport's middle; `null` at the top of a page. */
export function currentPlace(): Place | null {
  const marks = [...document.querySelectorAll('article :is(h2, h3, h4, [data-cell])[id]')];
  const passed = marks.filter((mark) => mark.getBoundingClientRect().top < innerHeight / 2);
  const mark = scrollY === 0 ? undefined : passed.at(-1);
  return mark === undefined ? null : { anchor: mark.id, top: mark.getBoundingClientRect().top };
}

/** Stores a place for the next page that this tab opens. */
export function storePlace(place: Place): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(place));
  } catch {
    // The browser refuses storage: the address still leads to the anchor.
  }
}

/** Scrolls to the place that the previous page stored, if the address has the same anchor. */
export function restorePlace(): void {
  const place = takeStoredPlace();
  if (place === null || decodeURIComponent(location.hash.slice(1)) !== place.anchor) return;
  const mark = document.getElementById(place.anchor);
  if (mark === null) return;
  const restore = () => scrollBy({ top: mark.getBoundingClientRect().top - place.top, behavior: 'instant' });
  restore();
  // When the page has loaded, the browser scrolls to the address's anchor again.
  if (document.readyState !== 'complete')
    addEventListener('load', () => requestAnimationFrame(restore), { once: true });
}

function takeStoredPlace(): Place | null {
  try {
    const stored = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    const place: unknown = JSON.parse(stored ?? 'null');
    return isPlace(place) ? place : null;
  } catch {
    return null;
  }
}

function isPlace(value: unknown): value is Place {
  return (
    typeof value === 'object' &&
    value !== null &&
    'anchor' in value &&
    typeof value.anchor === 'string' &&
    'top' in value &&
    typeof value.top === 'number'
  );
}
