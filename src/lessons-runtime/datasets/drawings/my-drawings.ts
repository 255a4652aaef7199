import type { DrawnClass } from '../../protocol/strokes.ts';
import type { Advice } from '../../shared/advice.ts';
import type { Language } from '../../shared/language.ts';
import { findInvalidOption, imageSizeRange } from '../labelled/dataset-options.ts';
import {
  type LabelledExamples,
  type TensorFactory,
  toLabelledExamples,
} from '../labelled/labelled-examples.ts';
import { resizePixels } from '../labelled/resize-pixels.ts';
import { myDrawingsWords } from './my-drawings-words.ts';
import { drawingSize, onPaper } from './on-paper.ts';
import { rasterizeStrokes, rasterSide } from './rasterize-strokes.ts';

/** The options of `myDrawings`. */
export interface MyDrawingsOptions {
  /** Side of the pictures in pixels, 16 to 224. Default 32. */
  readonly imageSize?: number;
}

/** The learner's drawings. */
export interface DrawnExamples extends LabelledExamples {
  /** All requested classes, also those without drawings, in the page's language. */
  readonly classNames: readonly string[];
}

/** The function `myDrawings` as cells call it: with names, which choose and order the classes, or without. */
export type MyDrawings = (
  ...args: [options?: MyDrawingsOptions] | [names: readonly string[], options?: MyDrawingsOptions]
) => Promise<DrawnExamples>;

interface MyDrawingsDeps {
  readonly tf: TensorFactory;
  readonly language: Language;
  /** Creates the error that is thrown if there are no drawings or an argument is invalid. */
  readonly createError: (problem: Advice) => Error;
  /** Returns the classes of the page's draw pads; none if it has no pad. */
  readonly drawings: () => Promise<readonly DrawnClass[]>;
}

/**
 * Creates the function `myDrawings`, which returns the drawings that the learner made on the page's draw pads. It has the form of a
 * part of `drawingDataset`, and its pictures look like those.
 *
 * Without names it returns the classes of the pads, in the order of the page. `tf.dispose(drawings)` disposes of its two tensors.
 * @throws the result of `createError`, from that function, if the page has no pad, the classes have no drawing, or an argument is
 *   invalid
 */
export function createMyDrawings({ tf, language, createError, drawings }: MyDrawingsDeps): MyDrawings {
  const words = myDrawingsWords[language];

  function findClasses(all: readonly DrawnClass[], names: readonly unknown[]): readonly DrawnClass[] {
    if (names.length === 0) throw createError(words.noNames(all.map(({ name }) => name)));
    return [...new Set(names)].map((requested) => {
      const found = all.find(({ name }) => name === requested);
      if (found === undefined)
        throw createError(
          words.unknownClass(
            String(requested),
            all.map(({ name }) => name),
          ),
        );
      return found;
    });
  }

  return async (...args) => {
    const [first = {}] = args;
    if (typeof first === 'string') throw createError(words.notList(first));
    const names: unknown = Array.isArray(first) ? first : null;
    const options: unknown = names === null ? first : (args[1] ?? {});
    if (typeof options !== 'object' || options === null) throw createError(words.notOptions(String(options)));
    const { imageSize = drawingSize }: MyDrawingsOptions = options;
    const problem = findInvalidOption(
      options,
      [imageSizeRange(imageSize)],
      { call: 'myDrawings', others: [] },
      language,
    );
    if (problem !== null) throw createError(problem);
    const all = await drawings();
    if (all.length === 0) throw createError(words.noPad);
    const classes = Array.isArray(names) ? findClasses(all, names) : all;
    const pictures = classes.flatMap(({ name, drawings: drawn }, label) =>
      drawn.map(({ id, strokes }) => ({ id: `${name}-${id}`, label, strokes })),
    );
    const classNames = classes.map(({ title }) => title);
    if (pictures.length === 0) throw createError(words.noDrawings(classNames));
    const each = imageSize * imageSize * 3;
    const values = new Uint8Array(pictures.length * each);
    pictures.forEach(({ strokes }, place) => {
      const picture = onPaper(rasterizeStrokes(strokes), rasterSide);
      values.set(resizePixels(picture, imageSize).data, place * each);
    });
    return {
      ...toLabelledExamples(tf, values, pictures, { imageSize, classes: classes.length }),
      classNames,
    };
  };
}
