import type { Slider } from '../../lessons-runtime/build.ts';
import { inEachLanguage, type Language, languages } from '../../lessons-runtime/shared/language.ts';
import { AuthoringError } from '../diagnostics/diagnostic.ts';

/** The comment of a slider, which no page shows. */
const mark = / *\/\/ slider:[^/]*?(?= *\/\/|$)/;
const marked = /^\s*(?<before>.*[^\w.])(?<number>-?[\d._]+)[^\d]*?\/\/ slider:(?<range>[^/]*)(?<comment>.*)$/;
const range = /^ (?<least>[\d.]+) to (?<most>[\d.]+)(?:, (?:(?<log>log)|step (?<step>[\d.]+)))? *$/;
const label = new RegExp(
  `${languages.map((language) => `// ${language}: (?<${language}>\\S.*?)`).join(' +')}$`,
);

/** A slider with its label in one language. */
export interface LabelledSlider extends Slider {
  readonly label: string;
}

/** Returns code without the marks of its sliders. */
export function withoutSliders(line: string): string {
  return line.replace(mark, '');
}

/**
 * Reads the sliders of a cell. The author writes one after a line with a number, before the comment that is its label:
 * `const topK = 5; // slider: 1 to 10 // es: respuestas // en: answers`; with `, log` for a range of several powers of ten, and
 * with `, step 5` for steps other than 1.
 * @throws {AuthoringError} if one cannot be read
 */
export function readSliders(source: string, language: Language, file: string): readonly LabelledSlider[] {
  return source.split('\n').flatMap((line, place) => {
    if (!line.includes('// slider:')) return [];
    const slider = parseSlider(line);
    if (slider !== null)
      return [{ before: slider.before, values: slider.values, label: slider.labels[language] }];
    throw new AuthoringError([
      {
        file,
        line: place + 1,
        expected: 'a number of the range, and then "// slider: 1 to 10 // es: … // en: …"',
        found: line.trim(),
        fix: 'After the range there may be ", log" or ", step 5".',
      },
    ]);
  });
}

function parseSlider(line: string) {
  const parts = marked.exec(line)?.groups;
  const bounds = range.exec(parts?.['range'] ?? '')?.groups;
  const words = label.exec(parts?.['comment'] ?? '')?.groups;
  if (parts === undefined || bounds === undefined || words === undefined) return null;
  const [least, most] = [Number(bounds['least']), Number(bounds['most'])];
  const values =
    bounds['log'] === undefined ? evenSteps(least, most, Number(bounds['step'] ?? 1)) : logSteps(least, most);
  const isWithin = values.includes(Number(parts['number']?.replaceAll('_', '')));
  if (values.length < 2 || !isWithin) return null;
  return {
    before: parts['before'] ?? '',
    values,
    labels: inEachLanguage((language) => words[language] ?? ''),
  };
}

function evenSteps(least: number, most: number, step: number): readonly number[] {
  if (!(step > 0)) return [];
  const count = Math.floor((most - least) / step + 1e-9) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, place) => rounded(least + place * step));
}

/** 1, 2, 3 and 5 times each power of ten within the range. */
function logSteps(least: number, most: number): readonly number[] {
  if (!(least > 0)) return [];
  const powers = Array.from({ length: 40 }, (_, place) => place - 20);
  const all = powers.flatMap((power) => [1, 2, 3, 5].map((digit) => Number(`${digit}e${power}`)));
  return all.filter((value) => value >= least && value <= most);
}

function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
