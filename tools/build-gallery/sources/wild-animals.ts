import type { PhotoSource } from '../photo-source.ts';
import { fromGcompris, onCommons } from './from-package.ts';

const worldAnimal = (file: string) =>
  ({
    ...fromGcompris('explore_world_animals', `animals/${file}`, 'animals/'),
    licence: 'public-domain',
  }) as const;

export const wildAnimals: readonly PhotoSource[] = [
  {
    id: 'panda',
    expected: { wnid: 'n02510455', index: 388 },
    author: 'Jeff Kubina',
    ...worldAnimal('panda.webp'),
    sha256: '70ccf9a9db5008100eb6955ae25fabd4f7769427be784d627cf6315f6dfce692',
    source: onCommons('Giant_Panda_2004-03-2.jpg'),
    title: { es: 'Panda gigante', en: 'Giant panda' },
    alt: {
      es: 'Un panda gigante sentado sobre unas rocas, delante de un tronco',
      en: 'A giant panda sitting on rocks in front of a tree trunk',
    },
  },
  {
    id: 'koala',
    expected: { wnid: 'n01882714', index: 105 },
    author: 'BurningWell',
    ...worldAnimal('koala.webp'),
    sha256: '77b243c27d79f3f5706497af5c1e8e9134f87d634def2b81e2074b572b575d18',
    source: onCommons('Koala_Perth_Zoo.jpg'),
    title: { es: 'Koala', en: 'Koala' },
    alt: {
      es: 'Un koala sentado en la horquilla de un árbol, abrazado a una rama',
      en: 'A koala sitting in the fork of a tree, holding on to a branch',
    },
  },
  {
    id: 'polar-bear',
    expected: { wnid: 'n02134084', index: 296 },
    author: 'anonymous',
    ...worldAnimal('polar_bear.webp'),
    sha256: '0544cef0a7d6940d3c143a04eecb7065bf9b90d7d367ad8bacbef6631b506070',
    source: onCommons('Churchill_Wildlife_Management_Area_polar_bear30.JPG'),
    title: { es: 'Oso polar', en: 'Polar bear' },
    alt: {
      es: 'Un oso polar camina de perfil por un terreno con nieve y arbustos bajos',
      en: 'A polar bear walking, seen from the side, over snowy ground with low shrubs',
    },
  },
  {
    id: 'lemur',
    expected: { wnid: 'n02497673', index: 383 },
    author: 'Mathias Appel',
    ...worldAnimal('lemur.webp'),
    sha256: '4fccf91dd5e6a749d9eb621f982e6a0d7072830db91ba0daabcd86b1de7a9747',
    source: onCommons('Lemur_(37122852696).jpg'),
    title: { es: 'Lémures de cola anillada', en: 'Ring-tailed lemurs' },
    alt: {
      es: 'Dos lémures de cola anillada sentados sobre un tronco entre plantas verdes',
      en: 'Two ring-tailed lemurs sitting on a log among green plants',
    },
  },
  {
    id: 'jaguar',
    expected: { wnid: 'n02128925', index: 290 },
    author: 'Frieda Bredesen',
    ...worldAnimal('jaguar.webp'),
    sha256: '22704727b6643480c62487ffb2d9fd618a3f499dde84b1eb789d4b0b11477e85',
    source: onCommons('Two_Jaguar_Sisters.jpg'),
    title: { es: 'Jaguares', en: 'Jaguars' },
    alt: {
      es: 'Dos jaguares cara a cara delante de unas rocas',
      en: 'Two jaguars face to face in front of rocks',
    },
  },
  {
    id: 'bison',
    expected: { wnid: 'n02410509', index: 347 },
    author: 'Kurt Kaiser',
    ...worldAnimal('bison.webp'),
    sha256: '11f3b2c5b876ee083924ff3ffab233c3e1d161993605b67d4d2ab5a9f1d9cf25',
    source: onCommons('American_Bison_9.jpg'),
    title: { es: 'Bisonte americano', en: 'American bison' },
    alt: {
      es: 'Un bisonte de pie en un prado verde, con otros al fondo',
      en: 'A bison standing in a green meadow, with others in the background',
    },
  },
  {
    id: 'hedgehog',
    // The synset is "porcupine, hedgehog".
    expected: { wnid: 'n02346627', index: 334 },
    author: 'George Chernilevsky',
    ...worldAnimal('hedgehog.webp'),
    sha256: '780aceaa624415db1f6ff304ed13e804572686316e69d21ee0e13856ef173f7e',
    source: onCommons('Erinaceus_roumanicus_2020_G2.jpg'),
    title: { es: 'Erizo', en: 'Hedgehog' },
    alt: { es: 'Un erizo de perfil entre la hierba', en: 'A hedgehog in the grass, seen from the side' },
  },
  {
    id: 'crocodile',
    expected: { wnid: 'n01697457', index: 49 },
    // ILSVRC has two crocodilians; neither is a saltwater crocodile, so both are accepted.
    also: [50],
    author: 'Djambalawa',
    ...worldAnimal('crocodile.webp'),
    sha256: '840cf54b69bf4fb9a14a99fe502e237ad36e7230c146ca884b7b0e444ec12534',
    source: onCommons('Saltwater_Crocodile_on_a_river_bank_(cropped).jpg'),
    title: { es: 'Cocodrilo', en: 'Crocodile' },
    alt: {
      es: 'Un cocodrilo tumbado al sol en la orilla de un río',
      en: 'A crocodile lying in the sun on a river bank',
    },
  },
  {
    id: 'komodo-dragon',
    expected: { wnid: 'n01695060', index: 48 },
    author: 'TimVickers',
    ...worldAnimal('dragon.webp'),
    sha256: 'fc36683cc2069ac83ae84f2da61c2774149d1a1dcb99820380b724ca50d3532e',
    source: onCommons('Varanus_komodoensis_(5).jpg'),
    title: { es: 'Dragón de Komodo', en: 'Komodo dragon' },
    alt: { es: 'Un dragón de Komodo sobre una roca', en: 'A Komodo dragon on a rock' },
  },
  {
    id: 'macaw',
    expected: { wnid: 'n01818515', index: 88 },
    author: 'Dcoetzee',
    ...worldAnimal('scarlet_macaw.webp'),
    sha256: '8b088ed71a87e7e929cf08b49a1e1c977c47544307d348e52a0f4a85128662a0',
    source: onCommons('Scarlet_macaw_at_Cougar_Mountain_Zoological_Park.jpg'),
    title: { es: 'Guacamayo rojo', en: 'Scarlet macaw' },
    alt: {
      es: 'Un guacamayo rojo, con plumas amarillas y azules en las alas, posado en un madero',
      en: 'A scarlet macaw, with yellow and blue feathers in its wings, perched on a beam',
    },
  },
];
