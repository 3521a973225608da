/** Gives headings the anchors that GitHub, GitLab and most readers of Markdown give them: ask in the order of the document. */
export class HeadingSlugs {
  readonly #taken = new Map<string, number>();

  slugOf(heading: string): string {
    const slug = heading
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
      .replaceAll(' ', '-');
    const count = this.#taken.get(slug) ?? 0;
    this.#taken.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  }
}
