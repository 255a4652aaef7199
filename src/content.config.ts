import { defineCollection } from 'astro:content';
import { frontMatterSchema } from './authoring/front-matter.ts';
import { lessonsLoader } from './authoring/lessons-loader.ts';
import { glossaryLoader } from './glossary/glossary-loader.ts';
import { wordSchema } from './glossary/read-glossary.ts';

const lessons = defineCollection({
  loader: lessonsLoader('src/content/lessons'),
  schema: frontMatterSchema,
});

/** The words of the field, by an id that is the same in both languages. */
const glossary = defineCollection({
  loader: glossaryLoader('src/content/glossary.yaml'),
  schema: wordSchema,
});

export const collections = { glossary, lessons };
