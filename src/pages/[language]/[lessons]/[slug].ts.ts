import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { lessonPages } from '../../../course/lessons/lessons.ts';
import { readLessonText } from '../../../downloads/read-lesson-text.ts';
import { lessonScript } from '../../../downloads/script.ts';

export const getStaticPaths = lessonPages;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(lessonScript(readLessonText(props.lesson, props.language)), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
