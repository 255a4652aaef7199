import type { LocalizedText } from '../../src/lessons-runtime/datasets/gallery-photo.ts';
import type { DatasetSource } from '../../src/lessons-runtime/datasets/labelled/dataset-manifest.ts';
import { quickDrawPackage } from './packages.ts';

export const source: DatasetSource = {
  id: 'quick-draw',
  title: 'The Quick, Draw! Dataset',
  author: 'Google, Inc.; drawn by the players of Quick, Draw!',
  licence: 'CC-BY-4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  url: 'https://github.com/googlecreativelab/quickdraw-dataset',
  origin: quickDrawPackage,
};

export const about: LocalizedText = {
  es: '345 cosas dibujadas por muchas personas en el juego Quick, Draw!, unas 100 veces cada una.',
  en: '345 things drawn by many people in the game Quick, Draw!, about 100 times each.',
};

export const changes: LocalizedText = {
  es: 'centrados, con cuatro niveles de gris, tinta oscura sobre blanco, y reunidos en un archivo por clase',
  en: 'centred, in four levels of grey, dark ink on white, and collected in one file for each class',
};

export const limits: readonly LocalizedText[] = [
  {
    es: 'Cada dibujo se hizo en menos de 20 segundos, con ratón o con el dedo: muchos están a medias y algunos no muestran lo que dice su nombre. Nadie los ha revisado uno por uno.',
    en: 'Each was drawn in less than 20 seconds, with a mouse or a finger: many are unfinished, and some do not show what their name says. Nobody has checked them one by one.',
  },
  {
    es: 'Se dibuja lo que se ha visto en otros dibujos: muchos gatos son una cara con bigotes. Los jugadores de algunos países son muchos más que los de otros, y no se sabe quién hizo cada dibujo.',
    en: 'People draw what they have seen drawn: many cats are a face with whiskers. Some countries have many more players than others, and nobody knows who made which drawing.',
  },
  {
    es: 'Como no se sabe quién dibujó qué, la misma mano puede estar en el entrenamiento y en la prueba.',
    en: 'Since it is not known who drew what, drawings by one hand may be both in training and in the test.',
  },
  {
    es: 'De los millones de dibujos originales están aquí los 100 primeros de cada clase que trae el paquete, en 28 píxeles.',
    en: 'Of the millions of originals, these are the 100 of each class that the package has, at 28 pixels.',
  },
];
