import { escapeHtml } from './escape-html.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';

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
/** Below this width, in CSS pixels, a legend beside the lines would leave them no room. */
const narrowWidth = 480;

/**
 * Corrects a specification of tfjs-vis: special characters in field names are escaped, so that a series called `lr=0.1` is not
 * read as a path; lines get their x values and dashes; bars get the page's colour; labels of an axis are horizontal if there
 * is room.
 * @param xValues the x values of a line's points; by default 0, 1, 2…
 */
export function patchSpec(spec: JsonObject, xValues?: readonly (number | string)[]): JsonObject {
  // Without padding, labels along the edges are cut off.
  const patched = { ...withReadableLabels(withDashes(patchObject(spec))), padding };
  return xValues === undefined ? patched : withXValues(patched, xValues);
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

/** Gives each line the colour and the dash of its position among the series. */
function withDashes(spec: JsonObject): JsonObject {
  if (!Array.isArray(spec['layer'])) return spec;
  const layer = spec['layer'].map((part: unknown) => {
    const encoding = isJsonObject(part) ? part['encoding'] : undefined;
    const color = isJsonObject(encoding) ? encoding['color'] : undefined;
    const legend = isJsonObject(color) ? color['legend'] : undefined;
    if (!isJsonObject(part) || !isJsonObject(encoding) || !isJsonObject(color) || !isJsonObject(legend)) {
      return part;
    }
    const shared = {
      ...color,
      legend: {
        ...legend,
        symbolType: 'stroke',
        symbolSize: legendSymbolSize,
        ...(Number(spec['width']) < narrowWidth ? { orient: 'top', columns: 2 } : {}),
      },
    };
    const domain = legend['values'];
    const scale = isJsonObject(color['scale']) ? color['scale'] : {};
    return {
      ...part,
      encoding: {
        ...encoding,
        color: { ...shared, scale: { ...scale, domain } },
        strokeDash: { ...shared, scale: { domain, range: dashes } },
      },
    };
  });
  return { ...spec, layer };
}

const letterWidth = 6;
/** With less room than this for each, slanted labels would overlap, and some are left out. */
const minLabelRoom = 14;

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
  const isHorizontal = maxLength * letterWidth < room;
  const axis = {
    ...(isJsonObject(x['axis']) ? x['axis'] : {}),
    labelAngle: isHorizontal ? 0 : -35,
    labelLimit: 120,
    labelOverlap: room < minLabelRoom,
  };
  return { ...spec, encoding: { ...encoding, x: { ...x, axis } } };
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
