import { defineWords } from '../../shared/words.ts';
import type { ErrorWords, Match, Owner } from './error-text.ts';

const es = {
  notDeclared: ([, name]: Match, owner: Owner): ErrorWords => ({
    what: `«${name}» no está declarado.`,
    advice:
      owner === undefined
        ? `Nadie ha declarado «${name}» todavía. ¿Está bien escrito? Si lo declara una celda anterior, ejecútala antes.`
        : `«${name}» es de la celda «${owner}», y su última ejecución se cortó antes de declararlo. Revísala y ejecútala otra vez.`,
  }),
  readOnly: ([, name, other]: Match, owner: Owner): ErrorWords => ({
    what: `«${name ?? other}» no puede cambiar.`,
    advice: `«${name ?? other}» es una constante${owner === undefined ? '' : ` de la celda «${owner}»`}: declárala con let si ha de cambiar.`,
  }),
  constant: (): ErrorWords => ({
    what: 'Se quiso cambiar una constante.',
    advice: 'Eso es una constante: declárala con let si ha de cambiar.',
  }),
  ofNothing: ([, name, other]: Match): ErrorWords => ({
    what: `No hay de dónde sacar «${name ?? other}»: lo de delante está vacío.`,
    advice: `Se pidió «${name ?? other}» a algo que no tiene valor. Si viene de otra celda, ejecútala antes; si es una promesa, falta un await.`,
  }),
  notFunction: ([, name]: Match): ErrorWords => ({
    what: `«${name}» no es una función.`,
    advice: 'Se llamó como función a algo que no lo es. Revisa el nombre, y si falta un await delante.',
  }),
  inputShapeMissing: (): ErrorWords => ({
    what: 'A la primera capa le falta inputShape.',
    advice:
      'La primera capa tiene que saber qué entra: dale inputShape, sin el lote. Por ejemplo, inputShape: [4] para filas de 4 números.',
  }),
  outOfRoom: ([, batch]: Match): ErrorWords => ({
    what: null,
    advice: `${batch === undefined ? 'Usa lotes o imágenes más pequeños.' : `Pide lotes más pequeños: con batchSize: ${batch} cabe.`} Libera con dispose o tf.tidy los tensores que ya no uses.`,
  }),
  dataFormat: (): ErrorWords => ({
    what: null,
    advice:
      'Usa dataFormat channelsLast (NHWC), un paso (strides) que no supere la ventana y padding «same» o «valid».',
  }),
  noKernel: ([, backend]: Match): ErrorWords => ({
    what: null,
    advice: `El motor «${backend}» no sabe hacer esta operación. Prueba con «?backend=cpu» en la dirección.`,
  }),
  shapes: (): ErrorWords => ({
    what: null,
    advice:
      'Las formas no encajan. Muestra el tensor (su forma va delante) y compárala con la que se espera.',
  }),
  disposed: (): ErrorWords => ({
    what: 'Ese tensor o esa capa ya se liberó.',
    advice: 'Ese tensor ya se liberó (dispose o tidy). Vuelve a ejecutar la celda que lo creó.',
  }),
  outOfMemory: (): ErrorWords => ({
    what: null,
    advice:
      'No hay tanta memoria. Prueba con menos datos o con un lote más pequeño, y libera los tensores que ya no uses (tf.tidy, dispose).',
  }),
  endlessCalls: (): ErrorWords => ({
    what: 'Las llamadas no acaban: una función se llama a sí misma sin parar.',
    advice: 'Una función se llama a sí misma sin fin. Comprueba su condición de parada.',
  }),
};

const en: typeof es = {
  notDeclared: ([, name], owner) => ({
    what: null,
    advice:
      owner === undefined
        ? `Nobody has declared “${name}” yet. Is it spelt right? If an earlier cell declares it, run that one first.`
        : `“${name}” is of the cell “${owner}”, whose last run ended before it was declared. Look at that cell and run it again.`,
  }),
  readOnly: ([, name, other], owner) => ({
    what: null,
    advice: `“${name ?? other}” is a constant${owner === undefined ? '' : ` of the cell “${owner}”`}: declare it with let if it is to change.`,
  }),
  constant: () => ({ what: null, advice: 'That is a constant: declare it with let if it is to change.' }),
  ofNothing: ([, name, other]) => ({
    what: null,
    advice: `“${name ?? other}” was asked of something that has no value. If it comes from another cell, run that one first; if it is a promise, an await is missing.`,
  }),
  notFunction: () => ({
    what: null,
    advice:
      'Something was called as a function that is none. Check its name, and whether an await is missing before it.',
  }),
  inputShapeMissing: () => ({
    what: null,
    advice:
      'The first layer has to know what goes in: give it inputShape, without the batch. For example, inputShape: [4] for rows of 4 numbers.',
  }),
  outOfRoom: ([, batch]) => ({
    what: null,
    advice: `${batch === undefined ? 'Use smaller batches or pictures.' : `Ask for smaller batches: batchSize: ${batch} fits.`} Free the tensors that you no longer use with dispose or tf.tidy.`,
  }),
  dataFormat: () => ({
    what: null,
    advice:
      'Use data format channelsLast (NHWC), strides no larger than the window, and padding “same” or “valid”.',
  }),
  noKernel: ([, backend]) => ({
    what: null,
    advice: `The “${backend}” backend cannot do this operation. Try “?backend=cpu” in the address.`,
  }),
  shapes: () => ({
    what: null,
    advice:
      'The shapes do not fit. Show the tensor (its shape comes first) and compare it with the one expected.',
  }),
  disposed: () => ({
    what: null,
    advice: 'That tensor was freed already (dispose or tidy). Run the cell that made it again.',
  }),
  outOfMemory: () => ({
    what: null,
    advice:
      'There is not that much memory. Try with less data or a smaller batch, and free tensors that you no longer use (tf.tidy, dispose).',
  }),
  endlessCalls: () => ({
    what: null,
    advice: 'A function calls itself without end. Check the condition that ends it.',
  }),
};

/** Words for the errors of the JavaScript engine and of the backends. */
export const engineErrorWords = defineWords({ es, en });
