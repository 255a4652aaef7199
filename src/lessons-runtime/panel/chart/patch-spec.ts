import { escapeHtml } from './escape-html.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';
import { withLegibleAxes } from './legible-axes.ts';
import type { LineSettings, LineStyle } from './line-settings.ts';

/** The default bar colours of tfjs-vis, which are too dark for a dark page. */
const defaultBarColours: ReadonlySet<unknown> = new Set(['#4C78A0', '#001B44']);

const padding = 4;

/** Lines differ by their dashes, not by colour alone; also in the legend. */
const dashes: readonly (readonly number[])[] = [
  [1, 0],
  [6, 3],
  [2, 2],
  [8, 3, 2, 3],
  [12, 4],
  [4, 6],
];
/** The area of a legend's symbol as Vega takes it: the square of a length that shows the dash. */
const legendSymbolSize = 26 ** 2;
/** The width in CSS pixels that an entry of a legend above the lines needs. */
const legendEntryWidth = 150;
/** Lines with at most this many points show each of them: with few points a line alone hides where they are. */
const maxMarkedPoints = 15;
const defaultFontSize = 15;

/**
 * Corrects a specification of tfjs-vis: special characters in field names are escaped, so that a series called `lr=0.1` is not
 * read as a path; lines get their x values, dashes and points; bars get the page's colour; axes suit their numbers; labels of
 * an axis are horizontal if there is room.
 * @param lines of a line chart: what tfjs-vis ignores
 */
export function patchSpec(spec: JsonObject, lines?: LineSettings): JsonObject {
  const placed = lines === undefined ? spec : withXValues(spec, lines.x);
  const legible = withLegibleAxes(placed, lines?.xDomain);
  const styled = withLineStyles(patchObject(legible), lines?.styles);
  // Without padding, labels along the edges are cut off.
  return { ...withReadableLabels(styled), padding };
}

function patchObject(node: JsonObject): JsonObject {
  // The data can be large and has no fields of the specification.
  return Object.fromEntries(
    Object.entries(node).map(([key, entry]) => [key, key === 'data' ? entry : patchNode(entry, key)]),
  );
}

