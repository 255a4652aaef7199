import { isJsonObject, type JsonObject } from './json-object.ts';
import { barKind, linesKind, matrixKind, type ValueKind, valueKind } from './value-kinds.ts';

/** The name of the expression function that formats numbers as the rest of the page does (`embed-interpreted.ts`). */
export const pageNumber = 'pageNumber';

/** Formats of `pageNumber`. */
const formats = { share: 'percent', count: 'number', number: 'number' } as const;

/**
 * Adapts the axes, legends and tooltips of a specification to what its numbers are: shares have an axis from 0 to 100 %
 * unless the cell chose another, whole numbers have no ticks between them, and tooltips have the page's format of numbers.
 * The x axis of lines begins at their first point.
 * @param xDomain the first and the last value of the x axis of lines, if they are not those of the points
 */
export function withLegibleAxes(spec: JsonObject, xDomain?: readonly [number, number]): JsonObject {
  const { mark, encoding, layer } = spec;
  const rows = rowsOf(spec);
  const markType = isJsonObject(mark) ? mark['type'] : undefined;
  if (Array.isArray(layer)) {
    const layers = layer.filter(isJsonObject);
    const hasLines = layers.some((part) => isJsonObject(part['mark']) && part['mark']['type'] === 'line');
    return hasLines ? withLineAxes(spec, layers, rows, xDomain) : withMatrixFormats(spec, layers, rows);
  }
  if (!isJsonObject(encoding)) return spec;
  if (markType === 'bar') return { ...spec, ...barParts(mark, encoding, rows) };
  if (markType === 'point') return { ...spec, encoding: pointEncoding(encoding, rows) };
  if (markType === 'rect') return { ...spec, encoding: heatmapEncoding(encoding) };
  return spec;
}

function rowsOf({ data }: JsonObject): readonly JsonObject[] {
  const values = isJsonObject(data) ? data['values'] : undefined;
  return Array.isArray(values) ? values.filter(isJsonObject) : [];
}

function numbersOf(rows: readonly JsonObject[], field: string): readonly number[] {
  return rows.flatMap((row) => {
    const value = row[field];
    return typeof value === 'number' ? [value] : [];
  });
}

function withLineAxes(
  spec: JsonObject,
  layers: readonly JsonObject[],
  rows: readonly JsonObject[],
  xDomain: readonly [number, number] | undefined,
): JsonObject {
  const yOf = (part: JsonObject): JsonObject | null => {
    const encoding = part['encoding'];
    const y = isJsonObject(encoding) ? encoding['y'] : undefined;
    return isJsonObject(y) ? y : null;
  };
  const names = layers.flatMap((part) => {
    const y = yOf(part);
    return y === null ? [] : [String(y['field'])];
  });
  const yTitle = layers.map(yOf).find((y) => y !== null)?.['title'];
  const y = linesKind(
    names,
    String(yTitle),
    names.flatMap((name) => numbersOf(rows, name)),
  );
  const shared = isJsonObject(spec['encoding']) ? spec['encoding'] : {};
  const xs = rows.map((row) => row['x']);
  const areNumbers = xs.every((x) => typeof x === 'number');
  const numbers = numbersOf(rows, 'x');
  const xKind = areNumbers ? valueKind([], numbers) : 'number';
  const x = isJsonObject(shared['x']) ? shared['x'] : {};
  const isContinuous = x['type'] === 'quantitative' && areNumbers;
  const tooltip = Array.isArray(shared['tooltip']) ? shared['tooltip'] : [];
  return {
    ...spec,
    encoding: {
      ...shared,
      ...(isContinuous && { x: withLineScale(withKind(x, xKind), numbers, xDomain) }),
      tooltip: tooltip.map((entry: unknown) =>
        isJsonObject(entry) ? withFormat(entry, entry['field'] === 'x' ? xKind : y) : entry,
      ),
    },
    layer: layers.map((part) => {
      const own = yOf(part);
      return own === null
        ? part
        : { ...part, encoding: { ...Object(part['encoding']), y: withKind(own, y) } };
    }),
  };
}

/** The longest x axis, in whole numbers, whose ticks begin at its first number. Longer ones have round ticks. */
const maxCountedSpan = 60;
/** The space in CSS pixels beside the first and the last point of lines. */
const linePadding = 8;
/** Whole numbers from the first on, with at least 40 px for each. */
const countedTicks =
  "sequence(ceil(domain('x')[0]), floor(domain('x')[1]) + 1, " +
  "max(1, ceil(40 * (domain('x')[1] - domain('x')[0]) / width)))";

