import type { LocalizedText } from '../../src/lessons-runtime/datasets/gallery-photo.ts';

/** What a measurement on `icons@1` does not say. */
export const limits: readonly LocalizedText[] = [
  {
    es: 'Son iconos elegidos a mano: dibujos limpios, centrados y muchos de un solo color. Lo que se mide con ellos no vale para fotos.',
    en: 'These are icons chosen by hand: clean drawings, centred, and many in a single colour. What is measured on them does not hold for photos.',
  },
  {
    es: 'Hay pocas mariposas y abejas, y un mismo diseñador suele tener varias casi iguales: solo el contorno, rellena, con líneas más finas. Por eso el resultado cambia mucho de un reparto a otro, y hay que comparar medias.',
    en: 'There are few butterflies and bees, and a designer often has several that are nearly the same: in outline, filled, with thinner lines. That is why results change a lot from one split to another, and why means should be compared.',
  },
  {
    es: 'Como diseñador cuenta quien firma el conjunto, sea una persona o una empresa. Los conjuntos que se sabe que salen de otro cuentan como uno, salvo Pinhead y Maki, que comparten algunos dibujos; aun así, los iconos sencillos de diseñadores distintos pueden parecerse mucho.',
    en: 'A designer is whoever signs the set, a person or a company. Sets that are known to derive from another count as one, except Pinhead and Maki, which share some drawings; even so, simple icons by different designers can look much alike.',
  },
  {
    es: 'La red iconNet no ha visto nada de los diseñadores que tienen aquí una mariposa o una abeja, pero sí gatos y perros de los demás: medir con ellos esa red no sería justo.',
    en: 'The network iconNet has seen nothing by the designers who have a butterfly or a bee here, but it has seen cats and dogs by the others: measuring that network on those would not be fair.',
  },
];
