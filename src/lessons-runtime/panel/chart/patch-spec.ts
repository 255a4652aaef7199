import { escapeHtml } from './escape-html.ts';

type Json = Record<string, unknown>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The colours that tfjs-vis gives its bars where the cell gave none: dark ones, that a dark page would swallow. */
const tfvisColours: ReadonlySet<unknown> = new Set(['#4C78A0', '#001B44']);

const edge = 4;

/** Lines are told apart by their dashes too, not by colour alone; in the legend as well. */
const dashes: readonly (readonly number[])[] = [
  [1, 0],
  [6, 3],
  [2, 2],
  [8, 3, 2, 3],
  [12, 4],
  [4, 6],
];
/** A legend's line as long as a dash needs to be known by, as the square of its length. */
const legendLine = 26 ** 2;
/** Below this width a legend beside the lines would leave them no room. */
const narrow = 480;

/**
 * A specification of tfjs-vis, mended where tfjs-vis takes no care: a series called `lr=0.1` is a field of that name, not a
 * path into one; a line stands over its own x and has its own dash; bars have the page's colour; names on an axis are level
 * where there is room.
 * @param places where the points of a line stand, if they do not stand at 0, 1, 2…
 */
export function patchSpec(spec: Json, places?: readonly (number | string)[]): Json {
  // Without padding the ends of what is written along the edges are cut.
  const mended = { ...withReadableNames(withDashes(mendNode(spec) as Json)), padding: edge };
  return places === undefined ? mended : withPlaces(mended, places);
}

function mendNode(node: unknown, name = ''): unknown {
  if (name === 'field' && typeof node === 'string') return node.replace(/[.[\]\\'"]/g, '\\$&');
  if (name === 'color' && isJson(node) && tfvisColours.has(node['value'])) {
    return { ...node, value: 'var(--water-1)' };
  }
  if (Array.isArray(node)) return node.map((entry: unknown) => mendNode(entry));
  if (!isJson(node)) return node;
  // The data is many and holds no fields of the specification.
  return Object.fromEntries(
    Object.entries(node).map(([key, entry]) => [key, key === 'data' ? entry : mendNode(entry, key)]),
  );
}

/** Each line has its place among the series: its colour and its dash, whichever others there are. */
function withDashes(spec: Json): Json {
  if (!Array.isArray(spec['layer'])) return spec;
  const layer = spec['layer'].map((part: unknown) => {
    const encoding = isJson(part) ? part['encoding'] : undefined;
    const color = isJson(encoding) ? encoding['color'] : undefined;
    const legend = isJson(color) ? color['legend'] : undefined;
    if (!isJson(part) || !isJson(encoding) || !isJson(color) || !isJson(legend)) return part;
    const shared = {
      ...color,
      legend: {
        ...legend,
        symbolType: 'stroke',
        symbolSize: legendLine,
        ...(Number(spec['width']) < narrow ? { orient: 'top', columns: 2 } : {}),
      },
    };
    const domain = legend['values'];
    const range = isJson(color['scale']) ? color['scale'] : {};
    return {
      ...part,
      encoding: {
        ...encoding,
        color: { ...shared, scale: { ...range, domain } },
        strokeDash: { ...shared, scale: { domain, range: dashes } },
      },
    };
  });
  return { ...spec, layer };
}

const letterWidth = 6;
/** Leaning names closer than this would lie on one another: then some are left out. */
const leastRoom = 14;

/** Vega writes the names below an axis upwards; they stay level where each has the room, and lean where not. */
function withReadableNames(spec: Json): Json {
  const encoding = spec['encoding'];
  const x = isJson(encoding) ? encoding['x'] : undefined;
  const values = isJson(spec['data']) ? spec['data']['values'] : undefined;
  if (!isJson(encoding) || !isJson(x) || x['type'] === 'quantitative' || !Array.isArray(values)) return spec;
  const field = String(x['field']);
  const names = [...new Set(values.map((value: unknown) => String(isJson(value) ? value[field] : '')))];
  const longest = Math.max(...names.map((name) => name.replace(/@tfidx@\d+$/, '').length));
  const room = (Number(spec['width']) * 0.85) / Math.max(1, names.length);
  const isLevel = longest * letterWidth < room;
  const axis = {
    ...(isJson(x['axis']) ? x['axis'] : {}),
    labelAngle: isLevel ? 0 : -35,
    labelLimit: 120,
    labelOverlap: room < leastRoom,
  };
  return { ...spec, encoding: { ...encoding, x: { ...x, axis } } };
}

function withPlaces(spec: Json, places: readonly (number | string)[]): Json {
  const data = spec['data'];
  const values = isJson(data) ? data['values'] : undefined;
  if (!Array.isArray(spec['layer']) || !isJson(data) || !Array.isArray(values)) return spec;
  if (values.length !== places.length) return spec;
  const placed = values.map((value: unknown, at) => (isJson(value) ? { ...value, x: places[at] } : value));
  return { ...spec, data: { ...data, values: placed } };
}

/** tfjs-vis takes the marks off a heatmap's labels and forgets that what is left goes into the page as markup. */
export function escapeTooltip(tooltip: unknown): unknown {
  const sanitize = isJson(tooltip) ? tooltip['sanitize'] : undefined;
  if (!isJson(tooltip) || typeof sanitize !== 'function') return tooltip;
  return { ...tooltip, sanitize: (value: unknown) => escapeHtml(String(sanitize(value))) };
}
