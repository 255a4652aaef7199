import type { Attempt, ItemRecord, ItemsStore } from '../../progress/items-store.ts';
import type { Answer, QuestionKey } from '../../quiz/question-key.ts';
import { type QuestionPlace, questionItem } from '../../quiz/questions-to-review.ts';
import { countInPlace, type Score, scoreAnswer } from '../../quiz/score-answer.ts';
import { scoreCurve, type TrainedCurves } from '../../quiz/score-curve.ts';
import { readAnswer, writeAnswer } from '../../quiz/stored-answer.ts';
import { createAnnouncer } from '../announcer.ts';
import { element } from '../element.ts';
import { part } from '../read-page.ts';
import { createAnswerForm } from './create-answer-form.ts';
import type { QuizWords } from './quiz-words.ts';

export interface QuestionSetting {
  readonly place: QuestionPlace;
  readonly store: ItemsStore;
  readonly words: QuizWords;
  /** Those of earlier visits. */
  readonly attempts: readonly Attempt[];
  /** Whether the last of them is shown; a question that is asked again comes blank. */
  readonly isRestored: boolean;
}

export interface MountedQuestion {
  /** A training of the lesson is over: it may decide a bet. */
  onTraining(cell: string, training: TrainedCurves): void;
  /** Shows what the record has of it, once another tab changed or reset it. What is being answered here stays. */
  refresh(attempts: readonly Attempt[]): void;
}

/** What records have of a question. */
export function attemptsIn(records: readonly ItemRecord[], place: QuestionPlace): readonly Attempt[] {
  return records.find(({ item }) => item === questionItem(place))?.attempts ?? [];
}

/** Brings a question to life, in the markup that the build made of it. */
export function mountQuestion(question: HTMLElement, setting: QuestionSetting): MountedQuestion {
  const { place, store, words } = setting;
  // The build wrote it.
  const key = JSON.parse(question.dataset['key'] ?? '') as QuestionKey;
  const said = part(question, '[data-said]');
  const announce = createAnnouncer(part(question, '[data-question-live]'));
  /** What is shown again, of an earlier visit or another tab, is no news: that is only shown. */
  const tell = () => announce(said.textContent);
  const answers = part<HTMLDetailsElement>(question, '[data-answers]');
  const form = createAnswerForm(question, key.kind, (...moved) => {
    said.textContent = words.moved(...moved);
    tell();
  });
  const isTyped = key.kind === 'numeric' || key.kind === 'text' || key.kind === 'output';
  let { attempts } = setting;
  const blank = form.read();
  /** What the form was last filled in with, or checked: all else is being answered. */
  let written = writeAnswer(blank);
  /** The curve that the next training of the cell is measured by. */
  let bet: number | null = null;

  function show(answer: Answer, { verdict, reason }: Score, more = ''): void {
    const isRight = verdict === 'correct';
    question.dataset['verdict'] = verdict;
    question.dataset['answered'] = '';
    answers.open = isRight || !isTyped;
    const tried = attempts.length > 1 ? words.tries(attempts.length) : isRight ? words.firstTry : '';
    said.replaceChildren([isRight ? words.right : words.wrong, tried, more].filter(Boolean).join(' '));
    if (isRight) return;
    const why = isTyped ? answers.querySelector(`[data-reason="${reason}"] [data-why]`) : null;
    if (why !== null) said.append(' ', ...why.cloneNode(true).childNodes);
    if ((key.kind === 'ordering' || key.kind === 'matching') && typeof answer !== 'string') {
      said.append(' ', words.inPlace(countInPlace(answer), key.count));
    }
    said.append(' ', isTyped ? words.tryAgain : words.readOn);
  }

  async function keep(answer: Answer, score: Score, more = ''): Promise<void> {
    const { verdict, reason: message } = score;
    const attempt: Attempt = { at: Date.now(), answer: writeAnswer(answer), verdict, message };
    attempts = [...attempts, attempt];
    written = attempt.answer;
    show(answer, score, more);
    tell();
    try {
      const kept = await store.update(place.lesson, questionItem(place), (record) => ({
        ...record,
        attempts: [...record.attempts, attempt],
      }));
      attempts = kept.attempts;
    } catch {
      // Told by the record.
    }
  }

  function check(): void {
    const answer = form.read();
    if (key.kind === 'curve') placeBet(key.cell, answer);
    else {
      const score = scoreAnswer(key, answer);
      if (score !== null) void keep(answer, score);
      else {
        said.textContent = key.kind === 'numeric' && answer !== '' ? words.noNumber : words.noAnswer;
        tell();
      }
    }
  }

  function placeBet(cell: string, [chosen]: Answer): void {
    if (typeof chosen !== 'number') {
      said.textContent = words.noAnswer;
      tell();
      return;
    }
    bet = chosen;
    question.dataset['bet'] = '';
    said.replaceChildren(words.betNoted, ' ', element('a', { href: `#cell-${cell}` }, words.cell(cell)), '.');
    tell();
  }

  question.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    check();
  });
  part(question, '[data-action="check"]').addEventListener('click', check);

  function restore(): void {
    const last = attempts.at(-1);
    const restored = last === undefined ? null : readAnswer(last.answer);
    if (last === undefined || restored === null || last.verdict === 'broken') return;
    write(restored);
    show(restored, { verdict: last.verdict, reason: last.message as Score['reason'] });
  }

  /** Unless the learner has begun another answer. */
  function write(answer: Answer): void {
    if (writeAnswer(form.read()) !== written) return;
    const held = document.activeElement;
    form.write(answer);
    written = writeAnswer(answer);
    // A step that was moved in the page has lost the focus.
    if (held instanceof HTMLElement && question.contains(held)) held.focus();
  }

  function clear(): void {
    question.dataset['verdict'] = 'unanswered';
    delete question.dataset['answered'];
    answers.open = false;
    said.replaceChildren();
    write(blank);
  }

  if (setting.isRestored) restore();
  question.dataset['live'] = '';

  return {
    refresh(now) {
      const isNews = now.at(-1)?.at !== attempts.at(-1)?.at;
      attempts = now;
      // A bet that stands is what there is to say.
      if (!isNews || bet !== null) return;
      if (now.length === 0) clear();
      else restore();
    },
    onTraining(cell, training) {
      if (key.kind !== 'curve' || cell !== key.cell || bet === null) return;
      const score = scoreCurve(key.options, bet, training);
      if (score.kind !== 'judged') {
        said.textContent = score.kind === 'none-fits' ? words.ranOtherwise : words.noCurve;
        tell();
        return;
      }
      const { verdict, fitting } = score;
      const option = question.querySelectorAll('.quiz-option > span:first-of-type')[fitting];
      const answer = [bet];
      bet = null;
      delete question.dataset['bet'];
      void keep(answer, { verdict, reason: 'otherwise' }, words.ranLike(option?.textContent ?? ''));
    },
  };
}
