import type { Language } from '../../shared/language.ts';
import { engineErrorWords } from './engine-error-words.ts';
import type { ErrorWords } from './error-text.ts';
import { modelErrorWords } from './model-error-words.ts';
import { nameErrorWords } from './name-error-words.ts';

function wordsIn(language: Language) {
  return { ...nameErrorWords[language], ...modelErrorWords[language], ...engineErrorWords[language] };
}

/**
 * Patterns of error messages; the first that matches decides the words. Blanks and Python's names come first, because the words
 * of the other patterns would be misleading for them.
 */
const patterns: readonly { readonly key: keyof ReturnType<typeof wordsIn>; readonly pattern: RegExp }[] = [
  { key: 'blank', pattern: /_{4,}/ },
  { key: 'fromPython', pattern: /^(print|len|range|None|True|False|np|keras|def) is not defined$/ },
  {
    key: 'unknownName',
    pattern: /^Unknown (loss|Optimizer|metric|activation|initializer|regularizer|constraint):? ([^\s.]+)/,
  },
  { key: 'pictureAxes', pattern: /^preprocessInput: expected \[height, width, 3\] .* found (\[.*\])$/ },
  { key: 'pictureChannels', pattern: /^preprocessInput: expected RGB.* found (\[.*\])$/ },
  {
    key: 'notProbabilities',
    pattern:
      /^(decodePredictions|catsAndDogs): expected (?:\[batch, ([\d or]+)\]|([\d or]+) probabilities).* found (\[.*\])$/,
  },
  { key: 'wrongTop', pattern: /^decodePredictions: expected a whole number from 1 up, found (.*)$/ },
  { key: 'wrongInputShape', pattern: /^inputShape: expected .* of (\d+) or more, found (.*)$/ },
  { key: 'wrongWeights', pattern: /^weights: expected ('[\w-]+'(?:, '[\w-]+')*) or null, found (.*)$/ },
  { key: 'wrongPooling', pattern: /^pooling: expected .*, found (.*)$/ },
  { key: 'notPositiveInteger', pattern: /Expected (.+) to be a positive integer, but got (.+?)\.?$/ },
  {
    key: 'optionMissing',
    pattern: /expected config\.(\w+) to be .+ but got (.+?)\.?$|required key '(\w+)' not in config/,
  },
  {
    key: 'inputShape',
    pattern:
      /Error when checking .*: expected (\S+) to have (?:shape (\[[^\]]*\])|(\d+) dimension\(s\)).* got array with shape (\[[^\]]*\])/,
  },
  { key: 'targetShape', pattern: /target expected .* has shape (\[[^\]]*\]).*each with shape (\[[^\]]*\])/ },
  { key: 'sampleCounts', pattern: /same number of samples.*Found (\d+) input.*and (\d+) target/ },
  {
    key: 'dimensions',
    pattern: /incompatible with layer (\S+): expected (?:min_|max_)?ndim=(\d+), found ndim=(\d+)/,
  },
  {
    key: 'axisSize',
    pattern:
      /incompatible with layer (\S+): expected axis (-?\d+) of input shape to have value (\d+) but got shape (\S+?)\.?$/,
  },
  { key: 'notCompiled', pattern: /needs to be compiled|must compile a model/ },
  { key: 'lossMissing', pattern: /one entry per model output.*passed loss=/ },
  { key: 'alreadyTraining', pattern: /another fit\(\) call is ongoing/ },
  { key: 'noLayers', pattern: /model is empty|There are no layers in the model/ },
  { key: 'noSuchLayer', pattern: /No such layer: (.*)$/ },
  {
    key: 'notTensor',
    pattern: /Argument '(\w+)' passed to '(\w+)' must be a Tensor or TensorLike, but got '(.+)'/,
  },
  { key: 'notList', pattern: /^(?:\w|shape)\.(?:forEach|map|slice|reduce) is not a function/ },
  {
    key: 'valueCount',
    pattern: /provided shape, (\[[^\]]*\]), the tensor should have (\d+) values but has (\d+)/,
  },
  { key: 'reshape', pattern: /Size\((\d+)\) must match the product of shape (\S+)/ },
  { key: 'matMul', pattern: /inner shapes \((\d+)\) and \((\d+)\)/ },
  { key: 'notDeclared', pattern: /^(\S+) is not defined$/ },
  { key: 'readOnly', pattern: /read only property '(\w+)'|"(\w+)" is read-only/ },
  { key: 'constant', pattern: /assign to readonly property|Assignment to constant/ },
  {
    key: 'ofNothing',
    pattern: /(?:reading|setting|evaluating) '(?:[^']*\.)?(\w+)'|can't access property "(\w+)"/,
  },
  { key: 'notFunction', pattern: /^(.*?)\s*is not a function/ },
  { key: 'inputShapeMissing', pattern: /must get an `inputShape`/ },
  { key: 'outOfRoom', pattern: /has no room for another \d+ MB\.(?: A batch of (\d+) would fit)?/ },
  { key: 'dataFormat', pattern: /backend cannot compute|NHWC|channelsLast/ },
  { key: 'noKernel', pattern: /not registered for (?:the )?backend '(\w+)'/ },
  { key: 'shapes', pattern: /[Ss]hape|dimension|expected .* to have/ },
  { key: 'disposed', pattern: /disposed/ },
  { key: 'outOfMemory', pattern: /allocation failed|out of memory|allocation size overflow/i },
  { key: 'endlessCalls', pattern: /Maximum call stack|too much recursion/ },
];

/**
 * Returns the words for an error of the engine or of TensorFlow.js by its message; `null` if no pattern matches.
 *
 * @param declaredBy returns the cell that declares, or declared last, a name
 */
export function errorWords(
  message: string,
  language: Language,
  declaredBy: (name: string) => string | undefined,
): ErrorWords | null {
  for (const { key, pattern } of patterns) {
    const match = pattern.exec(message);
    if (match !== null) return wordsIn(language)[key](match, declaredBy(match[1] ?? match[2] ?? ''));
  }
  return null;
}
