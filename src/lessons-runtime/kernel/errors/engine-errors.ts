import type { ErrorText } from './error-text.ts';

/** What the JavaScript engine and the backends say. The first pattern that fits speaks. */
export const engineErrors: readonly ErrorText[] = [
  {
    pattern: /^(\S+) is not defined$/,
    spanish: ([, name]) => `«${name}» no está declarado.`,
    text: {
      es: ([, name], owner) =>
        owner === undefined
          ? `Nadie ha declarado «${name}» todavía. ¿Está bien escrito? Si lo declara una celda anterior, ejecútala antes.`
          : `«${name}» es de la celda «${owner}», y su última ejecución se cortó antes de declararlo. Revísala y ejecútala otra vez.`,
      en: ([, name], owner) =>
        owner === undefined
          ? `Nobody has declared “${name}” yet. Is it spelt right? If an earlier cell declares it, run that one first.`
          : `“${name}” is of the cell “${owner}”, whose last run ended before it was declared. Look at that cell and run it again.`,
    },
  },
  {
    pattern: /read only property '(\w+)'|"(\w+)" is read-only/,
    spanish: ([, name, other]) => `«${name ?? other}» no puede cambiar.`,
    text: {
      es: ([, name, other], owner) =>
        `«${name ?? other}» es una constante${owner === undefined ? '' : ` de la celda «${owner}»`}: declárala con let si ha de cambiar.`,
      en: ([, name, other], owner) =>
        `“${name ?? other}” is a constant${owner === undefined ? '' : ` of the cell “${owner}”`}: declare it with let if it is to change.`,
    },
  },
  {
    pattern: /assign to readonly property|Assignment to constant/,
    spanish: () => 'Se quiso cambiar una constante.',
    text: {
      es: () => 'Eso es una constante: declárala con let si ha de cambiar.',
      en: () => 'That is a constant: declare it with let if it is to change.',
    },
  },
  {
    pattern: /(?:reading|setting|evaluating) '(?:[^']*\.)?(\w+)'|can't access property "(\w+)"/,
    spanish: ([, name, other]) => `No hay de dónde sacar «${name ?? other}»: lo de delante está vacío.`,
    text: {
      es: ([, name, other]) =>
        `Se pidió «${name ?? other}» a algo que no tiene valor. Si viene de otra celda, ejecútala antes; si es una promesa, falta un await.`,
      en: ([, name, other]) =>
        `“${name ?? other}” was asked of something that has no value. If it comes from another cell, run that one first; if it is a promise, an await is missing.`,
    },
  },
  {
    pattern: /^(.*?)\s*is not a function/,
    spanish: ([, name]) => `«${name}» no es una función.`,
    text: {
      es: () => 'Se llamó como función a algo que no lo es. Revisa el nombre, y si falta un await delante.',
      en: () =>
        'Something was called as a function that is none. Check its name, and whether an await is missing before it.',
    },
  },
  {
    pattern: /must get an `inputShape`/,
    spanish: () => 'A la primera capa le falta inputShape.',
    text: {
      es: () =>
        'La primera capa tiene que saber qué entra: dale inputShape, sin el lote. Por ejemplo, inputShape: [4] para filas de 4 números.',
      en: () =>
        'The first layer has to know what goes in: give it inputShape, without the batch. For example, inputShape: [4] for rows of 4 numbers.',
    },
  },
  {
    pattern: /has no room for another \d+ MB\.(?: A batch of (\d+) would fit)?/,
    text: {
      es: ([, batch]) =>
        `${batch === undefined ? 'Usa lotes o imágenes más pequeños.' : `Pide lotes más pequeños: con batchSize: ${batch} cabe.`} Libera con dispose o tf.tidy los tensores que ya no uses.`,
      en: ([, batch]) =>
        `${batch === undefined ? 'Use smaller batches or pictures.' : `Ask for smaller batches: batchSize: ${batch} fits.`} Free the tensors that you no longer use with dispose or tf.tidy.`,
    },
  },
  {
    pattern: /backend cannot compute|NHWC|channelsLast/,
    text: {
      es: () =>
        'Usa dataFormat channelsLast (NHWC), un paso (strides) que no supere la ventana y padding «same» o «valid».',
      en: () =>
        'Use data format channelsLast (NHWC), strides no larger than the window, and padding “same” or “valid”.',
    },
  },
  {
    pattern: /not registered for (?:the )?backend '(\w+)'/,
    text: {
      es: ([, backend]) =>
        `El motor «${backend}» no sabe hacer esta operación. Prueba con «?backend=cpu» en la dirección.`,
      en: ([, backend]) =>
        `The “${backend}” backend cannot do this operation. Try “?backend=cpu” in the address.`,
    },
  },
  {
    pattern: /[Ss]hape|dimension|expected .* to have/,
    text: {
      es: () =>
        'Las formas no encajan. Muestra el tensor (su forma va delante) y compárala con la que se espera.',
      en: () =>
        'The shapes do not fit. Show the tensor (its shape comes first) and compare it with the one expected.',
    },
  },
  {
    pattern: /disposed/,
    spanish: () => 'Ese tensor o esa capa ya se liberó.',
    text: {
      es: () => 'Ese tensor ya se liberó (dispose o tidy). Vuelve a ejecutar la celda que lo creó.',
      en: () => 'That tensor was freed already (dispose or tidy). Run the cell that made it again.',
    },
  },
  {
    pattern: /allocation failed|out of memory|allocation size overflow/i,
    text: {
      es: () =>
        'No hay tanta memoria. Prueba con menos datos o con un lote más pequeño, y libera los tensores que ya no uses (tf.tidy, dispose).',
      en: () =>
        'There is not that much memory. Try with less data or a smaller batch, and free tensors that you no longer use (tf.tidy, dispose).',
    },
  },
  {
    pattern: /Maximum call stack|too much recursion/,
    spanish: () => 'Las llamadas no acaban: una función se llama a sí misma sin parar.',
    text: {
      es: () => 'Una función se llama a sí misma sin fin. Comprueba su condición de parada.',
      en: () => 'A function calls itself without end. Check the condition that ends it.',
    },
  },
];
