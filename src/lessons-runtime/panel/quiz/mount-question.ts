import type { Attempt, Bet, ItemRecord, ItemsStore } from '../../progress/record/items-store.ts';
import { firstRight } from '../../quiz/first-try.ts';
import type { Answer, QuestionKey } from '../../quiz/question-key.ts';
import { type QuestionPlace, questionItem } from '../../quiz/questions-to-review.ts';
import { countInPlace, type Score, scoreAnswer } from '../../quiz/score-answer.ts';
import { scoreCurve, type TrainedCurves } from '../../quiz/score-curve.ts';
import { readAnswer, writeAnswer } from '../../quiz/stored-answer.ts';
import { createAnnouncer } from '../dom/announcer.ts';
import { element } from '../dom/element.ts';
import { requireElement } from '../dom/read-page.ts';
import { createAnswerForm } from './create-answer-form.ts';
import type { QuizWords } from './quiz-words.ts';

export interface QuestionSetting {
  readonly place: QuestionPlace;
  readonly store: ItemsStore;
  readonly words: QuizWords;
  /** Of earlier visits. */
  readonly kept: Kept;
  /** Whether a cell, which decides a bet, ran to its end in earlier visits. */
  readonly wasRun: (cell: string) => boolean;
  /** Whether the last of them is shown; a question that is asked again comes blank. */
  readonly isRestored: boolean;
}

/** What there is of a question in the record. */
export type Kept = Pick<ItemRecord, 'attempts' | 'bet'>;

export interface MountedQuestion {
  /** A training of the lesson is over: it may decide a bet, where its cell's code is the authored one. */
  onTraining(cell: string, training: TrainedCurves, isAuthored: boolean): void;
  /** Shows what the record has of it, once another tab changed or reset it. What is being answered here stays. */
  refresh(kept: Kept): void;
}

export function keptIn(records: readonly ItemRecord[], place: QuestionPlace): Kept {
  return records.find(({ item }) => item === questionItem(place)) ?? { attempts: [] };
}

/**
 * Brings a question to life, in the markup that the build made of it.
 * @returns `null` where that cannot be: the browser is told why, and other questions are left alone
 */
export function mountQuestion(question: HTMLElement, setting: QuestionSetting): MountedQuestion | null {
  try {
    return hydrateQuestion(question, setting);
  } catch (error) {
    reportError(error);
    return null;
  }
}

