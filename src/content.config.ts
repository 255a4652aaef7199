import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { glossaryLoader } from './glossary/glossary-loader.ts';
import { wordSchema } from './glossary/read-glossary.ts';
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

/** The words of the field; the build ends where one of them lacks a language. */
const glossary = defineCollection({
  loader: glossaryLoader('src/content/glossary.yaml'),
  schema: wordSchema,
});

export const collections = { glossary, lessons };
