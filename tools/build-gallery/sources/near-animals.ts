import type { PhotoSource } from '../photo-source.ts';
import { fromGcompris, fromLomiri, fromPalapeli, fromScikitImage, onCommons } from './from-package.ts';

const farmAnimal = (file: string) =>
  ({
    ...fromGcompris('explore_farm_animals', `animals/${file}`, 'animals/'),
    licence: 'public-domain',
  }) as const;

export const nearAnimals: readonly PhotoSource[] = [
  {
    id: 'cat-chelsea',
    expected: { wnid: 'n02123045', index: 281 },
    // Tiger cat and Egyptian cat: it is a tabby, and ILSVRC's photos of the three classes overlap.
    also: [282, 285],
    author: 'Stéfan van der Walt',
    licence: 'CC0-1.0',
    ...fromScikitImage('chelsea.png'),
    sha256: '596aa1e7cb875eb79f437e310381d26b338a81c2da23439704a73c4651e8c4bb',
    source: { title: 'Chelsea the cat', url: 'https://github.com/scikit-image/scikit-image' },
    title: { es: 'Chelsea, un gato atigrado', en: 'Chelsea, a tabby cat' },
    alt: {
      es: 'Primer plano de la cara de un gato atigrado de ojos verdes',
      en: 'Close-up of the face of a tabby cat with green eyes',
    },
  },
  {
    id: 'german-shepherd',
    expected: { wnid: 'n02106662', index: 235 },
    author: 'Hans Kemperman',
    ...farmAnimal('dog.webp'),
    sha256: '5e9d9544495740101e4cfff817d986b683731112b2cf17fde2e4c2a26c3c5314',
    source: onCommons('German-shepherd-4040871920._(2).jpg'),
    title: { es: 'Pastor alemán', en: 'German shepherd' },
    alt: {
      es: 'Un pastor alemán de pie sobre la hierba, con la lengua fuera',
      en: 'A German shepherd standing on grass, tongue out',
    },
  },
  {
    id: 'cocker-spaniels',
    expected: { wnid: 'n02102318', index: 219 },
    author: 'Aitzol Berasategi',
    licence: 'CC-BY-4.0',
    ...fromLomiri('friends_by_Aitzol_Berasategi.jpg'),
    sha256: 'cc40e313c74e421edffe3403def413c16878ce14661cce7ec5915baeab35538d',
    source: { title: 'friends', url: 'https://gitlab.com/ubports/development/core/lomiri-wallpapers' },
    title: { es: 'Dos cócker', en: 'Two cocker spaniels' },
    alt: {
      es: 'Dos perros cócker de color canela se asoman a la ventana de una casa de madera',
      en: 'Two golden brown cocker spaniels looking out of the window of a wooden house',
    },
  },
  {
    id: 'pig',
    expected: { wnid: 'n02395406', index: 341 },
    author: 'Teinesavaii',
    ...farmAnimal('pig.webp'),
    sha256: '4f3d27d1fd3d0b3c0482d72a7b62101c133329f95427dcb3fb1319e69d53b7c8',
    source: onCommons('Pig_1,_Savaii,_Samoa.JPG'),
    title: { es: 'Cerdo', en: 'Pig' },
    alt: {
      es: 'Un cerdo claro con manchas camina por un prado',
      en: 'A pale, spotted pig walking over a meadow',
    },
  },
  {
    id: 'hens',
    expected: { wnid: 'n01514859', index: 8 },
    author: 'Tranquilles',
    ...farmAnimal('chicken.webp'),
    sha256: '30a07d3c7dfc191ff4d160826ad14babb4cfb9cb47b15ec8a098857f135bfcd4',
    source: onCommons('Chickens_at_Tranquilles_B%26B.JPG'),
    title: { es: 'Gallinas', en: 'Hens' },
    alt: {
      es: 'Un grupo de gallinas de plumas rojizas sobre el césped',
      en: 'A group of hens with reddish feathers on a lawn',
    },
  },
  {
    id: 'honey-bee',
    expected: { wnid: 'n02206856', index: 309 },
    author: 'John Severns',
    licence: 'public-domain',
    ...fromPalapeli('european-honey-bee'),
    sha256: '9d54ae706bddd899c91b2b801d9ca4556a5a9a399b4043f9d539df62a8cb7f27',
    source: onCommons('European_honey_bee_extracts_nectar.jpg'),
    title: { es: 'Abeja', en: 'Honey bee' },
    alt: {
      es: 'Una abeja sobre una flor violeta de centro amarillo',
      en: 'A honey bee on a purple flower with a yellow centre',
    },
  },
];
