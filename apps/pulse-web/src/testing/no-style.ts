// Stands in for style sheets in specs: jsdom lays nothing out, so their rules would change nothing.
export {};