function hydrateQuestion(question: HTMLElement, setting: QuestionSetting): MountedQuestion {
  const { place, store, words } = setting;
  // The build wrote it.
  const key = JSON.parse(question.dataset['key'] ?? '') as QuestionKey;
  const said = requireElement(question, '[data-said]');
  const announce = createAnnouncer(requireElement(question, '[data-question-live]'));
  /** What is shown again, of an earlier visit or another tab, is no news: that is only shown. */
  const tell = () => announce(said.textContent);
  const answers = requireElement<HTMLDetailsElement>(question, '[data-answers]');
  const form = createAnswerForm(question, key.kind, (...moved) => {
    said.textContent = words.moved(...moved);
    tell();
  });
  const isTyped = key.kind === 'numeric' || key.kind === 'text' || key.kind === 'output';
  let { attempts, bet } = setting.kept;
  /** In this visit. */
  let hasTrained = false;
  const blank = form.read();
  /** What the form was last filled in with, or checked: all else is being answered. */
  let written = writeAnswer(blank);

  function show(answer: Answer, { verdict, reason }: Score, more = ''): void {
    const isRight = verdict === 'correct';
    question.dataset['verdict'] = verdict;
    question.dataset['answered'] = '';
    answers.open = isRight || !isTyped;
    const tried = isRight ? howRight() : attempts.length > 1 ? words.tries(attempts.length) : '';
    said.replaceChildren([isRight ? words.right : words.wrong, tried, more].filter(Boolean).join(' '));
    if (isRight) return;
    const why = isTyped ? answers.querySelector(`[data-reason="${CSS.escape(reason)}"] [data-why]`) : null;
    if (why !== null) said.append(' ', ...why.cloneNode(true).childNodes);
    if ((key.kind === 'ordering' || key.kind === 'matching') && typeof answer !== 'string') {
      said.append(' ', words.inPlace(countInPlace(answer), key.count));
    }
    said.append(' ', isTyped ? words.tryAgain : words.readOn);
  }

  /** At the first try, or after what there was to read or to see: that is another thing. */
  function howRight(): string {
    if (firstRight(attempts) === 'unseen') return words.firstTry;
    if (key.kind === 'curve') return words.afterTraining;
    return isTyped ? words.laterTry(attempts.length) : words.afterReading(attempts.length);
  }

  async function keep(
    answer: Answer,
    score: Score,
    more = '',
    told: Pick<Attempt, 'stage' | 'message'> = { stage: 'checked', message: score.reason },
  ): Promise<void> {
    const { verdict } = score;
    const attempt: Attempt = { at: Date.now(), answer: writeAnswer(answer), verdict, ...told };
    attempts = [...attempts, attempt];
    written = attempt.answer;
    show(answer, score, more);
    tell();
    // A bet that stood is decided.
    const kept = await change(({ bet: _, ...record }) => ({
      ...record,
      attempts: [...record.attempts, attempt],
    }));
    attempts = kept?.attempts ?? attempts;
  }

  /** @returns `null` where it cannot be kept, which the record tells */
  async function change(make: (record: ItemRecord) => ItemRecord): Promise<ItemRecord | null> {
    try {
      return await store.update(place.lesson, questionItem(place), make);
    } catch {
      return null;
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
    const placed = {
      at: Date.now(),
      answer: writeAnswer([chosen]),
      isAfterTraining: hasTrained || setting.wasRun(cell),
    };
    written = placed.answer;
    bet = placed;
    // Noted is what is kept.
    void change((record) => ({ ...record, bet: placed })).then(() => {
      if (bet !== placed) return;
      showBet(cell, placed);
      tell();
    });
  }

  function showBet(cell: string, placed: Bet): void {
    bet = placed;
    question.dataset['bet'] = '';
    said.replaceChildren(words.betNoted, ' ', element('a', { href: `#cell-${cell}` }, words.cell(cell)), '.');
    if (placed.isAfterTraining) said.append(' ', words.betAfterTraining);
  }

  question.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    check();
  });
  requireElement(question, '[data-action="check"]').addEventListener('click', check);

  function restore(): void {
    const chosen = bet === undefined ? null : readAnswer(bet.answer);
    if (key.kind === 'curve' && bet !== undefined && chosen !== null) {
      write(chosen);
      showBet(key.cell, bet);
      return;
    }
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
      const isNews = now.attempts.at(-1)?.at !== attempts.at(-1)?.at || now.bet?.at !== bet?.at;
      ({ attempts, bet } = now);
      if (!isNews) return;
      if (bet === undefined) delete question.dataset['bet'];
      if (attempts.length === 0 && bet === undefined) clear();
      else restore();
    },
    onTraining(cell, training, isAuthored) {
      if (key.kind !== 'curve' || cell !== key.cell) return;
      hasTrained = true;
      const [chosen] = bet === undefined ? [] : (readAnswer(bet.answer) ?? []);
      if (bet === undefined || typeof chosen !== 'number') return;
      if (!isAuthored) {
        said.textContent = words.betWaits;
        tell();
        return;
      }
      const score = scoreCurve(key.options, chosen, training);
      if (score.kind !== 'judged') {
        said.textContent = score.kind === 'none-fits' ? words.ranOtherwise : words.noCurve;
        tell();
        return;
      }
      const { verdict, fitting } = score;
      const option = question.querySelector(`.quiz-option > [value="${fitting}"] + span`);
      const stage = bet.isAfterTraining ? 'after-training' : 'before-training';
      bet = undefined;
      delete question.dataset['bet'];
      void keep([chosen], { verdict, reason: 'otherwise' }, words.ranLike(option?.textContent ?? ''), {
        stage,
        message: '',
      });
    },
  };
}
