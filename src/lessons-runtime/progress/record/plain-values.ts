const numberNames: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
};

const isMoment = (name: string) => name === 'at' || name === 'solutionSeenAt';
const isoDate = /^(?:\d{4}|[+-]\d{6})-\d\d-\d\dT/;

/**
 * A record as a file has it: moments (`at`, `solutionSeenAt`) as ISO dates, for people to read, and the numbers that JSON lacks by their names.
 * Half a pair of surrogates, which is no text, becomes `\ufffd`: not every reader of JSON takes it.
 */
export function toPlain(value: unknown, name = ''): unknown {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return String(value);
    return isMoment(name) ? new Date(value).toISOString() : value;
  }
  if (typeof value === 'string') return value.replace(/\p{Surrogate}/gu, '\ufffd');
  if (Array.isArray(value)) return value.map((each) => toPlain(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toPlain(each, key)]));
}

/** The other way. What is no date or number stays the text that it is, for whoever checks it. */
export function fromPlain(value: unknown, name = ''): unknown {
  if (typeof value === 'string') {
    if (isMoment(name)) {
      // `Date.parse` takes much for a date that is none.
      const time = isoDate.test(value) ? Date.parse(value) : Number.NaN;
      return Number.isNaN(time) ? value : time;
    }
    return name === 'values' ? (numberNames[value] ?? value) : value;
  }
  // The items of a curve's `values` are its values.
  if (Array.isArray(value)) return value.map((each) => fromPlain(each, name === 'values' ? name : ''));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fromPlain(each, key)]));
}