function patchNode(node: unknown, key = ''): unknown {
  if (key === 'field' && typeof node === 'string') return node.replace(/[.[\]\\'"]/g, '\\$&');
  if (key === 'color' && isJsonObject(node) && defaultBarColours.has(node['value'])) {
    return { ...node, value: 'var(--water-1)' };
  }
  if (Array.isArray(node)) return node.map((entry: unknown) => patchNode(entry));
  return isJsonObject(node) ? patchObject(node) : node;
}

/** Gives each line its style, or by default the colour and the dash of its position among the series. */
function withLineStyles(spec: JsonObject, styles: readonly LineStyle[] | undefined): JsonObject {
  if (!Array.isArray(spec['layer'])) return spec;
  const rows = isJsonObject(spec['data']) ? spec['data']['values'] : undefined;
  const points = Array.isArray(rows) ? rows : [];
  const hasPoints = points.length <= maxMarkedPoints;
  const parts = spec['layer'].map((part: unknown) => {
    const encoding = isJsonObject(part) ? part['encoding'] : undefined;
    const color = isJsonObject(encoding) ? encoding['color'] : undefined;
    const legend = isJsonObject(color) ? color['legend'] : undefined;
    if (!isJsonObject(part) || !isJsonObject(encoding) || !isJsonObject(color) || !isJsonObject(legend)) {
      return part;
    }
    const columns = Math.max(1, Math.floor(Number(spec['width']) / legendEntryWidth));
    const shared = {
      ...color,
      legend: { ...legend, orient: 'top', columns, symbolType: 'stroke', symbolSize: legendSymbolSize },
    };
    const domain = legend['values'];
    const scale = isJsonObject(color['scale']) ? color['scale'] : {};
    const colours = styles === undefined ? {} : { range: styles.map(({ colour }) => colour) };
    return {
      ...part,
      mark: { ...Object(part['mark']), ...(hasPoints && { point: { filled: true, size: 45 } }) },
      encoding: {
        ...encoding,
        color: { ...shared, scale: { ...scale, domain, ...colours } },
        strokeDash: { ...shared, scale: { domain, range: styles?.map(({ dash }) => dash) ?? dashes } },
      },
    };
  });
  return { ...spec, layer: [...labelLayers(parts, styles, points), ...parts] };
}

/**
 * Returns a layer with the label of each line that has one, above a point of the line. The labels of different lines are at
 * different x, so that they do not overlap where the lines do.
 */
function labelLayers(
  parts: readonly unknown[],
  styles: readonly LineStyle[] | undefined,
  points: readonly unknown[],
): readonly JsonObject[] {
  if (styles === undefined) return [];
  return parts.flatMap((part, index) => {
    const style = styles[index];
    const encoding = isJsonObject(part) ? part['encoding'] : undefined;
    const y = isJsonObject(encoding) ? encoding['y'] : undefined;
    const at = points[Math.floor(((points.length - 1) * (styles.length - index)) / styles.length)];
    if (style === undefined || !isJsonObject(y) || !isJsonObject(at)) return [];
    return [
      {
        transform: [{ filter: { field: 'x', equal: at['x'] } }],
        mark: { type: 'text', dy: -10, fontWeight: 'bold', clip: false },
        encoding: { y, text: { value: style.label }, color: { value: style.colour } },
      },
    ];
  });
}

/** The width of a letter, as a share of the font size. It is estimated, because the page's font is not known. */
const letterWidth = 0.58;
/** With less room than this for each, as a share of the font size, slanted labels would overlap, and some are left out. */
const minLabelRoom = 1.3;

/** Makes the labels below an axis, which Vega writes vertically, horizontal if they fit, and otherwise slanted. */
function withReadableLabels(spec: JsonObject): JsonObject {
  const encoding = spec['encoding'];
  const x = isJsonObject(encoding) ? encoding['x'] : undefined;
  const values = isJsonObject(spec['data']) ? spec['data']['values'] : undefined;
  if (!isJsonObject(encoding) || !isJsonObject(x)) return spec;
  if (x['type'] === 'quantitative' || !Array.isArray(values)) return spec;
  const field = String(x['field']);
  const labels = [
    ...new Set(values.map((value: unknown) => String(isJsonObject(value) ? value[field] : ''))),
  ];
  const maxLength = Math.max(...labels.map((label) => label.replace(/@tfidx@\d+$/, '').length));
  const room = (Number(spec['width']) * 0.85) / Math.max(1, labels.length);
  const fontSize = fontSizeOf(spec);
  const isHorizontal = maxLength * letterWidth * fontSize < room;
  const axis = {
    ...(isJsonObject(x['axis']) ? x['axis'] : {}),
    labelAngle: isHorizontal ? 0 : -35,
    labelLimit: 10 * fontSize,
    labelOverlap: room < minLabelRoom * fontSize,
  };
  return { ...spec, encoding: { ...encoding, x: { ...x, axis } } };
}

function fontSizeOf({ config }: JsonObject): number {
  const axis = isJsonObject(config) ? config['axis'] : undefined;
  const size = isJsonObject(axis) ? axis['labelFontSize'] : undefined;
  return typeof size === 'number' ? size : defaultFontSize;
}

function withXValues(spec: JsonObject, xValues: readonly (number | string)[]): JsonObject {
  const data = spec['data'];
  const values = isJsonObject(data) ? data['values'] : undefined;
  if (!Array.isArray(spec['layer']) || !isJsonObject(data) || !Array.isArray(values)) return spec;
  if (values.length !== xValues.length) return spec;
  const moved = values.map((value: unknown, index) =>
    isJsonObject(value) ? { ...value, x: xValues[index] } : value,
  );
  return { ...spec, data: { ...data, values: moved } };
}

/**
 * Escapes the texts of a tooltip. The `sanitize` function with which tfjs-vis replaces that of vega-tooltip removes suffixes
 * from a heatmap's labels but does not escape them.
 */
export function escapeTooltip(tooltip: unknown): unknown {
  const sanitize = isJsonObject(tooltip) ? tooltip['sanitize'] : undefined;
  if (!isJsonObject(tooltip) || typeof sanitize !== 'function') return tooltip;
  return { ...tooltip, sanitize: (value: unknown) => escapeHtml(String(sanitize(value))) };
}
