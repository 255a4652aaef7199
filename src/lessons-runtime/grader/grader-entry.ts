/**
 * The entry of the grader script, which runs as the first cell in both workers of a check (`host/grade-exercise.ts`). It reads
 * the global names of cells now, before other code can replace them. Its exports become `deshieloGrading`.
 */

import type { GradingDisplay } from '../kernel/inspect/display.ts';
import type { TensorFlow } from '../kernel/tensorflow.ts';
import { createGrader } from './grader.ts';

declare const tf: TensorFlow;
declare const display: GradingDisplay;

export const { check, plan, collectAnswers, grade } = createGrader(tf, display.data);
