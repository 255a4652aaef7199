declare module 'deshielo' {
  const course: ReturnType<
    typeof import('../../src/lessons-runtime/worker/course-module.ts').createCourseModule
  >;
  export = course;
}
