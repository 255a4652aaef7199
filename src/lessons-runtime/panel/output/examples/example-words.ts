import { formatFor } from '../../../shared/format.ts';
import { defineWords } from '../../../shared/words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  prediction: (label: string, share: string) => `Lo más probable: ${label}, ${share}`,
  networkInput: 'La imagen que recibió la red',
  numbersInFull: 'Los números completos',
  predictionColumns: ['clase', 'nombre', 'probabilidad', 'índice'],
  morePictures: (count: number) => `… y ${spanish.plural(count, 'imagen', 'imágenes')} más`,
  askMap: '¿En qué se ha fijado?',
  hideMap: 'Quitar el mapa',
  covering: 'Tapando la foto por partes y prediciendo cada vez…',
  mapProblems: {
    gone: 'La red o la foto ya no están en memoria. Ejecuta otra vez la celda y vuelve a preguntar.',
    interrupted:
      'El mapa se ha quedado a medias porque has ejecutado otra celda. Vuelve a preguntar cuando acabe.',
    failed: 'El mapa no se ha podido calcular. Ejecuta otra vez la celda y vuelve a preguntar.',
  },
  occlusion: (label: string, share: string, drop: string, place: string) =>
    `${label}: ${share} con la imagen entera. Al tapar ${place} baja ${drop}, más que en ninguna otra parte.`,
  occlusionNone: (label: string, share: string) =>
    `${label}: ${share} con la imagen entera. Al tapar una sola parte, la probabilidad no baja en ningún sitio.`,
  occlusionLegend: 'Lo que se ve claro es lo que más pesa: sin ello, la probabilidad baja.',
  occlusionPicture: 'La imagen, más oscura donde taparla apenas cambia la respuesta',
  occlusionTable: 'Cuánto baja la probabilidad al tapar cada parte',
  points: (drop: string) => `${drop} puntos`,
  /** The nine parts of a picture, row by row from the top left. */
  parts: [
    'arriba a la izquierda',
    'arriba en el centro',
    'arriba a la derecha',
    'a la izquierda',
    'el centro',
    'a la derecha',
    'abajo a la izquierda',
    'abajo en el centro',
    'abajo a la derecha',
  ],
  map: (count: number) => `Mapa de ${spanish.plural(count, 'ejemplo', 'ejemplos')}`,
  mapHelp:
    'Cerca significa parecido. Con las flechas se pasa de un ejemplo a otro, Intro lo fija, + y − acercan y alejan, 0 vuelve al principio. Con el puntero, arrastra para moverte.',
  zoomIn: 'Acercar',
  zoomOut: 'Alejar',
  zoomReset: 'Ver todo',
  nearest: (name: string) => `Lo más parecido a ${name}`,
  nearestList: (neighbours: string) => `Lo más parecido: ${neighbours}`,
  pinned: (name: string) => `Fijado: ${name}.`,
  unpinned: (name: string) => `Ya no está fijado: ${name}.`,
  own: 'tuyo',
  mapHint: 'Señala un ejemplo o llega a él con el teclado para ver los cinco más parecidos.',
  mapTable: 'Los mismos datos en una tabla',
  mapColumns: ['ejemplo', 'grupo', 'lo más parecido'],
  neighbours: 'Los más parecidos de cada ejemplo',
};

const en: typeof es = {
  prediction: (label, share) => `Most probable: ${label}, ${share}`,
  networkInput: 'The picture that the network received',
  numbersInFull: 'The numbers in full',
  predictionColumns: ['class', 'name', 'probability', 'index'],
  morePictures: (count) => `… and ${english.plural(count, 'more picture', 'more pictures')}`,
  askMap: 'What did it look at?',
  hideMap: 'Hide the map',
  covering: 'Covering the photo part by part and predicting each time…',
  mapProblems: {
    gone: 'The network or the photo is no longer in memory. Run the cell again, then ask again.',
    interrupted: 'The map was left unfinished because another cell was run. Ask again once that has ended.',
    failed: 'The map could not be computed. Run the cell again, then ask again.',
  },
  occlusion: (label, share, drop, place) =>
    `${label}: ${share} with the whole picture. Covering ${place} lowers it by ${drop}, more than anywhere else.`,
  occlusionNone: (label, share) =>
    `${label}: ${share} with the whole picture. Covering a single part lowers the probability nowhere.`,
  occlusionLegend: 'What stays bright matters most: without it, the probability falls.',
  occlusionPicture: 'The picture, darker where covering it hardly changes the answer',
  occlusionTable: 'How much the probability falls when each part is covered',
  points: (drop) => `${drop} points`,
  parts: [
    'the top left',
    'the top centre',
    'the top right',
    'the left',
    'the centre',
    'the right',
    'the bottom left',
    'the bottom centre',
    'the bottom right',
  ],
  map: (count) => `Map of ${english.plural(count, 'example', 'examples')}`,
  mapHelp:
    'Close means alike. The arrow keys move from one example to another, Enter pins it, + and − zoom, 0 shows all again. With the pointer, drag to move.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Show all',
  nearest: (name) => `Most like ${name}`,
  nearestList: (neighbours) => `Most alike: ${neighbours}`,
  pinned: (name) => `Pinned: ${name}.`,
  unpinned: (name) => `No longer pinned: ${name}.`,
  own: 'yours',
  mapHint: 'Point at an example, or reach it by keyboard, to see the five most like it.',
  mapTable: 'The same data as a table',
  mapColumns: ['example', 'group', 'most alike'],
  neighbours: 'The examples most like each one',
};

/** The texts of the views of predictions and embeddings. */
export const exampleWords = defineWords({ es, en });
