import { defineWords } from '../../shared/words.ts';

const es = {
  working: 'Preparando la red…',
  looking: 'La red está mirando la foto…',
  /** @param name the class @param share its probability, as a percentage */
  answer: (name: string, share: string) => `La red dice: ${name}, ${share}.`,
  failed: 'La red no ha podido responder. Comprueba la conexión y elige la foto otra vez.',
  ownPhoto: 'Tu foto',
  cameraPhoto: 'Tu foto, hecha con la cámara',
};

const en: typeof es = {
  working: 'Getting the network ready…',
  looking: 'The network is looking at the photo…',
  answer: (name, share) => `The network says: ${name}, ${share}.`,
  failed: 'The network could not answer. Check the connection and choose the photo again.',
  ownPhoto: 'Your photo',
  cameraPhoto: 'Your photo, taken with the camera',
};

/** The words of the demo on the home page that its markup does not contain. */
export const photoDemoWords = defineWords({ es, en });
