/**
 * Puts each text between the marks of its section, `<!-- printed: name -->` and `<!-- end of name -->`.
 *
 * @throws Error for a section that the page lacks.
 */
export function fillSections(page: string, texts: Readonly<Record<string, string>>): string {
  return Object.entries(texts).reduce((filled, [name, text]) => {
    const [begin, end] = [`<!-- printed: ${name} -->`, `<!-- end of ${name} -->`];
    const [before, rest, ...others] = filled.split(begin);
    const [, after] = rest?.split(end) ?? [];
    if (before === undefined || after === undefined || others.length > 0)
      throw new Error(`The page needs one section between ${begin} and ${end}.`);
    return `${before}${begin}\n\n${text}\n\n${end}${after}`;
  }, page);
}
