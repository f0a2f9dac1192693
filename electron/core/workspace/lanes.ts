/** One after the other under one key; different keys do not wait for each other. */
export class Lanes {
  private readonly tails = new Map<string, Promise<unknown>>()

  /** Runs `work` when everything handed in earlier under `key` has ended, well or badly. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(key)
    const done = before === undefined ? work() : before.then(work, work)
    const leave = (): void => {
      if (this.tails.get(key) === tail) this.tails.delete(key)
    }
    const tail: Promise<void> = done.then(leave, leave)
    this.tails.set(key, tail)
    return done
  }

  /** Resolves when nothing is under way any more. */
  async idle(): Promise<void> {
    while (this.tails.size > 0) await Promise.all(this.tails.values())
  }
}
