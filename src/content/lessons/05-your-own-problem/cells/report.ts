import { accuracyReport } from 'deshielo';

const report = await accuracyReport(model, validation.xs, validation.ys, {
  classNames,
});
