import type { ModelFilesProblem } from '../models/model-artifacts.ts';
import type { Advice } from '../shared/advice.ts';
import { formatFor } from '../shared/format.ts';
import { defineWords } from '../shared/words.ts';
import type { Shape } from './shape.ts';

const spanish = formatFor('es');
const english = formatFor('en');

/** The most layer names that a message lists. */
const maxLayerNames = 6;

const es = {
  features: 'Extrayendo características',
  featuresCached: 'Características ya calculadas: de la caché',
  notModel: (isPromise: boolean) => ({
    what: isPromise ? 'Se esperaba un modelo y llegó una promesa.' : 'Eso no es un modelo de capas.',
    advice: isPromise
      ? 'Pon await delante de lo que carga o crea el modelo.'
      : 'Usa lo que dan mobileNet, efficientNetLite0, tf.sequential, tf.model o tf.loadLayersModel.',
  }),
  unknownLayer: (name: string, names: readonly string[]) => ({
    what: `El modelo no tiene ninguna capa «${name}».`,
    advice: `Sus últimas capas son: ${spanish.list(names.slice(-maxLayerNames))}. Muestra el modelo para verlas todas.`,
  }),
  bypassesLayer: (layer: string) => ({
    what: `El modelo no se puede cortar en «${layer}»: otra rama la rodea.`,
    advice: 'Corta donde todo pasa por una sola capa, como al final de un bloque (las que se llaman …_add).',
  }),
  batchSize: (given: string) => ({
    what: `batchSize tiene que ser un número entero desde 1, y es ${given}.`,
    advice: 'Prueba con 32, o con menos si falta memoria.',
  }),
  notPictures: (given: string) => ({
    what: `Se esperaban imágenes en un tensor [n, alto, ancho, canales], y llegó ${given}.`,
    advice: 'Una sola imagen: imagen.expandDims(0). Varias: tf.stack([...]), o la lista misma.',
  }),
  noPictures: {
    what: 'No hay ninguna imagen.',
    advice: 'Comprueba que la celda que las carga se ejecutó.',
  },
  differentShape: (index: number, found: Shape, first: Shape) => ({
    what: `La imagen ${index} mide ${spanish.shape(found)} y la primera (la 0), ${spanish.shape(first)}.`,
    advice: 'Dales el mismo tamaño a todas: loadImage(foto, { targetSize: [224, 224] }).',
  }),
  trainingResumed: (done: number, epochs: number) =>
    `La GPU se perdió después de la época ${done} de ${epochs}. Se han recuperado los pesos de entonces y el entrenamiento sigue desde ahí; el optimizador empieza de nuevo.`,
  labelCount: (images: number, labels: number) => ({
    what: `Hay ${spanish.plural(images, 'imagen', 'imágenes')} y ${spanish.plural(labels, 'etiqueta', 'etiquetas')}.`,
    advice: 'Da una etiqueta por imagen, en el mismo orden: images y labels de myClasses() ya van así.',
  }),
  label: (label: string, index: number, classes: number) => ({
    what: `La etiqueta de la imagen ${index} es ${label}, y las clases van de 0 a ${classes - 1}.`,
    advice: 'Una etiqueta es el número de su clase, contando desde 0.',
  }),
  notImage: (index: number) => ({
    what: `La imagen ${index} no es ni una foto ni un tensor [alto, ancho, 3].`,
    advice: 'Sirven las fotos de myClasses, chosenPhoto y galleryPhoto, lo que da loadImage, y tensores.',
  }),
  modelName: (name: string) => ({
    what: `«${name.slice(0, 80)}» no sirve como nombre de un modelo.`,
    advice: 'Usa letras, números, espacios, guiones o puntos; 60 como mucho, y empieza con letra o número.',
  }),
  modelTooLarge: (name: string, bytes: number, limit: number) => ({
    what: `«${name}» ocupa ${spanish.bytes(bytes)}: aquí se guardan modelos de hasta ${spanish.bytes(limit)}.`,
    advice: 'Descárgalo con downloadModel(modelo, nombre).',
  }),
  downloadTooLarge: (name: string, bytes: number, limit: number) => ({
    what: `«${name}» ocupa ${spanish.bytes(bytes)}: se pueden descargar modelos de hasta ${spanish.bytes(limit)}.`,
    advice: 'Prueba con un modelo más pequeño, o guarda solo la cabeza que has entrenado.',
  }),
  noSavedModel: (name: string, names: readonly string[]) => ({
    what: `En este navegador no hay ningún modelo guardado «${name}».`,
    advice:
      names.length === 0
        ? 'Todavía no has guardado ninguno: await saveModel(modelo, nombre).'
        : `Los que hay: ${spanish.list(names)}.`,
  }),
  savedModelDamaged: (name: string) => ({
    what: `El modelo guardado «${name}» está dañado.`,
    advice: 'Entrénalo y guárdalo otra vez con el mismo nombre.',
  }),
  modelFiles(problem: ModelFilesProblem): Advice {
    switch (problem.kind) {
      case 'no-json':
        return {
          what: 'Entre los archivos no hay ningún .json.',
          advice: 'Elige a la vez el .json del modelo y sus archivos .bin (Ctrl o Mayús al hacer clic).',
        };
      case 'graph-model':
        return {
          what: `«${problem.file}» es un modelo de grafo, no de capas.`,
          advice: 'Solo se pueden abrir modelos de capas, como los que guarda model.save.',
        };
      case 'not-a-model':
        return {
          what: `«${problem.file}» no es un modelo de TensorFlow.js.`,
          advice: 'Elige el .json que dieron downloadModel o model.save.',
        };
      case 'weights-missing':
        return {
          what: `Faltan archivos de pesos: ${spanish.list(problem.files)}.`,
          advice: 'Elige a la vez el .json y todos sus .bin, sin cambiarles el nombre.',
        };
    }
  },
};

