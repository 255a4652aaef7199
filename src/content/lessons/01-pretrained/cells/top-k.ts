import * as tfvis from '@tensorflow/tfjs-vis';
import { decodePredictions } from 'deshielo';

const topK = 5; // slider: 1 to 10 // es: cuántas respuestas // en: how many answers

const [answers = []] = await decodePredictions(probabilities, { top: topK });
display(answers);

// es: cuánto suman la primera, las dos primeras, las tres primeras…
// en: the sum of the first, of the first two, of the first three…
const sorted = Array.from(await probabilities.data()).sort((a, b) => b - a);
const sums: { x: number; y: number }[] = [];
let sum = 0;
for (const [place, probability] of sorted.slice(0, 20).entries()) {
  sum += probability;
  sums.push({ x: place + 1, y: sum });
}
await tfvis.render.linechart(
  { name: 'Top k' },
  { values: [sums], series: ['p'] },
  { xLabel: 'k', yLabel: 'p', yAxisDomain: [0, 1] },
);
