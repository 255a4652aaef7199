import { downloadModel } from 'deshielo';

await downloadModel(model, 'my-model');
