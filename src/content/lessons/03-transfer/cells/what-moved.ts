import { whatMoved } from 'deshielo';

await whatMoved(model);
