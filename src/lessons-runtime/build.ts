/** The runtime's entry point for the build: pure functions and types. No script of a page imports this file. */

export { cellNames } from './compile/cell-names.ts';
export { compileCell } from './compile/compile-cell.ts';
export { parseCell } from './compile/parse-cell.ts';
export { problemText } from './compile/problems/problem-text.ts';
export { lineStarts, positionAt } from './compile/source/lines.ts';
export { endOf, forEachChild, type Node, startOf, withoutTypes } from './compile/source/syntax.ts';
export type { DrawingManifest } from './datasets/drawings/drawing-manifest.ts';
export { parseDrawingManifest } from './datasets/drawings/parse-drawing-manifest.ts';
export { type Gallery, type GalleryPhoto, parseGallery } from './datasets/gallery.ts';
export type { IconManifest, IconSet } from './datasets/icons/icon-manifest.ts';
export { parseIconManifest } from './datasets/icons/parse-icon-manifest.ts';
export { parsePhotoManifest } from './datasets/photos/parse-photo-manifest.ts';
export type { LabelledPhoto, PhotoManifest, PhotoSource } from './datasets/photos/photo-manifest.ts';
export { findBlanks } from './grading/find-blanks.ts';
export { codeTokens } from './lesson/code-tokens.ts';
export { type ExercisePage, exerciseCell } from './lesson/exercise-page.ts';
export { type FirstStep, firstSteps } from './lesson/first-steps.ts';
export { type LessonParts, type PartKind, partKinds } from './lesson/lesson-parts.ts';
export { defaultSeed, largestSeed } from './lesson/seed.ts';
export { findNumber, nearestPlace, type Slider } from './lesson/slider.ts';
export {
  convolve,
  type Grid,
  greyLevels,
  greyOf,
  type KernelName,
  kernelNames,
  kernels,
  stepAt,
} from './panel/figures/convolution.ts';
export { convolutionWords } from './panel/figures/convolution-words.ts';
export { networkFigureWords } from './panel/figures/network-figure-words.ts';
export {
  gradientStep,
  lossCurve,
  lossPlot,
  neuronExample,
  neuronRange,
  plotPoint,
} from './panel/figures/neuron.ts';
export { neuronStepTexts } from './panel/figures/neuron-step-texts.ts';
export { neuronWords } from './panel/figures/neuron-words.ts';
export type { LayerRow } from './panel/output/layer-blocks.ts';
export { type FreezeBlock, freezeBlocks } from './panel/output/transfer/freeze-blocks.ts';
export type { WorkerScript } from './protocol/worker-scripts.ts';
export { isSameOutput, normaliseText } from './quiz/normalise-text.ts';
export { curveShapes, type QuestionKey } from './quiz/question-key.ts';
export type { Reason } from './quiz/score-answer.ts';
export { matchingOption } from './quiz/score-curve.ts';
export { textDigest } from './shared/text-digest.ts';
