import { formatFor } from '../../shared/format.ts';
import { defineWords } from '../../shared/words.ts';
import type { Shape } from '../shape.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  covering: 'Tapando la imagen por partes',
  onePicture: (shape: Shape) => ({
    what: `occlusionMap necesita una sola imagen, [1, alto, ancho, canales], y ha recibido ${spanish.shape(shape)}.`,
    advice: 'Dale el mismo lote que a model.predict, con una imagen: imagen.expandDims(0).',
  }),
  index: (index: string, classes: number) => ({
    what: `El modelo no tiene ninguna clase ${index}: sus clases van de 0 a ${classes - 1}.`,
    advice: 'Usa una de las respuestas de decodePredictions: occlusionMap(model, batch, answers[0]).',
  }),
  grid: (grid: string) => ({
    what: `grid tiene que ser un número entero de 2 a 32, y es ${grid}.`,
    advice: 'Con 8 hacen falta 64 predicciones; con 16, 256.',
  }),
};

const en: typeof es = {
  covering: 'Covering the picture part by part',
  onePicture: (shape) => ({
    what: `occlusionMap needs a single picture, [1, height, width, channels], and got ${english.shape(shape)}.`,
    advice: 'Give it the batch that model.predict gets, with one picture: picture.expandDims(0).',
  }),
  index: (index, classes) => ({
    what: `The model has no class ${index}: its classes go from 0 to ${classes - 1}.`,
    advice: 'Use one of the guesses of decodePredictions: occlusionMap(model, batch, answers[0]).',
  }),
  grid: (grid) => ({
    what: `grid has to be a whole number from 2 to 32, and is ${grid}.`,
    advice: 'With 8 it takes 64 predictions; with 16, 256.',
  }),
};

/** Texts of `occlusionMap`. */
export const occlusionWords = defineWords({ es, en });
