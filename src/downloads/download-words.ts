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
