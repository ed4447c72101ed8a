/** A question that the thread did not answer; why has been told. */
export class Unanswered extends Error {
  /** The thread was ended for it, or has died of it. */
  readonly threadEnded: boolean;

  constructor(threadEnded: boolean) {
    super('the thread that reads code gave no answer');
    this.name = 'Unanswered';
    this.threadEnded = threadEnded;
  }
}
