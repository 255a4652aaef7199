import { showLayers } from 'deshielo';

await showLayers(model);
