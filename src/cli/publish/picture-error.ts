/** Why a picture of another site can't be had. */
export class PictureError extends Error {
  override readonly name = 'PictureError';

  /**
   * @param fix What to do.
   * @param isForbidden Whether its owner wants no copies of it: then none is kept either.
   */
  constructor(
    what: string,
    readonly fix: string,
    readonly isForbidden = false,
  ) {
    super(what);
  }
}
