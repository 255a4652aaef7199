import type { componentAttributes } from '../../course/lessons/text-diagnostics.ts';
import Answer from './answer.astro';
import Cell from './cell.astro';
import DrawPad from './draw-pad.astro';
import Exercise from './exercise.astro';
import FirstSteps from './first-steps.astro';
import Measured from './measured.astro';
import Note from './note.astro';
import PhotoClasses from './photo-classes.astro';
import PhotoPicker from './photo-picker.astro';
import Question from './question.astro';
import Quiz from './quiz.astro';
import Review from './review.astro';
import RunLog from './run-log.astro';
import Table from './table.astro';
import Term from './term.astro';

/** The components that a lesson's MDX uses without importing them. */
export const lessonComponents = {
  Answer,
  Cell,
  DrawPad,
  Exercise,
  FirstSteps,
  Measured,
  Note,
  PhotoClasses,
  PhotoPicker,
  Question,
  Quiz,
  Review,
  RunLog,
  Term,
} satisfies Readonly<Record<keyof typeof componentAttributes, unknown>>;

/** Components that replace HTML elements generated from Markdown. */
export const textElements = { table: Table };
