const numberNames: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
};

/** Whether a field of this name is a time in milliseconds since 1970. */
const isTime = (name: string) => name === 'at' || name === 'solutionSeenAt';
const isoDate = /^(?:\d{4}|[+-]\d{6})-\d\d-\d\dT/;

/**
 * Converts a record to what a file holds: times (`at`, `solutionSeenAt`) become ISO dates, so that people can read them, and
 * NaN and the infinities become their names, because JSON lacks them. A lone surrogate becomes `\ufffd`, because some JSON
 * parsers reject it.
 * @param name the field that holds the value
 */
export function toPlain(value: unknown, name = ''): unknown {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return String(value);
    return isTime(name) ? new Date(value).toISOString() : value;
  }
  if (typeof value === 'string') return value.replace(/\p{Surrogate}/gu, '\ufffd');
  if (Array.isArray(value)) return value.map((each) => toPlain(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toPlain(each, key)]));
}

/** Reverts `toPlain`. A text that is no date or number is returned unchanged, so that a schema can reject it. */
export function fromPlain(value: unknown, name = ''): unknown {
  if (typeof value === 'string') {
    if (isTime(name)) {
      // `Date.parse` alone accepts many texts that are no dates.
      const time = isoDate.test(value) ? Date.parse(value) : Number.NaN;
      return Number.isNaN(time) ? value : time;
    }
    return name === 'values' ? (numberNames[value] ?? value) : value;
  }
  // The elements of a curve's `values` are numbers too.
  if (Array.isArray(value)) return value.map((each) => fromPlain(each, name === 'values' ? name : ''));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fromPlain(each, key)]));
}
