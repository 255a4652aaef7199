import type { ChartWords } from './chart-words.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';

/**
 * Adds translated titles to the axes, legends and tooltips of a specification, which otherwise show the field names of tfjs-vis.
 * The series of a line chart, which are fields too, keep the names that the cell gave them.
 */
export function localizeSpec(spec: JsonObject, words: ChartWords): JsonObject {
  const localized = { ...spec };
  if (isJsonObject(spec['encoding'])) localized['encoding'] = localizeEncoding(spec['encoding'], words);
  if (Array.isArray(spec['layer'])) {
    localized['layer'] = spec['layer'].map((part: unknown) =>
      isJsonObject(part) && isJsonObject(part['encoding'])
        ? { ...part, encoding: localizeEncoding(part['encoding'], words) }
        : part,
    );
  }
  return withTooltip(localized);
}

function localizeEncoding(encoding: JsonObject, words: ChartWords): JsonObject {
  const x = encoding['x'];
  return Object.fromEntries(
    Object.entries(encoding).map(([channel, entry]) => {
      if (Array.isArray(entry))
        return [channel, localizeTooltip(entry, isJsonObject(x) ? x['title'] : undefined, words)];
      // The fields of a line's y values have the name of its series, which is not translated.
      return [channel, isJsonObject(entry) && !('title' in entry) ? withTitle(entry, words) : entry];
    }),
  );
}

function localizeTooltip(
  entries: readonly unknown[],
  xTitle: unknown,
  words: ChartWords,
): readonly unknown[] {
  const [first] = entries;
  const isLineChart = isJsonObject(first) && first['field'] === 'x';
  if (!isLineChart) return entries.map((entry) => (isJsonObject(entry) ? withTitle(entry, words) : entry));
  return xTitle === undefined ? entries : [{ ...first, title: xTitle }, ...entries.slice(1)];
}

function withTitle(entry: JsonObject, { fields }: ChartWords): JsonObject {
  const titles: Readonly<Record<string, string>> = { ...fields, scaleCount: fields.count };
  const name = entry['aggregate'] === 'count' ? 'count' : String(entry['field']);
  const title = Object.hasOwn(titles, name) ? titles[name] : undefined;
  return title === undefined ? entry : { ...entry, title };
}

/** Gives the tooltip of a scatter plot, which shows the field names, the titles of the axes. */
function withTooltip(spec: JsonObject): JsonObject {
  const { mark, encoding } = spec;
  const tooltip = isJsonObject(mark) ? mark['tooltip'] : undefined;
  if (
    !isJsonObject(mark) ||
    !isJsonObject(encoding) ||
    !isJsonObject(tooltip) ||
    tooltip['content'] !== 'data'
  )
    return spec;
  const { tooltip: _, ...bare } = mark;
  const shown = ['x', 'y', 'color'].flatMap((channel) => {
    const entry = encoding[channel];
    return isJsonObject(entry) && 'field' in entry
      ? [{ field: entry['field'], type: entry['type'], title: entry['title'] }]
      : [];
  });
  return { ...spec, mark: bare, encoding: { ...encoding, tooltip: shown } };
}
