/** The look of a line. By default its position among the series determines it. */
export interface LineStyle {
  /** A CSS colour. */
  readonly colour: string;
  /** Lengths of dashes and gaps. */
  readonly dash: readonly number[];
  /** A text beside the line, for readers who cannot tell the colours apart. */
  readonly label: string;
}

/** What tfjs-vis ignores of a line chart. */
export interface LineSettings {
  /** The x values of the points. tfjs-vis draws lines over the indices of their points. */
  readonly x: readonly (number | string)[];
  /** The first and the last value of the x axis, if they are not those of the points. */
  readonly xDomain?: readonly [number, number] | undefined;
  /** One for each line. */
  readonly styles?: readonly LineStyle[] | undefined;
}

const settingsByArea = new WeakMap<Element, LineSettings>();

/** Sets how the lines in an element are drawn; `embed-interpreted.ts` puts this into the specification of tfjs-vis. */
export function setLineSettings(area: Element, settings: LineSettings): void {
  settingsByArea.set(area, settings);
}

/** Returns the settings of an element or of its nearest ancestor with some. */
export function lineSettings(target: Element): LineSettings | undefined {
  for (let element: Element | null = target; element !== null; element = element.parentElement) {
    const settings = settingsByArea.get(element);
    if (settings !== undefined) return settings;
  }
  return undefined;
}
