import type * as tensorflow from '@tensorflow/tfjs';
import type {
  CheckDefinition,
  createGrader,
  GradedCall,
  GradedModel,
} from '../../src/lessons-runtime/grader/grader.ts';

type Grading = ReturnType<typeof createGrader>['check'];

/** What a learner's code came to. The check is what looks whether it is of the kind that was asked for. */
// biome-ignore lint/suspicious/noExplicitAny: a check reads it as what it should be; what it is not is wrong, and no fault
type Handed = any;

/** A learner's model. That it was compiled and can train is what a check asks first; from there on it reads what is there. */
type Model = { readonly [Fact in keyof GradedModel]: NonNullable<GradedModel[Fact]> };

/** `CheckDefinition`, of which `grade` gets what the rest of it asks for, by name. */
interface Definition<Given, ModelName extends string, ValueName extends string, Calls, Batches>
  extends Omit<CheckDefinition, 'given' | 'models' | 'values' | 'calls' | 'batches' | 'grade'> {
  readonly given?: () => Given;
  readonly models?: readonly ModelName[];
  readonly values?: readonly ValueName[];
  readonly calls?: () => Calls;
  readonly batches?: () => Batches;
  readonly grade: (graded: {
    readonly given: Given;
    readonly models: Readonly<Record<ModelName, Model>>;
    readonly values: Readonly<Record<ValueName, Handed>>;
    readonly calls: {
      readonly [Name in keyof Calls]: readonly (GradedCall & Record<'args' | 'value', Handed>)[];
    };
    readonly batches: { readonly [Name in keyof Batches]: readonly [tensorflow.Tensor, tensorflow.Tensor] };
  }) => ReturnType<CheckDefinition['grade']>;
}

declare global {
  const tf: typeof tensorflow;
  const check: Omit<Grading, 'define'> & {
    define<
      Given extends ReturnType<NonNullable<CheckDefinition['given']>> = Record<never, never>,
      ModelName extends string = never,
      ValueName extends string = never,
      Calls extends ReturnType<NonNullable<CheckDefinition['calls']>> = Record<never, never>,
      Batches extends ReturnType<NonNullable<CheckDefinition['batches']>> = Record<never, never>,
    >(definition: Definition<Given, ModelName, ValueName, Calls, Batches>): void;
  };
}
