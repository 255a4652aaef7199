import { accuracyReport } from 'deshielo';

await accuracyReport(model, insects.validation.xs, insects.validation.ys, {
  classNames: insects.classNames,
  ids: insects.validation.ids,
});
