import type { ChartWords } from './chart-words.ts';

type Json = Record<string, unknown>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Names in the page's language what tfjs-vis leaves to the names of its fields: axes, legends and tooltips show them. The series
 * of a line chart are fields too; they keep the names that the cell gave them.
 */
export function localizeSpec(spec: Json, words: ChartWords): Json {
  const worded = { ...spec };
  if (isJson(spec['encoding'])) worded['encoding'] = wordEncoding(spec['encoding'], words);
  if (Array.isArray(spec['layer'])) {
    worded['layer'] = spec['layer'].map((part: unknown) =>
      isJson(part) && isJson(part['encoding'])
        ? { ...part, encoding: wordEncoding(part['encoding'], words) }
        : part,
    );
  }
  return withTooltip(worded);
}

function wordEncoding(encoding: Json, words: ChartWords): Json {
  const x = encoding['x'];
  return Object.fromEntries(
    Object.entries(encoding).map(([channel, entry]) => {
      if (Array.isArray(entry))
        return [channel, wordTooltip(entry, isJson(x) ? x['title'] : undefined, words)];
      // A line's colour is the name of its series, and its height is a field of that name.
      return [channel, isJson(entry) && !('title' in entry) ? withTitle(entry, words) : entry];
    }),
  );
}

function wordTooltip(entries: readonly unknown[], place: unknown, words: ChartWords): readonly unknown[] {
  const [first] = entries;
  const isOfLines = isJson(first) && first['field'] === 'x';
  if (!isOfLines) return entries.map((entry) => (isJson(entry) ? withTitle(entry, words) : entry));
  return place === undefined ? entries : [{ ...first, title: place }, ...entries.slice(1)];
}

function withTitle(entry: Json, { fields }: ChartWords): Json {
  const titles: Readonly<Record<string, string>> = { ...fields, scaleCount: fields.count };
  const name = entry['aggregate'] === 'count' ? 'count' : String(entry['field']);
  const title = Object.hasOwn(titles, name) ? titles[name] : undefined;
  return title === undefined ? entry : { ...entry, title };
}

/** The tooltip of a scatter plot shows the fields as they are: here with the titles of its axes. */
function withTooltip(spec: Json): Json {
  const { mark, encoding } = spec;
  const tooltip = isJson(mark) ? mark['tooltip'] : undefined;
  if (!isJson(mark) || !isJson(encoding) || !isJson(tooltip) || tooltip['content'] !== 'data') return spec;
  const { tooltip: _, ...bare } = mark;
  const shown = ['x', 'y', 'color'].flatMap((channel) => {
    const entry = encoding[channel];
    return isJson(entry) && 'field' in entry
      ? [{ field: entry['field'], type: entry['type'], title: entry['title'] }]
      : [];
  });
  return { ...spec, mark: bare, encoding: { ...encoding, tooltip: shown } };
}