function withLineScale(
  x: JsonObject,
  numbers: readonly number[],
  domain: readonly [number, number] | undefined,
): JsonObject {
  const ends = domain ?? [Math.min(...numbers), Math.max(...numbers)];
  const isCounted = Object(x['axis']).tickMinStep !== undefined && ends[1] - ends[0] <= maxCountedSpan;
  const axis = {
    ...Object(x['axis']),
    grid: false,
    labelFlush: false,
    ...(isCounted && { values: { signal: countedTicks } }),
  };
  const scale = { zero: false, nice: false, padding: linePadding, ...(domain !== undefined && { domain }) };
  return { ...x, axis, scale };
}

function barParts(mark: unknown, encoding: JsonObject, rows: readonly JsonObject[]): JsonObject {
  const { x, y } = encoding;
  if (!isJsonObject(x) || !isJsonObject(y)) return {};
  if (y['aggregate'] === 'count') return { encoding: { ...encoding, y: withKind(y, 'count') } };
  const label = titleOf(y);
  const kind = barKind(label, numbersOf(rows, String(y['field'])));
  const tooltip = [
    { field: x['field'], type: x['type'], title: titleOf(x) || x['title'] },
    withFormat({ field: y['field'], type: y['type'], title: label || y['title'] }, kind),
  ];
  return { mark: withoutTooltip(mark), encoding: { ...encoding, y: withKind(y, kind), tooltip } };
}

/** Returns the label that the cell gave to an axis; an empty text if it gave none. */
function titleOf(channel: JsonObject): string {
  const { axis } = channel;
  return isJsonObject(axis) && typeof axis['title'] === 'string' ? axis['title'] : '';
}

function withoutTooltip(mark: unknown): unknown {
  if (!isJsonObject(mark)) return mark;
  const { tooltip: _, ...rest } = mark;
  return rest;
}

function pointEncoding(encoding: JsonObject, rows: readonly JsonObject[]): JsonObject {
  const channels = { x: encoding['x'], y: encoding['y'] };
  const kinds = new Map<unknown, ValueKind>();
  const patched = Object.entries(channels).flatMap(([name, channel]) => {
    if (!isJsonObject(channel)) return [];
    const kind = valueKind([String(channel['title'])], numbersOf(rows, String(channel['field'])));
    kinds.set(channel['field'], kind);
    return [[name, withKind(channel, kind)]];
  });
  const tooltip = Array.isArray(encoding['tooltip'])
    ? encoding['tooltip'].map((entry: unknown) =>
        isJsonObject(entry) ? withFormat(entry, kinds.get(entry['field']) ?? 'number') : entry,
      )
    : encoding['tooltip'];
  return { ...encoding, ...Object.fromEntries(patched), tooltip };
}

function heatmapEncoding(encoding: JsonObject): JsonObject {
  const { fill } = encoding;
  if (!isJsonObject(fill)) return encoding;
  const legend = { ...Object(fill['legend']), format: formats.number, formatType: pageNumber };
  return { ...encoding, fill: { ...fill, legend } };
}

function withMatrixFormats(
  spec: JsonObject,
  layers: readonly JsonObject[],
  rows: readonly JsonObject[],
): JsonObject {
  const kind = matrixKind(numbersOf(rows, 'count'));
  const legend = {
    format: formats[kind],
    formatType: pageNumber,
    ...(kind === 'count' && { tickMinStep: 1 }),
  };
  const layer = layers.map((part) => {
    const encoding = part['encoding'];
    if (!isJsonObject(encoding)) return part;
    const { color, text, tooltip } = encoding;
    return {
      ...part,
      encoding: {
        ...encoding,
        ...(isJsonObject(color) && { color: { ...color, legend } }),
        ...(isJsonObject(text) && { text: withFormat({ ...text, type: 'quantitative' }, kind) }),
        ...(Array.isArray(tooltip) && {
          tooltip: tooltip.map((entry: unknown) => (isJsonObject(entry) ? withFormat(entry, kind) : entry)),
        }),
      },
    };
  });
  return { ...spec, layer };
}

/** Adapts an axis of numbers. Its scale is that of the cell if the cell chose one. */
function withKind(channel: JsonObject, kind: ValueKind): JsonObject {
  if (channel['type'] !== 'quantitative') return channel;
  const format = { format: formats[kind], formatType: pageNumber };
  const axis = {
    ...Object(channel['axis']),
    // Ticks of other numbers need as many digits as distinguish them, which Vega chooses.
    ...(kind !== 'number' && format),
    ...(kind === 'count' && { tickMinStep: 1 }),
  };
  const hasScale = isJsonObject(channel['scale']);
  return { ...channel, axis, ...(kind === 'share' && !hasScale && { scale: { domain: [0, 1] } }) };
}

function withFormat(entry: JsonObject, kind: ValueKind): JsonObject {
  if (entry['type'] !== 'quantitative') return entry;
  return { ...entry, format: formats[kind], formatType: pageNumber };
}
