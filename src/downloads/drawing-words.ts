import { defineWords } from '../lessons-runtime/shared/words.ts';

const es = {
  ConvolutionStepper:
    'un filtro de 3×3 pasa por una foto; cada suma de nueve productos es un punto del mapa.',
  FeaturePath:
    'una foto pasa por los bloques de una red y se convierte en características y luego en clases.',
  NetworkFigure: 'los bloques de una red, de la entrada a la salida, congelados o entrenables.',
  NeuronFigure: 'una neurona predice, mide su pérdida, mira la pendiente y da un paso cuesta abajo.',
  OverfittingFigure: 'la pérdida de entrenamiento baja siempre; la de validación baja y luego sube.',
  SplitFigure: 'los ejemplos se reparten en entrenamiento (50 %), validación (20 %) y prueba (30 %).',
  TransferMap: 'cuantos más ejemplos y menos parecidos, más bloques conviene descongelar.',
};

const en: typeof es = {
  ConvolutionStepper: 'a 3×3 filter moves over a photo; each sum of nine products is one point of the map.',
  FeaturePath: 'a photo goes through the blocks of a network and becomes features, then classes.',
  NetworkFigure: 'the blocks of a network from input to output, frozen or trainable.',
  NeuronFigure: 'a neuron predicts, measures its loss, finds the slope and takes a step downhill.',
  OverfittingFigure: 'the training loss always falls; the validation loss falls and then rises.',
  SplitFigure: 'the examples are split into training (50%), validation (20%) and test (30%).',
  TransferMap: 'the more examples, and the less similar, the more blocks you should thaw.',
};

/** What downloads say in place of each drawing of the page, by the name of its component. */
export const drawingWords = defineWords({ es, en });
