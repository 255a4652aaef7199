/** A photo of the learner or of the gallery. */
export interface Photo {
  readonly name: string;
  readonly bitmap: ImageBitmap;
}
