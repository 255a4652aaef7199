import type { Advice } from '../../shared/advice.ts';
import type { Language } from '../../shared/language.ts';
import { once } from '../../shared/once.ts';
import { type DatasetFiles, parseJson } from './dataset-files.ts';
import type { DatasetClass, DatasetManifest } from './dataset-manifest.ts';
import {
  type CheckedOptions,
  checkOptions,
  type DatasetOptions,
  type OptionalTestOptions,
  type OptionRules,
} from './dataset-options.ts';
import { datasetWords, type NamedClasses } from './dataset-words.ts';
import { interleaveGroups } from './interleave-groups.ts';
import { type LabelledExamples, type TensorFactory, toLabelledExamples } from './labelled-examples.ts';
import type { Part } from './parts.ts';

/** A data set in three parts that have no example in common. */
export interface LabelledDataset {
  readonly train: LabelledExamples;
  /** For choices: the number of epochs, the learning rate, the network. The same pictures for every `seed`. */
  readonly validation: LabelledExamples;
  /** For the final measurement, after all choices. The same pictures for every `seed`. */
  readonly test: LabelledExamples;
  /** In the requested order, in the page's language. */
  readonly classNames: readonly string[];
}

/** A data set function as cells call it. */
export type LoadDataset = (names: readonly string[], options?: DatasetOptions) => Promise<LabelledDataset>;

export interface DatasetDeps {
  readonly tf: TensorFactory;
  readonly language: Language;
  readonly files: DatasetFiles;
  /** Creates the error that is thrown for an invalid argument. */
  readonly createError: (problem: Advice) => Error;
}

/** An example of a class. */
export interface DatasetExample {
  readonly id: string;
  /** Examples of one group are in the same part of a split. */
  readonly group: string;
}

/** The example and the number of a picture to compose. */
export interface PictureRequest<Example> {
  readonly example: Example;
  /** 0, 1, …: copies of an example differ. */
  readonly copy: number;
}

/** The parts of a data set function that differ between data sets. */
export interface DatasetDefinition<
  Class extends DatasetClass,
  Manifest extends DatasetManifest<Class>,
  Example extends DatasetExample,
> extends OptionRules {
  readonly manifestFile: string;
  /** @throws ManifestError */
  parseManifest(value: unknown): Manifest;
  /** Pictures of each example of validation and test. */
  readonly evaluationCopies: number;
  /** Reads the examples of a class; called once for each class. */
  readExamples(manifest: Manifest, datasetClass: Class, files: DatasetFiles): Promise<readonly Example[]>;
  /** Returns a function that assigns the examples of a class to parts. */
  splitter(
    manifest: Manifest,
    options: Pick<CheckedOptions, 'split' | 'test'>,
  ): (name: string, examples: readonly Example[]) => readonly Part[];
  /**
   * Composes pictures.
   * @param seed with the example and the copy, determines how a picture is augmented, independently of other pictures
   * @returns [requests · imageSize · imageSize · 3], 0 to 255
   */
  compose(
    requests: readonly PictureRequest<Example>[],
    context: { readonly imageSize: number; readonly seed: string; readonly files: DatasetFiles },
  ): Promise<ArrayLike<number>>;
}

/** A data set that is read and split, but not yet composed. */
export interface SplitDataset {
  readonly classNames: readonly string[];
  readonly hasTest: boolean;
  examples(part: Part): Promise<LabelledExamples>;
}

/** The largest number of classes that a message lists. */
const classesShown = 8;

/**
 * Creates the function that reads and splits the classes of a data set. The same arguments give the same pictures.
 * @throws the result of `createError`, from that function, if an argument is invalid
 */
export function createDatasetLoader<
  Class extends DatasetClass,
  Manifest extends DatasetManifest<Class>,
  Example extends DatasetExample,
