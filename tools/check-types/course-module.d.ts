declare module 'deshielo' {
  const course: ReturnType<
    typeof import('../../src/lessons-runtime/kernel/modules/course-module.ts').createCourseModule<
      import('../../src/lessons-runtime/library/library.ts').Library
    >
  >;
  export = course;
}
