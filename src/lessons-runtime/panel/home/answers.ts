import * as v from 'valibot';

/** The classes that are shown. */
export const shownClasses = 5;

const answersSchema = v.pipe(
  v.array(
    v.object({
      label: v.pipe(v.string(), v.maxLength(200)),
      probability: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    }),
  ),
  v.minLength(1),
  v.maxLength(shownClasses),
);

/** The most probable classes, the first one first. */
export type Answers = Readonly<v.InferOutput<typeof answersSchema>>;

/** Parses what the worker sent. @returns `null` if it is anything but a list of classes */
export function parseAnswers(json: string): Answers | null {
  try {
    const parsed = v.safeParse(answersSchema, JSON.parse(json));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** The cells that answer: the first loads the network, the second runs it on the chosen photo and sends the classes. */
export const networkCell = {
  cell: 'network',
  source: `import * as tf from '@tensorflow/tfjs';
import { chosenPhoto, decodePredictions, imgToArray, loadImage, mobileNet } from 'deshielo';
const network = await mobileNet({ weights: 'imagenet', inputShape: [224, 224, 3] });`,
} as const;

export const answerCell = {
  cell: 'answer',
  source: `const picture = await loadImage(await chosenPhoto(), { targetSize: [224, 224], keepAspectRatio: true });
const output = tf.tidy(() => network.predict(mobileNet.preprocessInput(imgToArray(picture)).expandDims(0)));
const [classes] = await decodePredictions(output, { top: ${shownClasses} });
output.dispose();
display.data(JSON.stringify(classes.map(({ label, probability }) => ({ label, probability }))));`,
} as const;
