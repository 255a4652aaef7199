import type { OutputOf } from '../../protocol/output.ts';
import type { Language } from '../../shared/language.ts';

type PictureValues = NonNullable<OutputOf<'tensor'>['pictures']>['values'];

/** What the page says around a cell's outputs. */
export interface OutputWords {
  readonly omitted: (count: string) => string;
  readonly moreOutputs: (count: string, left: string) => string;
  readonly level: { readonly warn: string; readonly error: string };
  readonly allLines: (count: string) => string;
  readonly fewerLines: string;
  readonly linesBetween: (count: string) => string;
  readonly tensorValues: (shape: string) => string;
  readonly disposed: string;
  readonly range: (min: string, max: string, mean: string) => string;
  readonly notNumbers: (count: string) => string;
  readonly infinities: (count: string) => string;
  readonly histogram: (from: string, to: string, share: string, low: string, high: string) => string;
  readonly pictureOfBatch: (place: string, total: string) => string;
  readonly pictureOfTensor: string;
  readonly pictureValues: Readonly<Record<PictureValues, string>>;
  readonly picturesShown: (shown: string, total: string) => string;
  readonly picture: (caption: string) => string;
  readonly size: (rows: string, columns: string) => string;
  readonly copyTable: string;
  readonly copied: (rows: string) => string;
  readonly copyRefused: string;
  readonly parameters: (all: string, trainable: string, frozen: string) => string;
  readonly modelColumns: readonly [
    layer: string,
    state: string,
    type: string,
    shape: string,
    parameters: string,
  ];
  readonly trainable: string;
  readonly frozen: string;
  readonly partlyFrozen: string;
  readonly noParameters: string;
  readonly layers: (count: string) => string;
  readonly unfoldBlocks: string;
  readonly foldBlocks: string;
  readonly download: (name: string, size: string) => string;
  readonly downloaded: (name: string) => string;
  readonly promise: string;
}

export const outputWords: Readonly<Record<Language, OutputWords>> = {
  es: {
    omitted: (count) => `… y ${count} más`,
    moreOutputs: (count, left) => `Mostrar ${count} resultados más (quedan ${left})`,
    level: { warn: 'Aviso', error: 'Mensaje de error' },
    allLines: (count) => `Mostrar las ${count} líneas`,
    fewerLines: 'Mostrar menos líneas',
    linesBetween: (count) => `… ${count} líneas más …`,
    tensorValues: (shape) => `Valores del tensor ${shape}`,
    disposed: 'Este tensor ya se ha liberado (dispose o tidy): sus valores no existen.',
    range: (min, max, mean) => `mín ${min} · máx ${max} · media ${mean}`,
    notNumbers: (count) => `valores NaN: ${count}`,
    infinities: (count) => `valores infinitos: ${count}`,
    histogram: (from, to, share, low, high) =>
      `Histograma de los valores, de ${from} a ${to}: el ${share} está entre ${low} y ${high}.`,
    pictureOfBatch: (place, total) => `Imagen ${place} de ${total} del tensor`,
    pictureOfTensor: 'El tensor como imagen',
    pictureValues: {
      '0..1': 'negro es 0 y blanco es 1',
      '0..255': 'negro es 0 y blanco es 255',
      '-1..1': 'negro es −1 y blanco es 1',
    },
    picturesShown: (shown, total) => `${shown} de ${total} imágenes`,
    picture: (caption) => `Imagen de ${caption} píxeles`,
    size: (rows, columns) => `${rows} filas × ${columns} columnas`,
    copyTable: 'Copiar CSV',
    copied: (rows) => `Copiado: ${rows} ${rows === '1' ? 'fila' : 'filas'}.`,
    copyRefused: 'El navegador no deja copiar. Selecciona la tabla y cópiala con el teclado.',
    parameters: (all, trainable, frozen) =>
      `${all} parámetros: ${trainable} entrenables, ${frozen} congelados`,
    modelColumns: ['Capa', 'Estado', 'Tipo', 'Salida', 'Parámetros'],
    trainable: 'entrenable',
    frozen: 'congelada',
    partlyFrozen: 'en parte congelado',
    noParameters: 'sin parámetros',
    layers: (count) => (count === '1' ? '1 capa' : `${count} capas`),
    unfoldBlocks: 'Desplegar los bloques',
    foldBlocks: 'Plegar los bloques',
    download: (name, size) => `Descargar ${name} (${size})`,
    downloaded: (name) => `Descargado: ${name}.`,
    promise: 'una promesa: para ver lo que da, escribe await delante',
  },
  en: {
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
    pictureOfBatch: (place, total) => `Picture ${place} of ${total} of the tensor`,
    pictureOfTensor: 'The tensor as a picture',
    pictureValues: {
      '0..1': 'black is 0, white is 1',
      '0..255': 'black is 0, white is 255',
      '-1..1': 'black is −1, white is 1',
    },
    picturesShown: (shown, total) => `${shown} of ${total} pictures`,
    picture: (caption) => `Picture of ${caption} pixels`,
    size: (rows, columns) => `${rows} rows × ${columns} columns`,
    copyTable: 'Copy CSV',
    copied: (rows) => `Copied: ${rows} ${rows === '1' ? 'row' : 'rows'}.`,
    copyRefused: 'The browser does not let the page copy. Select the table and copy it by keyboard.',
    parameters: (all, trainable, frozen) => `${all} parameters: ${trainable} trainable, ${frozen} frozen`,
    modelColumns: ['Layer', 'State', 'Type', 'Output', 'Parameters'],
    trainable: 'trainable',
    frozen: 'frozen',
    partlyFrozen: 'partly frozen',
    noParameters: 'no parameters',
    layers: (count) => (count === '1' ? '1 layer' : `${count} layers`),
    unfoldBlocks: 'Unfold the blocks',
    foldBlocks: 'Fold the blocks',
    download: (name, size) => `Download ${name} (${size})`,
    downloaded: (name) => `Downloaded: ${name}.`,
    promise: 'a promise: to see what it gives, write await before it',
  },
};
