import type { PhotoSource } from '../photo-source.ts';
import { fromGcompris, fromLomiri, fromPalapeli, fromScikitImage, onCommons } from './from-package.ts';

const lomiri = 'https://gitlab.com/ubports/development/core/lomiri-wallpapers';

export const foodAndThings: readonly PhotoSource[] = [
  {
    id: 'espresso',
    expected: { wnid: 'n07920052', index: 967 },
    // The cup is in the photo too.
    also: [968],
    author: 'Rachel Michetti',
    licence: 'CC0-1.0',
    ...fromScikitImage('coffee.png'),
    sha256: 'cc02f8ca188b167c775a7101b5d767d1e71792cf762c33d6fa15a4599b5a8de7',
    source: { title: 'Coffee cup', url: 'https://github.com/scikit-image/scikit-image' },
    title: { es: 'Café exprés', en: 'Espresso' },
    alt: {
      es: 'Un café exprés en una taza roja con su plato y una cucharilla, sobre una mesa de madera',
      en: 'An espresso in a red cup with saucer and spoon, on a wooden table',
    },
  },
  {
    id: 'citrus',
    expected: { wnid: 'n07747607', index: 950 },
    // There are lemon slices among the orange slices.
    also: [951],
    author: 'US Department of Agriculture',
    licence: 'public-domain',
    ...fromPalapeli('citrus-fruits'),
    sha256: '0cbd7154a14789803167c86705130d0358875198231269df168ea26224e70848',
    source: { title: 'Citrus Fruits', url: 'https://apps.kde.org/palapeli/' },
    title: { es: 'Rodajas de cítricos', en: 'Citrus slices' },
    alt: {
      es: 'Rodajas de naranja, limón y lima a contraluz sobre fondo blanco',
      en: 'Slices of orange, lemon and lime lit from behind on white',
    },
  },
  {
    // EfficientNet-Lite0 gets it wrong, because of the bowl. Kept as an example of a failure.
    id: 'fig',
    expected: { wnid: 'n07753113', index: 952 },
    author: 'Trevor "Freespace"',
    licence: 'CC-BY-4.0',
    ...fromLomiri('Picture_0B_by_freespace.jpg'),
    sha256: 'c8c0ab18e48d9e0419fe42881112137f3afafc27dfddc29ec3a6d54c56d225ad',
    source: { title: 'Picture 0B', url: lomiri },
    title: { es: 'Higo', en: 'Fig' },
    alt: { es: 'Medio higo en un cuenco rojo', en: 'Half a fig in a red bowl' },
  },
  {
    id: 'paintbrushes',
    expected: { wnid: 'n03876231', index: 696 },
    author: 'Trevor "Freespace"',
    licence: 'CC-BY-4.0',
    ...fromLomiri('Picture_1A_by_freespace.jpg'),
    sha256: '89e86af38d04daaef975665dc2127e9fa76f0fd68f4eea105a2d0ae3390b010b',
    source: { title: 'Picture 1A', url: lomiri },
    title: { es: 'Pinceles', en: 'Paintbrushes' },
    alt: {
      es: 'Pinceles y brochas con pintura azul, rosa y verde',
      en: 'Paintbrushes covered in blue, pink and green paint',
    },
  },
  {
    id: 'drums',
    expected: { wnid: 'n03249569', index: 541 },
    author: 'Kenneth Ritchards',
    licence: 'public-domain',
    ...fromGcompris('explore_world_music', 'music/africa.webp', 'music/'),
    sha256: 'c4b27aebe08498a882efa57ebc1ac2798ae2173228656f107cd8bff6098b5acf',
    source: onCommons('Bata_drums.jpg'),
    title: { es: 'Tambores batá', en: 'Batá drums' },
    alt: {
      es: 'Tres tambores batá con correas blancas, tumbados en la hierba',
      en: 'Three batá drums with white straps lying on the grass',
    },
  },
  {
    id: 'drum-kit-and-guitar',
    expected: { wnid: 'n03249569', index: 541 },
    // The guitar stands in front of the drums.
    also: [546],
    author: 'Tom Harpel',
    licence: 'CC-BY-2.0',
    ...fromGcompris('explore_world_music', 'music/america.webp', 'music/'),
    sha256: '72af64588442d1e251ed33568629d35bf88b3fa348def66265320571bdda0927',
    source: onCommons('Onalaska-Practice6.jpg'),
    title: { es: 'Batería y guitarra eléctrica', en: 'Drum kit and electric guitar' },
    alt: {
      es: 'Una guitarra eléctrica apoyada delante de una batería',
      en: 'An electric guitar standing in front of a drum kit',
    },
  },
  {
    id: 'rocket',
    // "Missile" is the closest class to a rocket on its launch pad; WordNet's missile is "a rocket carrying a warhead".
    expected: { wnid: 'n03773504', index: 657 },
    also: [744],
    author: 'SpaceX',
    licence: 'public-domain',
    ...fromScikitImage('rocket.jpg'),
    sha256: 'c2dd0de7c538df8d111e479619b129464d0269d0ae5fd18ca91d33a7fdfea95c',
    source: {
      title: 'DSCOVR on Falcon 9',
      url: 'https://www.flickr.com/photos/spacexphotos/16511594820/in/photostream/',
    },
    title: { es: 'Cohete en la plataforma', en: 'Rocket on its pad' },
    alt: {
      es: 'Un cohete iluminado en su plataforma de lanzamiento, entre torres, al anochecer',
      en: 'A floodlit rocket on its launch pad, between towers, at dusk',
    },
  },
];
