import { z } from 'astro/zod';
import { inEachLanguage, languageNames } from '../../lessons-runtime/shared/language.ts';

/** The format of ids and names, which become parts of addresses, record keys and file names. */
export const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A non-empty text. As in all of these schemas, the error message is what was expected; `read-yaml.ts` adds the rest. */
export const text = (what: string) =>
  z
    .string({ error: `${what}, as text` })
    .trim()
    .min(1, { error: `${what}, not empty` });

export const number = (what: string) => z.number({ error: `${what}, as a number` });

/** An object with these fields and no others. */
export function record<Shape extends z.ZodRawShape>(what: string, shape: Shape) {
  const names = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? `only ${names}` : `${what}: ${names}`),
  });
}

/** An object whose keys are names that its author chooses. */
export function named<Item extends z.ZodType>(what: string, item: Item) {
  return z.record(z.string(), item, { error: `${what}, each under its name` });
}

/** A list of at least `least` items. */
export function list<Item extends z.ZodType>(what: string, least: number, item: Item) {
  return z.array(item, { error: `a list of ${what}` }).min(least, { error: `${least} or more ${what}` });
}

/** A text in every language. */
export const both = (what: string) =>
  record(
    `${what} in both languages`,
    inEachLanguage((language) => text(`${what} in ${languageNames[language]}`)),
  );
