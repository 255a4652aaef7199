type XValues = readonly (number | string)[];

const xValuesByArea = new WeakMap<Element, XValues>();

/**
 * Sets the x values of the lines in an element. tfjs-vis draws lines over the indices of their points and ignores the x values;
 * `embed-interpreted.ts` puts these into the specification before Vega draws it.
 */
export function setLineXValues(area: Element, xValues: XValues): void {
  xValuesByArea.set(area, xValues);
}

/** Returns the x values that are set for an element or its nearest ancestor with some. */
export function lineXValues(target: Element): XValues | undefined {
  for (let element: Element | null = target; element !== null; element = element.parentElement) {
    const xValues = xValuesByArea.get(element);
    if (xValues !== undefined) return xValues;
  }
  return undefined;
}
