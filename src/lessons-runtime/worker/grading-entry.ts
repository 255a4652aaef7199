/**
 * The script that grades. It runs as the first cell of either worker of a check (`host/grade-exercise.ts`), so its free names
 * are a cell's: it takes them now, before any other code comes. What it exports becomes `deshieloGrading`.
 */
import { createGrading } from './grading/grading.ts';
import type { Display } from './inspect/display.ts';
import type { TensorFlow } from './tensorflow.ts';

declare const tf: TensorFlow;
declare const display: Display;

export const { check, plan, handOver, grade } = createGrading(tf, display.markdown);
