/** The door for the build: what is plain or pure, and never runs in a page by way of this file. */
export { compileCell } from './compile/compile-cell.ts';
export { parseCell } from './compile/parse-cell.ts';
export { problemText } from './compile/problems/problem-text.ts';
export { lineStarts, positionAt } from './compile/source/lines.ts';
export { endOf, forEachChild, type Node, startOf, withoutTypes } from './compile/source/syntax.ts';
export { type Gallery, type GalleryPhoto, parseGallery } from './datasets/gallery.ts';
export type { IconManifest, IconSet } from './datasets/icons/icon-manifest.ts';
export { parseIconManifest } from './datasets/icons/parse-icon-manifest.ts';
export { findBlanks } from './grading/find-blanks.ts';
export { codeTokens } from './lesson/code-tokens.ts';
export { type ExercisePage, exerciseCell } from './lesson/exercise-page.ts';
export { type FirstStep, firstSteps } from './lesson/first-steps.ts';
export { type LessonParts, type PartKind, partKinds } from './lesson/lesson-parts.ts';
export { defaultSeed, largestSeed } from './lesson/seed.ts';
export { isSameOutput, normaliseText } from './quiz/normalise-text.ts';
export { curveShapes, type QuestionKey } from './quiz/question-key.ts';
export type { Reason } from './quiz/score-answer.ts';
export { matchingOption } from './quiz/score-curve.ts';
