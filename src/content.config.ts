import { defineCollection } from 'astro:content';
import { glossaryLoader } from './course/glossary/glossary-loader.ts';
import { wordSchema } from './course/glossary/read-glossary.ts';
import { frontMatterSchema } from './course/lessons/front-matter.ts';
import { lessonsLoader } from './course/lessons/lessons-loader.ts';

const lessons = defineCollection({
  loader: lessonsLoader('src/content/lessons'),
  schema: frontMatterSchema,
});

/** The glossary's words, by an id that all languages share. */
const glossary = defineCollection({
  loader: glossaryLoader('src/content/glossary.yaml'),
  schema: wordSchema,
});

export const collections = { glossary, lessons };
