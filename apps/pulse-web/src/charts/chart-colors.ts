/** The theme's colours as a canvas needs them: looked up once per colour scheme, not at each drawing. */
export class ChartColors {
  readonly #style: CSSStyleDeclaration;
  readonly #known = new Map<string, string>();

  constructor(element: Element) {
    this.#style = getComputedStyle(element);
  }

  /** `variable` is the name of a CSS variable without its dashes. */
  of(variable: string): string {
    let color = this.#known.get(variable);
    if (color === undefined) {
      color = this.#style.getPropertyValue(`--${variable}`).trim() || '#888888';
      this.#known.set(variable, color);
    }
    return color;
  }
}
