import type { LayersModel } from '@tensorflow/tfjs';
import { parameterCount } from '../../kernel/network/parameter-count.ts';
import type { OutputCapture } from '../../kernel/output/capture-output.ts';
import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { ArgumentError } from '../argument-error.ts';
import { requireModel } from '../require-model.ts';
import type { Shape } from '../shape.ts';
import type { AccuracyReport } from './accuracy-report.ts';
import { cardWords } from './card-words.ts';
import { wilsonInterval } from './wilson-interval.ts';

interface ModelCardOptions {
  /** The result of `accuracyReport`, on examples that were not used in training. */
  readonly report: AccuracyReport;
  /** Default: the model's own name. */
  readonly name?: string;
  readonly author?: string;
  /** The model's intended use, in the author's words. */
  readonly purpose?: string;
  /** Uses that are out of scope, and groups that the model may fail. */
  readonly limits?: string;
  /** The pretrained base, with its licence. */
  readonly base?: string;
  /** How pixels from 0 to 255 are preprocessed before the model gets them. */
  readonly preprocessing?: string;
  /** The number of training examples of each class, in the order of the classes. */
  readonly examples?: readonly number[];
}

/** The parts of a card that come from the model. */
interface CardFacts {
  /** The input's shape, batch axis included. */
  readonly input: Shape;
  readonly parameters: number;
  /** The number of trainable parameters. */
  readonly trained: number;
  /** When the card was written, in milliseconds since 1970. */
  readonly date: number;
}

/** With fewer examples the card says that the accuracy is only an estimate. */
const fewExamples = 30;

/** Writes the card as Markdown: intended use, base, training data, accuracy and confusions. */
export function writeModelCard(
  name: string,
  { report, author, purpose, limits, base, preprocessing, examples = [] }: Omit<ModelCardOptions, 'name'>,
  { input, parameters, trained, date }: CardFacts,
  language: Language,
): string {
  const words = cardWords[language];
  const format = formatFor(language);
  const textOrMissing = (text: string | undefined): string => (text ?? '').trim() || words.missing;
  const [correct, total] = countCorrect(report);
  const [low, high] = wilsonInterval(correct, total);
  const confused = report.confusion.flatMap((row, label) =>
    row.flatMap((count, predicted) =>
      count === 0 || label === predicted
        ? []
        : [words.confused(report.classes[label]?.name ?? '', report.classes[predicted]?.name ?? '', count)],
    ),
  );
  const section = (title: string, lines: readonly string[]): string =>
    `## ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
  return [
    `# ${words.title(name)}`,
    `- **${words.author}**: ${textOrMissing(author)}\n- **${words.date}**: ${format.day(date)}\n- **${words.purpose}**: ${textOrMissing(purpose)}\n- **${words.limits}**: ${textOrMissing(limits)}`,
    section(words.base, [
      textOrMissing(base),
      `${words.input}: ${format.shape(input)}`,
      ...(preprocessing === undefined ? [] : [words.preprocessing(preprocessing)]),
      words.output,
      words.parameters(parameters, trained),
    ]),
    ...(examples.length === 0
      ? []
      : [
          section(
            words.data,
            examples.map((count, label) =>
              words.examples(report.classes[label]?.name ?? String(label), count),
            ),
          ),
        ]),
    section(words.accuracy, [
      words.overall(correct, total, correct / total, low, high),
      ...report.classes.map(({ name: className, count }, label) =>
        words.ofClass(className, report.confusion[label]?.[label] ?? 0, count),
      ),
      ...(total < fewExamples ? [words.few(total)] : []),
    ]),
    section(words.confusions, confused.length === 0 ? [words.noConfusion] : confused),
  ].join('\n\n');
}

/**
 * Creates the function `modelCard`, which writes a model's card, shows it below the cell and offers it as a Markdown file.
 * @throws {ArgumentError} from that function, if the model or the report is missing
 */
export function createModelCard(deps: {
  readonly capture: Pick<OutputCapture, 'show'>;
  readonly language: Language;
}): (model: LayersModel, options: ModelCardOptions) => Promise<void> {
  const { capture, language } = deps;
  return async (model, options) => {
    requireModel(model, language);
    const { report }: Partial<ModelCardOptions> = Object(options);
    if (!Array.isArray(report?.confusion) || !Array.isArray(report.classes) || countCorrect(report)[1] === 0)
      throw new ArgumentError(cardWords[language].notReport);
    const name = options.name ?? model.name;
    const text = writeModelCard(
      name,
      options,
      {
        input: model.inputs[0]?.shape ?? [],
        parameters: model.countParams(),
        trained: parameterCount(model.trainableWeights),
        date: Date.now(),
      },
      language,
    );
    const bytes = new TextEncoder().encode(`${text}\n`).buffer;
    capture.show({ kind: 'markdown', text });
    capture.show({ kind: 'download', files: [{ name: `${fileName(name)}.md`, bytes }] }, [bytes]);
  };
}

function countCorrect({ confusion }: AccuracyReport): readonly [correct: number, total: number] {
  const correct = confusion.reduce((sum, row, label) => sum + (row[label] ?? 0), 0);
  return [correct, confusion.flat().reduce((sum, each) => sum + each, 0)];
}

/** Returns a file name, without extension, that is valid on every operating system. */
function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}_ .-]+/gu, '-').slice(0, 60) || 'model';
}
