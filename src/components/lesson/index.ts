import type { componentAttributes } from '../../course/lessons/text-diagnostics.ts';
import Answer from './answer.astro';
import Cell from './cell.astro';
import ConvolutionStepper from './convolution-stepper.astro';
import DrawPad from './draw-pad.astro';
import Exercise from './exercise.astro';
import FeaturePath from './feature-path.astro';
import Figure from './figure.astro';
import FirstSteps from './first-steps.astro';
import Measured from './measured.astro';
import NetworkFigure from './network-figure.astro';
import NeuronFigure from './neuron-figure.astro';
import Note from './note.astro';
import OverfittingFigure from './overfitting-figure.astro';
import PhotoClasses from './photo-classes.astro';
import PhotoPicker from './photo-picker.astro';
import Question from './question.astro';
import Quiz from './quiz.astro';
import Review from './review.astro';
import RunLog from './run-log.astro';
import SplitFigure from './split-figure.astro';
import Table from './table.astro';
import Term from './term.astro';
import TransferMap from './transfer-map.astro';

/** The components that a lesson's MDX uses without importing them. */
export const lessonComponents = {
  Answer,
  Cell,
  ConvolutionStepper,
  DrawPad,
  Exercise,
  FeaturePath,
  Figure,
  FirstSteps,
  Measured,
  NetworkFigure,
  NeuronFigure,
  Note,
  OverfittingFigure,
  PhotoClasses,
  PhotoPicker,
  Question,
  Quiz,
  Review,
  RunLog,
  SplitFigure,
  Term,
  TransferMap,
} satisfies Readonly<Record<keyof typeof componentAttributes, unknown>>;

/** Components that replace HTML elements generated from Markdown. */
export const textElements = { table: Table };
