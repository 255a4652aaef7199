import { modelCard } from 'deshielo';

await modelCard(model, {
  report,
  name: 'my-model',
  author: '',
  purpose: '',
  limits: '',
  base: 'EfficientNet-Lite0, ImageNet, Apache-2.0',
  preprocessing: '(x − 127) / 128',
  examples: classNames.map(
    (_, place) => train.ys.argMax(1).equal(place).sum().dataSync()[0], // es: fotos por clase // en: photos a class
  ),
});
