import type * as tensorflow from '@tensorflow/tfjs';
import type {
  CheckDefinition,
  createGrader,
  GradedCall,
  GradedModel,
} from '../../src/lessons-runtime/grader/grader.ts';

type Grading = ReturnType<typeof createGrader>['check'];

/** A value of the learner's code. It has no type, because the check itself verifies that the value is what it should be. */
// biome-ignore lint/suspicious/noExplicitAny: a check reads properties of values that may have any type
type Answer = any;

/** A learner's model. The type leaves out `null`, because a check tests first whether the model is compiled and can train. */
type Model = { readonly [Fact in keyof GradedModel]: NonNullable<GradedModel[Fact]> };

/** A `CheckDefinition` whose `grade` receives exactly the models, values, calls and batches that it asks for, by name. */
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
    readonly values: Readonly<Record<ValueName, Answer>>;
    readonly calls: {
      readonly [Name in keyof Calls]: readonly (GradedCall & Record<'args' | 'value', Answer>)[];
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
