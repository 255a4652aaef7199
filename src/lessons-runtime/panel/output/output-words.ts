import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { defineWords } from '../../shared/words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  omitted: (count: string) => `… y ${count} más`,
  moreOutputs: (count: string, left: string) => `Mostrar ${count} resultados más (quedan ${left})`,
  level: { warn: 'Aviso', error: 'Mensaje de error' },
  allLines: (count: string) => `Mostrar las ${count} líneas`,
  fewerLines: 'Mostrar menos líneas',
  linesBetween: (count: string) => `… ${count} líneas más …`,
  tensorValues: (shape: string) => `Valores del tensor ${shape}`,
  disposed: 'Este tensor ya se ha liberado (dispose o tidy): sus valores no existen.',
  range: (min: string, max: string, mean: string) => `mín ${min} · máx ${max} · media ${mean}`,
  notNumbers: (count: string) => `valores NaN: ${count}`,
  infinities: (count: string) => `valores infinitos: ${count}`,
  histogram: (from: string, to: string, share: string, low: string, high: string) =>
    `Histograma de los valores, de ${from} a ${to}: el ${share} está entre ${low} y ${high}.`,
  pictureOfBatch: (number: string, total: string) => `Imagen ${number} de ${total} del tensor`,
  pictureOfTensor: 'El tensor como imagen',
  pictureValues: {
    '0..1': 'negro es 0 y blanco es 1',
    '0..255': 'negro es 0 y blanco es 255',
    '-1..1': 'negro es −1 y blanco es 1',
  },
  picturesShown: (shown: string, total: string) => `${shown} de ${total} imágenes`,
  picture: (caption: string) => `Imagen de ${caption} píxeles`,
  size: (rows: number, columns: number) =>
    `${spanish.plural(rows, 'fila', 'filas')} × ${spanish.plural(columns, 'columna', 'columnas')}`,
  copyTable: 'Copiar CSV',
  copied: (rows: number) => `Copiado: ${spanish.plural(rows, 'fila', 'filas')}.`,
  copyRefused: 'El navegador no deja copiar. Selecciona la tabla y cópiala con el teclado.',
  parameters: (all: string, trainable: string, frozen: string) =>
    `${all} parámetros: ${trainable} entrenables, ${frozen} congelados`,
  modelColumns: ['Capa', 'Estado', 'Tipo', 'Salida', 'Parámetros'],
  trainable: 'entrenable',
  frozen: 'congelada',
  partlyFrozen: 'en parte congelado',
  noParameters: 'sin parámetros',
  layers: (count: number) => spanish.plural(count, 'capa', 'capas'),
  unfoldBlocks: 'Desplegar los bloques',
  foldBlocks: 'Plegar los bloques',
  download: (name: string, size: string) => `Descargar ${name} (${size})`,
  downloaded: (name: string) => `Descargado: ${name}.`,
  promise: 'una promesa: para ver lo que da, escribe await delante',
};

const en: typeof es = {
  omitted: (count) => `… and ${count} more`,
  moreOutputs: (count, left) => `Show ${count} more outputs (${left} left)`,
  level: { warn: 'Warning', error: 'Error message' },
  allLines: (count) => `Show all ${count} lines`,
  fewerLines: 'Show fewer lines',
  linesBetween: (count) => `… ${count} more lines …`,
  tensorValues: (shape) => `Values of the tensor ${shape}`,
  disposed: 'This tensor was disposed of already (dispose or tidy): it has no values.',
  range: (min, max, mean) => `min ${min} · max ${max} · mean ${mean}`,
  notNumbers: (count) => `NaN values: ${count}`,
  infinities: (count) => `infinite values: ${count}`,
  histogram: (from, to, share, low, high) =>
    `Histogram of the values, from ${from} to ${to}: ${share} are between ${low} and ${high}.`,
  pictureOfBatch: (number, total) => `Picture ${number} of ${total} of the tensor`,
  pictureOfTensor: 'The tensor as a picture',
  pictureValues: {
    '0..1': 'black is 0, white is 1',
    '0..255': 'black is 0, white is 255',
    '-1..1': 'black is −1, white is 1',
  },
  picturesShown: (shown, total) => `${shown} of ${total} pictures`,
  picture: (caption) => `Picture of ${caption} pixels`,
  size: (rows, columns) =>
    `${english.plural(rows, 'row', 'rows')} × ${english.plural(columns, 'column', 'columns')}`,
  copyTable: 'Copy CSV',
  copied: (rows) => `Copied: ${english.plural(rows, 'row', 'rows')}.`,
  copyRefused: 'The browser does not let the page copy. Select the table and copy it by keyboard.',
  parameters: (all, trainable, frozen) => `${all} parameters: ${trainable} trainable, ${frozen} frozen`,
  modelColumns: ['Layer', 'State', 'Type', 'Output', 'Parameters'],
  trainable: 'trainable',
  frozen: 'frozen',
  partlyFrozen: 'partly frozen',
  noParameters: 'no parameters',
  layers: (count) => english.plural(count, 'layer', 'layers'),
  unfoldBlocks: 'Unfold the blocks',
  foldBlocks: 'Fold the blocks',
  download: (name, size) => `Download ${name} (${size})`,
  downloaded: (name) => `Downloaded: ${name}.`,
  promise: 'a promise: to see what it gives, write await before it',
};

export const outputWords = defineWords({ es, en });

export type OutputWords = (typeof outputWords)[Language];
