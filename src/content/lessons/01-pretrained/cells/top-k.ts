import * as tfvis from '@tensorflow/tfjs-vis';
import { decodePredictions } from 'deshielo';

const topK = 5; // slider: 1 to 10 // es: cuántas respuestas // en: how many answers

const [answers = []] = await decodePredictions(probabilities, { top: topK });
display(answers);

// es: la gráfica ordena sus barras por el nombre: el puesto, delante
// en: the chart sorts its bars by name: the rank goes first
const bars = answers.map(({ label, probability }, rank) => ({
  index: `${rank + 1}. ${label}`,
  value: probability,
}));
await tfvis.render.barchart({ name: `Top ${topK}` }, bars, {
  xLabel: `top ${topK}`,
  yLabel: 'p',
});
