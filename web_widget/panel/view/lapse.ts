// Tells when something has gone on for long without a break: no connection, or nobody at the keyboard.
export class Lapse {
  private timer: ReturnType<typeof setTimeout> | undefined;
  isLong = false;

  constructor(
    private readonly milliseconds: number,
    private readonly long: () => void,
  ) {}

  goesOn(): void {
    if (this.isLong) return;
    this.timer ??= setTimeout(() => {
      this.isLong = true;
      this.long();
    }, this.milliseconds);
  }

  isOver(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.isLong = false;
  }
}
