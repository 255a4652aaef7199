/** The cells that answer: the first loads the network, the second runs it on the chosen photo and shows the classes. */
export const networkCell = {
  cell: 'network',
  source: `import * as tf from '@tensorflow/tfjs';
import { chosenPhoto, decodePredictions, imgToArray, loadImage, mobileNet } from 'deshielo';
const network = await mobileNet({ weights: 'imagenet', inputShape: [224, 224, 3] });`,
} as const;

export const answerCell = {
  cell: 'answer',
  source: `const picture = await loadImage(await chosenPhoto(), { targetSize: [224, 224], keepAspectRatio: true });
const batch = tf.tidy(() => mobileNet.preprocessInput(imgToArray(picture)).expandDims(0));
const output = network.predict(batch);
const [classes] = await decodePredictions(output, { top: 5 });
tf.dispose([batch, output]);
classes`,
} as const;
