import script from 'virtual:grading-script';
import type { Grade } from '../../grading/grade.ts';
import { type GradingDependencies, type GradingTask, gradeExercise } from '../../host/grade-exercise.ts';
import type { Language } from '../../shared/language.ts';

/** Grades a try: with the compiler and the script of the checks, loaded when the first *Check* is pressed. */
export function grade(
  task: GradingTask,
  language: Language,
  open: GradingDependencies['open'],
): Promise<Grade> {
  return gradeExercise(task, {
    language,
    open,
    script,
    seed: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
  });
}
