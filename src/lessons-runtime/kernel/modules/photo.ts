/** A photo as the learner chose it or as the gallery has it, before any network looked at it. */
export interface Photo {
  readonly name: string;
  readonly bitmap: ImageBitmap;
}
