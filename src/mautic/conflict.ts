/** Answers that cannot be of one Mautic: nothing is made of them. */
export class MauticConflict extends Error {
  /**
   * @param what `hosts`: files name different hosts; `keys`: one id has two keys, and neither answer is later
   * @param item where `keys` differ: `kind:#id`, without the keys themselves
   */
  constructor(
    readonly what: 'hosts' | 'keys',
    readonly item?: string,
  ) {
    super(`answers of two instances: ${item ?? what}`);
    this.name = 'MauticConflict';
  }
}
