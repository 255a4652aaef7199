/**
 * The script that grades. It runs as the first cell of either worker of a check (`host/grade-exercise.ts`), so its free names
 * are a cell's: it takes them now, before any other code comes. What it exports becomes `deshieloGrading`.
 */

import type { GradingDisplay } from '../kernel/inspect/display.ts';
import type { TensorFlow } from '../kernel/tensorflow.ts';
import { createGrader } from './grader.ts';

declare const tf: TensorFlow;
declare const display: GradingDisplay;

export const { check, plan, collectAnswers, grade } = createGrader(tf, display.data);
