import { defineWords } from '../lessons-runtime/shared/words.ts';

const es = {
  objectives: 'Al terminar sabrás',
  question: 'Pregunta.',
  answer: 'Respuesta',
  photoPicker: '*En la página se elige aquí una foto. Fuera de ella, usa un archivo tuyo.*',
  notebookLead:
    'Las celdas de código son la versión en Keras de las de la lección. Necesitan Python con `keras`, un motor suyo como `tensorflow`, y `numpy`. Lo que solo existe en TensorFlow.js está como texto.',
  onlyTypeScript: (id: string) => `Solo en la página, celda \`${id}\`:`,
  scriptLead:
    'Las celdas de la lección, una detrás de otra. En la página, «tf», «display» y el módulo «deshielo» los pone el curso.',
  cell: (id: string) => `Celda ${id}`,
  picture: 'Imagen',
  drawing: 'Dibujo de la página',
};

const en: typeof es = {
  objectives: 'You will be able to',
  question: 'Question.',
  answer: 'Answer',
  photoPicker: '*On the page a photo is chosen here. Elsewhere, use a file of yours.*',
  notebookLead:
    'The code cells are the Keras version of those of the lesson. They need Python with `keras`, a backend of its such as `tensorflow`, and `numpy`. What exists only in TensorFlow.js is there as text.',
  onlyTypeScript: (id) => `On the page only, cell \`${id}\`:`,
  scriptLead:
    'The cells of the lesson, one after the other. On the page, the course provides “tf”, “display” and the module “deshielo”.',
  cell: (id) => `Cell ${id}`,
  picture: 'Picture',
  drawing: 'Drawing on the page',
};

/** The words that a lesson's downloads add to its text. */
export const downloadWords = defineWords({ es, en });

const spanishDrawings = {
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

const englishDrawings: typeof spanishDrawings = {
  ConvolutionStepper: 'a 3×3 filter moves over a photo; each sum of nine products is one point of the map.',
  FeaturePath: 'a photo goes through the blocks of a network and becomes features, then classes.',
  NetworkFigure: 'the blocks of a network from input to output, frozen or trainable.',
  NeuronFigure: 'a neuron predicts, measures its loss, finds the slope and takes a step downhill.',
  OverfittingFigure: 'the training loss always falls; the validation loss falls and then rises.',
  SplitFigure: 'the examples are split into training (50%), validation (20%) and test (30%).',
  TransferMap: 'the more examples, and the less similar, the more blocks you should thaw.',
};

/** What downloads say in place of each drawing of the page, by the name of its component. */
export const drawingWords = defineWords({ es: spanishDrawings, en: englishDrawings });
