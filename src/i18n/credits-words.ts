import type { Words } from './strings.ts';

/** What the credits page says around what it reads from the manifests. */
export const creditsWords = {
  lead: {
    es: 'Deshielo se apoya en el trabajo de otras personas, publicado con licencias que permiten usarlo, cambiarlo y compartirlo. Aquí están, con lo que se cambió.',
    en: 'Deshielo stands on the work of others, published under licences that allow using, changing and sharing it. Here they are, with what was changed.',
  },
  model: { es: 'La red', en: 'The network' },
  author: { es: 'Autoría', en: 'Author' },
  licence: { es: 'Licencia', en: 'Licence' },
  origin: { es: 'Origen', en: 'Origin' },
  paper: { es: 'Artículo', en: 'Paper' },
  changes: { es: 'Cambios', en: 'Changes' },
  modelChanges: {
    es: 'Convertida a TensorFlow.js: la normalización por lotes está integrada en las convoluciones y los pesos se guardan con menos bits.',
    en: 'Converted to TensorFlow.js: batch normalisation is folded into the convolutions and the weights are stored in fewer bits.',
  },
  modelCard: { es: 'Ficha completa del modelo (JSON, en inglés)', en: 'The full model card (JSON)' },
  labels: { es: 'Nombres de las clases', en: 'Names of the classes' },
  labelsText: {
    es: 'En inglés, de WordNet 3.0 (Universidad de Princeton), elegidos a partir de la lista de timm (Ross Wightman, Apache-2.0). En español, escritos para este curso.',
    en: 'In English, from WordNet 3.0 (Princeton University), chosen from the list in timm (Ross Wightman, Apache-2.0). In Spanish, written for this course.',
  },
  photos: { es: 'Las fotos', en: 'The photos' },
  photosText: {
    es: 'La lista completa, con el archivo original de cada foto, está también en un archivo que un programa puede leer:',
    en: 'The full list, with the original file of each photo, is also in a file that a program can read:',
  },
  icons: { es: 'Los iconos', en: 'The icons' },
  iconsText: {
    es: 'De estos conjuntos salen las mariposas, las abejas, los gatos y los perros dibujados. Qué icono es de qué conjunto está también en un archivo que un programa puede leer, y los textos de las licencias, junto a él:',
    en: 'The drawn butterflies, bees, cats and dogs come from these sets. Which icon is of which set is also in a file that a program can read, with the texts of the licences beside it:',
  },
  iconNetText: {
    es: 'La red IconNet se entrenó para este curso con dibujos de estos conjuntos y de otros más, con las mismas licencias. Su ficha los nombra uno por uno y dice qué acierta:',
    en: 'The network IconNet was trained for this course on drawings of these sets and of others, under the same licences. Its card names every one and says what it gets right:',
  },
  iconSet: { es: 'Conjunto', en: 'Set' },
  publicDomain: { es: 'Dominio público', en: 'Public domain' },
  software: { es: 'Los programas', en: 'The software' },
  softwareText: {
    es: 'Esto es lo que descarga tu navegador al leer y ejecutar las lecciones. Cada programa trae además sus propias dependencias, con licencias del mismo tipo.',
    en: 'This is what your browser downloads to read and run the lessons. Each program brings its own dependencies too, under licences of the same kind.',
  },
  program: { es: 'Programa', en: 'Program' },
  version: { es: 'Versión', en: 'Version' },
  course: { es: 'El curso', en: 'The course' },
  courseText: {
    es: 'El código y los textos de Deshielo se publican con la licencia Apache 2.0.',
    en: 'The code and the texts of Deshielo are published under the Apache 2.0 licence.',
  },
} as const satisfies Readonly<Record<string, Words>>;
