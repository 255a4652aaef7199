import { defineWords } from '../lessons-runtime/shared/words.ts';

const es = {
  lead: 'Deshielo se apoya en el trabajo de otras personas, publicado con licencias que permiten usarlo, cambiarlo y compartirlo. Aquí están, con lo que se cambió.',
  model: 'La red',
  author: 'Autoría',
  licence: 'Licencia',
  origin: 'Origen',
  paper: 'Artículo',
  changes: 'Cambios',
  modelChanges: {
    'models/mobilenet-v1@1':
      'Convertida a TensorFlow.js: las capas llevan los nombres de Keras, la clase de fondo queda fuera y parte de los pesos se guarda con menos bits.',
    'models/efficientnet-lite0@1':
      'Convertida a TensorFlow.js: la normalización por lotes está integrada en las convoluciones y los pesos se guardan con menos bits.',
  },
  modelCard: 'Ficha completa del modelo (JSON, en inglés)',
  labels: 'Nombres de las clases',
  labelsText:
    'En inglés, de WordNet 3.0 (Universidad de Princeton), elegidos a partir de la lista de timm (Ross Wightman, Apache-2.0). En español, escritos para este curso.',
  photos: 'Las fotos',
  photosText:
    'La lista completa, con el archivo original de cada foto, está también en un archivo que un programa puede leer:',
  icons: 'Los iconos',
  iconsText:
    'De estos conjuntos salen las mariposas, las abejas, los gatos y los perros dibujados. Qué icono es de qué conjunto está también en un archivo que un programa puede leer, y los textos de las licencias, junto a él:',
  photoSet: 'Las fotos para entrenar',
  photoSetText:
    'El archivo original de cada foto, su autoría y su licencia están también en un archivo que un programa puede leer:',
  shareAlike:
    'Quien comparta las fotos con licencia «SA», cambiadas o no, tiene que hacerlo con la misma licencia.',
  drawings: 'Los dibujos',
  drawingsText: 'Las 345 clases, con sus nombres, están en un archivo que un programa puede leer:',
  drawingNetText:
    'Las dos redes DrawingNet se entrenaron para este curso con estos dibujos. Sus fichas dicen con cuántos y cuánto aciertan:',
  limits: 'Lo que conviene saber',
  pictures: 'Fotos',
  iconNetText:
    'La red IconNet se entrenó para este curso con dibujos de algunos de estos conjuntos y de otros más, con las mismas licencias. Su ficha los nombra uno por uno y dice qué acierta:',
  iconSet: 'Conjunto',
  publicDomain: 'Dominio público',
  software: 'Los programas',
  softwareText:
    'Esto es lo que descarga tu navegador al leer y ejecutar las lecciones. Cada programa trae además sus propias dependencias, con licencias del mismo tipo.',
  program: 'Programa',
  version: 'Versión',
  fonts: 'Las letras',
  fontsText:
    'Las dos familias van con el sitio, en la selección de letras latinas de Fontsource, sin otros cambios.',
  course: 'El curso',
  courseText: 'El código y los textos de Deshielo se publican con la licencia Apache 2.0.',
};

const en: typeof es = {
  lead: 'Deshielo stands on the work of others, published under licences that allow using, changing and sharing it. Here they are, with what was changed.',
  model: 'The network',
  author: 'Author',
  licence: 'Licence',
  origin: 'Origin',
  paper: 'Paper',
  changes: 'Changes',
  modelChanges: {
    'models/mobilenet-v1@1':
      'Converted to TensorFlow.js: the layers have Keras’s names, the background class is left out, and some weights are stored in fewer bits.',
    'models/efficientnet-lite0@1':
      'Converted to TensorFlow.js: batch normalisation is folded into the convolutions and the weights are stored in fewer bits.',
  },
  modelCard: 'The full model card (JSON)',
  labels: 'Names of the classes',
  labelsText:
    'In English, from WordNet 3.0 (Princeton University), chosen from the list in timm (Ross Wightman, Apache-2.0). In Spanish, written for this course.',
  photos: 'The photos',
  photosText:
    'The full list, with the original file of each photo, is also in a file that a program can read:',
  icons: 'The icons',
  iconsText:
    'The drawn butterflies, bees, cats and dogs come from these sets. Which icon is of which set is also in a file that a program can read, with the texts of the licences beside it:',
  photoSet: 'The photos to train with',
  photoSetText:
    'The original file of each photo, its author and its licence are also in a file that a program can read:',
  shareAlike:
    'Whoever shares the photos with an “SA” licence, changed or not, has to do so under the same licence.',
  drawings: 'The drawings',
  drawingsText: 'The 345 classes, with their names, are in a file that a program can read:',
  drawingNetText:
    'Both DrawingNet networks were trained for this course on these drawings. Their cards say on how many, and how often they are right:',
  limits: 'Good to know',
  pictures: 'Photos',
  iconNetText:
    'The network IconNet was trained for this course on drawings of some of these sets and of others, under the same licences. Its card names every one and says what it gets right:',
  iconSet: 'Set',
  publicDomain: 'Public domain',
  software: 'The software',
  softwareText:
    'This is what your browser downloads to read and run the lessons. Each program brings its own dependencies too, under licences of the same kind.',
  program: 'Program',
  version: 'Version',
  fonts: 'The typefaces',
  fontsText:
    'Both families come with the site, in Fontsource’s selection of Latin letters, otherwise unchanged.',
  course: 'The course',
  courseText: 'The code and the texts of Deshielo are published under the Apache 2.0 licence.',
};

/** The words of the credits page, except those that it reads from the manifests. */
export const creditsWords = defineWords({ es, en });
