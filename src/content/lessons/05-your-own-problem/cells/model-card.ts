import { modelCard } from 'deshielo';

const trainLabels = train.ys.arraySync();

await modelCard(model, {
  report,
  name: 'my-model',
  author: '',
  purpose: '',
  limits: '',
  base: 'EfficientNet-Lite0, ImageNet, Apache-2.0',
  preprocessing: '(x − 127) / 128',
  // es: fotos de entrenamiento por clase
  // en: training photos a class
  examples: classNames.map(
    (_, place) => trainLabels.filter((row) => row[place] === 1).length,
  ),
});