const en: typeof es = {
  features: 'Extracting features',
  featuresCached: 'Features computed before: from the cache',
  notModel: (isPromise) => ({
    what: isPromise ? 'A model was expected, and a promise came.' : 'That is no layers model.',
    advice: isPromise
      ? 'Put await before what loads or makes the model.'
      : 'Use what mobileNet, efficientNetLite0, tf.sequential, tf.model or tf.loadLayersModel give.',
  }),
  unknownLayer: (name, names) => ({
    what: `The model has no layer “${name}”.`,
    advice: `Its last layers are: ${english.list(names.slice(-maxLayerNames))}. Show the model to see them all.`,
  }),
  bypassesLayer: (layer) => ({
    what: `The model cannot be cut at “${layer}”: another branch goes round it.`,
    advice: 'Cut where all passes through one layer, as at the end of a block (those called …_add).',
  }),
  batchSize: (given) => ({
    what: `batchSize has to be a whole number from 1 up, and is ${given}.`,
    advice: 'Try 32, or fewer where memory is short.',
  }),
  notPictures: (given) => ({
    what: `Pictures were expected in a tensor [n, height, width, channels], and ${given} came.`,
    advice: 'One picture: picture.expandDims(0). Several: tf.stack([...]), or the list itself.',
  }),
  noPictures: { what: 'There is no picture.', advice: 'Check that the cell that loads them has run.' },
  differentShape: (index, found, first) => ({
    what: `Picture ${index} is ${english.shape(found)}, and the first one (0) is ${english.shape(first)}.`,
    advice: 'Give all of them the same size: loadImage(photo, { targetSize: [224, 224] }).',
  }),
  trainingResumed: (done, epochs) =>
    `The GPU was lost after epoch ${done} of ${epochs}. The weights it had then are back, and training goes on from there; the optimizer begins anew.`,
  labelCount: (images, labels) => ({
    what: `There are ${english.plural(images, 'picture', 'pictures')} and ${english.plural(labels, 'label', 'labels')}.`,
    advice: 'Give one label a picture, in the same order: images and labels of myClasses() are so already.',
  }),
  label: (label, index, classes) => ({
    what: `The label of picture ${index} is ${label}, and the classes go from 0 to ${classes - 1}.`,
    advice: 'A label is the number of its class, counted from 0.',
  }),
  notImage: (index) => ({
    what: `Picture ${index} is neither a photo nor a tensor [height, width, 3].`,
    advice: 'Photos of myClasses, chosenPhoto and galleryPhoto will do, what loadImage gives, and tensors.',
  }),
  modelName: (name) => ({
    what: `“${name.slice(0, 80)}” cannot be a model’s name.`,
    advice: 'Use letters, digits, spaces, hyphens or dots; 60 at most, a letter or digit first.',
  }),
  modelTooLarge: (name, bytes, limit) => ({
    what: `“${name}” takes ${english.bytes(bytes)}: models of up to ${english.bytes(limit)} are kept here.`,
    advice: 'Download it with downloadModel(model, name).',
  }),
  downloadTooLarge: (name, bytes, limit) => ({
    what: `“${name}” takes ${english.bytes(bytes)}: models of up to ${english.bytes(limit)} can be downloaded.`,
    advice: 'Try a smaller model, or keep only the head that you have trained.',
  }),
  noSavedModel: (name, names) => ({
    what: `This browser has no saved model “${name}”.`,
    advice:
      names.length === 0
        ? 'You have not saved any yet: await saveModel(model, name).'
        : `Those it has: ${english.list(names)}.`,
  }),
  savedModelDamaged: (name) => ({
    what: `The saved model “${name}” is damaged.`,
    advice: 'Train it and save it again under the same name.',
  }),
  modelFiles(problem) {
    switch (problem.kind) {
      case 'no-json':
        return {
          what: 'There is no .json among the files.',
          advice: 'Choose the model’s .json and its .bin files together (Ctrl or Shift while clicking).',
        };
      case 'graph-model':
        return {
          what: `“${problem.file}” is a graph model, not a layers model.`,
          advice: 'Only layers models can be opened, such as model.save makes.',
        };
      case 'not-a-model':
        return {
          what: `“${problem.file}” is no TensorFlow.js model.`,
          advice: 'Choose the .json that downloadModel or model.save gave.',
        };
      case 'weights-missing':
        return {
          what: `Files of weights are missing: ${english.list(problem.files)}.`,
          advice: 'Choose the .json and all of its .bin files together, without renaming them.',
        };
    }
  },
};

/** Messages of the functions that cells import from `deshielo`: about their arguments, and progress. */
export const libraryWords = defineWords({ es, en });
