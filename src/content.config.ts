import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { courseParts } from './i18n/course-part.ts';

/** A lesson is a folder with `es.mdx` and `en.mdx`; both languages are entries, `01-pretrained/es` and `01-pretrained/en`. */
const lessons = defineCollection({
  loader: glob({
    base: './src/content/lessons',
    pattern: '*/{es,en}.mdx',
    // The default would take the frontmatter's slug, which is the address in one language, for the id of the entry.
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: z.strictObject({
    title: z.string().min(1).describe('The name of the lesson, as its heading and in every list.'),
    description: z
      .string()
      .min(1)
      .describe('One sentence: what the lesson is about, for lists and search results.'),
    slug: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case ASCII words joined by hyphens')
      .describe('The last part of the address in this language; it stays when the title changes.'),
    order: z.int().min(0).describe('The number of the lesson in the course, equal in both languages.'),
    part: z.enum(courseParts).describe('The part of the course it belongs to, equal in both languages.'),
    minutes: z.int().min(1).max(180).describe('Minutes of class the lesson takes, equal in both languages.'),
    objectives: z
      .array(z.string().min(1))
      .min(1)
      .describe('What one will be able to do at the end; each completes "you will be able to …".'),
  }),
});

const entry = z.strictObject({
  term: z.string().min(1).describe('The word, as it stands within a sentence.'),
  definition: z
    .string()
    .min(20)
    .max(200)
    .regex(/[.…]$/, 'expected sentences that end')
    .describe('One or two sentences.'),
});

/** The words of the field, by an id that is the same in both languages; the build ends where one of them lacks. */
const glossary = defineCollection({
  loader: file('./src/content/glossary.yaml'),
  schema: z.strictObject({ es: entry, en: entry }),
});

export const collections = { glossary, lessons };
