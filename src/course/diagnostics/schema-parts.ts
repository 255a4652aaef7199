import { z } from 'astro/zod';
import { inEachLanguage, languageNames } from '../../lessons-runtime/shared/language.ts';

/** The form of ids and names: they go into addresses, records and file names. */
export const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** An error's message is what was expected; `read-yaml.ts` adds where, what was found and how to mend it. */
export const text = (what: string) =>
  z
    .string({ error: `${what}, as text` })
    .trim()
    .min(1, { error: `${what}, not empty` });

export const number = (what: string) => z.number({ error: `${what}, as a number` });

/** A record with these fields and no others. */
export function record<Shape extends z.ZodRawShape>(what: string, shape: Shape) {
  const names = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? `only ${names}` : `${what}: ${names}`),
  });
}

/** A record of things by names that its author chooses. */
export function named<Item extends z.ZodType>(what: string, item: Item) {
  return z.record(z.string(), item, { error: `${what}, each under its name` });
}

export function list<Item extends z.ZodType>(what: string, least: number, item: Item) {
  return z.array(item, { error: `a list of ${what}` }).min(least, { error: `${least} or more ${what}` });
}

/** A text in both languages, side by side. */
export const both = (what: string) =>
  record(
    `${what} in both languages`,
    inEachLanguage((language) => text(`${what} in ${languageNames[language]}`)),
  );
