import { defineWords } from '../../shared/words.ts';

const es = {
  chosen: (name: string, size: string) => `Elegida: ${name} (${size}).`,
  reduced: (from: string, to: string) =>
    `Se ha reducido de ${from} a ${to} píxeles: la red mira bastantes menos.`,
  chosenFromGallery: (title: string) => `Elegida: ${title}.`,
  kept: (title: string) => `La foto de la página de inicio: ${title}.`,
  chosenBefore: (title: string) => `La foto que elegiste la última vez: ${title}.`,
  cameraRefused:
    'El navegador no ha dado permiso para usar la cámara. Puedes permitirla en el candado de la barra de direcciones, o elegir una foto de la galería o de un archivo.',
  cameraMissing:
    'No se encuentra ninguna cámara que se pueda usar. Elige una foto de la galería o de un archivo.',
};

const en: typeof es = {
  chosen: (name, size) => `Chosen: ${name} (${size}).`,
  reduced: (from, to) => `It was reduced from ${from} to ${to} pixels: the network looks at far fewer.`,
  chosenFromGallery: (title) => `Chosen: ${title}.`,
  kept: (title) => `The photo from the home page: ${title}.`,
  chosenBefore: (title) => `The photo that you chose last time: ${title}.`,
  cameraRefused:
    'The browser did not give leave to use the camera. You can allow it at the padlock in the address bar, or choose a photo from the gallery or a file.',
  cameraMissing: 'No camera that can be used was found. Choose a photo from the gallery or a file.',
};

export const photoPickerWords = defineWords({ es, en });
