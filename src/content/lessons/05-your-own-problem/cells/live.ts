import { liveCamera } from 'deshielo';

await liveCamera(model, { classNames, preprocess: preprocessInput });
