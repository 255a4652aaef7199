import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { lessonPages } from '../../../course/lessons/lessons.ts';
import { lessonNotebook } from '../../../downloads/notebook.ts';
import { readLessonText } from '../../../downloads/read-lesson-text.ts';

export const getStaticPaths = lessonPages;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => {
  const notebook = lessonNotebook(readLessonText(props.lesson, props.language));
  return new Response(`${JSON.stringify(notebook, null, 1)}\n`, {
    headers: { 'Content-Type': 'application/x-ipynb+json' },
  });
};
