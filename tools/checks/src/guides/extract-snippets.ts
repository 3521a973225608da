/** A block of TypeScript in a page. */
export interface Snippet {
  readonly text: string;
  readonly language: 'ts' | 'tsx';
  /** Of its first line, counted from 1. */
  readonly line: number;
}

/** The blocks of TypeScript in a page of Markdown, in their order. */
export function extractSnippets(page: string): readonly Snippet[] {
  return [...page.matchAll(/^```(tsx?)\n(.*?)^```$/gms)].map(({ 1: language, 2: text = '', index }) => ({
    text,
    language: language === 'tsx' ? 'tsx' : 'ts',
    line: page.slice(0, index).split('\n').length + 1,
  }));
}
