import type { Language } from '../../shared/language.ts';
import { warningWords } from './tensorflow-warning-words.ts';

const patterns: readonly { readonly key: keyof typeof warningWords.es; readonly pattern: RegExp }[] = [
  {
    key: 'trainingRanOut',
    pattern:
      /^You provided `batchesPerEpoch` as \d+, but your dataset iterator ran out of data after (\d+) batches;.*in this case, (\d+) batches/,
  },
  {
    key: 'evaluationRanOut',
    pattern: /^Your dataset iterator ran out of data during evaluateDataset\(\).*in this case, (\d+) batches/,
  },
  {
    key: 'noMetric',
    pattern: /^Metric for EarlyStopping (\S+) is not available\. Available metrics are: (.*)$/,
  },
  { key: 'noMode', pattern: /^EarlyStopping mode '(.*)' is invalid\./ },
  { key: 'outputWithoutLoss', pattern: /^Output "(.*)" is missing from loss dictionary\./ },
  {
    key: 'repeatedOutputs',
    pattern: /^The list of outputs passed to the model is redundant\..*Found: (.*)$/,
  },
  {
    key: 'otherRank',
    pattern:
      /^The rank of the input tensor provided \(shape: (.*)\) does not match that of the batchInputShape \((.*)\) of the layer (\S+)$/,
  },
  {
    key: 'otherShape',
    pattern: /^The shape of the input tensor \((.*)\) does not match the expectation of layer (\S+): (.*)$/,
  },
  {
    key: 'orthogonal',
    pattern: /^Orthogonal initializer is being called on a matrix with more than \d+ \((\d+)\) elements/,
  },
  { key: 'gpuMemory', pattern: /^High memory usage in GPU: (\S+) MB/ },
  { key: 'noBackend', pattern: /^Initialization of backend (\S+) failed$/ },
  { key: 'promiseInTidy', pattern: /^Cannot return a Promise inside of tidy\.$/ },
];

/** Returns the text for a library's warning in the page's language; the original text if the warning is unknown. */
export function libraryText(text: string, language: Language): string {
  for (const { key, pattern } of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return warningWords[language][key](match) ?? text;
  }
  return text;
}