>(
  definition: DatasetDefinition<Class, Manifest, Example>,
  { tf, language, files, createError }: DatasetDeps,
): (names: readonly string[], options: OptionalTestOptions) => Promise<SplitDataset> {
  const { call, manifestFile, evaluationCopies } = definition;
  const words = datasetWords[language];
  const readManifest = once(() =>
    files.read(manifestFile, (bytes) => definition.parseManifest(parseJson(bytes))),
  );
  const readers = new Map<string, () => Promise<readonly Example[]>>();

  function examplesOf(manifest: Manifest, datasetClass: Class): Promise<readonly Example[]> {
    const { name } = datasetClass;
    const read = readers.get(name) ?? once(() => definition.readExamples(manifest, datasetClass, files));
    readers.set(name, read);
    return read();
  }

  function findClasses({ classes }: Manifest, names: unknown): readonly Class[] {
    if (!Array.isArray(names) || new Set(names).size < 2)
      throw createError(words.fewClasses(call, namedClasses(classes)));
    return [...new Set<unknown>(names)].map((requested) => {
      const found = classes.find(({ name }) => name === requested);
      if (found === undefined)
        throw createError(
          words.unknownClass(call, String(requested), namedClasses(classes, String(requested))),
        );
      return found;
    });
  }

  async function toExamples(
    examples: readonly (readonly Example[])[],
    {
      copies,
      imageSize,
      seed,
    }: { readonly copies: number; readonly imageSize: number; readonly seed: string },
  ): Promise<LabelledExamples> {
    const requests = examples.flatMap((ofClass, label) =>
      ofClass.flatMap((example) => Array.from({ length: copies }, (_, copy) => ({ example, copy, label }))),
    );
    const values = await definition.compose(requests, { imageSize, seed, files });
    const labelled = requests.map(({ example, label }) => ({ id: example.id, label }));
    return toLabelledExamples(tf, values, labelled, { imageSize, classes: examples.length });
  }

  return async (names, options) => {
    const checked = checkOptions(options, definition, language);
    if ('what' in checked) throw createError(checked);
    const { numExamples, augment, seed, imageSize } = checked;
    const manifest = await readManifest();
    const classes = findClasses(manifest, names);
    const partsOf = definition.splitter(manifest, checked);
    const examples = await Promise.all(classes.map((each) => examplesOf(manifest, each)));
    const partsOfClass = examples.map((ofClass, place) => partsOf(classes[place]?.name ?? '', ofClass));
    const inPart = (part: Part) =>
      examples.map((ofClass, label) => ofClass.filter((_, place) => partsOfClass[label]?.[place] === part));
    const trained = inPart('train').map((ofClass) => interleaveGroups(ofClass, `examples ${seed}`));
    const counts = trained.map(({ length }, place) => [classes[place]?.name ?? '', length] as const);
    if (numExamples !== null && counts.some(([, count]) => count < numExamples))
      throw createError(words.fewExamples(numExamples, counts));
    return {
      classNames: classes.map(({ title }) => title[language]),
      hasTest: checked.test,
      examples: (part) =>
        part === 'train'
          ? toExamples(
              trained.map((ofClass) => ofClass.slice(0, numExamples ?? ofClass.length)),
              { copies: augment, imageSize, seed: `train ${seed}` },
            )
          : toExamples(inPart(part), { copies: evaluationCopies, imageSize, seed: part }),
    };
  };
}

/** Creates the function that loads a data set that always has a test part. */
export function createLoadDataset<
  Class extends DatasetClass,
  Manifest extends DatasetManifest<Class>,
  Example extends DatasetExample,
>(definition: DatasetDefinition<Class, Manifest, Example>, deps: DatasetDeps): LoadDataset {
  const load = createDatasetLoader(definition, deps);
  return async (names, options = {}) => {
    const { classNames, examples } = await load(names, options);
    return {
      train: await examples('train'),
      validation: await examples('validation'),
      test: await examples('test'),
      classNames,
    };
  };
}

/** Returns all classes if they are few; otherwise those whose name, in either language, is most similar to the requested one. */
function namedClasses(classes: readonly DatasetClass[], requested = ''): NamedClasses {
  const total = classes.length;
  const names = classes.map(({ name }) => name);
  if (total <= classesShown) return { names, total };
  const ranked = classes
    .map(({ name, title }) => ({
      name,
      prefix: Math.max(...[name, title.es, title.en].map((text) => commonPrefix(text, requested))),
    }))
    .sort((one, other) => other.prefix - one.prefix);
  return { names: ranked.slice(0, classesShown).map(({ name }) => name), total };
}

/** Returns the length of the common prefix of two texts, ignoring case. */
function commonPrefix(one: string, other: string): number {
  const letters = [...one.toLowerCase()];
  const differs = letters.findIndex((letter, place) => letter !== other.toLowerCase()[place]);
  return differs < 0 ? letters.length : differs;
}
