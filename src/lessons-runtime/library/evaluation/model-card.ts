import type { LayersModel } from '@tensorflow/tfjs';
import { parameterCount } from '../../kernel/network/parameter-count.ts';
import type { OutputCapture } from '../../kernel/output/capture-output.ts';
import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { ArgumentError } from '../argument-error.ts';
import { requireModel } from '../require-model.ts';
import type { AccuracyReport } from './accuracy-report.ts';
import { cardWords } from './card-words.ts';
import { wilsonInterval } from './wilson-interval.ts';

export interface ModelCardOptions {
  /** What `accuracyReport` gave, of examples that were not trained with. */
  readonly report: AccuracyReport;
  /** Default: the model's own name. */
  readonly name?: string;
  readonly author?: string;
  /** What the model is meant for, in the author's words. */
  readonly purpose?: string;
  /** What it must not be used for, and whom it may fail. */
  readonly limits?: string;
  /** What it was built on, with its licence. */
  readonly base?: string;
  /** What is done to pixels from 0 to 255 before the model gets them. */
  readonly preprocessing?: string;
  /** How many examples of each class it was trained with, in the order of the classes. */
  readonly examples?: readonly number[];
}

/** What the model itself tells for its card. */
export interface CardFacts {
  readonly input: readonly (number | null)[];
  readonly parameters: number;
  readonly trained: number;
  /** When it was written, in milliseconds since 1970. */
  readonly date: number;
}

/** A measure of fewer examples is called an idea. */
const fewExamples = 30;

/** The card as Markdown: what the model is for, what it was made of, how well it does and what it confuses. */
export function writeModelCard(
  name: string,
  { report, author, purpose, limits, base, preprocessing, examples = [] }: Omit<ModelCardOptions, 'name'>,
  { input, parameters, trained, date }: CardFacts,
  language: Language,
): string {
  const words = cardWords[language];
  const format = formatFor(language);
  const said = (text: string | undefined): string => (text ?? '').trim() || words.missing;
  const [right, total] = counts(report);
  const [low, high] = wilsonInterval(right, total);
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
    `- **${words.author}**: ${said(author)}\n- **${words.date}**: ${format.day(date)}\n- **${words.purpose}**: ${said(purpose)}\n- **${words.limits}**: ${said(limits)}`,
    section(words.base, [
      said(base),
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
      words.overall(right, total, right / total, low, high),
      ...report.classes.map(({ name: each, count }, label) =>
        words.ofClass(each, report.confusion[label]?.[label] ?? 0, count),
      ),
      ...(total < fewExamples ? [words.few(total)] : []),
    ]),
    section(words.confusions, confused.length === 0 ? [words.noConfusion] : confused),
  ].join('\n\n');
}

/**
 * Makes the function that writes a model's card, shows it in the cell and offers it as a Markdown file.
 * @throws {ArgumentError} from that function, where it gets no model or no report
 */
export function createModelCard(deps: {
  readonly capture: Pick<OutputCapture, 'show'>;
  readonly language: Language;
}): (model: LayersModel, options: ModelCardOptions) => Promise<void> {
  const { capture, language } = deps;
  return async (model, options) => {
    requireModel(model, language);
    const { report } = Object(options) as Partial<ModelCardOptions>;
    if (!Array.isArray(report?.confusion) || !Array.isArray(report.classes) || counts(report)[1] === 0)
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

/** How many were right, of how many. */
function counts({ confusion }: AccuracyReport): readonly [right: number, total: number] {
  const right = confusion.reduce((sum, row, label) => sum + (row[label] ?? 0), 0);
  return [right, confusion.flat().reduce((sum, each) => sum + each, 0)];
}

/** Any system takes it for a file. */
function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}_ .-]+/gu, '-').slice(0, 60) || 'model';
}
