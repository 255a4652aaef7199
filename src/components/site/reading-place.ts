/** A place in a page: a heading or a cell, and how far below the window's top it stands. */
interface Place {
  readonly anchor: string;
  readonly top: number;
}

const key = 'deshielo:place';

/** The last heading or cell that begins above the window's middle; `null` at the start of a page, where there is none. */
export function placeBeingRead(): Place | null {
  const marks = [...document.querySelectorAll('article :is(h2, h3, h4, [data-cell])[id]')];
  const begun = marks.filter((mark) => mark.getBoundingClientRect().top < innerHeight / 2);
  const mark = scrollY === 0 ? undefined : begun.at(-1);
  return mark === undefined ? null : { anchor: mark.id, top: mark.getBoundingClientRect().top };
}

/** Remembers, for the next page of this tab, where its reader is to be. */
export function carryPlace(place: Place): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(place));
  } catch {
    // Refused by the browser: the address leads to the anchor, if not to the same line.
  }
}

/** Brings the reader to where the page before left them, to the line. */
export function resumePlace(): void {
  const place = takePlace();
  if (place === null || decodeURIComponent(location.hash.slice(1)) !== place.anchor) return;
  const mark = document.getElementById(place.anchor);
  if (mark === null) return;
  const resume = () => scrollBy({ top: mark.getBoundingClientRect().top - place.top, behavior: 'instant' });
  resume();
  // The browser itself goes to the address's anchor once more when all has come.
  if (document.readyState !== 'complete')
    addEventListener('load', () => requestAnimationFrame(resume), { once: true });
}

function takePlace(): Place | null {
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
