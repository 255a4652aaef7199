type Places = readonly (number | string)[];

const placesOf = new WeakMap<Element, Places>();

/**
 * Where the points of a line stand. tfjs-vis draws every line over the place in its list, whatever x its points have; what
 * is remembered here is put right before Vega draws it (`embed-interpreted.ts`).
 */
export function setLineXValues(area: Element, places: Places): void {
  placesOf.set(area, places);
}

/** The places that are set for an element or for one around it. */
export function lineXValues(target: Element): Places | undefined {
  for (let element: Element | null = target; element !== null; element = element.parentElement) {
    const places = placesOf.get(element);
    if (places !== undefined) return places;
  }
  return undefined;
}
