/** More arrives than can be decided; whoever brought it may bring it again later. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';
  readonly code = 'overloaded';

  constructor() {
    super('More arrives than can be decided.');
  }
}
